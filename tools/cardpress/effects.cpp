// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/effects.h"

#include <cmath>
#include <numbers>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace kith::tools {

void AddNoise(cv::Mat& picture, Rng& rng, double sigma, double grain) {
  const cv::Size size(static_cast<int>(picture.cols / grain), static_cast<int>(picture.rows / grain));
  cv::Mat noise(size, CV_16SC3);
  cv::RNG generator(rng.Bits());
  generator.fill(noise, cv::RNG::NORMAL, 0, sigma * grain);
  if (grain > 1) cv::resize(noise, noise, picture.size(), 0, 0, cv::INTER_LINEAR);
  cv::add(picture, noise, picture, cv::noArray(), CV_8U);
}

void SmearMotion(cv::Mat& picture, double length, double degrees) {
  const int side = std::max(3, static_cast<int>(std::ceil(length)) | 1);
  cv::Mat kernel = cv::Mat::zeros(side, side, CV_32F);
  const double angle = degrees * std::numbers::pi / 180;
  const cv::Point2d centre((side - 1) / 2.0, (side - 1) / 2.0);
  const cv::Point2d half(std::cos(angle) * length / 2, std::sin(angle) * length / 2);
  constexpr int kFraction = 4;  // sixteenths of a pixel
  const auto fixed = [](cv::Point2d p) {
    return cv::Point(static_cast<int>(std::lround(p.x * (1 << kFraction))),
                     static_cast<int>(std::lround(p.y * (1 << kFraction))));
  };
  cv::line(kernel, fixed(centre - half), fixed(centre + half), cv::Scalar(1), 1, cv::LINE_8, kFraction);
  cv::filter2D(picture, picture, -1, kernel / cv::sum(kernel)[0]);
}

void CompressLevels(cv::Mat& picture, double black, double white) {
  picture.convertTo(picture, -1, (white - black) / 255, black);
}

void Tint(cv::Mat& picture, cv::Scalar bgr_gain) {
  cv::multiply(picture, bgr_gain, picture);
}

void Sharpen(cv::Mat& picture, double radius, double amount) {
  cv::Mat soft;
  cv::GaussianBlur(picture, soft, {}, radius);
  cv::addWeighted(picture, 1 + amount, soft, -amount, 0, picture);
}

void PassThroughJpeg(cv::Mat& picture, int quality) {
  std::vector<uchar> bytes;
  cv::imencode(".jpg", picture, bytes, {cv::IMWRITE_JPEG_QUALITY, quality});
  picture = cv::imdecode(bytes, cv::IMREAD_COLOR);
}

}  // namespace kith::tools
