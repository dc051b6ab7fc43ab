// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include <imgui.h>

#include "core/language.h"
#include "flow/present.h"
#include "ui/guest/guest_parts.h"
#include "ui/icons.h"
#include "ui/widgets/button.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/text.h"
#include "ui/widgets/text_field.h"

namespace kith::ui {
namespace {

constexpr float kLabelWidth = 240;

void DrawLeave(const GuestView& view, const Area& room, const char* id, std::string_view label) {
  ImGui::SetCursorScreenPos({room.x, room.y + room.height - view.kit.Px(kGuestButton)});
  if (Button(view.kit, id, label, {.icon = icon::kArrowLeft, .height = kGuestButton}))
    view.actions.emplace_back(flow::LeaveReceipt{});
}

std::string Message(const GuestView& view) {
  const flow::GuestState& guest = view.state.guest;
  if (guest.retry_at && *guest.retry_at > view.state.now)
    return flow::TryAgainText(*guest.retry_at - view.state.now);
  if (guest.receipt->busy) return std::string(Tr("One moment…"));
  if (guest.receipt->wrong) return std::string(Tr("There is no such code here. Please look at it again."));
  return std::string(Tr("Eight letters and digits, as they were shown to you at the end."));
}

void DrawEntry(const GuestView& view, const Area& room) {
  Kit& kit = view.kit;
  view.form.keyboard.shown = true;
  view.form.keyboard.layout = KeyLayout::kCode;
  DrawKeyboard(kit, view.form.keyboard);
  ImGui::SetCursorScreenPos({room.x, kit.Px(26)});
  Text(kit, Face::kTitle, Colors().ink, Tr("Your receipt code"));
  ImGui::SetCursorScreenPos({room.x, room.y});
  const bool wrong = view.state.guest.receipt->wrong || view.state.guest.retry_at;
  WrappedText(kit, Face::kHeading, wrong ? Colors().brick : Colors().soft_ink, Message(view), room.width);
  Gap(kit, 20);
  ImGui::SetCursorScreenPos({room.x, ImGui::GetCursorScreenPos().y});
  if (!ImGui::IsAnyItemActive() && !ImGui::GetIO().MouseDown[0]) ImGui::SetKeyboardFocusHere();
  const float find = kit.Px(240);
  const TextFieldResult typed =
      TextField(kit, "##code", view.form.receipt,
                {.hint = "7K3M-9QXT", .width = room.width - find - kit.Px(16), .large = true});
  ImGui::SameLine(0, kit.Px(16));
  const bool pressed = Button(kit, "find", Tr("Look it up"),
                              {.kind = ButtonKind::kPrimary,
                               .icon = icon::kSearch,
                               .width = find,
                               .height = 64,
                               .enabled = !view.state.guest.receipt->busy});
  if (pressed || typed.submitted) view.actions.emplace_back(flow::FindReceipt{view.form.receipt});
  Gap(kit, 14);
  ImGui::SetCursorScreenPos({room.x, ImGui::GetCursorScreenPos().y});
  if (Button(kit, "back", Tr("Back"), {.icon = icon::kArrowLeft, .height = kGuestButton}))
    view.actions.emplace_back(flow::LeaveReceipt{});
}

void DrawRecord(const GuestView& view, const Area& room) {
  Kit& kit = view.kit;
  ImGui::SetCursorScreenPos({room.x, kit.Px(26)});
  Text(kit, Face::kTitle, Colors().ink, Tr("This is kept of you"));
  ImGui::SetCursorScreenPos({room.x, room.y});
  BeginScroll(kit, "kept", room.width, room.height - kit.Px(kGuestButton + 20));
  for (const flow::KeptLine& line : view.state.guest.receipt->lines) {
    const float top = ImGui::GetCursorPosY();
    WrappedText(kit, Face::kBody, Colors().soft_ink, line.label, kit.Px(kLabelWidth - 20));
    const float after = ImGui::GetCursorPosY();
    ImGui::SetCursorPos({kit.Px(kLabelWidth), top});
    WrappedText(kit, Face::kBody, Colors().ink, line.text, ImGui::GetContentRegionAvail().x);
    ImGui::SetCursorPosY(std::max(after, ImGui::GetCursorPosY()));
  }
  EndScroll(kit);
  DrawLeave(view, room, "back", Tr("Keep it all, and leave"));
  const float width = kit.Px(280);
  ImGui::SetCursorScreenPos({room.x + room.width - width, room.y + room.height - kit.Px(kGuestButton)});
  if (Button(kit, "erase-record", Tr("Erase all of it"),
             {.kind = ButtonKind::kDanger,
              .icon = icon::kTrash,
              .width = width,
              .height = kGuestButton,
              .enabled = !view.state.guest.receipt->busy}))
    view.form.asks_erase = true;
  const std::string title(Tr("Erase all of this?")),
      text(Tr("It is gone for good, with the picture of your card."));
  if (AskGuest(kit, {"erase-question", title, text, Tr("Erase it")}, view.form.asks_erase))
    view.actions.emplace_back(flow::EraseByReceipt{});
}

void DrawErased(const GuestView& view, const Area& room) {
  Kit& kit = view.kit;
  float y = room.y + room.height * 0.3F;
  y = LinesInMiddle(kit, Face::kDisplay, Colors().ink, Tr("It is erased"), room, y) + kit.Px(16);
  LinesInMiddle(kit, Face::kHeading, Colors().soft_ink,
                Tr("Nothing of you is kept here any more. Lists that your host made before aren't reached by "
                   "this: please ask them."),
                room, y);
  DrawLeave(view, room, "leave", Tr("Back to the start"));
}

}  // namespace

void DrawGuestReceipt(const GuestView& view) {
  const Area room = GuestRoom(view.kit);
  switch (view.state.guest.receipt->step) {
    case flow::ReceiptStep::kEnter:
      return DrawEntry(view, room);
    case flow::ReceiptStep::kShown:
      return DrawRecord(view, room);
    case flow::ReceiptStep::kErased:
      return DrawErased(view, room);
  }
}

}  // namespace kith::ui
