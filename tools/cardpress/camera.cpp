// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/camera.h"

#include <algorithm>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "tools/cardpress/effects.h"

namespace kith::tools {
namespace {

/// What a camera's automatic exposure multiplies by: the brightest tenth shall be nearly white.
double AutomaticGain(const cv::Mat& picture) {
  cv::Mat grey;
  cv::resize(picture, grey, {64, 64}, 0, 0, cv::INTER_AREA);
  cv::cvtColor(grey, grey, cv::COLOR_BGR2GRAY);
  std::vector<uchar> levels(grey.begin<uchar>(), grey.end<uchar>());
  std::sort(levels.begin(), levels.end());
  const double bright = levels[levels.size() * 9 / 10];
  return std::clamp(225 / std::max(1.0, bright), 0.9, 1.7);
}

}  // namespace

cv::Size PickPictureSize(Rng& rng) {
  return rng.PickOf<cv::Size>({{1280, 720},
                               {1280, 720},
                               {1920, 1080},
                               {1920, 1080},
                               {1600, 1200},
                               {2592, 1944},
                               {3000, 2250},
                               {2250, 3000},
                               {3000, 3000}});
}

double MeanGrey(const cv::Mat& picture) {
  const cv::Scalar mean = cv::mean(picture);
  return 0.114 * mean[0] + 0.587 * mean[1] + 0.299 * mean[2];
}

Lens PickLens(Rng& rng, double pixels_per_mm, bool hard) {
  Lens lens;
  const double worst_mm = hard ? 0.14 : 0.07;
  lens.defocus = rng.Chance(0.6) ? rng.Real(0.4, std::max(0.6, worst_mm * pixels_per_mm)) : 0;
  lens.motion =
      rng.Chance(hard ? 0.4 : 0.15) ? rng.Real(1, std::max(2.0, 2.2 * worst_mm * pixels_per_mm)) : 0;
  lens.motion_angle = rng.Real(0, 180);
  lens.noise = rng.Real(0.5, hard ? 10 : 5);
  lens.quality = rng.Int(hard ? 60 : 75, 95);
  return lens;
}

void ExposeAndStore(cv::Mat& picture, const Lens& lens, Rng& rng, bool hard) {
  if (lens.defocus > 0) cv::GaussianBlur(picture, picture, {}, lens.defocus);
  if (lens.motion > 1) SmearMotion(picture, lens.motion, lens.motion_angle);
  const double gain = AutomaticGain(picture) * rng.Real(hard ? 0.55 : 0.85, 1.05);
  Tint(picture, {gain * rng.Real(0.86, 1.04), gain * rng.Real(0.95, 1), gain * rng.Real(0.92, 1.06)});
  CompressLevels(picture, rng.Real(0, hard ? 40 : 18), rng.Real(hard ? 215 : 240, 255));
  if (rng.Chance(0.3)) Sharpen(picture, 1.2, rng.Real(0.2, 0.8));
  AddNoise(picture, rng, lens.noise, rng.Real(1, 2));
  PassThroughJpeg(picture, lens.quality);
}

}  // namespace kith::tools
