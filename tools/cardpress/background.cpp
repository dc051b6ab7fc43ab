// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/background.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "tools/cardpress/random.h"

namespace kith::tools {

cv::Scalar Bgr(Ink ink) {
  return {ink.blue * 255, ink.green * 255, ink.red * 255};
}

namespace {

/// `share` (CV_32F, 0 to 1) of `second` in `base` for every pixel.
cv::Mat Blend(Ink base, Ink second, const cv::Mat& share) {
  cv::Mat out(share.size(), CV_8UC3);
  const cv::Scalar a = Bgr(base);
  const cv::Scalar b = Bgr(second);
  for (int y = 0; y < share.rows; ++y) {
    const float* from = share.ptr<float>(y);
    auto* to = out.ptr<cv::Vec3b>(y);
    for (int x = 0; x < share.cols; ++x) {
      const double s = std::clamp(static_cast<double>(from[x]), 0.0, 1.0);
      for (int c = 0; c < 3; ++c)
        to[x][c] = cv::saturate_cast<uchar>(a[c] + (b[c] - a[c]) * s);
    }
  }
  return out;
}

template <typename F>
cv::Mat Painted(cv::Size size, F share_at) {
  cv::Mat share(size, CV_32F);
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) {
      share.at<float>(y, x) = static_cast<float>(share_at((x + 0.5) / size.width, (y + 0.5) / size.width));
    }
  }
  return share;
}

cv::Mat Marble(cv::Size size, std::uint64_t seed) {
  const cv::Mat noise = SmoothNoise(size, 4, 5, seed);
  cv::Mat share(size, CV_32F);
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) {
      const double vein = std::abs(std::sin(9.0 * (x + 0.6 * y) / size.width + 9.0 * noise.at<float>(y, x)));
      share.at<float>(y, x) = static_cast<float>(std::pow(1 - vein, 3) * 0.8 + 0.35 * noise.at<float>(y, x));
    }
  }
  return share;
}

/// Out-of-focus lights, as in photographs behind text.
cv::Mat Bokeh(cv::Size size, std::uint64_t seed) {
  Rng rng(seed, "bokeh", 0);
  cv::Mat share = SmoothNoise(size, 3, 3, seed) * 0.5;
  for (int i = 0; i < 16; ++i) {
    cv::Mat disc = cv::Mat::zeros(size, CV_32F);
    const double radius = rng.Real(0.03, 0.14) * size.width;
    const cv::Point centre(static_cast<int>(rng.Real(0, 1) * size.width),
                           static_cast<int>(rng.Real(0, 1) * size.height));
    cv::circle(disc, centre, static_cast<int>(radius), cv::Scalar(rng.Real(0.08, 0.3)), cv::FILLED,
               cv::LINE_AA);
    cv::GaussianBlur(disc, disc, {}, std::max(1.0, radius * rng.Real(0.05, 0.4)));
    share += disc;
  }
  return share;
}

cv::Mat Waves(cv::Size size, std::uint64_t seed) {
  Rng rng(seed, "waves", 0);
  const double x0 = rng.Real(0.2, 0.8);
  const double y0 = rng.Real(0.2, 0.5);
  const cv::Mat noise = SmoothNoise(size, 3, 2, seed);
  cv::Mat share(size, CV_32F);
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) {
      const double u = static_cast<double>(x) / size.width - x0;
      const double v = (static_cast<double>(y) / size.width - y0) * 2.2;
      const double r = std::sqrt(u * u + v * v);
      const double ring = 0.5 + 0.5 * std::sin(55 * r + 3 * noise.at<float>(y, x));
      share.at<float>(y, x) = static_cast<float>(0.3 + 0.45 * ring * std::exp(-2.2 * r) + 0.4 * v);
    }
  }
  return share;
}

cv::Mat ShareOf(Texture texture, cv::Size size, std::uint64_t seed) {
  const double scale = size.width;
  switch (texture) {
    case Texture::kLaid: {
      const cv::Mat noise = SmoothNoise(size, 40, 2, seed);
      return Painted(size, [&](double u, double v) {
        return 0.5 * std::pow(0.5 + 0.5 * std::sin(v * 520), 2) +
               0.4 * noise.at<float>(static_cast<int>(v * scale), static_cast<int>(u * scale));
      });
    }
    case Texture::kLinen:
      return Painted(size,
                     [](double u, double v) { return 0.25 * (std::sin(u * 700) + std::sin(v * 700)) + 0.5; });
    case Texture::kMarble:
      return Marble(size, seed);
    case Texture::kBokeh:
      return Bokeh(size, seed);
    case Texture::kGradient:
      return Painted(size, [](double u, double v) { return 0.55 * u + 0.75 * v; });
    case Texture::kWaves:
      return Waves(size, seed);
    case Texture::kBrushed: {
      cv::Mat noise = SmoothNoise(size, size.width / 2.0, 1, seed);
      cv::blur(noise, noise, {std::max(3, size.width / 12), 1});
      return (noise - 0.5) * 2.5 + 0.5;
    }
    case Texture::kSpeckle: {
      const cv::Mat noise = SmoothNoise(size, 150, 2, seed);
      cv::Mat share = (noise - 0.5) * 1.2 + 0.2;
      return share;
    }
    case Texture::kNone:
      break;
  }
  return cv::Mat::zeros(size, CV_32F);
}

}  // namespace

cv::Mat SmoothNoise(cv::Size size, double cells, int octaves, std::uint64_t seed) {
  cv::Mat sum = cv::Mat::zeros(size, CV_32F);
  double weight = 1;
  double total = 0;
  for (int octave = 0; octave < octaves; ++octave) {
    const int columns = std::max(2, static_cast<int>(cells));
    const int rows = std::max(2, static_cast<int>(std::lround(cells * size.height / size.width)));
    Rng rng(seed, "noise", octave);
    cv::Mat grid(rows, columns, CV_32F);
    for (int y = 0; y < rows; ++y) {
      for (int x = 0; x < columns; ++x)
        grid.at<float>(y, x) = static_cast<float>(rng.Real(0, 1));
    }
    cv::Mat fine;
    cv::resize(grid, fine, size, 0, 0, cv::INTER_CUBIC);
    sum += fine * weight;
    total += weight;
    weight /= 2;
    cells *= 2;
  }
  return sum / total;
}

cv::Mat DrawBackground(const Background& background, cv::Size size) {
  if (background.texture == Texture::kNone) return {size, CV_8UC3, Bgr(background.base)};
  return Blend(background.base, background.second, ShareOf(background.texture, size, background.seed));
}

}  // namespace kith::tools
