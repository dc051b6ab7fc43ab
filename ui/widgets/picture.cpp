// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/picture.h"

#include <algorithm>

#include <imgui.h>

#include "ui/palette.h"

namespace kith::ui {
namespace {

/// So that ascenders, descenders and the neighbourhood can be seen.
constexpr double kCropMargin = 0.3;
constexpr int kMinCropMargin = 6;

Box WithMargin(const Box& box, const Image& card) {
  const int margin = std::max(kMinCropMargin, static_cast<int>(kCropMargin * box.height));
  return Intersection({box.x - margin, box.y - margin, box.width + 2 * margin, box.height + 2 * margin},
                      {0, 0, card.width(), card.height()});
}

}  // namespace

Area FitInto(const Area& room, int width, int height) {
  if (width <= 0 || height <= 0) return {room.x, room.y, 0, 0};
  const float scale =
      std::min(room.width / static_cast<float>(width), room.height / static_cast<float>(height));
  const float w = static_cast<float>(width) * scale;
  const float h = static_cast<float>(height) * scale;
  return {room.x + (room.width - w) / 2, room.y + (room.height - h) / 2, w, h};
}

void DrawPicture(Kit& kit, const Image& image, const Area& area, float rounding, PictureKind kind) {
  if (image.empty()) return;
  ImGui::GetWindowDrawList()->AddImageRounded(kit.textures.Of(image, kind), {area.x, area.y},
                                              {area.x + area.width, area.y + area.height}, {0, 0}, {1, 1},
                                              Rgb(0xFFFFFF), kit.Px(rounding));
}

void DrawMirrored(Kit& kit, const Image& image, const Area& area, float rounding, PictureKind kind) {
  if (image.empty()) return;
  ImGui::GetWindowDrawList()->AddImageRounded(kit.textures.Of(image, kind), {area.x, area.y},
                                              {area.x + area.width, area.y + area.height}, {1, 0}, {0, 1},
                                              Rgb(0xFFFFFF), kit.Px(rounding));
}

Area PictureRow(Kit& kit, const Image& image, float max_height) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float room = ImGui::GetContentRegionAvail().x;
  const Area fitted = FitInto({at.x, at.y, room, max_height}, image.width(), image.height());
  const Area area{fitted.x, at.y, fitted.width, fitted.height};
  DrawPicture(kit, image, area, 10);
  ImGui::GetWindowDrawList()->AddRect({area.x, area.y}, {area.x + area.width, area.y + area.height},
                                      Colors().line, kit.Px(radius::kInput), 0, kit.Px(1));
  ImGui::Dummy({room, area.height});
  return area;
}

void CropRow(Kit& kit, const Image& card, const Box& box, float max_width, float max_height) {
  const Box piece = WithMargin(box, card);
  if (piece.empty()) return;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const Area fitted = FitInto({0, 0, max_width, max_height}, piece.width, piece.height);
  const ImVec2 end = {at.x + fitted.width, at.y + fitted.height};
  const auto u = [&](int x) { return static_cast<float>(x) / static_cast<float>(card.width()); };
  const auto v = [&](int y) { return static_cast<float>(y) / static_cast<float>(card.height()); };
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->AddImageRounded(kit.textures.Of(card, PictureKind::kStill), at, end, {u(piece.x), v(piece.y)},
                        {u(piece.right()), v(piece.bottom())}, Rgb(0xFFFFFF), kit.Px(6));
  draw->AddRect(at, end, Colors().amber, kit.Px(radius::kPiece), 0, kit.Px(1));
  ImGui::Dummy({fitted.width, fitted.height});
}

void OutlineBox(Kit& kit, const Image& image, const Area& area, const Box& box) {
  if (image.empty() || box.empty()) return;
  const float scale = area.width / static_cast<float>(image.width());
  const float margin = kit.Px(5);
  const ImVec2 min = {area.x + static_cast<float>(box.x) * scale - margin,
                      area.y + static_cast<float>(box.y) * scale - margin};
  const ImVec2 max = {area.x + static_cast<float>(box.right()) * scale + margin,
                      area.y + static_cast<float>(box.bottom()) * scale + margin};
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->AddRectFilled(min, max, WithAlpha(Colors().amber, 36), kit.Px(radius::kPiece));
  draw->AddRect(min, max, WithAlpha(Colors().sheet, 220), kit.Px(radius::kPiece), 0, kit.Px(5));
  draw->AddRect(min, max, Colors().amber, kit.Px(radius::kPiece), 0, kit.Px(2.5F));
}

}  // namespace kith::ui
