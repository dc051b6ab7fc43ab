// SPDX-License-Identifier: Apache-2.0
#include "capture/work_picture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <mutex>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "imaging/mat.h"

namespace kith::capture {
namespace {

/// Pictures taken in the dark are brightened, so that a step between card and table counts for what it is.
cv::Mat Brightened(const cv::Mat& picture) {
  constexpr double kBright = 235, kMostGain = 3;
  constexpr double kBrighter = 0.005;  // share of the pixels that may be brighter than that
  cv::Mat gray = picture, brightened;
  if (picture.channels() > 1) cv::extractChannel(picture, gray, 1);  // green stands for lightness
  std::array<int, 256> histogram{};
  for (int y = 0; y < gray.rows; ++y) {
    for (int x = 0; x < gray.cols; ++x)
      ++histogram[gray.at<std::uint8_t>(y, x)];
  }
  std::size_t level = 255;
  for (double above = 0; level > 0; --level) {
    above += histogram[level];
    if (above > kBrighter * static_cast<double>(gray.total())) break;
  }
  const double gain = std::min(kMostGain, kBright / std::max(1.0, static_cast<double>(level)));
  if (gain <= 1) return picture;
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

cv::Mat ToLab(const cv::Mat& small) {
  MakeLabTablesOnce();
  cv::Mat bgr = small, lab;
  if (small.channels() == 1) cv::cvtColor(small, bgr, cv::COLOR_GRAY2BGR);
  if (small.channels() == 4) cv::cvtColor(small, bgr, cv::COLOR_RGBA2BGR);
  cv::cvtColor(bgr, lab, cv::COLOR_BGR2Lab);
  cv::GaussianBlur(lab, lab, {3, 3}, 0);
  return lab;
}

/// The gradient of whichever channel has the largest: an edge between colours of one lightness counts too.
void Differentiate(WorkPicture& work) {
  std::array<cv::Mat, 3> channels;
  cv::split(work.lab, channels);
  for (const cv::Mat& channel : channels) {
    cv::Mat dx, dy;
    cv::Sobel(channel, dx, CV_16S, 1, 0);
    cv::Sobel(channel, dy, CV_16S, 0, 1);
    if (work.dx.empty()) {
      work.dx = dx;
      work.dy = dy;
      continue;
    }
    for (int y = 0; y < dx.rows; ++y) {
      const auto *new_x = dx.ptr<short>(y), *new_y = dy.ptr<short>(y);
      auto *best_x = work.dx.ptr<short>(y), *best_y = work.dy.ptr<short>(y);
      for (int x = 0; x < dx.cols; ++x) {
        if (new_x[x] * new_x[x] + new_y[x] * new_y[x] > best_x[x] * best_x[x] + best_y[x] * best_y[x]) {
          best_x[x] = new_x[x];
          best_y[x] = new_y[x];
        }
      }
    }
  }
}

/// The table's grain sets what counts as an edge: a card 10 grey levels off a plain table has to be found,
/// and wood must not fill the picture with edges.
void FindEdges(WorkPicture& work) {
  constexpr double kLeast = 18, kMost = 60;  // of a Sobel response: four times the step
  constexpr int kSampleStep = 7;
  std::vector<double> magnitudes;
  for (int y = 0; y < work.dx.rows; y += kSampleStep) {
    for (int x = 0; x < work.dx.cols; x += kSampleStep) {
      magnitudes.push_back(std::hypot(work.dx.at<short>(y, x), work.dy.at<short>(y, x)));
    }
  }
  const auto middle = magnitudes.begin() + static_cast<std::ptrdiff_t>(magnitudes.size() / 2);
  std::ranges::nth_element(magnitudes, middle);
  const double low = std::clamp(2.5 * *middle, kLeast, kMost);
  cv::Canny(work.dx, work.dy, work.edges, low, 2 * low, true);
}

/// Terms of a quadratic over the picture: light falls off smoothly towards the corners.
constexpr int kTerms = 6;
cv::Matx<double, 1, kTerms> TermsAt(double x, double y) {
  return {1, x, y, x * x, x * y, y * y};
}

struct BorderSample {
  double x, y;  ///< -1 to 1
  cv::Vec3b lab;
  double weight = 1;
};

std::vector<BorderSample> SampleBorder(const cv::Mat& lab) {
  std::vector<BorderSample> samples;
  const int ring = std::max(2, std::min(lab.cols, lab.rows) / 25);
  constexpr int kStep = 3;
  for (int y = 1; y < lab.rows - 1; y += kStep) {
    for (int x = 1; x < lab.cols - 1; x += kStep) {
      if (std::min({x, y, lab.cols - 1 - x, lab.rows - 1 - y}) > ring) continue;
      samples.push_back({2.0 * x / lab.cols - 1, 2.0 * y / lab.rows - 1, lab.at<cv::Vec3b>(y, x)});
    }
  }
  return samples;
}

using Coefficients = cv::Matx<double, kTerms, 3>;

Coefficients FitTable(const std::vector<BorderSample>& samples) {
  cv::Matx<double, kTerms, kTerms> normal = 1e-6 * cv::Matx<double, kTerms, kTerms>::eye();
  Coefficients right = Coefficients::zeros();
  for (const BorderSample& sample : samples) {
    const auto terms = TermsAt(sample.x, sample.y);
    normal += sample.weight * (terms.t() * terms);
    right +=
        sample.weight * (terms.t() * cv::Matx<double, 1, 3>(sample.lab[0], sample.lab[1], sample.lab[2]));
  }
  return normal.solve(right, cv::DECOMP_CHOLESKY);
}

double MedianOf(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

void CompareWithTable(const Coefficients& table, const cv::Vec3d& deviation, WorkPicture& work) {
  constexpr double kSameHue = 5;         // deviations of a* and b*
  constexpr double kDeepestShade = 0.4;  // of the table's lightness
  work.distance.create(work.lab.size(), CV_32FC1);
  work.shade.create(work.lab.size(), CV_8UC1);
  for (int y = 0; y < work.lab.rows; ++y) {
    const double v = 2.0 * y / work.lab.rows - 1;
    for (int x = 0; x < work.lab.cols; ++x) {
      const auto expected = TermsAt(2.0 * x / work.lab.cols - 1, v) * table;
      const cv::Vec3b& lab = work.lab.at<cv::Vec3b>(y, x);
      const double l = (lab[0] - expected(0, 0)) / deviation[0];
      const double a = (lab[1] - expected(0, 1)) / deviation[1];
      const double b = (lab[2] - expected(0, 2)) / deviation[2];
      work.distance.at<float>(y, x) = static_cast<float>(std::sqrt(l * l + a * a + b * b));
      const bool shaded =
          l < 0 && lab[0] > kDeepestShade * expected(0, 0) && a * a + b * b < kSameHue * kSameHue;
      work.shade.at<std::uint8_t>(y, x) = shaded ? 255 : 0;
    }
  }
}

/// What the table looks like where there is no card: fitted to the border of the picture, again and again
/// with less weight on what doesn't fit (hands, other cards), as Beaton and Tukey (1974) do.
void ModelTable(WorkPicture& work) {
  constexpr double kLeastDeviation = 2.0;  // of a channel: below is the camera's noise
  constexpr int kRounds = 6;
  std::vector<BorderSample> samples = SampleBorder(work.lab);
  Coefficients table;
  cv::Vec3d deviation;
  for (int round = 0; round < kRounds; ++round) {
    table = FitTable(samples);
    for (int c = 0; c < 3; ++c) {
      std::vector<double> residuals;
      for (const BorderSample& s : samples) {
        residuals.push_back(std::abs((TermsAt(s.x, s.y) * table)(0, c) - s.lab[c]));
      }
      deviation[c] = std::max(kLeastDeviation, 1.4826 * MedianOf(std::move(residuals)));
    }
    double explained = 0;
    for (BorderSample& s : samples) {
      const auto expected = TermsAt(s.x, s.y) * table;
      double square = 0;
      for (int c = 0; c < 3; ++c)
        square += std::pow((expected(0, c) - s.lab[c]) / (5 * deviation[c]), 2);
      s.weight = square < 1 ? std::pow(1 - square, 2) : 0;
      explained += square < 1 ? 1 : 0;
    }
    work.table_share = explained / static_cast<double>(std::max<std::size_t>(1, samples.size()));
  }
  work.table_light = table(0, 0);
  work.table_noise = deviation[0];
  CompareWithTable(table, deviation, work);
}

}  // namespace

WorkPicture MakeWorkPicture(const Image& frame) {
  WorkPicture work;
  const cv::Mat full = imaging::ViewAsMat(frame);
  work.scale = std::max(1.0, double(std::max(full.cols, full.rows)) / kWorkSide);
  cv::Mat small = full;
  if (work.scale > 1) cv::resize(full, small, {}, 1 / work.scale, 1 / work.scale, cv::INTER_AREA);
  work.lab = ToLab(Brightened(small));
  Differentiate(work);
  FindEdges(work);
  ModelTable(work);
  return work;
}

}  // namespace kith::capture
