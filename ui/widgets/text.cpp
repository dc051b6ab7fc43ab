// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/text.h"

#include <algorithm>

#include <imgui.h>
#include <imgui_internal.h>

#include "core/visual_text.h"

namespace kith::ui {
namespace {

/// Font and colour of what is drawn while it is there.
class Style {
 public:
  Style(Kit& kit, Face face, Color color) {
    ImGui::PushFont(kit.fonts.Get(face));
    ImGui::PushStyleColor(ImGuiCol_Text, color);
  }
  ~Style() {
    ImGui::PopStyleColor();
    ImGui::PopFont();
  }
  Style(const Style&) = delete;
  Style& operator=(const Style&) = delete;
};

}  // namespace

ShownText::ShownText(Kit& kit, std::string_view text)
    : ordered_(HasRightToLeft(text) ? InVisualOrder(text) : ""), shown_(ordered_.empty() ? text : ordered_) {
  kit.fonts.Want(shown_);
}

void Text(Kit& kit, Face face, Color color, std::string_view text) {
  const Style style(kit, face, color);
  const ShownText shown(kit, text);
  ImGui::TextUnformatted(shown.begin(), shown.end());
}

void WrappedText(Kit& kit, Face face, Color color, std::string_view text, float width) {
  const Style style(kit, face, color);
  const ShownText shown(kit, text);
  ImGui::PushTextWrapPos(width > 0 ? ImGui::GetCursorPosX() + width : 0.0F);
  ImGui::TextUnformatted(shown.begin(), shown.end());
  ImGui::PopTextWrapPos();
}

void CutText(Kit& kit, Face face, Color color, std::string_view text, float width) {
  const Style style(kit, face, color);
  const ShownText shown(kit, text);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 size = ImGui::CalcTextSize(shown.begin(), shown.end());
  ImGui::Dummy({std::min(size.x, std::max(width, 1.0F)), size.y});
  const float right = at.x + width;
  ImGui::RenderTextEllipsis(ImGui::GetWindowDrawList(), at, {right, at.y + size.y}, right, right,
                            shown.begin(), shown.end(), &size);
  if (size.x > width && ImGui::IsItemHovered()) Tip(kit, text);
}

void Tip(Kit& kit, std::string_view text) {
  constexpr float kWidestTip = 480;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {kit.Px(12), kit.Px(8)});
  ImGui::BeginTooltip();
  WrappedText(kit, Face::kSmall, Colors().ink, text, kit.Px(kWidestTip));
  ImGui::EndTooltip();
  ImGui::PopStyleVar();
}

void CenteredText(Kit& kit, Face face, Color color, std::string_view text) {
  const float spare = ImGui::GetContentRegionAvail().x - TextWidth(kit, face, text);
  if (spare <= 0) return WrappedText(kit, face, color, text);
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + spare / 2);
  Text(kit, face, color, text);
}

float TextWidth(Kit& kit, Face face, std::string_view text) {
  const ShownText shown(kit, text);
  const ImFont* font = kit.fonts.Get(face);
  return font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, shown.begin(), shown.end()).x;
}

float LineHeight(const Kit& kit, Face face) {
  return kit.fonts.Get(face)->FontSize;
}

void Gap(const Kit& kit, float units) {
  ImGui::Dummy({0, std::max(0.0F, kit.Px(units) - ImGui::GetStyle().ItemSpacing.y)});
}

void EmptyState(Kit& kit, const char* icon, std::string_view title, std::string_view text) {
  const float radius = kit.Px(44);
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const float middle = from.x + ImGui::GetContentRegionAvail().x / 2;
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->AddCircleFilled({middle, from.y + radius}, radius, Colors().accent_tint, 48);
  const ImFont* font = kit.fonts.Get(Face::kTitle);
  const float width = TextWidth(kit, Face::kTitle, icon);
  draw->AddText(font, font->FontSize, {middle - width / 2, from.y + radius - font->FontSize / 2},
                Colors().accent, icon);
  ImGui::Dummy({0, radius * 2});
  Gap(kit, space::kPart);
  CenteredText(kit, Face::kHeading, Colors().ink, title);
  CenteredText(kit, Face::kBody, Colors().soft_ink, text);
}

}  // namespace kith::ui
