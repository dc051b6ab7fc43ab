// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/film_frame.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "imaging/mat.h"
#include "tools/cardpress/fingers.h"

namespace kith::tools {
namespace {

constexpr int kNoiseMargin = 96;

/// Card and hand in front of nothing: colours multiplied by their share of each pixel.
struct Layer {
  cv::Mat colour;  ///< 8UC3
  cv::Mat share;   ///< 8UC1
};

Layer DrawLayer(const FilmedSide& side, const cv::Matx33d& picture_from_mm, cv::Size size) {
  const cv::Mat print = imaging::ViewAsMat(side.print.image);
  const double mm = 1 / side.print.pixels_per_mm;
  // OpenCV counts from the centre of the top-left pixel.
  const cv::Matx33d mm_from_print{mm, 0, mm / 2, 0, mm, mm / 2, 0, 0, 1};
  const cv::Matx33d centres{1, 0, -0.5, 0, 1, -0.5, 0, 0, 1};
  const cv::Matx33d picture_from_print = centres * picture_from_mm * mm_from_print;
  Layer layer;
  cv::warpPerspective(print, layer.colour, picture_from_print, size);
  cv::warpPerspective(cv::Mat(print.size(), CV_8U, cv::Scalar(255)), layer.share, picture_from_print, size);
  cv::max(layer.share, DrawHand(side, picture_from_mm, layer.colour), layer.share);
  return layer;
}

cv::Mat Smeared(const cv::Mat& sharp, cv::Point2d way) {
  constexpr double kStep = 2;
  constexpr int kMost = 24;
  const int copies = std::clamp(static_cast<int>(std::hypot(way.x, way.y) / kStep), 1, kMost);
  if (copies == 1) return sharp;
  cv::Mat sum = cv::Mat::zeros(sharp.size(), CV_MAKETYPE(CV_16U, sharp.channels()));
  const cv::Rect all({}, sharp.size());
  for (int i = 0; i < copies; ++i) {
    const double share = static_cast<double>(i) / (copies - 1) - 0.5;
    const cv::Point shift(cvRound(way.x * share), cvRound(way.y * share));
    const cv::Rect to = all & cv::Rect(shift, sharp.size());
    cv::Mat part = sum(to);
    cv::add(part, sharp(to - shift), part, cv::noArray(), part.type());
  }
  cv::Mat smeared;
  sum.convertTo(smeared, sharp.type(), 1.0 / copies);
  return smeared;
}

void PutOver(const Layer& layer, cv::Mat& picture) {
  cv::Mat behind;
  cv::cvtColor(255 - layer.share, behind, cv::COLOR_GRAY2BGR);
  cv::multiply(picture, behind, picture, 1.0 / 255);
  cv::add(picture, layer.colour, picture);
}

bool ShowsBack(const Moment& moment) {
  return moment.turned > 90;
}

}  // namespace

std::optional<cv::Matx33d> PictureFromMm(const Moment& moment, cv::Size2d card_mm, cv::Size picture) {
  constexpr double kEdgeOn = 4;  // degrees
  Pose pose = moment.pose;
  pose.tilt += ShowsBack(moment) ? moment.turned - 180 : moment.turned;
  if (std::abs(pose.tilt) > 90 - kEdgeOn) return std::nullopt;
  return PictureFromMm(pose, card_mm, picture);
}

cv::Mat DrawHand(const FilmedSide& side, const cv::Matx33d& picture_from_mm, cv::Mat& picture) {
  Rng hand(side.hand, "hand", 0);
  return HoldWithFingers(picture, picture_from_mm, side.card_mm, side.print.runs, hand);
}

FilmSet::FilmSet(const cv::Mat& table, Rng& rng, double shutter, double gain, double noise)
    : table_(table), shutter_(shutter), seed_(rng.Bits()) {
  light_ = cv::Mat(table.size(), CV_8UC3, cv::Scalar::all(255 * gain));
  LightUnevenly(light_, rng, false);
  noise_.create(table.rows + kNoiseMargin, table.cols + kNoiseMargin, CV_16SC3);
  cv::RNG(rng.Bits()).fill(noise_, cv::RNG::NORMAL, 0, noise);
}

void FilmSet::AddGlareOver(const FilmedSide& side, const Moment& moment, const cv::Matx33d& picture_from_mm,
                           cv::Mat& picture) const {
  if (moment.glare < 0.02) return;
  Rng rng(seed_, "glare", 0);
  std::vector<Area> texts;
  for (const PrintedRun& run : side.print.runs) {
    if (run.value.kind != ValueKind::kNothing && run.ink.width > 5) texts.push_back(run.ink);
  }
  if (texts.empty()) return;
  const Area text = rng.Pick(texts);
  const cv::Point2d at = Mapped(picture_from_mm, text.x + text.width / 2, text.y + text.height / 2);
  const double width = moment.pose.share * picture.rows * 0.8;
  const double way = rng.Real(0, 2 * CV_PI);
  const cv::Point2d slid = cv::Point2d(std::cos(way), std::sin(way)) * (1.2 * width * (1 - moment.glare));
  Glare glare{at + slid, width * rng.Real(0.14, 0.26), width * rng.Real(0.08, 0.16), rng.Real(0, 180),
              1.5 * moment.glare};
  const int reach = cvCeil(2.6 * glare.along);
  const cv::Rect box =
      cv::Rect(cvRound(glare.centre.x) - reach, cvRound(glare.centre.y) - reach, 2 * reach, 2 * reach) &
      cv::Rect({}, picture.size());
  if (box.empty()) return;
  glare.centre -= cv::Point2d(box.tl());
  cv::Mat part = picture(box);
  AddGlare(part, glare);
}

cv::Mat FilmSet::Draw(const FilmScript& script, double seconds, const FilmedSide& front,
                      const FilmedSide* back, int frame) const {
  cv::Mat picture = table_.clone();
  const std::optional<Moment> moment = MomentAt(script, seconds);
  const FilmedSide& side = moment && back && ShowsBack(*moment) ? *back : front;
  const auto picture_from_mm = moment ? PictureFromMm(*moment, side.card_mm, size()) : std::nullopt;
  if (picture_from_mm) {
    Layer layer = DrawLayer(side, *picture_from_mm, size());
    if (const std::optional<Moment> before = MomentAt(script, seconds - shutter_)) {
      const cv::Point2d way = moment->pose.centre - before->pose.centre;
      layer = {Smeared(layer.colour, way), Smeared(layer.share, way)};
    }
    PutOver(layer, picture);
  }
  cv::multiply(picture, light_, picture, 1.0 / 255);
  if (picture_from_mm) AddGlareOver(side, *moment, *picture_from_mm, picture);
  if (moment && moment->defocus > 0.3) cv::GaussianBlur(picture, picture, {}, moment->defocus);
  Rng rng(seed_, "frame", frame);
  const cv::Point corner(rng.Int(0, kNoiseMargin), rng.Int(0, kNoiseMargin));
  cv::add(picture, noise_(cv::Rect(corner, picture.size())), picture, cv::noArray(), CV_8U);
  return picture;
}

}  // namespace kith::tools
