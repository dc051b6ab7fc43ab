// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/scanner.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "imaging/mat.h"
#include "tools/cardpress/background.h"
#include "tools/cardpress/effects.h"

namespace kith::tools {
namespace {

/// What of the scanner's glass ends up in the file, in millimetres of the card, and how the card lies on it.
struct Crop {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  double skew = 0;  ///< degrees
  cv::Scalar lid;
};

Crop PickCrop(const CardDesign& design, Rng& rng) {
  const double slack = design.width * 0.008;
  Crop crop{rng.Real(-slack, slack),
            rng.Real(-slack, slack),
            design.width + rng.Real(-slack, slack),
            design.height + rng.Real(-slack, slack),
            rng.Bell(0, 0.45),
            {}};
  const double grey = rng.PickOf({250.0, 244.0, 225.0, 190.0, 60.0, 15.0});
  crop.lid = {grey, grey * rng.Real(0.97, 1), grey * rng.Real(0.96, 1)};
  if (rng.Chance(0.1)) crop.skew = rng.Real(-2.5, 2.5);
  double* const sides[] = {&crop.left, &crop.top, &crop.right, &crop.bottom};
  const double outward[] = {-1, -1, 1, 1};
  for (int strips = rng.Chance(0.3) ? rng.Int(1, 2) : 0; strips > 0; --strips) {
    const int side = rng.Int(0, 3);
    *sides[side] += outward[side] * rng.Real(1, 6);
  }
  if (rng.Chance(0.13)) {
    const int side = rng.PickOf({0, 2, 2, 2, 3});
    *sides[side] -= outward[side] * rng.Real(0.04, 0.1) * design.width;
  }
  return crop;
}

cv::Matx23d ScanFromMm(const Crop& crop, double pixels_per_mm) {
  const double cx = (crop.left + crop.right) / 2;
  const double cy = (crop.top + crop.bottom) / 2;
  const double a = crop.skew * CV_PI / 180;
  const double c = std::cos(a) * pixels_per_mm;
  const double s = std::sin(a) * pixels_per_mm;
  const double mx = (crop.right - crop.left) / 2 * pixels_per_mm;
  const double my = (crop.bottom - crop.top) / 2 * pixels_per_mm;
  return {c, -s, mx - c * cx + s * cy, s, c, my - s * cx - c * cy};
}

/// Letters may lose a hair, no more.
bool IsCutOff(const PrintedRun& run, const cv::Matx23d& scan_from_mm, cv::Size size) {
  const double slack = 0.12 * run.ink.height;
  for (const double x : {run.ink.x + slack, run.ink.right() - slack}) {
    for (const double y : {run.ink.y + slack, run.ink.bottom() - slack}) {
      const cv::Vec2d at = scan_from_mm * cv::Vec3d(x, y, 1);
      if (at[0] < 0 || at[1] < 0 || at[0] > size.width || at[1] > size.height) return true;
    }
  }
  return false;
}

void ShadeEdge(cv::Mat& scan, const CardDesign& design, const cv::Matx23d& scan_from_mm, Rng& rng) {
  const auto at = [&](double x, double y) {
    const cv::Vec2d p = scan_from_mm * cv::Vec3d(x, y, 1);
    return cv::Point(static_cast<int>(p[0]), static_cast<int>(p[1]));
  };
  cv::Mat shade(scan.size(), CV_8UC3, cv::Scalar::all(255));
  const double grey = rng.Real(130, 215);
  const int thickness = std::max(1, static_cast<int>(scan.cols * rng.Real(0.002, 0.006)));
  cv::line(shade, at(0, 0), at(design.width, 0), cv::Scalar::all(grey), thickness, cv::LINE_AA);
  if (rng.Chance(0.5))
    cv::line(shade, at(design.width, 0), at(design.width, design.height), cv::Scalar::all(grey), thickness,
             cv::LINE_AA);
  cv::GaussianBlur(shade, shade, {}, thickness);
  cv::multiply(scan, shade, scan, 1 / 255.0);
}

/// A note that somebody scribbled where there was room.
void Scribble(cv::Mat& scan, const std::vector<PrintedRun>& runs, const cv::Matx23d& scan_from_mm, Rng& rng) {
  const int width = scan.cols / 6;
  const int height = scan.rows / 12;
  const cv::Rect room(rng.Int(4, scan.cols - width - 4), rng.Int(4, scan.rows - height - 4), width, height);
  for (const PrintedRun& run : runs) {
    const cv::Vec2d a = scan_from_mm * cv::Vec3d(run.ink.x, run.ink.y, 1);
    const cv::Vec2d b = scan_from_mm * cv::Vec3d(run.ink.right(), run.ink.bottom(), 1);
    if (!(room & cv::Rect(cv::Point2d(a[0], a[1]), cv::Point2d(b[0], b[1]))).empty()) return;
  }
  std::vector<cv::Point> line;
  for (int i = 0; i < 60; ++i) {
    const double t = i / 60.0;
    line.emplace_back(room.x + static_cast<int>(width * t + 4 * std::sin(i * 1.7)),
                      room.y + static_cast<int>(height * (0.5 + 0.4 * std::sin(i * 1.1 + rng.Real(0, 0.6)))));
  }
  const cv::Scalar ink = rng.Chance(0.6) ? cv::Scalar(140, 50, 30) : cv::Scalar(40, 40, 45);
  cv::polylines(scan, line, false, ink, std::max(1, scan.cols / 450), cv::LINE_AA);
}

void AgePaper(cv::Mat& scan, Rng& rng) {
  const double strength = rng.Real(0, 0.05);
  const cv::Mat grain = SmoothNoise(scan.size(), scan.cols / 3.0, 2, rng.Bits());
  cv::Mat gain;
  cv::merge(std::vector<cv::Mat>(3, 1 - strength * grain), gain);
  cv::multiply(scan, gain, scan, 1, CV_8U);
  for (int specks = rng.Chance(0.15) ? rng.Int(2, 9) : 0; specks > 0; --specks) {
    const cv::Point at(rng.Int(0, scan.cols - 1), rng.Int(0, scan.rows - 1));
    cv::circle(scan, at, rng.Int(0, 1), cv::Scalar::all(rng.Int(30, 170)), cv::FILLED, cv::LINE_AA);
  }
}

void SpoilAsScannersDo(cv::Mat& scan, Rng& rng) {
  if (rng.Chance(0.5)) cv::GaussianBlur(scan, scan, {}, rng.Real(0.35, 0.35 + scan.cols / 1200.0));
  if (rng.Chance(0.35)) Sharpen(scan, rng.Real(0.8, 1.8), rng.Real(0.3, 1.1));
  CompressLevels(scan, rng.Chance(0.3) ? rng.Real(20, 80) : rng.Real(0, 20),
                 rng.Chance(0.3) ? rng.Real(205, 240) : 252);
  if (rng.Chance(0.4)) Tint(scan, {rng.Real(0.92, 1), rng.Real(0.96, 1), rng.Real(0.95, 1)});
  if (rng.Chance(0.07)) {
    const int x = rng.Int(0, scan.cols - 2);
    cv::line(scan, {x, 0}, {x, scan.rows}, cv::Scalar::all(rng.Int(90, 220)), 1);
  }
  AddNoise(scan, rng, rng.Real(0.5, 5));
  PassThroughJpeg(scan, rng.Chance(0.25) ? rng.Int(35, 60) : rng.Int(65, 95));
}

}  // namespace

Picture ScanCard(const Composition& card, Rng& rng) {
  const CardDesign& design = card.design;
  const Crop crop = PickCrop(design, rng);
  const double width = rng.Chance(0.33) ? rng.Real(450, 600) : rng.Real(600, 1150);
  const double pixels_per_mm = width / std::max(design.width, design.height);
  const cv::Size size(static_cast<int>((crop.right - crop.left) * pixels_per_mm),
                      static_cast<int>((crop.bottom - crop.top) * pixels_per_mm));
  const cv::Matx23d scan_from_mm = ScanFromMm(crop, pixels_per_mm);
  // Sampled at twice the size and averaged: a sensor sees areas, not points.
  const double from_print = 2 / card.print.pixels_per_mm;
  cv::Matx23d fine = scan_from_mm;
  for (int i = 0; i < 2; ++i) {
    fine(i, 0) *= from_print;
    fine(i, 1) *= from_print;
    fine(i, 2) *= 2;
  }
  cv::Mat scan;
  cv::warpAffine(imaging::ViewAsMat(card.print.image), scan, fine, size * 2, cv::INTER_LINEAR,
                 cv::BORDER_CONSTANT, crop.lid);
  cv::resize(scan, scan, size, 0, 0, cv::INTER_AREA);
  if (rng.Chance(0.35)) ShadeEdge(scan, design, scan_from_mm, rng);
  if (rng.Chance(0.06)) Scribble(scan, card.print.runs, scan_from_mm, rng);
  AgePaper(scan, rng);
  SpoilAsScannersDo(scan, rng);
  const auto hidden =
      HiddenValues(card.print.runs, [&](const PrintedRun& run) { return IsCutOff(run, scan_from_mm, size); });
  return {imaging::ToImage(scan), WithoutHidden(design.truth, hidden)};
}

}  // namespace kith::tools
