// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <imgui.h>

#include "core/language.h"
#include "ui/contact_parts.h"
#include "ui/icons.h"
#include "ui/palette.h"
#include "ui/widgets/button.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/picture.h"
#include "ui/widgets/text.h"

namespace kith::ui {
namespace {

constexpr float kLabelWidth = 158;
constexpr float kCardHeight = 260;

void DrawColumn(Kit& kit, float left, float width, Color color, const std::string& text) {
  ImGui::SetCursorPosX(left);
  WrappedText(kit, Face::kBody, color, text.empty() ? "\u2013" : text, width);
}

/// Label, then two texts side by side.
void DrawPair(Kit& kit, const std::string& label, const std::string& before, const std::string& after,
              Color ink) {
  const ImVec2 at = ImGui::GetCursorPos();
  const float width = (ImGui::GetContentRegionAvail().x - kit.Px(kLabelWidth + 24)) / 2;
  ImGui::SetCursorPosY(at.y + kit.Px(2));
  CutText(kit, Face::kSmall, Colors().soft_ink, label, kit.Px(kLabelWidth - 10));
  float bottom = ImGui::GetCursorPosY();
  const float left = at.x + kit.Px(kLabelWidth);
  ImGui::SetCursorPosY(at.y);
  DrawColumn(kit, left, width, Colors().soft_ink, before);
  bottom = std::max(bottom, ImGui::GetCursorPosY());
  ImGui::SetCursorPosY(at.y);
  DrawColumn(kit, left + width + kit.Px(24), width, ink, after);
  bottom = std::max(bottom, ImGui::GetCursorPosY());
  ImGui::SetCursorPos({at.x, bottom});
}

void DrawHeadings(Kit& kit, std::string_view before, std::string_view after) {
  const float left = ImGui::GetCursorPosX();
  const float width = (ImGui::GetContentRegionAvail().x - kit.Px(kLabelWidth + 24)) / 2;
  ImGui::SetCursorPosX(left + kit.Px(kLabelWidth));
  Text(kit, Face::kSmall, Colors().soft_ink, before);
  ImGui::SameLine(left + kit.Px(kLabelWidth + 24) + width);
  Text(kit, Face::kSmall, Colors().soft_ink, after);
}

void DrawRevision(Kit& kit, const flow::RevisionRow& row, bool busy, flow::Actions& actions) {
  const float width = ButtonWidth(kit, Tr("Take back"), icon::kUndo);
  const ImVec2 at = ImGui::GetCursorPos();
  ImGui::SetCursorPosY(at.y + kit.Px(8));
  CutText(kit, Face::kStrong, Colors().ink, row.title, ImGui::GetContentRegionAvail().x - width - kit.Px(12));
  ImGui::SetCursorPos({ImGui::GetContentRegionMax().x - width, at.y});
  if (row.can_undo) {
    if (Button(kit, "undo", Tr("Take back"),
               {.kind = ButtonKind::kQuiet,
                .icon = icon::kUndo,
                .width = width,
                .height = 40,
                .enabled = !busy}))
      actions.push_back(flow::UndoRevision{row.number});
  } else {
    ImGui::Dummy({width, kit.Px(40)});
  }
  for (const flow::ChangeLine& line : row.lines)
    DrawPair(kit, line.field, line.before, line.after, Colors().ink);
  Gap(kit, space::kBody);
  Rule(kit);
  Gap(kit, space::kBody);
}

}  // namespace

void DrawContactCards(Kit& kit, const flow::ContactPane& pane) {
  for (std::size_t i = 0; i < pane.cards.size(); ++i) {
    const flow::CardPane& card = pane.cards[i];
    if (i > 0) Gap(kit, space::kArea);
    if (card.front.empty()) {
      Text(kit, Face::kSmall, Colors().soft_ink, Tr("The picture of this card isn't kept any more."));
    } else {
      PictureRow(kit, card.front, kit.Px(kCardHeight));
    }
    Gap(kit, space::kBody);
    DrawHeadings(kit, Tr("On the card"), Tr("Kept now"));
    for (const flow::CardLine& line : card.lines)
      DrawPair(kit, line.label, line.on_card, line.same ? std::string(Tr("the same")) : line.now,
               line.same ? Colors().soft_ink : Colors().amber_ink);
  }
}

void DrawContactHistory(Kit& kit, const flow::ContactPane& pane, bool busy, flow::Actions& actions) {
  DrawHeadings(kit, Tr("Before"), Tr("After"));
  Gap(kit, space::kSmall);
  for (const flow::RevisionRow& row : pane.history) {
    ImGui::PushID(static_cast<int>(row.number));
    DrawRevision(kit, row, busy, actions);
    ImGui::PopID();
  }
}

}  // namespace kith::ui
