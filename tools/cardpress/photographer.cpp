// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/photographer.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "imaging/mat.h"
#include "tools/cardpress/camera_pose.h"
#include "tools/cardpress/effects.h"
#include "tools/cardpress/fingers.h"
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

/// Lays the card onto the table. `bulge` bends its long edges by that share of its height, as thin cards do.
void LayDown(const PrintedCard& print, const cv::Matx33d& picture_from_mm, double bulge, cv::Mat& table) {
  const cv::Mat card = imaging::ViewAsMat(print.image);
  const double scale = print.pixels_per_mm;
  const cv::Matx33d mm_from_picture = picture_from_mm.inv();
  cv::Mat map_x(table.size(), CV_32F);
  cv::Mat map_y(table.size(), CV_32F);
  for (int y = 0; y < table.rows; ++y) {
    auto* to_x = map_x.ptr<float>(y);
    auto* to_y = map_y.ptr<float>(y);
    for (int x = 0; x < table.cols; ++x) {
      const cv::Point2d mm = Mapped(mm_from_picture, x + 0.5, y + 0.5);
      const double u = std::clamp(mm.x * scale / card.cols, 0.0, 1.0);
      to_x[x] = static_cast<float>(mm.x * scale - 0.5);
      to_y[x] = static_cast<float>(mm.y * scale - 0.5 + bulge * card.rows * 4 * u * (1 - u));
    }
  }
  cv::Mat seen;
  cv::remap(card, seen, map_x, map_y, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
  cv::Mat alpha;
  cv::remap(cv::Mat(card.size(), CV_8U, cv::Scalar(255)), alpha, map_x, map_y, cv::INTER_LINEAR,
            cv::BORDER_CONSTANT);
  for (int y = 0; y < table.rows; ++y) {
    const uchar* share = alpha.ptr<uchar>(y);
    const auto* from = seen.ptr<cv::Vec3b>(y);
    auto* to = table.ptr<cv::Vec3b>(y);
    for (int x = 0; x < table.cols; ++x) {
      for (int c = 0; c < 3; ++c)
        to[x][c] = static_cast<uchar>((from[x][c] * share[x] + to[x][c] * (255 - share[x])) / 255);
    }
  }
}

/// The print, blurred and reduced so that the camera doesn't see dots between its pixels.
PrintedCard AsFarAway(const PrintedCard& print, double pixels_per_mm) {
  PrintedCard far = print;
  const double factor = pixels_per_mm * 1.4 / print.pixels_per_mm;
  if (factor >= 1) return far;
  cv::Mat reduced;
  cv::resize(imaging::ViewAsMat(print.image), reduced, {}, factor, factor, cv::INTER_AREA);
  far.image = imaging::ToImage(reduced);
  far.pixels_per_mm = static_cast<double>(reduced.cols) / print.image.width() * print.pixels_per_mm;
  return far;
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

void ExposeAndStore(cv::Mat& picture, const Lens& lens, Rng& rng, bool hard) {
  if (lens.defocus > 0) cv::GaussianBlur(picture, picture, {}, lens.defocus);
  if (lens.motion > 1) SmearMotion(picture, lens.motion, lens.motion_angle);
  const double gain = rng.Real(hard ? 0.5 : 0.75, 1.03);
  Tint(picture, {gain * rng.Real(0.86, 1.04), gain * rng.Real(0.95, 1), gain * rng.Real(0.92, 1.06)});
  CompressLevels(picture, rng.Real(0, hard ? 40 : 18), rng.Real(hard ? 215 : 240, 255));
  if (rng.Chance(0.3)) Sharpen(picture, 1.2, rng.Real(0.2, 0.8));
  AddNoise(picture, rng, lens.noise, rng.Real(1, 2));
  PassThroughJpeg(picture, lens.quality);
}

/// Whether more of a run is covered than an eye fills in: a tenth of its length.
bool IsCovered(const PrintedRun& run, const cv::Matx33d& picture_from_mm, const cv::Mat& fingers,
               const Glare& glare) {
  constexpr int kSamples = 40;
  int covered = 0;
  for (int i = 0; i < kSamples; ++i) {
    const double x = run.ink.x + run.ink.width * (i + 0.5) / kSamples;
    const cv::Point2d at = Mapped(picture_from_mm, x, run.ink.y + run.ink.height / 2);
    const cv::Point pixel(static_cast<int>(at.x), static_cast<int>(at.y));
    const bool in_picture = cv::Rect({}, fingers.size()).contains(pixel);
    if (!in_picture || fingers.at<uchar>(pixel) > 100 || glare.At(at) > 0.8) ++covered;
  }
  return covered * 25 > kSamples;
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
  LayDown(AsFarAway(card.print, pixels_per_mm), picture_from_mm, bulge, picture);
  cv::Mat fingers = cv::Mat::zeros(size, CV_8U);
  if (rng.Chance(hard ? 0.35 : 0.2))
    fingers = HoldWithFingers(picture, picture_from_mm, card_mm, card.print.runs, rng);
  LightUnevenly(picture, rng, hard);
  Glare glare = PickGlare(rng, corners, hard);
  if (!rng.Chance(hard ? 0.3 : 0.15)) glare.strength = 0;
  if (glare.strength > 0) AddGlare(picture, glare);
  ExposeAndStore(picture, PickLens(rng, pixels_per_mm, hard), rng, hard);

  const auto hidden = HiddenValues(card.print.runs, [&](const PrintedRun& run) {
    return IsCovered(run, picture_from_mm, fingers, glare);
  });
  CardTruth truth = WithoutHidden(card.design.truth, hidden);
  truth.corners = corners;
  truth.rotation = QuarterTurn(corners);
  return {imaging::ToImage(picture), truth};
}

}  // namespace kith::tools
