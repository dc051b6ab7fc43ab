// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string>

#include "app/tour.h"

namespace kith::app {
namespace {

using flow::Actions;
using flow::AppState;
using flow::GuestStep;
using flow::Screen;
using ui::Forms;

Actions Nothing(const AppState&, TourMemory&) {
  return {};
}

template <Screen screen>
Actions Show(const AppState&, TourMemory&) {
  return {flow::ShowScreen{screen}};
}

bool IsAt(const AppState& state, GuestStep step) {
  return state.guest.visit && state.guest.visit->step == step;
}

bool SeesCard(const AppState& state) {
  return state.scan.preview.card.has_value();
}

Actions Keep(const AppState& state, TourMemory&) {
  const GuestWords& words = state.settings.event->words;
  return {flow::KeepGuest{.interests = {words.topics.front()}, .keep_in_touch = true, .introduce = true}};
}

Actions LeaveWithReceipt(const AppState& state, TourMemory& memory) {
  memory.receipt = state.guest.visit->receipt;
  return {flow::EndVisit{}, flow::OpenReceipt{}};
}

Actions SelectSomebody(const AppState& state, TourMemory&) {
  const auto ada =
      std::ranges::find_if(state.contacts.rows, [](const auto& row) { return row.name.starts_with("Ada"); });
  return {flow::SelectContact{ada == state.contacts.rows.end() ? state.contacts.rows.front().id : ada->id}};
}

Actions WriteToAda(const AppState& state, TourMemory&) {
  for (const flow::DueGroup& group : state.due.groups) {
    for (const flow::DueRow& row : group.rows)
      if (row.name.starts_with("Ada")) return {flow::OpenMessage{row.key}};
  }
  return {};
}

/// Paths are of the machine that makes the pictures.
void WithoutPaths(AppState& shown) {
  std::erase_if(shown.ready.findings,
                [](const ReadyFinding& finding) { return finding.what.find('/') != std::string::npos; });
}

/// A guest before anything was seen of a card.
void Nobody(AppState& shown) {
  shown.guest = {};
  shown.review.reset();
  shown.scan.preview.card.reset();
}

constexpr std::array kStops = {
    TourStop{"guest-welcome", Nothing,
             [](const AppState& s) { return !s.scan.preview.frame.empty() && s.host_card.loaded; }, nullptr,
             Nobody},
    // A card may have come while pictures were taken; the camera looks for the next one then.
    TourStop{"guest-live", [](const AppState&, TourMemory&) { return Actions{flow::EndVisit{}}; }, SeesCard,
             nullptr,
             [](AppState& shown) {
               shown.guest = {};
               shown.guest.live_until = shown.now;
               shown.review.reset();
             }},
    TourStop{"guest-got-it", Nothing,
             [](const AppState& s) { return s.guest.visit && s.guest.visit->got_at; }, nullptr,
             [](AppState& shown) {
               shown.guest.visit->step = GuestStep::kGotIt;
               shown.now = *shown.guest.visit->got_at + std::chrono::seconds(1);
               shown.last_input = shown.now;
             }},
    TourStop{"guest-check", Nothing,
             [](const AppState& s) { return IsAt(s, GuestStep::kCheck) && s.review && !s.review->loading; }},
    TourStop{
        "guest-wishes",
        [](const AppState& s, TourMemory&) { return Actions{flow::CheckedByGuest{s.review->draft.details}}; },
        [](const AppState& s) { return IsAt(s, GuestStep::kWishes); },
        [](const AppState& s, const TourMemory&, Forms& forms) {
          forms.guest.topics.insert(s.settings.event->words.topics.front());
          forms.guest.keep_in_touch = true;
        }},
    TourStop{"guest-thanks", Keep,
             [](const AppState& s) { return IsAt(s, GuestStep::kThanks) && s.host_card.code; }},
    TourStop{"guest-receipt", LeaveWithReceipt, [](const AppState& s) { return s.guest.receipt.has_value(); },
             [](const AppState&, const TourMemory& memory, Forms& forms) {
               forms.guest.receipt = memory.receipt;
             }},
    TourStop{"guest-record",
             [](const AppState&, TourMemory& memory) { return Actions{flow::FindReceipt{memory.receipt}}; },
             [](const AppState& s) {
               return s.guest.receipt && s.guest.receipt->step == flow::ReceiptStep::kShown;
             }},
    TourStop{"pin", [](const AppState&, TourMemory&) { return Actions{flow::LeaveReceipt{}}; },
             [](const AppState& s) { return !s.guest.receipt; },
             [](const AppState&, const TourMemory&, Forms& forms) { forms.lock.open = true; }, Nobody},
    TourStop{nullptr, [](const AppState&, TourMemory&) { return Actions{flow::Unlock{kTourPin}}; },
             [](const AppState& s) { return !s.lock.locked; }},
    // A card that was read opens by itself.
    TourStop{"review", Nothing,
             [](const AppState& s) {
               return s.screen == Screen::kReview && s.review && !s.review->loading &&
                      !s.review->card.empty();
             }},
    TourStop{"scan", Show<Screen::kScan>,
             [](const AppState& s) { return s.screen == Screen::kScan && SeesCard(s); }, nullptr,
             [](AppState& shown) { shown.scan.moment.reset(); }},
    TourStop{"people",
             [](const AppState&, TourMemory&) {
               return Actions{flow::LeaveReview{}, flow::ShowScreen{Screen::kContacts}};
             },
             [](const AppState& s) { return s.contacts.loaded && !s.contacts.rows.empty(); }},
    TourStop{"person", SelectSomebody, [](const AppState& s) { return s.contacts.pane.has_value(); }},
    TourStop{"today", Show<Screen::kDue>,
             [](const AppState& s) { return s.due.loaded && !s.due.groups.empty(); }},
    TourStop{"message", WriteToAda,
             [](const AppState& s) { return s.due.message && !s.due.message->loading; }},
    TourStop{
        "introductions",
        [](const AppState&, TourMemory&) { return Actions{flow::ShowDueTab{flow::DueTab::kIntroductions}}; },
        [](const AppState& s) { return s.due.introductions_loaded; }},
    TourStop{"everyone",
             [](const AppState&, TourMemory&) { return Actions{flow::ShowDueTab{flow::DueTab::kEveryone}}; },
             [](const AppState& s) { return s.due.everyone_loaded; }},
    TourStop{nullptr, Show<Screen::kEvents>, [](const AppState& s) { return s.events.loaded; }},
    TourStop{"events",
             [](const AppState& s, TourMemory&) { return Actions{flow::SelectEvent{s.settings.event->id}}; },
             [](const AppState& s) { return s.events.numbers.has_value(); }},
    TourStop{
        "ready", [](const AppState&, TourMemory&) { return Actions{flow::CheckReadiness{}}; },
        [](const AppState& s) { return !s.ready.checking && !s.ready.findings.empty(); },
        [](const AppState&, const TourMemory&, Forms& forms) { forms.events.tab = ui::EventsTab::kReady; },
        WithoutPaths},
    TourStop{"host-card", Show<Screen::kHostCard>,
             [](const AppState& s) { return s.host_card.loaded && s.host_card.code.has_value(); }},
    TourStop{"export", Show<Screen::kExport>, [](const AppState& s) { return s.screen == Screen::kExport; }},
    TourStop{"import", Show<Screen::kImport>, [](const AppState& s) { return s.screen == Screen::kImport; }},
    TourStop{"sync", Show<Screen::kSync>, [](const AppState& s) { return s.sync.loaded; }},
    TourStop{"settings", Show<Screen::kSettings>,
             [](const AppState& s) { return s.settings_screen.loaded && !s.scan.preview.frame.empty(); }},
};

}  // namespace

std::span<const TourStop> TourStops() {
  return kStops;
}

}  // namespace kith::app
