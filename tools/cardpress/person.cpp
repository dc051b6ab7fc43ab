// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "tools/cardpress/background.h"
#include "tools/cardpress/prop.h"
#include "tools/cardpress/room.h"

namespace kith::tools {
namespace {

/// A drawing around the middle of a face, in units of half the face's height; y goes down.
class Drawing {
 public:
  Drawing(cv::Mat& picture, cv::Point2d centre, double unit, double lean)
      : picture_(picture), centre_(centre), unit_(unit), lean_(lean) {}

  void Oval(double x, double y, double across, double down, Ink ink, double from = 0, double to = 360) {
    cv::ellipse(picture_, At(x, y), Size(across, down), lean_, from, to, Bgr(ink), cv::FILLED, cv::LINE_AA);
  }
  void Arc(double x, double y, double across, double down, double from, double to, Ink ink, double width) {
    cv::ellipse(picture_, At(x, y), Size(across, down), lean_, from, to, Bgr(ink), Width(width), cv::LINE_AA);
  }
  void Line(double x1, double y1, double x2, double y2, Ink ink, double width) {
    cv::line(picture_, At(x1, y1), At(x2, y2), Bgr(ink), Width(width), cv::LINE_AA);
  }
  void Fill(std::initializer_list<cv::Point2d> outline, Ink ink) {
    std::vector<cv::Point> points;
    for (const cv::Point2d& point : outline)
      points.push_back(At(point.x, point.y));
    cv::fillPoly(picture_, std::vector<std::vector<cv::Point>>{points}, Bgr(ink), cv::LINE_AA);
  }

 private:
  cv::Point At(double x, double y) const {
    const double a = lean_ * CV_PI / 180;
    return {cvRound(centre_.x + unit_ * (x * std::cos(a) - y * std::sin(a))),
            cvRound(centre_.y + unit_ * (x * std::sin(a) + y * std::cos(a)))};
  }
  cv::Size Size(double across, double down) const { return {cvRound(across * unit_), cvRound(down * unit_)}; }
  int Width(double width) const { return std::max(1, cvRound(width * unit_)); }

