// SPDX-License-Identifier: Apache-2.0
#include "ui/field_rows.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include <imgui.h>

#include "core/language.h"
#include "flow/present.h"
#include "ui/icons.h"
#include "ui/palette.h"
#include "ui/widgets/button.h"
#include "ui/widgets/text.h"
#include "ui/widgets/text_field.h"

namespace kith::ui {
namespace {

using flow::ReviewRow;

constexpr float kTypeWidth = 128;
constexpr std::array kPhoneTypes = {PhoneType::kMobile, PhoneType::kWork, PhoneType::kFax, PhoneType::kHome,
                                    PhoneType::kOther};
constexpr std::array kAddable = {FieldKind::kPhone,        FieldKind::kEmail, FieldKind::kTitle,
                                 FieldKind::kOrganization, FieldKind::kUrl,   FieldKind::kAddress,
                                 FieldKind::kHandle};

bool Has(const std::vector<ReviewRow>& rows, FieldKind kind) {
  return std::any_of(rows.begin(), rows.end(), [&](const ReviewRow& row) { return row.kind == kind; });
}

/// At the right end of the last item.
void DrawChevron(const Kit& kit) {
  const ImVec2 min = ImGui::GetItemRectMin();
  const ImVec2 max = ImGui::GetItemRectMax();
  const ImVec2 tip = {max.x - kit.Px(18), (min.y + max.y) / 2 + kit.Px(3)};
  const float wing = kit.Px(6);
  const ImVec2 line[] = {{tip.x - wing, tip.y - wing}, tip, {tip.x + wing, tip.y - wing}};
  ImGui::GetWindowDrawList()->AddPolyline(line, 3, Colors().soft_ink, 0, kit.Px(2));
}

void DrawTypeCombo(Kit& kit, ReviewRow& row) {
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, kit.Px(1));
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {kit.Px(14), LinePadding(kit)});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {kit.Px(8), kit.Px(8)});
  ImGui::PushStyleColor(ImGuiCol_Border, Colors().input_line);
  ImGui::SetNextItemWidth(kit.Px(kTypeWidth));
  const std::string chosen(flow::PhoneTypeLabel(row.phone_type));
  if (ImGui::BeginCombo("##type", chosen.c_str(), ImGuiComboFlags_NoArrowButton)) {
    for (const PhoneType type : kPhoneTypes) {
      const std::string label(flow::PhoneTypeLabel(type));
      if (ImGui::Selectable(label.c_str(), type == row.phone_type, 0, {0, std::max(kit.Px(34), kit.touch)}))
        row.phone_type = type;
    }
    ImGui::EndCombo();
  }
  DrawChevron(kit);
  ImGui::PopStyleColor();
  ImGui::PopStyleVar(3);
}

}  // namespace

FieldInputResult DrawFieldInput(Kit& kit, ReviewRow& row, float width) {
  const float gap = kit.Px(8);
  const bool removable = row.kind != FieldKind::kName;
  float input_width = width;
  if (removable) input_width -= kit.Px(44) + gap;
  if (row.kind == FieldKind::kPhone) input_width -= kit.Px(kTypeWidth) + gap;
  FieldInputResult result;
  result.focused = TextField(kit, "##value", row.text, {.width = input_width}).focused;
  if (row.kind == FieldKind::kPhone) {
    ImGui::SameLine(0, gap);
    DrawTypeCombo(kit, row);
  }
  if (!removable) return result;
  ImGui::SameLine(0, gap);
  result.keep = !IconButton(kit, "remove", icon::kTimes, Tr("Remove this line"));
  return result;
}

void DrawFieldLabel(Kit& kit, const ReviewRow& row) {
  Text(kit, Face::kSmall, Colors().soft_ink, flow::FieldLabel(row.kind));
}

void DrawAddFields(Kit& kit, std::vector<ReviewRow>& rows) {
  const float right = ImGui::GetContentRegionMax().x;
  bool first = true;
  for (const FieldKind kind : kAddable) {
    if (!flow::MayRepeat(kind) && Has(rows, kind)) continue;
    const std::string label(flow::FieldLabel(kind));
    const float width = ButtonWidth(kit, label, icon::kPlus);
    if (!first) ImGui::SameLine(0, kit.Px(4));
    if (!first && ImGui::GetCursorPosX() + width > right) ImGui::NewLine();
    first = false;
    const std::string id = "add-" + std::string(FieldKindName(kind));
    if (!Button(kit, id.c_str(), label, {.kind = ButtonKind::kQuiet, .icon = icon::kPlus, .height = 40}))
      continue;
    ReviewRow row;
    row.kind = kind;
    rows.push_back(std::move(row));
  }
}

}  // namespace kith::ui
