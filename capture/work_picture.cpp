// SPDX-License-Identifier: Apache-2.0
#include "capture/work_picture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "capture/lab_planes.h"
#include "capture/reduced.h"
#include "capture/table_model.h"
#include "capture/thin_edges.h"
#include "capture/wide.h"
#include "imaging/mat.h"

namespace kith::capture {
namespace {

/// How many times as bright a picture taken in the dark has to be made, so that a step between card and table
/// counts for what it is.
double Gain(const cv::Mat& picture) {
  constexpr double kBright = 235, kMostGain = 3;
  constexpr double kBrighter = 0.005;  // share of the pixels that may be brighter than that
  constexpr int kGreen = 1;            // stands for lightness
  std::array<int, 256> histogram{};
  constexpr int kEvery = 2;  // row and column: a quarter of the pixels tells enough
  int counted = 0;
  for (int y = 0; y < picture.rows; y += kEvery) {
    const auto* row = picture.ptr<std::uint8_t>(y);
    for (int x = 0; x < picture.cols; x += kEvery, ++counted)
      ++histogram[row[3 * x + kGreen]];
  }
  std::size_t level = 255;
  for (double above = 0; level > 0; --level) {
    above += histogram[level];
    if (above > kBrighter * counted) break;
  }
  return std::clamp(kBright / std::max(1.0, static_cast<double>(level)), 1.0, kMostGain);
}

std::array<cv::Mat, 3> BlurredPlanes(const cv::Mat& small) {
  const cv::Mat bgr = imaging::ToColour(small);
  std::array<cv::Mat, 3> planes = LabPlanes(bgr, Gain(bgr));
  for (cv::Mat& plane : planes)
    cv::GaussianBlur(plane, plane, {5, 5}, 1.1);
  return planes;
}

/// Keeps at each pixel the steeper of two gradients. By the sum of their parts, which several pixels at once
/// are compared by; their lengths would decide otherwise in few places.
KITH_ALSO_WIDE
void KeepSteeper(const cv::Mat& new_dx, const cv::Mat& new_dy, cv::Mat& dx, cv::Mat& dy) {
  for (int y = 0; y < new_dx.rows; ++y) {
    const auto *new_x = new_dx.ptr<short>(y), *new_y = new_dy.ptr<short>(y);
    auto *best_x = dx.ptr<short>(y), *best_y = dy.ptr<short>(y);
    for (int x = 0; x < new_dx.cols; ++x) {
      const auto steep_new = static_cast<short>(std::abs(new_x[x]) + std::abs(new_y[x]));
      const auto steep_best = static_cast<short>(std::abs(best_x[x]) + std::abs(best_y[x]));
      const int steeper = steep_new > steep_best ? -1 : 0;  // a mask: GCC vectorizes this, but not a choice
      best_x[x] = static_cast<short>((new_x[x] & steeper) | (best_x[x] & ~steeper));
      best_y[x] = static_cast<short>((new_y[x] & steeper) | (best_y[x] & ~steeper));
    }
  }
}

/// The gradient of whichever plane has the largest: an edge between colours of one lightness counts too.
void Differentiate(WorkPicture& work) {
  cv::Mat dx, dy;
  cv::spatialGradient(work.planes[0], work.dx, work.dy);
  for (std::size_t c = 1; c < work.planes.size(); ++c) {
    cv::spatialGradient(work.planes[c], dx, dy);
    KeepSteeper(dx, dy, work.dx, work.dy);
  }
}

/// The table's grain sets what counts as an edge: a card 10 grey levels off a plain table has to be found,
/// and wood must not fill the picture with edges.
void FindEdges(WorkPicture& work) {
  // Of a Sobel response: four times the step. Black cards on black tables have steps of two; what the noise
  // of a camera in good light makes of a plain table is as much.
  constexpr double kLeast = 7, kMost = 60;
  constexpr int kSampleStep = 7;
  std::vector<int> squares;
  for (int y = 0; y < work.dx.rows; y += kSampleStep) {
    const auto *dx = work.dx.ptr<short>(y), *dy = work.dy.ptr<short>(y);
    for (int x = 0; x < work.dx.cols; x += kSampleStep)
      squares.push_back(dx[x] * dx[x] + dy[x] * dy[x]);
  }
  const auto middle = squares.begin() + static_cast<std::ptrdiff_t>(squares.size() / 2);
  std::ranges::nth_element(squares, middle);
  const double low = std::clamp(1.7 * std::sqrt(*middle), kLeast, kMost);
  work.edges = ThinEdges(work.dx, work.dy, low, 1.6 * low);
}

/// The edge pixels of a row, by and by. Most of a row has none: eight pixels at once are passed over.
void CollectRow(const std::uint8_t* edge, int y, int width, WorkPicture& work) {
  auto* before = work.edges_before.ptr<std::uint16_t>(y);
  std::uint16_t count = 0;
  const auto look_at = [&](int x) {
    before[x] = count;
    if (edge[x] == 0) return;
    work.edge_points.emplace_back(x, y);
    ++count;
  };
  constexpr int kAtOnce = 8;
  int x = 0;
  for (; x + kAtOnce <= width; x += kAtOnce) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, edge + x, kAtOnce);
    if (eight == 0) {
      std::fill_n(before + x, kAtOnce, count);
    } else {
      for (int i = 0; i < kAtOnce; ++i)
        look_at(x + i);
    }
  }
  for (; x < width; ++x)
    look_at(x);
  before[width] = count;
}

void CollectEdges(WorkPicture& work) {
  work.edges_before.create(work.edges.rows, work.edges.cols + 1, CV_16UC1);
  for (int y = 0; y < work.edges.rows; ++y)
    CollectRow(work.edges.ptr<std::uint8_t>(y), y, work.edges.cols, work);
}

void NoteDirections(WorkPicture& work) {
  work.direction = cv::Mat::zeros(work.edges.size(), CV_8UC1);
  if (work.edge_points.empty()) return;
  std::vector<float> dx, dy, angles;
  for (const cv::Point& point : work.edge_points) {
    dx.push_back(work.dx.at<short>(point));
    dy.push_back(work.dy.at<short>(point));
  }
  cv::phase(dx, dy, angles, true);
  for (std::size_t i = 0; i < angles.size(); ++i) {
    const int half_turns = cvFloor(angles[i] * kDirections / 180);
    work.direction.at<std::uint8_t>(work.edge_points[i]) =
        static_cast<std::uint8_t>(1 + half_turns % kDirections);
  }
}

}  // namespace

WorkPicture MakeWorkPicture(const Image& frame, int side) {
  WorkPicture work;
  const cv::Mat full = imaging::ViewAsMat(frame);
  work.scale = std::max(1.0, double(std::max(full.cols, full.rows)) / side);
  work.planes = BlurredPlanes(Reduced(full, work.scale));
  Differentiate(work);
  FindEdges(work);
  CollectEdges(work);
  NoteDirections(work);
  ModelTable(work);
  return work;
}

}  // namespace kith::capture
