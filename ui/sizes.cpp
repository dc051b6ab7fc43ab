// SPDX-License-Identifier: Apache-2.0
#include "ui/sizes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace kith::ui {
namespace {

constexpr float kMillimetresPerInch = 25.4F;
constexpr float kUsualDpi = 96;
constexpr float kLeastDpi = 50, kMostDpi = 400;
/// How far the shapes of a picture and of its screen may be apart.
constexpr float kShapeTolerance = 1.15F;
constexpr std::array kPlaceholders = {std::pair(160, 90), std::pair(160, 100), std::pair(16, 9),
                                      std::pair(16, 10)};
/// The least that pages are laid out for without larger text, of a wide screen, in units.
constexpr float kLeastWindowWidth = 1120, kLeastWindowHeight = 700;
/// What they are made for.
constexpr float kUsualWidth = 1280, kUsualHeight = 800;
/// What larger text leaves, across a window, in units.
constexpr float kLeastAcross = 540;
constexpr float kSmallestScale = 0.75F;

std::optional<float> MeasuredDpi(const MonitorSize& monitor) {
  int wide = monitor.width_mm, high = monitor.height_mm;
  if (wide <= 0 || high <= 0 || monitor.width <= 0 || monitor.height <= 0) return std::nullopt;
  if (std::ranges::find(kPlaceholders, std::pair(std::max(wide, high), std::min(wide, high))) !=
      kPlaceholders.end())
    return std::nullopt;
  // Some drivers don't turn the millimetres with the picture.
  if ((monitor.width > monitor.height) != (wide > high)) std::swap(wide, high);
  const float across = static_cast<float>(monitor.width) / static_cast<float>(wide);
  const float down = static_cast<float>(monitor.height) / static_cast<float>(high);
  if (std::max(across, down) > std::min(across, down) * kShapeTolerance) return std::nullopt;
  const float dpi = (across + down) / 2 * kMillimetresPerInch;
  if (dpi < kLeastDpi || dpi > kMostDpi) return std::nullopt;
  return dpi;
}

float Eighths(float scale) {
  return std::round(scale * 8) / 8;
}

float EighthsBelow(float scale) {
  return std::floor(scale * 8) / 8;
}

}  // namespace

float DotsPerInch(const MonitorSize& monitor) {
  return MeasuredDpi(monitor).value_or(kUsualDpi * monitor.content_scale);
}

Sizes SizesFor(const ScreenSize& screen) {
  const bool kiosk = screen.use == Use::kKiosk;
  auto wide = static_cast<float>(screen.width), high = static_cast<float>(screen.height);
  if (kiosk && high > wide) std::swap(wide, high);  // a guest's pages have a form for it
  const float filling = std::min(wide / kUsualWidth, high / kUsualHeight);
  const float most = std::min(wide / kLeastWindowWidth, high / kLeastWindowHeight);
  const float real = std::max(screen.dpi / kUsualDpi, screen.content_scale);
  const float wished = kiosk ? std::max(filling, real) : std::max(1.0F, real);
  const float plain = std::clamp(std::min(Eighths(wished), EighthsBelow(most)), kSmallestScale, 4.0F);
  float scale = Eighths(plain * static_cast<float>(screen.text_percent) / 100);
  // Across a screen that stands upright letters would leave no room for words.
  const float across = static_cast<float>(screen.width) / kLeastAcross;
  scale = std::clamp(scale, plain, std::max(plain, EighthsBelow(across)));
  return {scale, plain, screen.dpi / kMillimetresPerInch};
}

}  // namespace kith::ui
