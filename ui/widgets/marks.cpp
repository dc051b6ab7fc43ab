// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/marks.h"

#include <string>

#include <imgui.h>

#include "ui/widgets/text.h"

namespace kith::ui {

void Chip(Kit& kit, std::string_view text, Color ground, Color ink, const char* icon) {
  const std::string label = (icon ? std::string(icon) + "  " : std::string()).append(text);
  const ShownText shown(kit, label);
  const ImFont* font = kit.fonts.Get(Face::kSmall);
  const float height = font->FontSize + kit.Px(10);
  const float width = TextWidth(kit, Face::kSmall, label) + kit.Px(22);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->AddRectFilled(at, {at.x + width, at.y + height}, ground, height / 2);
  draw->AddText(font, font->FontSize, {at.x + kit.Px(11), at.y + kit.Px(5)}, ink, shown.begin(), shown.end());
  ImGui::Dummy({width, height});
}

void Avatar(Kit& kit, std::string_view initials, float diameter, Color ground) {
  const ShownText shown(kit, initials);
  const float size = kit.Px(diameter);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const bool is_icon = !initials.empty() && initials.front() == '\xef';
  const Face face = diameter > 60 ? Face::kTitle : is_icon ? Face::kHeading : Face::kStrong;
  const ImFont* font = kit.fonts.Get(face);
  const float width = TextWidth(kit, face, initials);
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->AddCircleFilled({at.x + size / 2, at.y + size / 2}, size / 2, ground, 48);
  draw->AddText(font, font->FontSize, {at.x + (size - width) / 2, at.y + (size - font->FontSize) / 2},
                Colors().accent_dark, shown.begin(), shown.end());
  ImGui::Dummy({size, size});
}

void Rule(const Kit& kit) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + width, at.y + kit.Px(1)}, Colors().line);
  ImGui::Dummy({width, kit.Px(1)});
}

}  // namespace kith::ui