  cv::Mat& picture_;
  cv::Point2d centre_;
  double unit_;
  double lean_;
};

void DrawClothes(Drawing& body, Rng& rng, Ink skin) {
  const Ink cloth = PropInk(rng);
  body.Oval(0, 3.6, 2.5, 1.9, cloth);
  body.Fill({{-2.4, 3.2}, {2.4, 3.2}, {2.8, 8}, {-2.8, 8}}, cloth);
  body.Fill({{-0.42, 0.6}, {0.42, 0.6}, {0.55, 1.75}, {0, 2.1}, {-0.55, 1.75}}, Mixed(skin, kBlack, 0.18));
  if (rng.Chance(0.5)) {  // a jacket over a shirt
    const Ink shirt = rng.Chance(0.6) ? Ink{0.93, 0.94, 0.96} : PropInk(rng);
    body.Fill({{-0.6, 1.6}, {0, 2.05}, {0.6, 1.6}, {0.75, 1.9}, {0.1, 4.5}, {-0.1, 4.5}, {-0.75, 1.9}},
              shirt);
    body.Line(-0.75, 1.9, -0.1, 4.5, Mixed(cloth, kBlack, 0.4), 0.05);
    body.Line(0.75, 1.9, 0.1, 4.5, Mixed(cloth, kBlack, 0.4), 0.05);
    if (rng.Chance(0.3)) body.Fill({{-0.12, 2.1}, {0.12, 2.1}, {0.2, 4.3}, {-0.2, 4.3}}, PropInk(rng));
  } else {
    body.Arc(0, 1.55, 0.75, 0.55, 10, 170, Mixed(cloth, kBlack, 0.3), 0.06);
  }
}

void DrawFace(Drawing& head, Rng& rng, Ink skin) {
  const Ink dark = Mixed(skin, kBlack, 0.35);
  for (const double side : {-1.0, 1.0}) {
    head.Oval(side * 0.74, 0.05, 0.1, 0.2, Mixed(skin, kBlack, 0.12));
    head.Oval(side * 0.3, -0.12, 0.13, 0.065, {0.95, 0.94, 0.93});
    head.Oval(side * 0.3, -0.12, 0.06, 0.06, {0.2, 0.14, 0.1});
    head.Arc(side * 0.3, -0.25, 0.18, 0.09, 200, 340, {0.18, 0.12, 0.09}, 0.05);
  }
  head.Line(0.02, -0.05, 0.08, 0.22, dark, 0.03);
  head.Arc(0, 0.22, 0.1, 0.06, 20, 160, dark, 0.03);
  const Ink lips = Mixed(skin, {0.7, 0.25, 0.25}, 0.5);
  if (rng.Chance(0.5)) {
    head.Oval(0, 0.46, 0.26, 0.13, lips, 0, 180);
    head.Oval(0, 0.47, 0.2, 0.07, {0.95, 0.94, 0.92}, 0, 180);
  } else {
    head.Arc(0, 0.44, 0.25, 0.1, 15, 165, lips, 0.06);
  }
  if (rng.Chance(0.35)) {
    for (const double side : {-1.0, 1.0})
      head.Arc(side * 0.3, -0.1, 0.22, 0.17, 0, 360, {0.08, 0.08, 0.1}, 0.035);
    head.Line(-0.09, -0.12, 0.09, -0.12, {0.08, 0.08, 0.1}, 0.035);
  }
}

}  // namespace

void DrawPerson(cv::Mat& picture, Rng& rng) {
  const double unit = std::min(picture.cols, picture.rows) * rng.Real(0.12, 0.3);
  const cv::Point2d centre(picture.cols * rng.Bell(0.5, 0.1), picture.rows * rng.Real(0.28, 0.48));
  const Ink skin = Mixed({0.94, 0.78, 0.67}, {0.32, 0.2, 0.14}, rng.Real(0, 1));
  const Ink hair = rng.PickOf<Ink>(
      {{0.08, 0.06, 0.05}, {0.25, 0.15, 0.08}, {0.55, 0.4, 0.2}, {0.6, 0.6, 0.6}, {0.45, 0.18, 0.08}});
  cv::Mat layer = picture.clone();
  Drawing body(layer, centre, unit, 0);
  Drawing head(layer, centre, unit, rng.Bell(0, 5));
  const bool bald = rng.Chance(0.12);
  const bool long_hair = !bald && rng.Chance(0.45);
  if (long_hair) head.Oval(0, 0.25, 0.95, rng.Real(1.25, 1.8), hair);
  DrawClothes(body, rng, skin);
  if (!bald) head.Oval(0, -0.32, 0.86, 0.85, hair);
  head.Oval(0, 0.05, 0.74, 0.97, skin);
  if (!bald) {
    head.Oval(rng.Real(-0.25, 0.25), -0.72, 0.72, 0.32, hair);
    if (rng.Chance(0.2)) head.Arc(0, 0.2, 0.62, 0.72, 15, 165, hair, 0.22);  // a beard
  }
  DrawFace(head, rng, skin);
  // Skin and cloth aren't flat colours, and light comes from one side.
  const cv::Mat noise = SmoothNoise(layer.size(), 7, 4, rng.Bits());
  const double side = rng.Real(-0.35, 0.35);
  cv::Mat gain(layer.size(), CV_32F);
  for (int y = 0; y < gain.rows; ++y) {
    for (int x = 0; x < gain.cols; ++x) {
      const double across = std::clamp((x - centre.x) / (2.5 * unit), -1.0, 1.0);
      gain.at<float>(y, x) = static_cast<float>(0.95 + side * across + 0.18 * (noise.at<float>(y, x) - 0.5));
    }
  }
  cv::merge(std::vector<cv::Mat>(3, gain), gain);
  cv::Mat mask;
  cv::absdiff(layer, picture, mask);
  cv::cvtColor(mask, mask, cv::COLOR_BGR2GRAY);
  mask = mask > 0;
  cv::multiply(layer, gain, layer, 1, CV_8U);
  cv::GaussianBlur(layer, layer, {}, std::max(0.6, unit * 0.008));
  layer.copyTo(picture, mask);
}

}  // namespace kith::tools
