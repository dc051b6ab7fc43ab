// SPDX-License-Identifier: Apache-2.0
#include "tests/support/card_film.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <opencv2/videoio.hpp>

namespace kith::test {
namespace {

constexpr int kRate = 20;
constexpr double kLength = 5, kArrived = 1, kLeaves = 4;  // seconds
const cv::Size kSize{1280, 720};

cv::Mat Read(const std::filesystem::path& file) {
  if (file.empty()) return {};
  cv::Mat card = cv::imread(file.string());
  if (card.empty()) throw std::runtime_error("no card in " + file.string());
  return card;
}

/// Draws the card with its middle there, 560 pixels wide.
void Lay(const cv::Mat& card, cv::Point2f middle, cv::Mat& scene) {
  if (card.empty()) return;
  const float half = 280, tall = half * static_cast<float>(card.rows) / static_cast<float>(card.cols);
  const auto width = static_cast<float>(card.cols), height = static_cast<float>(card.rows);
  const std::array<cv::Point2f, 3> from = {cv::Point2f(0, 0), {width, 0}, {width, height}};
  const std::array<cv::Point2f, 3> to = {middle + cv::Point2f(-half, -tall),
                                         middle + cv::Point2f(half, -tall + 8),
                                         middle + cv::Point2f(half - 8, tall)};
  const cv::Mat scene_from_card = cv::getAffineTransform(from.data(), to.data());
  cv::Mat above, mask;
  cv::warpAffine(card, above, scene_from_card, scene.size(), cv::INTER_AREA);
  cv::warpAffine(cv::Mat(card.size(), CV_8U, cv::Scalar(255)), mask, scene_from_card, scene.size());
  above.copyTo(scene, mask);
}

}  // namespace

void FilmCards(const std::filesystem::path& left, const std::filesystem::path& right,
               const std::filesystem::path& film) {
  cv::VideoWriter writer(film.string(), cv::CAP_OPENCV_MJPEG, cv::VideoWriter::fourcc('M', 'J', 'P', 'G'),
                         kRate, kSize);
  const cv::Mat first = Read(left), second = Read(right);
  if (!writer.isOpened()) throw std::runtime_error("no film was made");
  cv::RNG random(7);
  for (int i = 0; i < kRate * kLength; ++i) {
    const double at = static_cast<double>(i) / kRate;
    const double away = std::max({0.0, kArrived - at, at - kLeaves});
    const auto below = static_cast<float>(900 * away);
    const auto tremble = static_cast<float>(0.7 * std::sin(i * 0.9));
    cv::Mat scene(kSize, CV_8UC3, cv::Scalar(90, 110, 120));
    Lay(first, {330 + tremble, 350 + below}, scene);
    Lay(second, {950 - tremble, 370 + below + tremble}, scene);
    cv::Mat noise(kSize, CV_8UC3);
    random.fill(noise, cv::RNG::NORMAL, 8, 1.5);
    writer.write(scene + noise - cv::Scalar(8, 8, 8));
  }
}

}  // namespace kith::test
