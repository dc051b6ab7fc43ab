// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <imgui.h>

#include "core/language.h"
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

constexpr float kCloseSize = 44;
constexpr float kMessageFooterHeight = 122;

void FillForm(Kit& kit, const flow::MessageSheet& sheet, DueForm& form) {
  if (sheet.loading || form.message_for == sheet.key) return;
  form.message_for = sheet.key;
  form.subject = sheet.mail.subject;
  form.body = BrokenForArea(kit, sheet.mail.body, ImGui::GetContentRegionAvail().x);
}

void DrawButtons(Kit& kit, const flow::MessageSheet& sheet, const DueForm& form, flow::Actions& actions) {
  using Where = flow::TakeMessage::Where;
  const float gap = kit.Px(10);
  const float width = ImGui::GetContentRegionAvail().x;
  const float half = (width - gap) / 2;
  const auto take = [&](Where where) {
    actions.push_back(flow::TakeMessage{where, form.subject, Flowed(form.body)});
  };
  if (Button(
          kit, "open-mail", Tr("Open in mail program"),
          {.kind = ButtonKind::kPrimary, .icon = icon::kEnvelope, .width = width, .enabled = !sheet.taking}))
    take(Where::kMailProgram);
  if (Button(kit, "save-draft", Tr("Save draft"),
             {.icon = icon::kDownload, .width = half, .enabled = !sheet.taking}))
    take(Where::kDraft);
  ImGui::SameLine(0, gap);
  if (Button(kit, "copy", Tr("Copy"), {.icon = icon::kCopy, .width = half}))
    ImGui::SetClipboardText(Flowed(form.body).c_str());
}

}  // namespace

void DrawMessageSheet(Kit& kit, const flow::MessageSheet& sheet, DueForm& form, flow::Actions& actions) {
  BeginPanel(kit, "message", {.padding = 20});
  FillForm(kit, sheet, form);
  const ImVec2 at = ImGui::GetCursorPos();
  Text(kit, Face::kHeading, Colors().ink, Tr("A few words"));
  const ImVec2 below = ImGui::GetCursorPos();
  ImGui::SetCursorPos({at.x + ImGui::GetContentRegionAvail().x - kit.Px(kCloseSize), at.y});
  if (IconButton(kit, "close", icon::kTimes, Tr("Close"), kCloseSize))
    actions.push_back(flow::CloseMessage{});
  ImGui::SetCursorPos(below);
  Text(kit, Face::kSmall, Colors().soft_ink, Tr("Make them yours. Kith sends nothing."));
  Gap(kit, space::kBody);
  if (sheet.loading) {
    Text(kit, Face::kBody, Colors().soft_ink, Tr("One moment\u2026"));
    EndPanel();
    return;
  }
  const std::string to = RecipientsText(sheet.mail);
  CutText(kit, Face::kSmall, Colors().soft_ink,
          to.empty() ? std::string(Tr("No e-mail address is known")) : Filled(Tr("To {0}"), {to}),
          ImGui::GetContentRegionAvail().x);
  TextField(kit, "##subject", form.subject);
  const ImVec2 room = ImGui::GetContentRegionAvail();
  TextArea(kit, "##body", form.body, room.x, room.y - kit.Px(kMessageFooterHeight));
  DrawButtons(kit, sheet, form, actions);
  EndPanel();
}

}  // namespace kith::ui
