// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/sample_guests.h"

#include <utility>

#include "flow/guest/guest_text.h"

namespace kith::ui::test {

using namespace std::chrono_literals;

flow::AppState Visited(flow::AppState state, flow::GuestStep step) {
  const flow::ReviewState& review = *state.review;
  state.guest.visit = flow::GuestVisit{.ticket = 1,
                                       .card = review.card,
                                       .capture = review.capture,
                                       .step = step,
                                       .got_at = state.now - 1s,
                                       .checked = review.draft.details};
  if (step == flow::GuestStep::kCheck || step == flow::GuestStep::kWishes) return state;
  state.review.reset();
  state.screen = flow::Screen::kScan;
  state.guest.visit->receipt = "7K3M-9QXT";
  return state;
}

flow::AppState Live(flow::AppState state) {
  state.guest.live_until = state.now + 1s;
  return state;
}

flow::AppState Returned(flow::AppState state, flow::ReceiptStep step) {
  flow::GuestRecord record;
  record.contact.details.name.full = "Ada van der Example";
  record.contact.details.organization = "Example & Daughters";
  record.contact.details.emails = {"ada@example.com"};
  record.contact.interests = {"Choirs", "Hiking"};
  record.event_name = "Autumn Meetup";
  record.consents = {
      {ConsentKind::kKeepInTouch, true, "My host may keep in touch with me.", state.now},
      {ConsentKind::kIntroduce, false, "My host may introduce me to others who came.", state.now}};
  record.has_picture = true;
  state.guest.receipt = flow::ReceiptSheet{.step = step, .lines = flow::KeptLines(record, state.today)};
  return state;
}

flow::AppState WithEventWords(flow::AppState state) {
  state.settings.event->words = {
      .question = "What would you gladly talk about tonight?",
      .topics = {"Choirs", "Hiking", "Open data", "Sourdough", "Restoring church organs", "Maps", "Gardens"},
      .keep_in_touch =
          "Grace may keep what is on my card and write to me about the next meetup, at most four "
          "times a year.",
      .introduce = "Grace may introduce me to others who came, and tell them what I like to talk about.",
      .privacy = ""};
  return state;
}

}  // namespace kith::ui::test
