// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/photographer.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "imaging/mat.h"
#include "tools/cardpress/camera_pose.h"
#include "tools/cardpress/effects.h"
#include "tools/cardpress/fingers.h"
#include "tools/cardpress/lay_card.h"
#include "tools/cardpress/lighting.h"
#include "tools/cardpress/table.h"

namespace kith::tools {
namespace {

cv::Size PickSize(Rng& rng) {
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

struct Lens {
  double defocus = 0;  ///< pixels
  double motion = 0;   ///< pixels
  double motion_angle = 0;
  double noise = 0;  ///< grey levels
  int quality = 90;
};

/// Blur is measured in letters: `pixels_per_mm` on the card turns it into pixels.
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

}  // namespace

Picture PhotographCard(const Composition& card, Rng& rng, bool hard) {
  const cv::Size size = PickSize(rng);
  const cv::Size2d card_mm(card.design.width, card.design.height);
  const cv::Matx33d picture_from_mm = PictureFromMm(PickPose(rng, card_mm, size, hard), card_mm, size);
  const Quad corners = CornersInPicture(picture_from_mm, card_mm);
  const double pixels_per_mm =
      std::hypot(corners[1].x - corners[0].x, corners[1].y - corners[0].y) / card_mm.width;

  cv::Mat picture = DrawTable(size, rng, MeanGrey(imaging::ViewAsMat(card.print.image)), hard);
  if (rng.Chance(0.85)) DropShadow(picture, corners, rng);
  const double bulge = rng.Chance(hard ? 0.5 : 0.25) ? rng.Bell(0, 0.008) : 0;
  LayCard(AsFarAway(card.print, pixels_per_mm), picture_from_mm, bulge, picture);
  cv::Mat covered = cv::Mat::zeros(size, CV_8U);
  if (rng.Chance(hard ? 0.35 : 0.2))
    covered = HoldWithFingers(picture, picture_from_mm, card_mm, card.print.runs, rng);
  LightUnevenly(picture, rng, hard);
  Glare glare = PickGlare(rng, corners, hard);
  if (!rng.Chance(hard ? 0.3 : 0.15)) glare.strength = 0;
  if (glare.strength > 0) {
    AddGlare(picture, glare);
    MarkWashedOut(covered, glare);
  }
  ExposeAndStore(picture, PickLens(rng, pixels_per_mm, hard), rng, hard);

  const auto hidden = HiddenValues(
      card.print.runs, [&](const PrintedRun& run) { return IsCovered(run, picture_from_mm, covered); });
  CardTruth truth = WithoutHidden(card.design.truth, hidden);
  truth.corners = corners;
  truth.rotation = QuarterTurn(corners);
  return {imaging::ToImage(picture), truth};
}

}  // namespace kith::tools
