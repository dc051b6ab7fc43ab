// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/table.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <opencv2/imgproc.hpp>

#include "tools/cardpress/background.h"

namespace kith::tools {
namespace {

cv::Scalar Shade(const cv::Scalar& colour, double factor) {
  return {std::min(255.0, colour[0] * factor), std::min(255.0, colour[1] * factor),
          std::min(255.0, colour[2] * factor)};
}

/// colour * (1 + strength * (noise - 0.5)), for every pixel.
cv::Mat Toned(const cv::Mat& noise, const cv::Scalar& colour, double strength) {
  cv::Mat gain = 1 + strength * (noise - 0.5);
  std::vector<cv::Mat> channels;
  for (int c = 0; c < 3; ++c)
    channels.push_back(gain * colour[c]);
  cv::Mat merged;
  cv::merge(channels, merged);
  merged.convertTo(merged, CV_8UC3);
  return merged;
}

cv::Mat Wood(cv::Size size, Rng& rng) {
  const cv::Scalar colour =
      rng.PickOf<cv::Scalar>({{60, 95, 140}, {95, 140, 185}, {35, 55, 85}, {150, 185, 210}, {120, 130, 140}});
  // Grain: noise stretched along the boards, folded into rings.
  cv::Mat grain = SmoothNoise({size.width / 8, size.height}, 14, 4, rng.Bits());
  cv::resize(grain, grain, size, 0, 0, cv::INTER_LINEAR);
  cv::Mat rings(size, CV_32F);
  const double density = rng.Real(20, 60);
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) {
      const float value = grain.at<float>(y, x);
      rings.at<float>(y, x) = static_cast<float>(0.6 * value + 0.4 * (0.5 + 0.5 * std::sin(value * density)));
    }
  }
  cv::Mat wood = Toned(rings, colour, rng.Real(0.2, 0.6));
  if (rng.Chance(0.5)) {
    const int board = size.height / rng.Int(3, 6);
    for (int y = rng.Int(0, board); y < size.height; y += board) {
      cv::line(wood, {0, y}, {size.width, y}, Shade(colour, 0.45), std::max(1, size.height / 400),
               cv::LINE_AA);
    }
  }
  if (rng.Chance(0.4)) cv::flip(wood, wood, 0);
  return wood;
}

cv::Mat Cloth(cv::Size size, Rng& rng) {
  const cv::Scalar colour =
      rng.PickOf<cv::Scalar>({{60, 60, 65}, {120, 80, 50}, {70, 90, 60}, {160, 165, 175}, {60, 50, 130}});
  const double thread = size.width / rng.Real(180, 420);
  cv::Mat weave = SmoothNoise(size, 12, 3, rng.Bits());
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) {
      weave.at<float>(y, x) +=
          static_cast<float>(0.3 * std::sin(x * CV_PI / thread) * std::sin(y * CV_PI / thread));
    }
  }
  return Toned(weave, colour, rng.Real(0.25, 0.6));
}

cv::Mat Speckled(cv::Size size, Rng& rng) {
  const double grey = rng.Real(60, 200);
  const cv::Mat coarse = SmoothNoise(size, size.width / rng.Real(4, 12), 2, rng.Bits());
  return Toned(coarse, {grey, grey * rng.Real(0.95, 1.03), grey * rng.Real(0.95, 1.05)}, rng.Real(0.3, 1.2));
}

cv::Mat Plain(cv::Size size, Rng& rng, const cv::Scalar& colour) {
  return Toned(SmoothNoise(size, 5, 3, rng.Bits()), colour, rng.Real(0.02, 0.12));
}

cv::Scalar PlainColour(Rng& rng, double grey_of_card) {
  if (rng.Chance(0.35)) {  // hardly darker than the card
    const double grey = std::clamp(grey_of_card - rng.Real(12, 45), 30.0, 240.0);
    return {grey * rng.Real(0.96, 1.02), grey, grey * rng.Real(0.96, 1.02)};
  }
  const double grey = rng.Real(25, 215);  // most tables have little colour, some have much
  const double colour = rng.Chance(0.2) ? 0.5 : 0.12;
  return {grey * rng.Real(1 - colour, 1 + colour), grey * rng.Real(1 - colour, 1 + colour),
          grey * rng.Real(1 - colour, 1 + colour)};
}

