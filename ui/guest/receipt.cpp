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

constexpr float kReceiptLabelWidth = 240;
constexpr float kReceiptLeastHeight = 300;

std::string Message(const GuestView& view) {
  const flow::GuestState& guest = view.state.guest;
  if (guest.retry_at && *guest.retry_at > view.state.now)
    return flow::TryAgainText(*guest.retry_at - view.state.now);
  if (guest.receipt->busy) return std::string(Tr("One moment…"));
  if (guest.receipt->wrong) return std::string(Tr("There is no such code here. Please look at it again."));
  return std::string(Tr("Eight letters and digits, as they were shown to you at the end."));
}

void DrawEntry(const GuestView& view) {
  Kit& kit = view.kit;
  Keyboard& keyboard = view.form.keyboard;
  keyboard.shown = keyboard.is_needed = true;
  keyboard.layout = KeyLayout::kCode;
  const Area room = GuestPage(kit, Tr("Your receipt code"), {}, 0);
  ImGui::SetCursorScreenPos({room.x, room.y});
  const bool wrong = view.state.guest.receipt->wrong || view.state.guest.retry_at;
  WrappedText(kit, Face::kHeading, wrong ? Colors().brick : Colors().soft_ink, Message(view), room.width);
  Gap(kit, 20);
  ImGui::SetCursorScreenPos({room.x, ImGui::GetCursorScreenPos().y});
  if (!ImGui::IsAnyItemActive() && !ImGui::GetIO().MouseDown[0]) ImGui::SetKeyboardFocusHere();
  const TextFieldResult typed =
      TextField(kit, "##code", view.form.receipt, {.hint = "7K3M-9QXT", .width = room.width, .large = true});
  Gap(kit, 20);
  const bool busy = view.state.guest.receipt->busy;
  const GuestChoice choices[] = {
      {"back", Tr("Back"), {.icon = icon::kArrowLeft}},
      {"find", Tr("Look it up"), {.kind = ButtonKind::kPrimary, .icon = icon::kSearch, .enabled = !busy}}};
  const char* const pressed =
      DrawChoices(kit, choices, {room.x, ImGui::GetCursorScreenPos().y, room.width, 0});
  if (pressed == choices[0].id) view.actions.emplace_back(flow::LeaveReceipt{});
  if (pressed == choices[1].id || typed.submitted)
    view.actions.emplace_back(flow::FindReceipt{view.form.receipt});
}

/// A word and what it is about, beside each other where there is room.
void DrawLine(Kit& kit, const flow::KeptLine& line) {
  const float top = ImGui::GetCursorPosY();
  const bool narrow = ImGui::GetContentRegionAvail().x < kit.Px(2 * kReceiptLabelWidth);
  WrappedText(kit, Face::kBody, Colors().soft_ink, line.label, narrow ? 0 : kit.Px(kReceiptLabelWidth - 20));
  const float after = ImGui::GetCursorPosY();
  if (!narrow) ImGui::SetCursorPos({kit.Px(kReceiptLabelWidth), top});
  WrappedText(kit, Face::kBody, Colors().ink, line.text, ImGui::GetContentRegionAvail().x);
  ImGui::SetCursorPosY(std::max(after, ImGui::GetCursorPosY()));
}

void DrawRecord(const GuestView& view) {
  Kit& kit = view.kit;
  Area room = GuestPage(kit, Tr("This is kept of you"), {}, kReceiptLeastHeight);
  const bool busy = view.state.guest.receipt->busy;
  const GuestChoice choices[] = {{"back", Tr("Keep it all, and leave"), {.icon = icon::kArrowLeft}},
                                 {"erase-record",
                                  Tr("Erase all of it"),
                                  {.kind = ButtonKind::kDanger, .icon = icon::kTrash, .enabled = !busy}}};
  const char* const pressed = DrawChoicesBelow(kit, choices, room);
  if (pressed == choices[0].id) view.actions.emplace_back(flow::LeaveReceipt{});
  if (pressed == choices[1].id) view.form.asks_erase = true;
  ImGui::SetCursorScreenPos({room.x, room.y});
  BeginScroll(kit, "kept", room.width, room.height);
  for (const flow::KeptLine& line : view.state.guest.receipt->lines)
    DrawLine(kit, line);
  EndScroll(kit);
  const std::string title(Tr("Erase all of this?")),
      text(Tr("It is gone for good, with the picture of your card."));
  if (AskGuest(kit, {"erase-question", title, text, Tr("Erase it")}, view.form.asks_erase))
    view.actions.emplace_back(flow::EraseByReceipt{});
}

void DrawErased(const GuestView& view) {
  Kit& kit = view.kit;
  Area room = GuestPage(kit, {}, {}, kReceiptLeastHeight);
  const GuestChoice choices[] = {{"leave", Tr("Back to the start"), {.icon = icon::kArrowLeft}}};
  if (DrawChoicesBelow(kit, choices, room)) view.actions.emplace_back(flow::LeaveReceipt{});
  float y = room.y + room.height * 0.3F;
  y = LinesInMiddle(kit, Face::kDisplay, Colors().ink, Tr("It is erased"), room, y) + kit.Px(16);
  LinesInMiddle(kit, Face::kHeading, Colors().soft_ink,
                Tr("Nothing of you is kept here any more. Lists that your host made before aren't reached by "
                   "this: please ask them."),
                room, y);
}

}  // namespace

void DrawGuestReceipt(const GuestView& view) {
  switch (view.state.guest.receipt->step) {
    case flow::ReceiptStep::kEnter:
      return DrawEntry(view);
    case flow::ReceiptStep::kShown:
      return DrawRecord(view);
    case flow::ReceiptStep::kErased:
      return DrawErased(view);
  }
}

}  // namespace kith::ui
