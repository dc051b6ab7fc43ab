// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/camera_pose.h"

#include <algorithm>
#include <cmath>

namespace kith::tools {
namespace {

double Radians(double degrees) {
  return degrees * CV_PI / 180;
}

/// Rotation by `angle` about an axis in the picture plane.
cv::Matx33d Lean(double angle, double axis) {
  const double c = std::cos(angle);
  const double s = std::sin(angle);
  const double u = std::cos(axis);
  const double v = std::sin(axis);
  return {c + u * u * (1 - c),
          u * v * (1 - c),
          v * s,
          u * v * (1 - c),
          c + v * v * (1 - c),
          -u * s,
          -v * s,
          u * s,
          c};
}

bool AllInside(const Quad& corners, cv::Size picture, double margin) {
  return std::all_of(corners.begin(), corners.end(), [&](const Point& p) {
    return p.x >= margin && p.y >= margin && p.x <= picture.width - margin && p.y <= picture.height - margin;
  });
}

double PickTurn(Rng& rng, bool hard) {
  if (hard) return rng.Real(0, 360);
  const double quarter = 90 * rng.PickOf({0, 0, 0, 0, 0, 1, 1, 2, 3, 3});
  return quarter + rng.Bell(0, 7);
}

}  // namespace

cv::Point2d Mapped(const cv::Matx33d& homography, double x, double y) {
  const cv::Vec3d p = homography * cv::Vec3d(x, y, 1);
  return {p[0] / p[2], p[1] / p[2]};
}

cv::Matx33d PictureFromMm(const Pose& pose, cv::Size2d card_mm, cv::Size picture, double height_mm) {
  const double diagonal_mm = std::hypot(card_mm.width, card_mm.height);
  const double diagonal_px = pose.share * std::min(picture.width, picture.height);
  const double focal = 1.2 * std::max(picture.width, picture.height);
  const double distance = focal * diagonal_mm / diagonal_px;
  const double turn = Radians(pose.turn);
  const cv::Matx33d spin{std::cos(turn), -std::sin(turn), 0, std::sin(turn), std::cos(turn), 0, 0, 0, 1};
  const cv::Matx33d rotation = Lean(Radians(pose.tilt), Radians(pose.tilt_axis)) * spin;
  const cv::Matx33d centred{1, 0, -card_mm.width / 2, 0, 1, -card_mm.height / 2, 0, 0, 1};
  const cv::Matx33d plane{rotation(0, 0), rotation(0, 1), -height_mm * rotation(0, 2),
                          rotation(1, 0), rotation(1, 1), -height_mm * rotation(1, 2),
                          rotation(2, 0), rotation(2, 1), distance - height_mm * rotation(2, 2)};
  const cv::Matx33d camera{focal, 0, pose.centre.x, 0, focal, pose.centre.y, 0, 0, 1};
  return camera * plane * centred;
}

Quad CornersInPicture(const cv::Matx33d& picture_from_mm, cv::Size2d card_mm) {
  const auto at = [&](double x, double y) {
    const cv::Point2d p = Mapped(picture_from_mm, x, y);
    return Point{p.x, p.y};
  };
  return {at(0, 0), at(card_mm.width, 0), at(card_mm.width, card_mm.height), at(0, card_mm.height)};
}

int QuarterTurn(const Quad& corners) {
  const double dx = corners[1].x + corners[2].x - corners[0].x - corners[3].x;
  const double dy = corners[1].y + corners[2].y - corners[0].y - corners[3].y;
  const double degrees = std::atan2(dy, dx) * 180 / CV_PI;
  return (static_cast<int>(std::lround(degrees / 90)) * 90 + 360) % 360;
}

Pose PickPose(Rng& rng, cv::Size2d card_mm, cv::Size picture, bool hard) {
  Pose pose;
  const double shorter = std::min(picture.width, picture.height);
  const double margin = 0.015 * shorter;
  // From a card in the middle of a desk to one that fills the picture; but people hold a card closer to a
  // camera that sees little: below about 6 pixels a millimetre small type can't be read by anybody.
  const double smallest = (hard ? 5.2 : 6.4) * std::hypot(card_mm.width, card_mm.height) / shorter;
  const double nearest = 1.35;
  for (int tries = 0; tries < 200; ++tries) {
    pose.turn = PickTurn(rng, hard);
    pose.tilt = std::abs(rng.Bell(0, hard ? 18 : 9));
    pose.tilt_axis = rng.Real(0, 360);
    pose.share = rng.Real(std::clamp(smallest, hard ? 0.5 : 0.65, 1.1), nearest);
    pose.centre = {picture.width * rng.Bell(0.5, 0.09), picture.height * rng.Bell(0.5, 0.08)};
    if (AllInside(CornersInPicture(PictureFromMm(pose, card_mm, picture), card_mm), picture, margin))
      return pose;
  }
  pose.tilt = 0;
  pose.share = 0.6;
  pose.centre = {picture.width / 2.0, picture.height / 2.0};
  return pose;
}

}  // namespace kith::tools
