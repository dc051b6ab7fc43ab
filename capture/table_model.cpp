// SPDX-License-Identifier: Apache-2.0
#include "capture/table_model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <opencv2/core.hpp>

#include "capture/wide.h"

namespace kith::capture {
namespace {

/// Terms of a quadratic over the picture: light falls off smoothly towards the corners.
constexpr int kTerms = 6;
using Terms = cv::Matx<double, 1, kTerms>;
using Coefficients = cv::Matx<double, kTerms, 3>;

Terms TermsAt(double x, double y) {
  return {1, x, y, x * x, x * y, y * y};
}

/// -1 to 1 over the picture.
double Relative(int at, int size) {
  return 2.0 * at / size - 1;
}

struct BorderSample {
  Terms terms;
  cv::Matx<double, 1, 3> lab;
  double weight = 1;
};

std::vector<BorderSample> SampleBorder(const WorkPicture& work) {
  const cv::Size size = work.planes[0].size();
  std::vector<BorderSample> samples;
  const int ring = std::max(2, std::min(size.width, size.height) / 25);
  constexpr int kStep = 5;  // about a thousand samples: more say the same
  for (int y = 1; y < size.height - 1; y += kStep) {
    const bool across = std::min(y, size.height - 1 - y) <= ring;
    for (int x = 1; x < size.width - 1; x += kStep) {
      if (!across && x > ring && x < size.width - 1 - ring) continue;
      samples.push_back(
          {TermsAt(Relative(x, size.width), Relative(y, size.height)),
           {double(work.planes[0].at<std::uint8_t>(y, x)), double(work.planes[1].at<std::uint8_t>(y, x)),
            double(work.planes[2].at<std::uint8_t>(y, x))}});
    }
  }
  return samples;
}

Coefficients FitTable(const std::vector<BorderSample>& samples) {
  cv::Matx<double, kTerms, kTerms> normal = 1e-6 * cv::Matx<double, kTerms, kTerms>::eye();
  Coefficients right = Coefficients::zeros();
  for (const BorderSample& sample : samples) {
    if (sample.weight <= 0) continue;
    for (int i = 0; i < kTerms; ++i) {
      const double weighted = sample.weight * sample.terms(0, i);
      for (int j = 0; j < kTerms; ++j)
        normal(i, j) += weighted * sample.terms(0, j);
      for (int c = 0; c < 3; ++c)
        right(i, c) += weighted * sample.lab(0, c);
    }
  }
  return normal.solve(right, cv::DECOMP_CHOLESKY);
}

double MedianOf(std::vector<double>& values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

/// One row of the comparison, written so that the compiler can do several pixels at once.
KITH_ALSO_WIDE
void CompareRow(const Coefficients& table, const cv::Vec3d& deviation, int y, WorkPicture& work) {
  constexpr float kSameHue = 5;          // deviations of a* and b*
  constexpr float kDeepestShade = 0.4F;  // of the table's lightness
  // Less light makes L* + 16, a* and b* smaller by the same factor (CIE 15: the cube root of each is in all);
  // as OpenCV scales them, L* to 255 and a* and b* about 128.
  constexpr float kLightOffset = 16 * 255 / 100.0F, kGrey = 128;
  const int width = work.planes[0].cols;
  const double v = Relative(y, work.planes[0].rows);
  cv::Matx33f polynomial;  // of the row: by plane and power of x
  for (int c = 0; c < 3; ++c) {
    polynomial(c, 0) = static_cast<float>(table(0, c) + v * table(2, c) + v * v * table(5, c));
    polynomial(c, 1) = static_cast<float>(table(1, c) + v * table(4, c));
    polynomial(c, 2) = static_cast<float>(table(3, c));
  }
  const auto *l_row = work.planes[0].ptr<std::uint8_t>(y), *a_row = work.planes[1].ptr<std::uint8_t>(y),
             *b_row = work.planes[2].ptr<std::uint8_t>(y);
  auto *off = work.off_table.ptr<std::uint8_t>(y), *shade = work.shade.ptr<std::uint8_t>(y);
  const auto per_l = static_cast<float>(1 / deviation[0]), per_a = static_cast<float>(1 / deviation[1]),
             per_b = static_cast<float>(1 / deviation[2]);
  const float per_x = 2.0F / static_cast<float>(width);
  for (int x = 0; x < width; ++x) {
    const float u = per_x * static_cast<float>(x) - 1;
    const float light = polynomial(0, 0) + u * (polynomial(0, 1) + u * polynomial(0, 2));
    const float table_a = polynomial(1, 0) + u * (polynomial(1, 1) + u * polynomial(1, 2));
    const float table_b = polynomial(2, 0) + u * (polynomial(2, 1) + u * polynomial(2, 2));
    const float seen_l = l_row[x], seen_a = a_row[x], seen_b = b_row[x];
    const float l = (seen_l - light) * per_l;
    const float a = (seen_a - table_a) * per_a;
    const float b = (seen_b - table_b) * per_b;
    off[x] = static_cast<std::uint8_t>(
        static_cast<int>(std::min(255.0F, kPerDeviation * std::sqrt(l * l + a * a + b * b))));
    const float dimmed = (seen_l + kLightOffset) / (light + kLightOffset);
    const float shade_a = (seen_a - kGrey - dimmed * (table_a - kGrey)) * per_a;
    const float shade_b = (seen_b - kGrey - dimmed * (table_b - kGrey)) * per_b;
    const int darker = l < 0 ? 255 : 0;
    const int not_black = seen_l > kDeepestShade * light ? 255 : 0;
    const int same_hue = shade_a * shade_a + shade_b * shade_b < kSameHue * kSameHue ? 255 : 0;
    shade[x] = static_cast<std::uint8_t>(darker & not_black & same_hue);
  }
}

}  // namespace

/// Fitted again and again with less weight on what doesn't fit (hands, cards at the border), as Beaton and
/// Tukey (1974) do.
void ModelTable(WorkPicture& work) {
  constexpr double kLeastDeviation = 2.0;  // of a plane: below is the camera's noise
  constexpr int kRounds = 6;
  std::vector<BorderSample> samples = SampleBorder(work);
  Coefficients table;
  cv::Vec3d deviation;
  std::vector<cv::Vec3d> residuals(samples.size());
  std::vector<double> sorted(samples.size());
  for (int round = 0; round < kRounds; ++round) {
    table = FitTable(samples);
    for (std::size_t i = 0; i < samples.size(); ++i) {
      const cv::Matx<double, 1, 3> expected = samples[i].terms * table;
      for (int c = 0; c < 3; ++c)
        residuals[i][c] = std::abs(expected(0, c) - samples[i].lab(0, c));
    }
    for (int c = 0; c < 3; ++c) {
      std::ranges::transform(residuals, sorted.begin(), [c](const cv::Vec3d& r) { return r[c]; });
      deviation[c] = std::max(kLeastDeviation, 1.4826 * MedianOf(sorted));
    }
    double explained = 0;
    for (std::size_t i = 0; i < samples.size(); ++i) {
      double square = 0;
      for (int c = 0; c < 3; ++c) {
        const double relative = residuals[i][c] / (5 * deviation[c]);
        square += relative * relative;
      }
      samples[i].weight = square < 1 ? (1 - square) * (1 - square) : 0;
      explained += square < 1 ? 1 : 0;
    }
    work.table_share = explained / static_cast<double>(std::max<std::size_t>(1, samples.size()));
  }
  work.table_noise = deviation[0];
  work.off_table.create(work.planes[0].size(), CV_8UC1);
  work.shade.create(work.planes[0].size(), CV_8UC1);
  for (int y = 0; y < work.planes[0].rows; ++y)
    CompareRow(table, deviation, y, work);
}

}  // namespace kith::capture
