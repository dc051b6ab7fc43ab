// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/fingers.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

namespace kith::tools {
namespace {

/// A finger lies from a place far outside the card to its tip on the card; all in millimetres of the card.
struct Finger {
  Spot root;
  Spot tip;
  double width = 0;
};

double DistanceTo(const Finger& finger, Spot p) {
  const double dx = finger.tip.x - finger.root.x;
  const double dy = finger.tip.y - finger.root.y;
  const double t =
      std::clamp(((p.x - finger.root.x) * dx + (p.y - finger.root.y) * dy) / (dx * dx + dy * dy), 0.0, 1.0);
  return std::hypot(p.x - finger.root.x - t * dx, p.y - finger.root.y - t * dy);
}

int HiddenRuns(const Finger& finger, const std::vector<PrintedRun>& runs) {
  return static_cast<int>(std::count_if(runs.begin(), runs.end(), [&](const PrintedRun& run) {
    if (run.ink.width <= 0) return false;
    for (double x = run.ink.x; x <= run.ink.right(); x += 2) {
      for (const double y : {run.ink.y, run.ink.bottom()}) {
        if (DistanceTo(finger, {x, y}) < finger.width / 2) return true;
      }
    }
    return false;
  }));
}

Finger PickFinger(Rng& rng, cv::Size2d card) {
  const int edge = rng.Int(0, 3);
  const double depth = rng.Real(3, 11);
  const double lean = rng.Real(-0.5, 0.5);
  const double reach = 160;
  Finger finger;
  finger.width = rng.Real(13, 18);
  const bool vertical = edge % 2 == 0;
  const double along = rng.Real(0.12, 0.88) * (vertical ? card.width : card.height);
  const double outward = edge == 0 || edge == 3 ? -1 : 1;
  const double border = outward < 0 ? 0 : vertical ? card.height : card.width;
  const double tip = border - outward * depth;
  finger.tip = vertical ? Spot{along, tip} : Spot{tip, along};
  finger.root = vertical ? Spot{along + lean * reach, border + outward * reach}
                         : Spot{border + outward * reach, along + lean * reach};
  return finger;
}

Finger LeastHiding(Rng& rng, cv::Size2d card, const std::vector<PrintedRun>& runs) {
  Finger best = PickFinger(rng, card);
  int fewest = HiddenRuns(best, runs);
  for (int tries = 0; tries < 12 && fewest > 0; ++tries) {
    const Finger other = PickFinger(rng, card);
    const int hidden = HiddenRuns(other, runs);
    if (hidden < fewest) {
      best = other;
      fewest = hidden;
    }
  }
  return best;
}

cv::Mat MaskOf(const Finger& finger, const cv::Matx33d& picture_from_mm, cv::Size size) {
  // A capsule, as the outline of its samples in perspective.
  const double dx = finger.tip.x - finger.root.x;
  const double dy = finger.tip.y - finger.root.y;
  const double length = std::hypot(dx, dy);
  const Spot along{dx / length, dy / length};
  const double radius = finger.width / 2;
  const Spot centre{finger.tip.x - along.x * radius, finger.tip.y - along.y * radius};
  std::vector<cv::Point> outline;
  const auto add = [&](Spot p) {
    const cv::Point2d at = Mapped(picture_from_mm, p.x, p.y);
    outline.emplace_back(static_cast<int>(at.x), static_cast<int>(at.y));
  };
  add({finger.root.x + along.y * radius * 2.4, finger.root.y - along.x * radius * 2.4});
  for (int i = 0; i <= 24; ++i) {
    const double angle = -CV_PI / 2 + CV_PI * i / 24;
    const double c = std::cos(angle) * radius;
    const double s = std::sin(angle) * radius;
    add({centre.x + along.x * c - along.y * s, centre.y + along.y * c + along.x * s});
  }
  add({finger.root.x - along.y * radius * 2.4, finger.root.y + along.x * radius * 2.4});
  cv::Mat mask = cv::Mat::zeros(size, CV_8U);
  cv::fillPoly(mask, std::vector<std::vector<cv::Point>>{outline}, cv::Scalar(255), cv::LINE_AA);
  return mask;
}

/// Skin, rounder towards its sides, with a nail's paler oval on some.
void PaintFinger(cv::Mat& picture, const cv::Mat& mask, cv::Scalar skin) {
  cv::Mat inside;
  cv::distanceTransform(mask > 128, inside, cv::DIST_L2, 3);
  double deepest = 1;
  cv::minMaxLoc(inside, nullptr, &deepest);
  for (int y = 0; y < picture.rows; ++y) {
    const uchar* covered = mask.ptr<uchar>(y);
    const float* depth = inside.ptr<float>(y);
    auto* row = picture.ptr<cv::Vec3b>(y);
    for (int x = 0; x < picture.cols; ++x) {
      if (covered[x] == 0) continue;
      const double round = 0.62 + 0.42 * std::sqrt(std::min(1.0, depth[x] / deepest));
      const double share = covered[x] / 255.0;
      for (int c = 0; c < 3; ++c) {
        row[x][c] = cv::saturate_cast<uchar>(row[x][c] * (1 - share) + skin[c] * round * share);
      }
    }
  }
}

}  // namespace

cv::Mat HoldWithFingers(cv::Mat& picture, const cv::Matx33d& picture_from_mm, cv::Size2d card_mm,
                        const std::vector<PrintedRun>& runs, Rng& rng) {
  const cv::Scalar skin =
      rng.PickOf<cv::Scalar>({{150, 175, 225}, {120, 150, 205}, {90, 120, 180}, {60, 85, 135}, {45, 62, 98}});
  cv::Mat covered = cv::Mat::zeros(picture.size(), CV_8U);
  for (int fingers = rng.Chance(0.7) ? 1 : 2; fingers > 0; --fingers) {
    const cv::Mat mask = MaskOf(LeastHiding(rng, card_mm, runs), picture_from_mm, picture.size());
    PaintFinger(picture, mask, skin);
    cv::max(covered, mask, covered);
  }
  return covered;
}

bool IsCovered(const PrintedRun& run, const cv::Matx33d& picture_from_mm, const cv::Mat& mask) {
  constexpr int kSamples = 50;
  int covered = 0;
  for (int i = 0; i < kSamples; ++i) {
    const double x = run.ink.x + run.ink.width * (i + 0.5) / kSamples;
    for (const double share : {0.25, 0.75}) {
      const cv::Point2d at = Mapped(picture_from_mm, x, run.ink.y + run.ink.height * share);
      const cv::Point pixel(static_cast<int>(at.x), static_cast<int>(at.y));
      if (cv::Rect({}, mask.size()).contains(pixel) && mask.at<uchar>(pixel) < 100) continue;
      ++covered;
      break;
    }
  }
  return covered * 25 > kSamples;
}

}  // namespace kith::tools
