// SPDX-License-Identifier: Apache-2.0
#include <imgui.h>

#include "core/language.h"
#include "ui/contact_parts.h"
#include "ui/icons.h"
#include "ui/palette.h"
#include "ui/screens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/text.h"
#include "ui/widgets/text_field.h"

namespace kith::ui {
namespace {

constexpr float kListWidth = 400;
constexpr float kRowHeight = 72;
constexpr float kFilterWidth = 52;

void DrawRow(Kit& kit, const flow::ContactRow& row, bool selected, flow::Actions& actions) {
  ImGui::PushID(row.id.ToString().c_str());
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float height = kit.Px(kRowHeight);
  if (ImGui::InvisibleButton("contact", {width, height})) actions.push_back(flow::SelectContact{row.id});
  const bool lit = ImGui::IsItemHovered() || ImGui::IsItemFocused();
  ImDrawList* draw = ImGui::GetWindowDrawList();
  if (selected || lit)
    draw->AddRectFilled(at, {at.x + width, at.y + height}, selected ? Colors().accent_tint : Colors().shade,
                        kit.Px(12));
  const ImVec2 after = ImGui::GetCursorScreenPos();
  ImGui::SetCursorScreenPos({at.x + kit.Px(12), at.y + kit.Px(12)});
  Avatar(kit, row.initials, 48);
  const float left = at.x + kit.Px(74);
  const float text_width = at.x + width - left - kit.Px(12);
  const bool two_lines = !row.about.empty();
  ImGui::SetCursorScreenPos(
      {left, at.y + (two_lines ? kit.Px(13) : (height - LineHeight(kit, Face::kStrong)) / 2)});
  CutText(kit, Face::kStrong, Colors().ink, row.name, text_width);
  ImGui::SetCursorScreenPos({left, at.y + kit.Px(39)});
  if (two_lines) CutText(kit, Face::kSmall, Colors().soft_ink, row.about, text_width);
  ImGui::SetCursorScreenPos(after);
  ImGui::PopID();
}

/// Only the rows that can be seen are drawn: there may be a hundred thousand.
void DrawRows(Kit& kit, const flow::ContactsState& contacts, flow::Actions& actions) {
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, kit.Px(2)});
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(contacts.rows.size()), kit.Px(kRowHeight + 2));
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      const flow::ContactRow& row = contacts.rows[static_cast<std::size_t>(i)];
      DrawRow(kit, row, contacts.selected == row.id, actions);
    }
  }
  ImGui::PopStyleVar();
}

void DrawList(Kit& kit, const flow::ContactsState& contacts, ContactsForm& form, const FirstPart& part,
              flow::Actions& actions) {
  BeginPanel(kit, "list", {.width = part.width, .height = part.height, .padding = 16});
  const TextFieldResult search =
      TextField(kit, "##search", form.query,
                {.hint = Tr("A name, a company, a number \u2026"),
                 .icon = icon::kSearch,
                 .width = ImGui::GetContentRegionAvail().x - kit.Px(kFilterWidth)});
  if (search.changed) actions.push_back(flow::SearchContacts{form.query});
  ImGui::SameLine(0, kit.Px(8));
  DrawContactFilters(kit, contacts, form, actions);
  Gap(kit, space::kBody);
  BeginScroll(kit, "rows");
  if (contacts.loaded && contacts.rows.empty()) {
    Gap(kit, 90);
    if (contacts.filters != flow::ContactFilters()) {
      EmptyState(kit, icon::kFilter, Tr("Nobody among these"), Tr("\u201cAll\u201d shows everybody again."));
    } else if (form.query.empty()) {
      EmptyState(kit, icon::kUsers, Tr("Nobody here yet"), Tr("Scan a card to begin."));
    } else {
      EmptyState(kit, icon::kSearch, Tr("Nobody found"), Tr("Try fewer or other words."));
    }
  }
  DrawRows(kit, contacts, actions);
  EndScroll(kit);
  EndPanel();
}

}  // namespace

void DrawContacts(Kit& kit, const flow::ContactsState& contacts, const std::string& region,
                  ContactsForm& form, flow::Actions& actions) {
  Text(kit, Face::kTitle, Colors().ink, Tr("Contacts"));
  Gap(kit, space::kPart);
  const FirstPart list = BeginParts(kit, kit.Px(kListWidth), 0.4F);
  DrawList(kit, contacts, form, list, actions);
  NextPart(kit, list);
  BeginPanel(kit, "details", {.padding = 32});
  if (contacts.pane) {
    DrawContactPane(kit, contacts, region, form, actions);
  } else if (!contacts.selected) {
    Gap(kit, 160);
    EmptyState(kit, icon::kUser, Tr("Who was it again?"), Tr("Choose somebody from the list."));
  }
  EndPanel();
}

}  // namespace kith::ui
