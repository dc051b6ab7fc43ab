// SPDX-License-Identifier: Apache-2.0
#include "ui/guest/guest_face.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <memory>
#include <string>

#include <imgui.h>
#include <imgui_internal.h>

#include "core/language.h"
#include "flow/update.h"
#include "ui/guest/guest_parts.h"
#include "ui/icons.h"
#include "ui/screens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/notices.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/text.h"

namespace kith::ui {
namespace {

constexpr float kHostButton = 56;

/// A number for whoever is there: the ticket of a card, or that of who came with a receipt.
std::uint64_t VisitOf(const flow::GuestState& guest) {
  if (guest.receipt) return ~std::uint64_t{0} - static_cast<std::uint64_t>(guest.receipt->step);
  return guest.visit ? guest.visit->ticket : 0;
}

/// Tells the steps of a walk apart.
int PageOf(const flow::GuestState& guest) {
  if (guest.receipt) return 10 + static_cast<int>(guest.receipt->step);
  if (!guest.visit) return guest.live_until ? 1 : 0;
  return 20 + static_cast<int>(guest.visit->step);
}

void DrawPage(const GuestView& view) {
  const flow::GuestState& guest = view.state.guest;
  if (guest.receipt) return DrawGuestReceipt(view);
  if (!guest.visit) return guest.live_until ? DrawGuestLive(view) : DrawGuestWelcome(view);
  switch (guest.visit->step) {
    case flow::GuestStep::kGotIt:
      return guest.visit->got_at ? DrawGuestGotIt(view) : DrawGuestLive(view);
    case flow::GuestStep::kCheck:
      return DrawGuestCheck(view);
    case flow::GuestStep::kWishes:
      return DrawGuestWishes(view);
    case flow::GuestStep::kThanks:
      return DrawGuestThanks(view);
  }
}

void DrawIdle(const GuestView& view, int seconds) {
  Kit& kit = view.kit;
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(screen);
  ImGui::PushStyleColor(ImGuiCol_WindowBg, WithAlpha(Colors().paper, 245));
  ImGui::Begin("idle", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove);
  ImGui::PopStyleColor();
  const Area room = GuestRoom(kit);
  float y = screen.y * 0.34F;
  y = LinesInMiddle(kit, Face::kDisplay, Colors().ink, Tr("Still there?"), room, y) + kit.Px(12);
  y = LinesInMiddle(
      kit, Face::kHeading, Colors().soft_ink,
      Filled(Tr("This page goes away in one second.", "This page goes away in {0} seconds.", seconds),
             {std::to_string(seconds)}),
      room, y);
  const float width = std::min(kit.Px(320), room.width);
  ImGui::SetCursorScreenPos({(screen.x - width) / 2, y + kit.Px(36)});
  Button(kit, "stay", Tr("I am still here"),
         {.kind = ButtonKind::kPrimary, .width = width, .height = kGuestButton});
  ImGui::End();
}

/// A press of the mouse or of a finger is over, or a key is held.
bool WasAnythingPressed() {
  const auto& keys = ImGui::GetIO().KeysDown;
  return ImGui::IsMouseReleased(ImGuiMouseButton_Left) ||
         std::any_of(std::begin(keys), std::end(keys), std::identity());
}

/// The page that is all green.
bool IsGotIt(const flow::GuestState& guest) {
  return !guest.receipt && guest.visit && guest.visit->step == flow::GuestStep::kGotIt && guest.visit->got_at;
}

void DrawHostButton(Kit& kit, bool on_accent, LockForm& lock) {
  const float side = kit.High(kHostButton);
  ImGui::SetCursorScreenPos({ImGui::GetIO().DisplaySize.x - side - kit.Px(20), kit.Px(14)});
  const ButtonKind kind = on_accent ? ButtonKind::kOnAccent : ButtonKind::kQuiet;
  if (IconButton(kit, "host", icon::kLock, Tr("For the host"), kHostButton, kind)) lock.open = true;
}

}  // namespace

void ForgetOldGuest(const flow::AppState& state, GuestForm& form) {
  const std::uint64_t visit = VisitOf(state.guest);
  if (form.visit == visit) return;
  const Area card_seen = form.card_seen;
  const bool somebody_was_there = form.visit != 0;
  form = {.visit = visit};
  form.card_seen = visit != 0 ? card_seen : Area{};
  if (!somebody_was_there) return;
  ImGui::ClearActiveID();
  ImGuiInputTextState& typed = ImGui::GetCurrentContext()->InputTextState;
  std::destroy_at(&typed);  // with its undo; assigning would copy from no memory at all
  std::construct_at(&typed);
  ImGui::SetClipboardText("");
}

void DrawGuestFace(Kit& kit, const flow::AppState& state, Forms& forms, flow::Actions& actions) {
  const GuestView view{kit, state, forms.guest, actions};
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
  ImGui::Begin(
      "guest", nullptr,
      ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoBringToFrontOnFocus);
  const float keyboard = DrawKeyboard(kit, forms.guest.keyboard);
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  ImGui::SetCursorScreenPos({0, 0});
  BeginScroll(kit, "page", screen.x, screen.y - keyboard);
  if (PageOf(state.guest) != forms.guest.page) ImGui::SetScrollY(0);
  forms.guest.page = PageOf(state.guest);
  DrawPage(view);
  EndScroll(kit);
  SettleKeyboard(forms.guest.keyboard);
  ImGui::SetCursorScreenPos({screen.x - kit.High(kHostButton) - kit.Px(20), kit.Px(14)});
  ImGui::BeginChild("way-in", {kit.High(kHostButton), kit.High(kHostButton)});
  DrawHostButton(kit, IsGotIt(state.guest), forms.lock);
  ImGui::EndChild();
  DrawLock(kit, state.lock, state.now, forms.lock, actions);
  ImGui::End();
  DrawNotices(kit, state.notices, actions);
  const std::optional<int> seconds = flow::SecondsUntilReset(state);
  if (seconds && !forms.lock.open) DrawIdle(view, *seconds);
  if (seconds && WasAnythingPressed()) actions.emplace_back(flow::PersonIsThere{});  // the button, too
}

}  // namespace kith::ui
