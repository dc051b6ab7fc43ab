// SPDX-License-Identifier: Apache-2.0
#include "ui/theme.h"

#include <algorithm>
#include <cmath>

#include <imgui.h>

#include "ui/palette.h"

namespace kith::ui {
namespace {

void SetColors(ImGuiStyle& style) {
  const Palette& colors = Colors();
  const auto set = [&](ImGuiCol what, Color color) {
    style.Colors[what] = ImGui::ColorConvertU32ToFloat4(color);
  };
  set(ImGuiCol_Text, colors.ink);
  set(ImGuiCol_TextDisabled, colors.soft_ink);
  // The window is cleared with the paper; to fill it once more takes a software renderer milliseconds.
  set(ImGuiCol_WindowBg, 0);
  set(ImGuiCol_ChildBg, 0);
  set(ImGuiCol_PopupBg, colors.sheet);
  set(ImGuiCol_Border, colors.line);
  set(ImGuiCol_FrameBg, colors.sheet);
  set(ImGuiCol_FrameBgHovered, colors.sheet);
  set(ImGuiCol_FrameBgActive, colors.sheet);
  set(ImGuiCol_Button, colors.shade);
  set(ImGuiCol_ButtonHovered, colors.line);
  set(ImGuiCol_ButtonActive, colors.line);
  set(ImGuiCol_Header, colors.accent_tint);
  set(ImGuiCol_HeaderHovered, colors.shade);
  set(ImGuiCol_HeaderActive, colors.accent_tint);
  set(ImGuiCol_CheckMark, colors.accent);
  set(ImGuiCol_Separator, colors.line);
  set(ImGuiCol_TextSelectedBg, colors.selection);
  set(ImGuiCol_NavHighlight, colors.accent);
  set(ImGuiCol_ScrollbarBg, 0);
  set(ImGuiCol_ScrollbarGrab, colors.grab);
  set(ImGuiCol_ScrollbarGrabHovered, colors.grab_lit);
  set(ImGuiCol_ScrollbarGrabActive, colors.grab_lit);
  set(ImGuiCol_ModalWindowDimBg, colors.veil);
}

}  // namespace

void ApplyTheme(flow::Theme theme, float scale) {
  UseColors(theme == flow::Theme::kDark ? kDarkColors : kLightColors);
  ImGuiStyle style;
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.WindowRounding = 0;
  style.ChildRounding = radius::kPanel;
  style.ChildBorderSize = 1;
  style.PopupRounding = radius::kCard;
  style.PopupBorderSize = 1;
  style.FramePadding = {14, 12};
  style.FrameRounding = radius::kInput;
  style.FrameBorderSize = 0;
  style.ItemSpacing = {12, 10};
  style.ItemInnerSpacing = {8, 8};
  style.ScrollbarSize = 12;
  style.ScrollbarRounding = radius::kPiece;
  style.GrabRounding = radius::kPiece;
  style.TouchExtraPadding = {2, 2};
  style.DisabledAlpha = 0.45F;
  style.ScaleAllSizes(scale);
  style.ChildBorderSize = style.PopupBorderSize = std::max(1.0F, std::floor(scale));
  SetColors(style);
  ImGui::GetStyle() = style;
}

}  // namespace kith::ui
