// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/bars.h"

#include <algorithm>
#include <string>

#include <imgui.h>

#include "ui/palette.h"
#include "ui/widgets/text.h"

namespace kith::ui {
namespace {

constexpr float kWidestBar = 56;
constexpr float kLine = 22;  ///< of the labels below, and of the values above

/// In the middle of `left` and `right`; left out where it would touch its neighbours.
void TextBetween(Kit& kit, Color color, std::string_view text, float left, float right, float top) {
  const float width = TextWidth(kit, Face::kSmall, text);
  if (width > right - left) return;
  const ImVec2 before = ImGui::GetCursorScreenPos();
  ImGui::SetCursorScreenPos({(left + right - width) / 2, top});
  Text(kit, Face::kSmall, color, text);
  ImGui::SetCursorScreenPos(before);
}

void DrawBar(Kit& kit, const Bar& bar, int most, const ImVec2& at, const ImVec2& size) {
  const float line = kit.Px(kLine);
  const float floor = at.y + size.y - line;
  const float full = size.y - 2 * line;
  const float height = full * static_cast<float>(bar.value) / static_cast<float>(most);
  const float gap = std::min(size.x * 0.15F, kit.Px(6));
  const bool lit = ImGui::IsMouseHoveringRect(at, {at.x + size.x, at.y + size.y});
  ImDrawList* draw = ImGui::GetWindowDrawList();
  if (bar.value > 0) {
    draw->AddRectFilled({at.x + gap, floor - std::max(height, kit.Px(3))}, {at.x + size.x - gap, floor},
                        lit ? Colors().accent_dark : Colors().accent, kit.Px(4), ImDrawFlags_RoundCornersTop);
    TextBetween(kit, Colors().ink, std::to_string(bar.value), at.x, at.x + size.x, floor - height - line);
  }
  TextBetween(kit, Colors().soft_ink, bar.label, at.x, at.x + size.x, floor + kit.Px(3));
  if (lit && !bar.tip.empty() && ImGui::IsWindowHovered()) Tip(kit, bar.tip);
}

}  // namespace

void Bars(Kit& kit, std::span<const Bar> bars, float height) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  if (!bars.empty()) {
    const int most = std::max(1, std::ranges::max(bars, {}, &Bar::value).value);
    const float step = std::min(width / static_cast<float>(bars.size()), kit.Px(kWidestBar));
    float x = at.x;
    for (const Bar& bar : bars) {
      DrawBar(kit, bar, most, {x, at.y}, {step, height});
      x += step;
    }
    const float floor = at.y + height - kit.Px(kLine);
    ImGui::GetWindowDrawList()->AddLine({at.x, floor}, {at.x + width, floor}, Colors().line, kit.Px(1));
  }
  ImGui::SetCursorScreenPos(at);
  ImGui::Dummy({width, height});
}

}  // namespace kith::ui
