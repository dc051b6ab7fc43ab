// SPDX-License-Identifier: Apache-2.0
#include <span>
#include <vector>

#include <imgui.h>

#include "ui/guest/guest_parts.h"

namespace kith::ui {
namespace {

constexpr float kGap = 12;

float WidthOf(Kit& kit, const GuestChoice& choice) {
  return ButtonWidth(kit, choice.label, choice.look.icon);
}

bool FitBesideEachOther(Kit& kit, std::span<const GuestChoice> choices, float width) {
  float sum = kit.Px(kGap) * static_cast<float>(choices.size() - 1);
  for (const GuestChoice& choice : choices)
    sum += WidthOf(kit, choice);
  return sum <= width;
}

bool DrawChoice(Kit& kit, const GuestChoice& choice, const ImVec2& at, float width) {
  ButtonOptions look = choice.look;
  look.width = width;
  look.height = kGuestButton;
  ImGui::SetCursorScreenPos(at);
  return Button(kit, choice.id, choice.label, look);
}

}  // namespace

float HeightOfChoices(Kit& kit, std::span<const GuestChoice> choices, float width) {
  const auto rows = static_cast<float>(FitBesideEachOther(kit, choices, width) ? 1 : choices.size());
  return rows * kit.High(kGuestButton) + (rows - 1) * kit.Px(kGap);
}

const char* DrawChoices(Kit& kit, std::span<const GuestChoice> choices, const Area& area) {
  const bool in_a_row = FitBesideEachOther(kit, choices, area.width);
  const float step = kit.High(kGuestButton) + kit.Px(kGap);
  const char* pressed = nullptr;
  float x = area.x;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const std::size_t from_last = choices.size() - 1 - i;
    ImVec2 at = {area.x, area.y + step * static_cast<float>(from_last)};
    float width = area.width;
    if (in_a_row) {
      width = WidthOf(kit, choices[i]);
      if (from_last == 0) width = std::min(std::max(width, kit.Px(260)), area.x + area.width - x);
      at = {from_last == 0 ? area.x + area.width - width : x, area.y};
      x += width + kit.Px(kGap);
    }
    if (DrawChoice(kit, choices[i], at, width)) pressed = choices[i].id;
  }
  return pressed;
}

const char* DrawChoicesBelow(Kit& kit, std::span<const GuestChoice> choices, Area& room) {
  const float height = HeightOfChoices(kit, choices, room.width);
  const char* const pressed =
      DrawChoices(kit, choices, {room.x, room.y + room.height - height, room.width, height});
  room.height -= height + kit.Px(20);
  return pressed;
}

}  // namespace kith::ui
