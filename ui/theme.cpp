// SPDX-License-Identifier: Apache-2.0
#include "ui/theme.h"

#include <algorithm>
#include <cmath>

#include <imgui.h>

#include "ui/palette.h"

namespace kith::ui {
namespace {

void SetColors(ImGuiStyle& style) {
  const auto set = [&](ImGuiCol what, Color color) {
    style.Colors[what] = ImGui::ColorConvertU32ToFloat4(color);
  };
  set(ImGuiCol_Text, kInk);
  set(ImGuiCol_TextDisabled, kSoftInk);
  set(ImGuiCol_WindowBg, kPaper);
  set(ImGuiCol_ChildBg, 0);
  set(ImGuiCol_PopupBg, kSheet);
  set(ImGuiCol_Border, kLine);
  set(ImGuiCol_FrameBg, kSheet);
  set(ImGuiCol_FrameBgHovered, kSheet);
  set(ImGuiCol_FrameBgActive, kSheet);
  set(ImGuiCol_Button, kShade);
  set(ImGuiCol_ButtonHovered, kLine);
  set(ImGuiCol_ButtonActive, kLine);
  set(ImGuiCol_Header, kAccentTint);
  set(ImGuiCol_HeaderHovered, kShade);
  set(ImGuiCol_HeaderActive, kAccentTint);
  set(ImGuiCol_CheckMark, kAccent);
  set(ImGuiCol_Separator, kLine);
  set(ImGuiCol_TextSelectedBg, Rgb(0xBFDCCF));
  set(ImGuiCol_NavHighlight, kAccent);
  set(ImGuiCol_ScrollbarBg, 0);
  set(ImGuiCol_ScrollbarGrab, Rgb(0xD8CCBC));
  set(ImGuiCol_ScrollbarGrabHovered, Rgb(0xC4B5A2));
  set(ImGuiCol_ScrollbarGrabActive, Rgb(0xC4B5A2));
  set(ImGuiCol_ModalWindowDimBg, WithAlpha(kNight, 110));
}

}  // namespace

void ApplyTheme(float scale) {
  ImGuiStyle style;
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.WindowRounding = 0;
  style.ChildRounding = 16;
  style.ChildBorderSize = 1;
  style.PopupRounding = 12;
  style.PopupBorderSize = 1;
  style.FramePadding = {14, 12};
  style.FrameRounding = 10;
  style.FrameBorderSize = 0;
  style.ItemSpacing = {12, 10};
  style.ItemInnerSpacing = {8, 8};
  style.ScrollbarSize = 12;
  style.ScrollbarRounding = 6;
  style.GrabRounding = 6;
  style.TouchExtraPadding = {2, 2};
  style.DisabledAlpha = 0.45F;
  style.ScaleAllSizes(scale);
  style.ChildBorderSize = style.PopupBorderSize = std::max(1.0F, std::floor(scale));
  SetColors(style);
  ImGui::GetStyle() = style;
}

float ScaleFor(bool kiosk, int width, int height, float desktop_scale) {
  const float by_size = std::min(static_cast<float>(width) / 1280.0F, static_cast<float>(height) / 800.0F);
  const float wanted = kiosk ? std::max(by_size, desktop_scale) : desktop_scale;
  // A window too small for the desktop's scale gets smaller letters rather than cut-off ones.
  const float fitting = std::min(wanted, std::max(by_size, 0.75F) * (kiosk ? 1.0F : 1.25F));
  return std::clamp(std::round(fitting * 8.0F) / 8.0F, 0.75F, 4.0F);
}

}  // namespace kith::ui
