// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/qr_code.h"

#include <algorithm>
#include <cmath>

#include <imgui.h>

#include "ui/palette.h"

namespace kith::ui {

void QrCodeRow(const QrCode& code, float room) {
  constexpr Color kDark = Rgb(0x000000);
  constexpr Color kLight = Rgb(0xFFFFFF);
  const auto squares = static_cast<float>(code.size + 2 * QrCode::kMargin);
  const float width = ImGui::GetContentRegionAvail().x;
  const float pixels = std::max(1.0F, std::floor(std::min(room, width) / squares));
  const float side = pixels * squares;
  const ImVec2 cursor = ImGui::GetCursorScreenPos();
  const ImVec2 at = {std::floor(cursor.x + (width - side) / 2), std::floor(cursor.y)};
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->AddRectFilled(at, {at.x + side, at.y + side}, kLight);
  for (int y = 0; y < code.size; ++y) {
    for (int x = 0; x < code.size; ++x) {
      if (!code.IsDark(x, y)) continue;
      int run = 1;
      while (x + run < code.size && code.IsDark(x + run, y))
        ++run;
      const ImVec2 corner = {at.x + pixels * static_cast<float>(x + QrCode::kMargin),
                             at.y + pixels * static_cast<float>(y + QrCode::kMargin)};
      draw->AddRectFilled(corner, {corner.x + pixels * static_cast<float>(run), corner.y + pixels}, kDark);
      x += run;
    }
  }
  ImGui::Dummy({width, side});
}

}  // namespace kith::ui
