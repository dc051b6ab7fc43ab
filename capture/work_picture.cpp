// SPDX-License-Identifier: Apache-2.0
#include "capture/work_picture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <mutex>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "capture/table_model.h"
#include "imaging/mat.h"

namespace kith::capture {
namespace {

/// Pictures taken in the dark are brightened, so that a step between card and table counts for what it is.
cv::Mat Brightened(const cv::Mat& picture) {
  constexpr double kBright = 235, kMostGain = 3;
  constexpr double kBrighter = 0.005;  // share of the pixels that may be brighter than that
  const int channels = picture.channels();
  const int green = channels > 1 ? 1 : 0;  // stands for lightness
  std::array<int, 256> histogram{};
  constexpr int kEvery = 2;  // row and column: a quarter of the pixels tells enough
  int counted = 0;
  for (int y = 0; y < picture.rows; y += kEvery) {
    const auto* row = picture.ptr<std::uint8_t>(y);
    for (int x = 0; x < picture.cols; x += kEvery, ++counted)
      ++histogram[row[x * channels + green]];
  }
  std::size_t level = 255;
  for (double above = 0; level > 0; --level) {
    above += histogram[level];
    if (above > kBrighter * counted) break;
  }
  const double gain = std::min(kMostGain, kBright / std::max(1.0, static_cast<double>(level)));
  if (gain <= 1) return picture;
  cv::Mat brightened;
  picture.convertTo(brightened, -1, gain);
  return brightened;
}

/// OpenCV 4.6 makes the tables of its Lab conversion at the first call, without a lock: threads that come at
/// the same time would each make them.
void MakeLabTablesOnce() {
  static std::once_flag once;
  std::call_once(once, [] {
    cv::Mat lab;
    cv::cvtColor(cv::Mat(1, 1, CV_8UC3, cv::Scalar(0)), lab, cv::COLOR_BGR2Lab);
  });
}

void SplitIntoPlanes(const cv::Mat& small, WorkPicture& work) {
  MakeLabTablesOnce();
  cv::Mat bgr = small, lab;
  if (small.channels() == 1) cv::cvtColor(small, bgr, cv::COLOR_GRAY2BGR);
  if (small.channels() == 4) cv::cvtColor(small, bgr, cv::COLOR_RGBA2BGR);
  cv::cvtColor(bgr, lab, cv::COLOR_BGR2Lab);
  cv::GaussianBlur(lab, lab, {5, 5}, 1.1);
  cv::split(lab, work.planes.data());
}

/// Keeps at each pixel the steeper of two gradients. By the sum of their parts, which several pixels at once
/// are compared by; their lengths would decide otherwise in few places.
void KeepSteeper(const cv::Mat& new_dx, const cv::Mat& new_dy, WorkPicture& work) {
  for (int y = 0; y < new_dx.rows; ++y) {
    const auto *new_x = new_dx.ptr<short>(y), *new_y = new_dy.ptr<short>(y);
    auto *best_x = work.dx.ptr<short>(y), *best_y = work.dy.ptr<short>(y);
    for (int x = 0; x < new_dx.cols; ++x) {
      const auto steep_new = static_cast<short>(std::abs(new_x[x]) + std::abs(new_y[x]));
      const auto steep_best = static_cast<short>(std::abs(best_x[x]) + std::abs(best_y[x]));
      const bool steeper = steep_new > steep_best;
      best_x[x] = steeper ? new_x[x] : best_x[x];
      best_y[x] = steeper ? new_y[x] : best_y[x];
    }
  }
}

/// The gradient of whichever plane has the largest: an edge between colours of one lightness counts too.
void Differentiate(WorkPicture& work) {
  cv::Mat dx, dy;
  cv::spatialGradient(work.planes[0], work.dx, work.dy);
  for (std::size_t c = 1; c < work.planes.size(); ++c) {
    cv::spatialGradient(work.planes[c], dx, dy);
    KeepSteeper(dx, dy, work);
  }
}

/// The table's grain sets what counts as an edge: a card 10 grey levels off a plain table has to be found,
/// and wood must not fill the picture with edges.
void FindEdges(WorkPicture& work) {
  constexpr double kLeast = 9, kMost = 60;  // of a Sobel response: four times the step
  constexpr int kSampleStep = 7;
  std::vector<double> magnitudes;
  for (int y = 0; y < work.dx.rows; y += kSampleStep) {
    for (int x = 0; x < work.dx.cols; x += kSampleStep) {
      magnitudes.push_back(std::hypot(work.dx.at<short>(y, x), work.dy.at<short>(y, x)));
    }
  }
  const auto middle = magnitudes.begin() + static_cast<std::ptrdiff_t>(magnitudes.size() / 2);
  std::ranges::nth_element(magnitudes, middle);
  const double low = std::clamp(1.7 * *middle, kLeast, kMost);
  cv::Canny(work.dx, work.dy, work.edges, low, 1.6 * low, true);
}

void NoteDirections(WorkPicture& work) {
  work.direction = cv::Mat::zeros(work.edges.size(), CV_8UC1);
  for (int y = 0; y < work.edges.rows; ++y) {
    const auto* edge = work.edges.ptr<std::uint8_t>(y);
    const auto *dx = work.dx.ptr<short>(y), *dy = work.dy.ptr<short>(y);
    auto* direction = work.direction.ptr<std::uint8_t>(y);
    for (int x = 0; x < work.edges.cols; ++x) {
      if (edge[x] == 0) continue;
      const int half_turns = cvFloor(cv::fastAtan2(dy[x], dx[x]) * kDirections / 180);
      direction[x] = static_cast<std::uint8_t>(1 + half_turns % kDirections);
    }
  }
}

}  // namespace

WorkPicture MakeWorkPicture(const Image& frame) {
  WorkPicture work;
  const cv::Mat full = imaging::ViewAsMat(frame);
  work.scale = std::max(1.0, double(std::max(full.cols, full.rows)) / kWorkSide);
  cv::Mat small = full;
  if (work.scale > 1) cv::resize(full, small, {}, 1 / work.scale, 1 / work.scale, cv::INTER_AREA);
  SplitIntoPlanes(Brightened(small), work);
  Differentiate(work);
  FindEdges(work);
  NoteDirections(work);
  ModelTable(work);
  return work;
}

}  // namespace kith::capture
