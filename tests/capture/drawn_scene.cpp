// SPDX-License-Identifier: Apache-2.0
#include "tests/capture/drawn_scene.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <string>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "imaging/mat.h"

namespace kith::capture::test {
namespace {

constexpr std::array<const char*, 6> kNames = {"Ada Example",    "Bruno Sample", "Chiara Muster",
                                               "Dagny Specimen", "Emeka Model",  "Farah Proband"};
constexpr std::array<const char*, 6> kTitles = {"Engineer", "Beekeeper", "Head of Gardens",
                                                "Potter",   "Cellist",   "Director of Lamps"};

std::array<cv::Point2f, 4> ToPixelCentres(const Quad& quad) {
  std::array<cv::Point2f, 4> points;
  std::ranges::transform(quad, points.begin(), [](const Point& p) {
    return cv::Point2f(static_cast<float>(p.x - 0.5), static_cast<float>(p.y - 0.5));
  });
  return points;
}

void Blend(const cv::Mat& above, const cv::Mat& alpha, cv::Mat& scene) {
  above.copyTo(scene, alpha == 255);
  std::vector<cv::Point> rim;
  cv::findNonZero((alpha > 0) & (alpha < 255), rim);
  for (const cv::Point& at : rim) {
    const int a = alpha.at<std::uint8_t>(at);
    auto& pixel = scene.at<cv::Vec3b>(at);
    const auto& from = above.at<cv::Vec3b>(at);
    for (int c = 0; c < 3; ++c) {
      pixel[c] = static_cast<std::uint8_t>((a * from[c] + (255 - a) * pixel[c] + 127) / 255);
    }
  }
}

/// How bright a lamp to the upper left makes each place.
cv::Mat LampLight(cv::Size size) {
  cv::Mat across(1, size.width, CV_32FC1), down(size.height, 1, CV_32FC1);
  for (int x = 0; x < size.width; ++x)
    across.at<float>(x) = static_cast<float>(1.06 - 0.10 * x / size.width);
  for (int y = 0; y < size.height; ++y)
    down.at<float>(y) = static_cast<float>(-0.06 * y / size.height);
  cv::Mat light = cv::repeat(across, size.height, 1) + cv::repeat(down, 1, size.width);
  cv::cvtColor(light, light, cv::COLOR_GRAY2BGR);
  return light;
}

void CastShadow(const cv::Mat& mask, double depth, cv::Mat& scene) {
  cv::Mat shadow, darker;
  const double offset = scene.cols / 120.0;
  const cv::Mat shift = (cv::Mat_<double>(2, 3) << 1, 0, offset, 0, 1, offset);
  cv::warpAffine(mask, shadow, shift, mask.size());
  const int soft = cvRound(offset) | 1;
  cv::GaussianBlur(shadow, shadow, {soft, soft}, 0);
  cv::cvtColor(shadow, shadow, cv::COLOR_GRAY2BGR);
  shadow.convertTo(darker, CV_8U, depth / 255);
  cv::subtract(scene, darker, scene);
}

Quad Corners(const Placement& placement, cv::Size card, cv::Size scene) {
  const double half_width = placement.width * scene.width / 2;
  const double half_height = half_width * card.height / card.width;
  const double angle = placement.degrees * std::numbers::pi / 180;
  // What leans away looks shorter, too: by how much depends on the camera, this one's focal length is the
  // scene's width.
  const double leaning = std::min(0.75, std::abs(placement.tilt) / 2 * scene.width / half_height);
  const double foreshortened = std::sqrt(1 - leaning * leaning);
  const auto place = [&](double side, double end) {
    const double nearness = 1 + end * placement.tilt / 2;
    const double x = side * half_width * nearness, y = end * half_height * foreshortened * nearness;
    return Point{placement.x * scene.width + x * std::cos(angle) - y * std::sin(angle),
                 placement.y * scene.height + x * std::sin(angle) + y * std::cos(angle)};
  };
  return {place(-1, -1), place(1, -1), place(1, 1), place(-1, 1)};
}

bool IsInside(const Quad& corners, cv::Size scene) {
  return std::ranges::all_of(corners, [&](const Point& p) {
    return p.x >= 2 && p.y >= 2 && p.x <= scene.width - 2 && p.y <= scene.height - 2;
  });
}

cv::Scalar RandomColour(cv::RNG& random, int low, int high) {
  const int base = random.uniform(low, high);
  return {double(std::clamp(base + random.uniform(-25, 25), 0, 255)),
          double(std::clamp(base + random.uniform(-15, 15), 0, 255)),
          double(std::clamp(base + random.uniform(-25, 25), 0, 255))};
}

double Grey(const cv::Scalar& colour) {
  return 0.114 * colour[0] + 0.587 * colour[1] + 0.299 * colour[2];
}

void ScatterThings(cv::RNG& random, cv::Mat& scene) {
  for (int i = random.uniform(0, 4); i > 0; --i) {
    const cv::Scalar colour = RandomColour(random, 10, 240);
    const cv::Point at(random.uniform(0, scene.cols), random.uniform(0, scene.rows));
    const int size = scene.cols / random.uniform(8, 20);
    switch (random.uniform(0, 3)) {
      case 0:
        cv::circle(scene, at, size, colour, cv::FILLED, cv::LINE_AA);
        break;
      case 1:
        cv::line(scene, at, {random.uniform(0, scene.cols), at.y + size}, colour, size / 5, cv::LINE_AA);
        break;
      default:
        cv::ellipse(scene, at, {size, size / 2}, random.uniform(0, 180), 0, 360, colour, cv::FILLED,
                    cv::LINE_AA);
    }
  }
}

}  // namespace

cv::Mat DrawCard(const CardLook& look) {
  cv::Mat card(look.size, CV_8UC3, look.paper);
  const auto who = static_cast<std::size_t>(look.seed) % kNames.size();
  const double unit = look.size.height / 600.0;
  if (look.only_sign) {
    const cv::Point middle(look.size.width / 2, cvRound(260 * unit));
    cv::circle(card, middle, cvRound(70 * unit), look.ink, cv::FILLED, cv::LINE_AA);
    for (const int radius : {15, 30, 45})
      cv::circle(card, middle, cvRound(radius * unit), look.paper, cvRound(7 * unit), cv::LINE_AA);
    return card;
  }
  const int left = cvRound((look.panel ? 0.38 : 0.08) * look.size.width);
  if (look.few_letters) {
    cv::putText(card, "Quiet Harbour", {left, cvRound(200 * unit)}, cv::FONT_HERSHEY_DUPLEX, 2.4 * unit,
                look.ink, 3, cv::LINE_AA);
    cv::putText(card, "a novel", {left, cvRound(480 * unit)}, cv::FONT_HERSHEY_DUPLEX, 1.6 * unit, look.ink,
                2, cv::LINE_AA);
    return card;
  }
  if (look.panel) {
    cv::rectangle(card, {0, 0}, {left - cvRound(20 * unit), look.size.height}, {60, 90, 30}, cv::FILLED);
    cv::circle(card, {left / 2, look.size.height / 3}, cvRound(70 * unit), {240, 240, 240}, cv::FILLED,
               cv::LINE_AA);
  }
  const auto write = [&](const std::string& text, double y, double scale, int thickness) {
    cv::putText(card, text, {left, cvRound(y * unit)}, cv::FONT_HERSHEY_SIMPLEX, scale * unit, look.ink,
                std::max(1, cvRound(thickness * unit)), cv::LINE_AA);
  };
  write(kNames[who], 150, 1.8, 4);
  write(kTitles[who], 215, 1.1, 2);
  write("+1 202 555 01" + std::to_string(10 + look.seed % 90), 400, 1.0, 2);
  write("hello" + std::to_string(look.seed) + "@example.com", 455, 1.0, 2);
  write("www.example.org", 510, 1.0, 2);
  return card;
}

cv::Mat DrawEnvelope() {
  cv::Mat envelope(600, 1020, CV_8UC3, cv::Scalar(235, 240, 240));
  for (int row = 0; row < 4; ++row)
    cv::putText(envelope, "Some street of somewhere", {420, 300 + 30 * row}, cv::FONT_HERSHEY_SIMPLEX, 0.7,
                {60, 50, 50}, 1, cv::LINE_AA);
  cv::rectangle(envelope, {880, 40, 90, 110}, {60, 60, 160}, cv::FILLED);
  return envelope;
}

cv::Mat GrayCard(const CardLook& look) {
  cv::Mat gray;
  cv::cvtColor(DrawCard(look), gray, cv::COLOR_BGR2GRAY);
  return gray;
}

cv::Mat Blurred(const cv::Mat& picture, double deviation) {
  cv::Mat blurred;
  cv::GaussianBlur(picture, blurred, {0, 0}, deviation);
  return blurred;
}

cv::Mat DrawTable(const TableLook& look) {
  cv::RNG random(static_cast<std::uint64_t>(look.seed) + 1000);
  cv::Mat table(look.size, CV_32FC3, look.colour);
  if (look.grain > 0) {
    cv::Mat grain(look.size.height / 2, std::max(2, look.size.width / 40), CV_32FC1);
    random.fill(grain, cv::RNG::NORMAL, 0.0, look.grain * 2);
    cv::resize(grain, grain, look.size, 0, 0, cv::INTER_CUBIC);
    cv::GaussianBlur(grain, grain, {0, 0}, 2);
    cv::cvtColor(grain, grain, cv::COLOR_GRAY2BGR);
    table += grain;
  }
  cv::multiply(table, LampLight(look.size), table);
  cv::Mat noise(look.size, CV_32FC3);
  random.fill(noise, cv::RNG::NORMAL, 0.0, look.noise);
  table += noise;
  cv::Mat bytes;
  table.convertTo(bytes, CV_8U);
  return bytes;
}

cv::Mat WithNoise(const cv::Mat& picture, double deviation, int seed) {
  cv::Mat noise(picture.size(), CV_16SC3), noisy;
  cv::RNG(static_cast<std::uint64_t>(seed) + 1).fill(noise, cv::RNG::NORMAL, 0, deviation);
  cv::add(picture, noise, noisy, cv::noArray(), CV_8U);
  return noisy;
}

cv::Mat DrawWood(int seed, cv::Size size) {
  return DrawTable({.size = size, .colour = WoodenCard().paper, .grain = 7, .noise = 0, .seed = seed});
}

CardLook WoodenCard() {
  return {.paper = {40, 58, 82}, .ink = {150, 160, 170}};
}

Quad LayCard(const cv::Mat& card, const Placement& placement, cv::Mat& scene) {
  const Quad corners = Corners(placement, card.size(), scene.size());
  const double half_width = placement.width * scene.cols / 2;
  const double shrink = std::min(1.0, 1.3 * 2 * half_width / card.cols);
  cv::Mat scaled, mask, above;
  cv::resize(card, scaled, {}, shrink, shrink, cv::INTER_AREA);
  const double width = scaled.cols, height = scaled.rows;
  const Quad whole = {Point{0, 0}, Point{width, 0}, Point{width, height}, Point{0, height}};
  const cv::Mat scene_from_card =
      cv::getPerspectiveTransform(ToPixelCentres(whole).data(), ToPixelCentres(corners).data());
  cv::warpPerspective(cv::Mat(scaled.size(), CV_8UC1, cv::Scalar(255)), mask, scene_from_card, scene.size());
  cv::warpPerspective(scaled, above, scene_from_card, scene.size(), cv::INTER_LINEAR, cv::BORDER_REPLICATE);
  if (placement.shadow > 0) CastShadow(mask, placement.shadow, scene);
  cv::Mat noise(scene.size(), CV_16SC3);
  cv::RNG(7).fill(noise, cv::RNG::NORMAL, 0.0, 1.5);
  cv::add(above, noise, above, cv::noArray(), CV_8U);
  Blend(above, mask, scene);
  return corners;
}

void CoverSide(const Quad& corners, int side, cv::Mat& scene) {
  const Point& from = corners[static_cast<std::size_t>(side)];
  const Point& to = corners[static_cast<std::size_t>(side + 1) % 4];
  const cv::Point2d middle((from.x + to.x) / 2, (from.y + to.y) / 2);
  const cv::Point2d outwards(to.y - from.y, from.x - to.x);
  const double length = std::hypot(outwards.x, outwards.y);
  cv::line(scene, middle - outwards * 0.04, middle + outwards, {120, 150, 205}, cvRound(length * 0.2),
           cv::LINE_AA);
}

RandomScene DrawRandomScene(std::uint64_t seed, cv::Size size) {
  cv::RNG random(seed * 7919 + 13);
  TableLook table{.size = size, .colour = RandomColour(random, 30, 225), .seed = static_cast<int>(seed)};
  table.grain = random.uniform(0, 3) == 0 ? random.uniform(2.0, 10.0) : 0;
  CardLook card{.panel = random.uniform(0, 4) == 0, .seed = static_cast<int>(seed)};
  do {
    card.paper = random.uniform(0, 5) == 0 ? RandomColour(random, 10, 110) : RandomColour(random, 225, 250);
  } while (std::abs(Grey(card.paper) - Grey(table.colour)) < 15);
  card.ink = Grey(card.paper) > 128 ? cv::Scalar(50, 40, 40) : cv::Scalar(240, 240, 240);
  Placement placement;
  do {
    placement.x = random.uniform(0.35, 0.65);
    placement.y = random.uniform(0.35, 0.65);
    placement.width = random.uniform(0.28, 0.75);
    placement.degrees = random.uniform(0.0, 360.0);
    placement.tilt = random.uniform(-0.12, 0.12);
  } while (!IsInside(Corners(placement, {1020, 600}, size), size));
  placement.shadow = random.uniform(0, 2) == 0 ? random.uniform(5.0, 50.0) : 0;
  cv::Mat scene = DrawTable(table);
  ScatterThings(random, scene);
  const Quad corners = LayCard(DrawCard(card), placement, scene);
  if (random.uniform(0, 4) == 0) CoverSide(corners, random.uniform(0, 4), scene);
  cv::GaussianBlur(scene, scene, {0, 0}, random.uniform(0.5, 1.4));
  return {imaging::ToImage(scene), corners};
}

}  // namespace kith::capture::test