void DrawPaper(cv::Mat& table, Rng& rng) {
  const double w = table.cols * rng.Real(0.25, 0.7);
  const cv::RotatedRect sheet(cv::Point2f(static_cast<float>(table.cols * rng.Real(-0.05, 1.05)),
                                          static_cast<float>(table.rows * rng.Real(-0.05, 1.05))),
                              cv::Size2f(static_cast<float>(w), static_cast<float>(w * 1.41)),
                              static_cast<float>(rng.Real(0, 180)));
  cv::Point2f corners[4];
  sheet.points(corners);
  const std::vector<cv::Point> outline(corners, corners + 4);
  const double grey = rng.Real(190, 245);
  cv::fillConvexPoly(table, outline, {grey, grey, grey * rng.Real(0.97, 1.0)}, cv::LINE_AA);
  const cv::Point2f down = (corners[0] - corners[1]) / 34;
  const cv::Point2f across = corners[2] - corners[1];
  if (rng.Chance(0.3)) return;
  for (int line = 3; line < 31; ++line) {
    if (line % rng.Int(5, 9) == 0) continue;
    const cv::Point2f start = corners[1] + down * line + across * 0.1F;
    const auto length = static_cast<float>(rng.Real(0.5, 0.8));
    cv::line(table, start, start + across * length, cv::Scalar::all(rng.Real(120, 175)),
             std::max(1, table.cols / 600), cv::LINE_AA);
  }
}

void DrawPen(cv::Mat& table, Rng& rng) {
  const double angle = rng.Real(0, 2 * CV_PI);
  const double length = table.cols * rng.Real(0.2, 0.4);
  const cv::Point2d from(table.cols * rng.Real(0, 1), table.rows * rng.Real(0, 1));
  const cv::Point2d along(std::cos(angle) * length, std::sin(angle) * length);
  const cv::Scalar colour(rng.Real(10, 200), rng.Real(10, 120), rng.Real(10, 220));
  const int thickness = std::max(4, table.cols / 70);
  cv::line(table, from, from + along, colour, thickness, cv::LINE_AA);
  cv::line(table, from, from + along * 0.35, Shade(colour, 0.6), thickness, cv::LINE_AA);
  cv::line(table, from + along, from + along * 1.06, Shade(colour, 0.4), std::max(2, thickness / 3),
           cv::LINE_AA);
}

void DrawCup(cv::Mat& table, Rng& rng) {
  const int radius = static_cast<int>(table.cols * rng.Real(0.04, 0.13));
  const cv::Point centre(static_cast<int>(table.cols * rng.Real(0, 1)),
                         static_cast<int>(table.rows * rng.Real(0, 1)));
  const cv::Scalar colour(rng.Real(60, 250), rng.Real(60, 250), rng.Real(60, 250));
  cv::circle(table, centre, radius, colour, cv::FILLED, cv::LINE_AA);
  cv::circle(table, centre, radius * 85 / 100, Shade(colour, 0.75), cv::FILLED, cv::LINE_AA);
  if (rng.Chance(0.6)) cv::circle(table, centre, radius * 80 / 100, {20, 40, 70}, cv::FILLED, cv::LINE_AA);
}

void DrawClutter(cv::Mat& table, Rng& rng) {
  for (int things = rng.Int(1, 4); things > 0; --things) {
    switch (rng.Int(0, 2)) {
      case 0:
        DrawPaper(table, rng);
        break;
      case 1:
        DrawPen(table, rng);
        break;
      default:
        DrawCup(table, rng);
    }
  }
}

/// At half the size, as tables are drawn: they are out of the card's focus, and photographs of 9 megapixels
/// take time.
cv::Size Half(cv::Size size) {
  return {size.width / 2, size.height / 2};
}

cv::Mat Laid(cv::Mat table, cv::Size size, Rng& rng, bool hard) {
  if (rng.Chance(hard ? 0.6 : 0.3)) DrawClutter(table, rng);
  cv::resize(table, table, size, 0, 0, cv::INTER_LINEAR);
  return table;
}

}  // namespace

cv::Mat DrawTable(cv::Size size, Rng& rng, double grey_of_card, bool hard) {
  const cv::Size half = Half(size);
  cv::Mat table;
  switch (rng.Int(0, 6)) {
    case 0:
    case 1:
      table = Wood(half, rng);
      break;
    case 2:
      table = Cloth(half, rng);
      break;
    case 3:
      table = Speckled(half, rng);
      break;
    default:
      table = Plain(half, rng, PlainColour(rng, grey_of_card));
  }
  return Laid(std::move(table), size, rng, hard);
}

cv::Mat DrawTableLike(cv::Size size, Rng& rng, const cv::Scalar& colour, bool hard) {
  constexpr double kMost = 20, kTint = 3;  // grey levels
  const double lighter = rng.Real(-kMost, kMost);
  cv::Scalar near;
  for (int c = 0; c < 3; ++c)
    near[c] = std::clamp(colour[c] + lighter + rng.Real(-kTint, kTint), 8.0, 250.0);
  return Laid(Plain(Half(size), rng, near), size, rng, hard);
}

}  // namespace kith::tools
