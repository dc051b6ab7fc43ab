// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/lighting.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

namespace kith::tools {
namespace {

/// Light changes slowly: computed at this share of the size and enlarged.
constexpr int kCoarse = 8;

void MultiplyBy(cv::Mat& picture, const cv::Mat& coarse_gain) {
  cv::Mat gain;
  cv::resize(coarse_gain, gain, picture.size(), 0, 0, cv::INTER_CUBIC);
  cv::Mat gain3;
  cv::merge(std::vector<cv::Mat>(3, gain), gain3);
  cv::multiply(picture, gain3, picture, 1, CV_8U);
}

cv::Size CoarseSize(const cv::Mat& picture) {
  return {std::max(2, picture.cols / kCoarse), std::max(2, picture.rows / kCoarse)};
}

cv::Mat Falloff(cv::Size size, Rng& rng, bool hard) {
  const double depth = rng.Real(0, hard ? 0.55 : 0.35);
  const double direction = rng.Real(0, 2 * CV_PI);
  const double vignette = rng.Real(0, 0.25);
  cv::Mat gain(size, CV_32F);
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) {
      const double u = (x + 0.5) / size.width - 0.5;
      const double v = (y + 0.5) / size.height - 0.5;
      const double slope = std::cos(direction) * u + std::sin(direction) * v;
      gain.at<float>(y, x) = static_cast<float>(1 - depth * (0.5 + slope) - vignette * (u * u + v * v) * 2);
    }
  }
  return gain;
}

void ShadowEdge(cv::Mat& gain, Rng& rng, bool hard) {
  const cv::Point2d at(gain.cols * rng.Real(0.2, 0.8), gain.rows * rng.Real(0.2, 0.8));
  const double angle = rng.Real(0, CV_PI);
  const double reach = 2.0 * (gain.cols + gain.rows);
  const cv::Point2d along(std::cos(angle) * reach, std::sin(angle) * reach);
  const cv::Point2d side(-along.y, along.x);
  const std::vector<cv::Point> half{at - along, at + along, at + along + side, at - along + side};
  cv::Mat shadow(gain.size(), CV_32F, cv::Scalar(1));
  cv::fillConvexPoly(shadow, half, cv::Scalar(rng.Real(hard ? 0.4 : 0.6, 0.88)), cv::LINE_8);
  cv::GaussianBlur(shadow, shadow, {}, gain.cols * rng.Real(0.004, 0.06));
  gain = gain.mul(shadow);
}

}  // namespace

void LightUnevenly(cv::Mat& picture, Rng& rng, bool hard) {
  cv::Mat gain = Falloff(CoarseSize(picture), rng, hard);
  if (rng.Chance(hard ? 0.4 : 0.2)) ShadowEdge(gain, rng, hard);
  MultiplyBy(picture, gain);
}

double Glare::At(cv::Point2d point) const {
  const double radians = angle * CV_PI / 180;
  const cv::Point2d d = point - centre;
  const double u = (d.x * std::cos(radians) + d.y * std::sin(radians)) / along;
  const double v = (-d.x * std::sin(radians) + d.y * std::cos(radians)) / across;
  return strength * std::exp(-(u * u + v * v));
}

Glare PickGlare(Rng& rng, const Quad& corners, bool hard) {
  // Somewhere on the card, so that it matters.
  const double s = rng.Real(0, 1);
  const double t = rng.Real(0, 1);
  const auto mix = [&](double Point::*part) {
    const double top = corners[0].*part * (1 - s) + corners[1].*part * s;
    const double bottom = corners[3].*part * (1 - s) + corners[2].*part * s;
    return top * (1 - t) + bottom * t;
  };
  const double width = std::hypot(corners[1].x - corners[0].x, corners[1].y - corners[0].y);
  return {{mix(&Point::x), mix(&Point::y)},
          width * rng.Real(0.08, 0.3),
          width * rng.Real(0.04, 0.15),
          rng.Real(0, 180),
          rng.Real(0.15, hard ? 0.95 : 0.6)};
}

void AddGlare(cv::Mat& picture, const Glare& glare) {
  for (int y = 0; y < picture.rows; ++y) {
    auto* row = picture.ptr<cv::Vec3b>(y);
    for (int x = 0; x < picture.cols; ++x) {
      const double share = glare.At({x + 0.5, y + 0.5});
      if (share < 0.004) continue;
      for (int c = 0; c < 3; ++c)
        row[x][c] = cv::saturate_cast<uchar>(row[x][c] + (255 - row[x][c]) * share);
    }
  }
}

void MarkWashedOut(cv::Mat& mask, const Glare& glare) {
  constexpr double kUnreadable = 0.8;
  for (int y = 0; y < mask.rows; ++y) {
    for (int x = 0; x < mask.cols; ++x) {
      if (glare.At({x + 0.5, y + 0.5}) > kUnreadable) mask.at<uchar>(y, x) = 255;
    }
  }
}

void DropShadow(cv::Mat& table, const Quad& corners, Rng& rng) {
  const cv::Size size = CoarseSize(table);
  const double width = std::hypot(corners[1].x - corners[0].x, corners[1].y - corners[0].y);
  const double angle = rng.Real(0, 2 * CV_PI);
  const double reach = width * rng.Real(0, 0.03);
  std::vector<cv::Point> outline;
  for (const Point& corner : corners) {
    outline.emplace_back(static_cast<int>((corner.x + reach * std::cos(angle)) / kCoarse),
                         static_cast<int>((corner.y + reach * std::sin(angle)) / kCoarse));
  }
  cv::Mat gain(size, CV_32F, cv::Scalar(1));
  cv::fillConvexPoly(gain, outline, cv::Scalar(rng.Real(0.35, 0.85)));
  cv::GaussianBlur(gain, gain, {}, std::max(0.6, width * rng.Real(0.004, 0.02) / kCoarse));
  MultiplyBy(table, gain);
}

}  // namespace kith::tools
