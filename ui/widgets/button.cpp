// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/button.h"

#include <algorithm>
#include <string>

#include <imgui.h>

#include "ui/palette.h"
#include "ui/widgets/text.h"

namespace kith::ui {
namespace {

struct ButtonColors {
  Color ground, hovered, pressed, ink, line;
};

ButtonColors ColorsOf(ButtonKind kind) {
  switch (kind) {
    case ButtonKind::kPrimary:
      return {Colors().accent, Colors().accent_dark, Colors().accent_dark, Colors().on_accent, 0};
    case ButtonKind::kSecondary:
      return {Colors().sheet, Colors().shade, Colors().line, Colors().ink, Colors().input_line};
    case ButtonKind::kQuiet:
      return {0, Colors().shade, Colors().line, Colors().soft_ink, 0};
    case ButtonKind::kDanger:
      return {0, Colors().brick_tint, Colors().brick_tint, Colors().brick, 0};
    case ButtonKind::kOnAccent:
      return {0, Colors().accent_dark, Colors().accent_dark, Colors().on_accent, 0};
  }
  return {};
}

std::string Caption(std::string_view label, const char* icon) {
  std::string caption = icon ? std::string(icon) : std::string();
  if (icon && !label.empty()) caption += "  ";
  return caption.append(label);
}

bool Draw(Kit& kit, const std::string& caption, const char* id, const ButtonColors& colors, float width,
          float height, bool enabled) {
  ImGui::PushFont(kit.fonts.Get(Face::kStrong));
  ImGui::PushStyleColor(ImGuiCol_Button, colors.ground);
  ImGui::PushStyleColor(ImGuiCol_ButtonHovered, colors.hovered);
  ImGui::PushStyleColor(ImGuiCol_ButtonActive, colors.pressed);
  ImGui::PushStyleColor(ImGuiCol_Text, colors.ink);
  ImGui::PushStyleColor(ImGuiCol_Border, colors.line);
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, colors.line ? kit.Px(1) : 0.0F);
  ImGui::PushStyleVar(ImGuiStyleVar_FrameRounding, kit.Px(radius::kButton));
  // Larger text has less room above and below it.
  const float above = (height - ImGui::GetFontSize()) / 2;
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ImGui::GetStyle().FramePadding.x, above});
  if (!enabled) ImGui::BeginDisabled();
  const bool pressed = ImGui::Button((caption + "###" + id).c_str(), {width, height});
  if (!enabled) ImGui::EndDisabled();
  ImGui::PopStyleVar(3);
  ImGui::PopStyleColor(5);
  ImGui::PopFont();
  return pressed && enabled;
}

}  // namespace

float Kit::High(float units) const {
  return std::max({touch, units * sizes.plain_scale, fonts.Get(Face::kStrong)->FontSize + Px(16)});
}

float ButtonWidth(Kit& kit, std::string_view label, const char* icon) {
  return TextWidth(kit, Face::kStrong, Caption(label, icon)) + kit.Px(44);
}

void NextButton(Kit& kit, std::string_view label, const char* icon) {
  NextItem(ButtonWidth(kit, label, icon), kit.Px(space::kSmall));
}

void NextItem(float width, float gap) {
  ImGui::SameLine(0, gap);
  if (ImGui::GetCursorPosX() + width > ImGui::GetContentRegionMax().x) ImGui::NewLine();
}

bool Button(Kit& kit, const char* id, std::string_view label, const ButtonOptions& options) {
  kit.fonts.Want(label);
  const float width = options.width > 0 ? options.width : ButtonWidth(kit, label, options.icon);
  return Draw(kit, Caption(label, options.icon), id, ColorsOf(options.kind), width, kit.High(options.height),
              options.enabled);
}

bool IconButton(Kit& kit, const char* id, const char* icon, std::string_view tip, float size,
                ButtonKind kind) {
  const float side = kit.High(size);
  const bool pressed = Draw(kit, icon, id, ColorsOf(kind), side, side, true);
  if (ImGui::IsItemHovered()) Tip(kit, tip);
  return pressed;
}

}  // namespace kith::ui
