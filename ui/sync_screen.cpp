// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <utility>

#include <imgui.h>

#include "core/language.h"
#include "flow/present_sync.h"
#include "ui/export_parts.h"
#include "ui/icons.h"
#include "ui/palette.h"
#include "ui/screens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/text.h"

namespace kith::ui {
namespace {

void DrawPlace(Kit& kit, const flow::SyncScreenState& sync, SyncedKind kind, const std::string& address,
               Instant now) {
  const GrowingPanel panel(kit, Colors().sheet, Colors().line, 18);
  const float width = panel.inner_width();
  Text(kit, Face::kStrong, Colors().ink, flow::SyncedKindText(kind));
  if (address.empty()) {
    WrappedText(kit, Face::kSmall, Colors().soft_ink, Tr("They stay on this machine."), width);
    return;
  }
  CutText(kit, Face::kBody, Colors().ink, address, width);
  const SyncRun* last = flow::LastRun(sync.places, kind);
  WrappedText(kit, Face::kSmall, Colors().soft_ink,
              last ? flow::SyncRunText(*last, now) : std::string(Tr("Not synchronised yet")), width);
  if (last && !last->problem.empty()) {
    Gap(kit, 4);
    WrappedText(kit, Face::kSmall, Colors().brick, last->problem, width);
  }
}

/// Deleting many asks first.
void DrawQuestion(Kit& kit, int held_back, flow::Actions& actions) {
  Gap(kit, 14);
  const GrowingPanel panel(kit, Colors().amber_tint, 0, 18);
  WrappedText(kit, Face::kStrong, Colors().amber_ink,
              Filled(Tr("{0} would be deleted. None was.", "{0} would be deleted. None was.", held_back),
                     {std::to_string(held_back)}),
              panel.inner_width());
  WrappedText(
      kit, Face::kSmall, Colors().ink,
      Tr("That is a lot, so it may be a mistake: an address book that was emptied, another server. If "
         "it is right, say so."),
      panel.inner_width());
  Gap(kit, 8);
  if (Button(kit, "sync-anyway", Tr("It is right: delete them"), {.kind = ButtonKind::kDanger, .height = 44}))
    actions.push_back(flow::StartSync{true});
}

void DrawNotes(Kit& kit, const flow::SyncScreenState& sync) {
  for (const SyncResult& result : sync.results) {
    for (const SyncNote& note : result.notes) {
      Gap(kit, 8);
      Text(kit, Face::kStrong, Colors().ink, note.name);
      WrappedText(kit, Face::kSmall, Colors().soft_ink, note.what);
    }
  }
}

void DrawWork(Kit& kit, const flow::SyncScreenState& sync, flow::Actions& actions) {
  if (sync.job) {
    const bool stopping = sync.job->stop.stop_requested();
    if (Button(kit, "stop-sync", stopping ? Tr("Stopping\u2026") : Tr("Stop"),
               {.icon = icon::kTimes, .width = kit.Px(190), .enabled = !stopping}))
      actions.push_back(flow::StopSync{});
    ImGui::SameLine(0, kit.Px(16));
    const int answers = sync.job->done.load();
    Text(kit, Face::kBody, Colors().soft_ink,
         answers == 0 ? std::string(Tr("Asking the server\u2026"))
                      : Filled(Tr("Synchronising\u2026 {0} answer so far",
                                  "Synchronising\u2026 {0} answers so far", answers),
                               {std::to_string(answers)}));
    return;
  }
  if (Button(kit, "sync-now", Tr("Sync now"),
             {.kind = ButtonKind::kPrimary,
              .icon = icon::kExchange,
              .width = kit.Px(190),
              .enabled = sync.places.problem.empty()}))
    actions.push_back(flow::StartSync{});
}

/// Who logs in, and the way to another login or none.
void DrawConnection(Kit& kit, const flow::SyncScreenState& sync, SyncForm& form, flow::Actions& actions) {
  if (sync.job) return;
  if (form.asks_disconnect) return DrawDisconnectQuestion(kit, form, actions);
  Rule(kit);
  Gap(kit, space::kBody);
  if (!sync.places.user.empty())
    WrappedText(kit, Face::kSmall, Colors().soft_ink, Filled(Tr("Logged in as {0}"), {sync.places.user}));
  if (Button(kit, "log-in-again", Tr("Log in again\u2026"), {.icon = icon::kLock, .height = 44}))
    actions.emplace_back(flow::LogInAgain{});
  ImGui::SameLine(0, kit.Px(space::kBody));
  if (Button(kit, "disconnect", Tr("Disconnect\u2026"),
             {.kind = ButtonKind::kDanger, .height = 44, .enabled = !sync.connect.disconnecting}))
    AskDisconnect(form);
}

}  // namespace

void DrawSync(Kit& kit, const flow::SyncScreenState& sync, Instant now, SyncForm& form,
              flow::Actions& actions) {
  WrappedText(kit, Face::kTitle, Colors().ink, Tr("Keep it the same elsewhere"));
  Gap(kit, 10);
  DrawExchangeTabs(kit, flow::Screen::kSync, actions);
  Gap(kit, 14);
  if (!sync.loaded) return;
  if (std::exchange(form.done, sync.connect.done) != sync.connect.done) form = {.done = sync.connect.done};
  if (sync.asks_for_login()) return DrawSyncLogin(kit, sync, form, actions);
  BeginScroll(kit, "sync");
  DrawPlace(kit, sync, SyncedKind::kContacts, sync.places.contacts, now);
  Gap(kit, 10);
  DrawPlace(kit, sync, SyncedKind::kFollowUps, sync.places.follow_ups, now);
  Gap(kit, 14);
  DrawWork(kit, sync, actions);
  if (!sync.places.problem.empty()) WrappedText(kit, Face::kBody, Colors().brick, sync.places.problem);
  if (sync.error) WrappedText(kit, Face::kBody, Colors().brick, sync.error->message);
  if (const int held_back = flow::HeldBack(sync); held_back > 0) DrawQuestion(kit, held_back, actions);
  DrawNotes(kit, sync);
  Gap(kit, 14);
  DrawConnection(kit, sync, form, actions);
  EndScroll(kit);
}

}  // namespace kith::ui
