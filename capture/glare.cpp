// SPDX-License-Identifier: Apache-2.0
#include "capture/glare.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <vector>

#include <opencv2/imgproc.hpp>

namespace kith::capture {
namespace {

constexpr int kReducedWidth =
    240;  // pixels that a card is reduced to, three a millimetre: glare is large and soft
constexpr std::size_t kSectors = 16;
constexpr std::size_t kReach = 18;  // pixels around a spot that are looked at: 6 mm

cv::Mat Disc(int radius) {
  return cv::getStructuringElement(cv::MORPH_ELLIPSE, {2 * radius + 1, 2 * radius + 1});
}

/// Thin strokes, darker or lighter than what they are printed on: by how many grey levels.
cv::Mat Strokes(const cv::Mat& gray) {
  cv::Mat dark, light;
  cv::morphologyEx(gray, dark, cv::MORPH_BLACKHAT, Disc(3));
  cv::morphologyEx(gray, light, cv::MORPH_TOPHAT, Disc(3));
  return cv::max(dark, light);
}

/// What is seen going outwards from a spot in one direction.
struct Sector {
  std::array<std::vector<std::uint8_t>, kReach> lightness;  ///< by distance
  std::array<std::uint8_t, kReach> strokes{};               ///< the strongest by distance

  std::uint8_t StrongestStroke(std::size_t from, std::size_t to) const {
    return *std::max_element(strokes.begin() + static_cast<std::ptrdiff_t>(from),
                             strokes.begin() + static_cast<std::ptrdiff_t>(to));
  }
  /// The lightness by distance, print apart; shorter at the edge of the card.
  std::vector<double> Profile() const {
    constexpr std::size_t kFewest = 2;
    std::vector<double> profile;
    for (std::vector<std::uint8_t> levels : lightness) {
      if (levels.size() < kFewest) break;
      const auto middle = levels.begin() + static_cast<std::ptrdiff_t>(levels.size() / 2);
      std::ranges::nth_element(levels, middle);
      profile.push_back(*middle);
    }
    return profile;
  }
};

using Sectors = std::array<Sector, kSectors>;

Sectors LookAround(const cv::Mat& gray, const cv::Mat& strokes, const cv::Mat& spot, cv::Rect box,
                   cv::Point2d centre) {
  cv::Mat distances;
  cv::distanceTransform(~spot, distances, cv::DIST_L2, 5);
  const int reach = static_cast<int>(kReach);
  const cv::Rect around =
      cv::Rect(box.x - reach, box.y - reach, box.width + 2 * reach, box.height + 2 * reach) &
      cv::Rect({}, gray.size());
  Sectors sectors;
  for (int y = around.y; y < around.br().y; ++y) {
    for (int x = around.x; x < around.br().x; ++x) {
      const float distance = distances.at<float>(y, x);
      if (distance < 1 || distance >= static_cast<float>(kReach + 1)) continue;
      const double angle = std::atan2(y - centre.y, x - centre.x) / (2 * std::numbers::pi) + 0.5;
      Sector& sector = sectors[static_cast<std::size_t>(angle * kSectors) % kSectors];
      const auto at = static_cast<std::size_t>(distance) - 1;
      sector.lightness[at].push_back(gray.at<std::uint8_t>(y, x));
      sector.strokes[at] = std::max(sector.strokes[at], strokes.at<std::uint8_t>(y, x));
    }
  }
  return sectors;
}

enum class Edge { kOfCard, kNone, kHard, kSoft };

/// Glare fades by and by, while the lightness falls at once at the edge of a white panel and hardly at all on
/// white paper.
Edge EdgeIn(const Sector& sector, double white) {
  constexpr std::size_t kShortest = 10;
  constexpr double kFalls = 16;     // grey levels: a wide spot on white paper fades slowly
  constexpr double kAtOnce = 0.45;  // of the whole fall, from one pixel to the next
  const std::vector<double> profile = sector.Profile();
  if (profile.size() < kShortest) return Edge::kOfCard;
  const double fall = white - std::ranges::min(profile);
  if (fall < kFalls) return Edge::kNone;
  double steepest = white - profile.front();
  for (std::size_t i = 1; i < profile.size(); ++i)
    steepest = std::max(steepest, profile[i - 1] - profile[i]);
  return steepest < kAtOnce * fall ? Edge::kSoft : Edge::kHard;
}

/// Print that grows faint the nearer it comes to the spot. On white paper that is all that tells glare.
bool PrintFadesIn(const Sector& sector) {
  constexpr double kClear = 30;  // grey levels
  const double near = sector.StrongestStroke(0, 3);
  const double between = sector.StrongestStroke(3, 7);
  const double far = sector.StrongestStroke(7, kReach - 1);
  return far > kClear && near < 0.5 * far && between > std::max(near, 0.15 * far) && between < 0.8 * far;
}

/// Of 143 frames of clips with glare over the print all are told, and none of 590 without.
bool IsGlare(const Sectors& sectors, double white) {
  constexpr double kLeast = 0.6;
  int soft = 0, fading = 0, all = 0;
  for (const Sector& sector : sectors) {
    const Edge edge = EdgeIn(sector, white);
    all += edge != Edge::kOfCard ? 1 : 0;
    soft += edge == Edge::kSoft ? 1 : 0;
    fading += PrintFadesIn(sector) ? 1 : 0;
  }
  return all > 0 && soft + 2 * fading > kLeast * all;
}

/// Whether there is print close to the spot: it is likely to hide some, too. Around a large spot print is
/// faint for farther.
bool IsNearPrint(const cv::Mat& strokes, const cv::Mat& spot) {
  constexpr double kStroke = 8;     // grey levels: thin letters, half washed out
  constexpr int kNear = 20;         // pixels
  constexpr double kLeast = 0.008;  // of the area that is nearer than that
  cv::Mat distance;
  cv::distanceTransform(~spot, distance, cv::DIST_L2, cv::DIST_MASK_5);
  const auto around = [&](double reach) { return cv::Mat((distance > 0) & (distance <= reach)); };
  const double radius = std::sqrt(cv::countNonZero(spot) / std::numbers::pi);
  const int print = cv::countNonZero((strokes > kStroke) & around(kNear + radius));
  return print > kLeast * cv::countNonZero(around(kNear));
}

/// Lightness without noise.
cv::Mat Smooth(const cv::Mat& gray) {
  cv::Mat smooth;
  cv::blur(gray, smooth, {3, 3});
  return smooth;
}

/// As bright as the camera sees, noise apart. Not all reach 255; on white paper, which may have 245, only the
/// very brightest is glare.
double White(const cv::Mat& smooth) {
  constexpr double kLeast = 246, kMost = 252, kNoise = 2;
  double brightest = 0;
  cv::minMaxLoc(smooth, nullptr, &brightest);
  return std::clamp(brightest - kNoise, kLeast, kMost);
}

/// Where cores of spots may be: saturated, and not just letters.
cv::Mat Saturated(const cv::Mat& smooth, double white) {
  cv::Mat saturated = smooth >= white;
  cv::morphologyEx(saturated, saturated, cv::MORPH_OPEN, Disc(2));
  return saturated;
}

}  // namespace

Glare FindGlare(const cv::Mat& card) {
  constexpr double kMostlyWhite = 0.35;  // of the card: then it is the paper that is so bright
  constexpr double kSmallestSpot = 0.003;
  constexpr int kSkirt = 7;  // pixels around a spot in which print is too faint to compare
  cv::Mat gray;
  const double scale = std::min(1.0, double(kReducedWidth) / std::max(card.cols, card.rows));
  cv::resize(card, gray, {}, scale, scale, cv::INTER_AREA);
  Glare glare{cv::Mat::zeros(gray.size(), CV_8U)};
  const double whole = static_cast<double>(gray.total());
  const cv::Mat smooth = Smooth(gray);
  const double white = White(smooth);
  const cv::Mat saturated = Saturated(smooth, white);
  if (cv::countNonZero(saturated) > kMostlyWhite * whole) return glare;
  const cv::Mat strokes = Strokes(gray);
  cv::Mat labels, statistics, centres;
  const int spots = cv::connectedComponentsWithStats(saturated, labels, statistics, centres, 8, CV_32S);
  for (int i = 1; i < spots; ++i) {
    const double area = statistics.at<int>(i, cv::CC_STAT_AREA) / whole;
    if (area < kSmallestSpot) continue;
    const cv::Rect box(statistics.at<int>(i, cv::CC_STAT_LEFT), statistics.at<int>(i, cv::CC_STAT_TOP),
                       statistics.at<int>(i, cv::CC_STAT_WIDTH), statistics.at<int>(i, cv::CC_STAT_HEIGHT));
    const cv::Mat spot = labels == i;
    const cv::Point2d centre(centres.at<double>(i, 0), centres.at<double>(i, 1));
    if (!IsGlare(LookAround(gray, strokes, spot, box, centre), white)) continue;
    cv::Mat skirt;
    cv::dilate(spot, skirt, Disc(kSkirt));
    glare.washed_out |= skirt;
    if (IsNearPrint(strokes, spot)) glare.over_print += area;
  }
  return glare;
}

}  // namespace kith::capture
