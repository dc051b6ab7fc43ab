// SPDX-License-Identifier: Apache-2.0
#include "capture/card_print.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "imaging/mat.h"

namespace kith::capture {
namespace {

const cv::Size kPrintSize(384, 240);  // letters of 2 mm are 9 pixels high
const cv::Size kRoughSize(24, 15);
const cv::Size kPatch(48, 20);      // a few letters of one line
constexpr int kReach = 12;          // pixels that a patch may be off: 3 % of the width
constexpr double kFound = 0.72;     // correlation; other text of the same face stays below
constexpr double kSame = 0.92;      // of the patches of one look: another name alone costs more than a tenth
constexpr double kFew = 0.6;        // of those of the other look
constexpr double kMayBeSame = 0.3;  // of RoughLikeness
constexpr double kSquare = 1.25;    // aspect ratio
constexpr double kPrinted = 9;      // deviation of grey levels in a patch
constexpr std::size_t kMostPatches = 40;

cv::Mat Reduced(const cv::Mat& card) {
  cv::Mat print;
  cv::resize(card, print, kPrintSize, 0, 0, cv::INTER_AREA);
  // As soft as a frame that is a little out of focus, so that sharpness doesn't count.
  cv::GaussianBlur(print, print, {}, 0.9);
  return print;
}

cv::Mat Rough(const cv::Mat& print) {
  cv::Mat small, rough;
  cv::resize(print, small, kRoughSize, 0, 0, cv::INTER_AREA);
  small.convertTo(rough, CV_32F);
  cv::Scalar mean, deviation;
  cv::meanStdDev(rough, mean, deviation);
  return (rough - mean[0]) / std::max(1.0, deviation[0]);
}

cv::Mat Rotated(const cv::Mat& mat, cv::RotateFlags how) {
  cv::Mat rotated;
  cv::rotate(mat, rotated, how);
  return rotated;
}

std::vector<cv::Rect> PrintedPatches(const cv::Mat& print) {
  constexpr int kEdge = 8;  // what lies at the edge may be cut off
  std::vector<cv::Rect> patches;
  for (int y = kEdge; y + kPatch.height <= print.rows - kEdge; y += kPatch.height / 2) {
    for (int x = kEdge; x + kPatch.width <= print.cols - kEdge; x += kPatch.width) {
      const cv::Rect patch({x, y}, kPatch);
      cv::Scalar mean, deviation;
      cv::meanStdDev(print(patch), mean, deviation);
      if (deviation[0] > kPrinted) patches.push_back(patch);
    }
  }
  if (patches.size() <= kMostPatches) return patches;
  std::vector<cv::Rect> some;
  for (std::size_t i = 0; i < kMostPatches; ++i)
    some.push_back(patches[i * patches.size() / kMostPatches]);
  return some;
}

bool IsFound(const cv::Mat& patch, const cv::Mat& print, cv::Rect at) {
  const cv::Rect around =
      cv::Rect(at.x - kReach, at.y - kReach, at.width + 2 * kReach, at.height + 2 * kReach) &
      cv::Rect({}, print.size());
  cv::Mat scores;
  cv::matchTemplate(print(around), patch, scores, cv::TM_CCOEFF_NORMED);
  double best = 0;
  cv::minMaxLoc(scores, nullptr, &best);
  return best > kFound;
}

/// Where glare leaves nothing to compare: much brighter than most of the card, which white paper never is.
cv::Mat WashedOut(const cv::Mat& print) {
  constexpr double kBright = 232, kAbovePaper = 12;  // grey levels
  const cv::Mat sorted = [&] {
    cv::Mat all;
    cv::sort(print.reshape(1, 1), all, cv::SORT_EVERY_ROW + cv::SORT_ASCENDING);
    return all;
  }();
  const double paper = sorted.at<uchar>(sorted.cols / 2);
  return print > std::max(kBright, paper + kAbovePaper);
}

/// 0 if glare hides most of it: what is left says too little.
double ShareFoundOn(const cv::Mat& print, const std::vector<cv::Rect>& patches, const cv::Mat& other) {
  constexpr double kMostHidden = 0.5;  // of a patch
  constexpr std::size_t kFewest = 6;
  const cv::Mat washed_out = WashedOut(other);
  std::size_t compared = 0, found = 0;
  for (const cv::Rect& patch : patches) {
    const bool is_found = IsFound(print(patch), other, patch);
    if (!is_found && cv::countNonZero(washed_out(patch)) > kMostHidden * patch.area()) continue;
    ++compared;
    found += is_found ? 1 : 0;
  }
  const bool enough = 2 * compared >= patches.size() && compared >= std::min(kFewest, patches.size());
  return enough && compared > 0 ? static_cast<double>(found) / static_cast<double>(compared) : 0;
}

}  // namespace

CardPrint::CardPrint(const cv::Mat& card) : print_(Reduced(card)), rough_(Rough(print_)) {
  turned_.push_back(Rotated(print_, cv::ROTATE_180));
  if (card.cols < kSquare * card.rows && card.rows < kSquare * card.cols) {
    turned_.push_back(Reduced(Rotated(card, cv::ROTATE_90_CLOCKWISE)));
    turned_.push_back(Rotated(turned_.back(), cv::ROTATE_180));
  }
}

double CardPrint::ShareFound(const CardPrint& other) const {
  if (print_.empty() || other.print_.empty()) return 0;
  const std::vector<cv::Rect> patches = PrintedPatches(print_);
  std::vector<cv::Mat> ways{other.print_};
  ways.insert(ways.end(), other.turned_.begin(), other.turned_.end());
  double best = 0;
  for (const cv::Mat& way : ways) {
    if (LookLikeness(rough_, Rough(way)) > kMayBeSame)
      best = std::max(best, ShareFoundOn(print_, patches, way));
  }
  return best;
}

bool CardPrint::IsSameAs(const CardPrint& other) const {
  const double found = ShareFound(other);
  const double found_here = found > kFew ? other.ShareFound(*this) : 0;
  // Glare and fingers hide print of one look; what the other look shows there isn't found then.
  return std::max(found, found_here) >= kSame && std::min(found, found_here) >= kFew;
}

cv::Mat RoughLook(const Image& frame, const Quad& corners) {
  const cv::Size size(8 * kRoughSize.width, 8 * kRoughSize.height);
  std::array<cv::Point2f, 4> from;
  std::ranges::transform(corners, from.begin(), [](const Point& p) {
    return cv::Point2f(static_cast<float>(p.x - 0.5), static_cast<float>(p.y - 0.5));
  });
  const auto right = static_cast<float>(size.width - 1), bottom = static_cast<float>(size.height - 1);
  const std::array<cv::Point2f, 4> to = {cv::Point2f{0, 0}, {right, 0}, {right, bottom}, {0, bottom}};
  cv::Mat card;
  cv::warpPerspective(imaging::ViewAsMat(frame), card, cv::getPerspectiveTransform(from.data(), to.data()),
                      size, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
  return Rough(imaging::ToGray(imaging::ToImage(card)));
}

double LookLikeness(const cv::Mat& a, const cv::Mat& b) {
  return a.dot(b) / static_cast<double>(a.total());
}

}  // namespace kith::capture
