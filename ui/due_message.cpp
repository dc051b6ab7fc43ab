// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <imgui.h>

#include "ui/due_parts.h"
#include "ui/icons.h"
#include "ui/palette.h"
#include "ui/widgets/button.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/text.h"
#include "ui/widgets/text_area.h"
#include "ui/widgets/text_field.h"

namespace kith::ui {
namespace {

constexpr float kFooterHeight = 64;

void FillForm(Kit& kit, const flow::MessageSheet& sheet, DueForm& form) {
  if (sheet.loading || form.message_for == sheet.key) return;
  form.message_for = sheet.key;
  form.subject = sheet.subject;
  form.body = BrokenForArea(kit, sheet.body, ImGui::GetContentRegionAvail().x);
}

}  // namespace

void DrawMessageSheet(Kit& kit, const flow::MessageSheet& sheet, DueForm& form, flow::Actions& actions) {
  BeginPanel(kit, "message", {.padding = 20});
  FillForm(kit, sheet, form);
  Text(kit, Face::kHeading, kInk, "A few words");
  Text(kit, Face::kSmall, kSoftInk, "Make them yours. Kith sends nothing.");
  Gap(kit, 12);
  if (sheet.loading) {
    Text(kit, Face::kBody, kSoftInk, "One moment\u2026");
    EndPanel();
    return;
  }
  if (!sheet.to.empty())
    CutText(kit, Face::kSmall, kSoftInk, "To " + sheet.to, ImGui::GetContentRegionAvail().x);
  TextField(kit, "##subject", form.subject);
  const ImVec2 room = ImGui::GetContentRegionAvail();
  TextArea(kit, "##body", form.body, room.x, room.y - kit.Px(kFooterHeight));
  if (Button(kit, "copy", "Copy", {.kind = ButtonKind::kPrimary, .icon = icon::kCopy}))
    ImGui::SetClipboardText(Flowed(form.body).c_str());
  ImGui::SameLine(0, kit.Px(10));
  if (Button(kit, "close", "Close", {.kind = ButtonKind::kQuiet})) actions.push_back(flow::CloseMessage{});
  EndPanel();
}

}  // namespace kith::ui
