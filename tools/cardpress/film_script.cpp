// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/film_script.h"

#include <algorithm>
#include <cmath>

namespace kith::tools {
namespace {

constexpr double kReach = 1700;  // pixels from the middle: out of the picture

/// Grows the script key by key.
class Writer {
 public:
  Writer(Rng& rng, cv::Size2d card_mm, cv::Size picture) : rng_(rng), card_mm_(card_mm), picture_(picture) {
    // Below about 6 pixels a millimetre nobody can read small type.
    const double smallest = 6.6 * std::hypot(card_mm.width, card_mm.height) / picture.height;
    held_.share = rng.Real(std::clamp(smallest, 0.75, 1.1), 1.2);
    held_.turn = rng.Bell(0, 5) + (rng.Chance(0.08) ? 180 : 0);
    held_.tilt = std::abs(rng.Bell(0, 7));
    held_.tilt_axis = rng.Real(0, 360);
    held_.centre = {picture.width * rng.Bell(0.5, 0.04), picture.height * rng.Bell(0.5, 0.015)};
    FitIn();
    const double angle = rng.Real(0.1, 0.9) * CV_PI;  // hands come from below or from the sides
    away_ = held_;
    away_.centre += cv::Point2d(std::cos(angle), std::sin(angle)) * kReach;
    away_.turn += rng.Bell(0, 20);
    away_.tilt = rng.Real(0, 25);
    script_.tremble = rng.Real(0.8, 2.2);
    script_.seed = rng.Bits();
  }

  /// The hand holds it so that it can be turned about its own long or short side.
  void HoldForTurning() {
    held_.tilt = rng_.Real(0, 8);
    held_.tilt_axis = held_.turn + rng_.PickOf({0, 90, 90});
    FitIn();
  }

  void ComeIn() {
    now_ = rng_.Real(0.3, 0.8);
    Add(away_);
    if (rng_.Chance(0.25)) StopTooFar();
    if (rng_.Chance(0.5)) WaveAbout();
    const bool glare = rng_.Chance(0.25);
    const bool focus = !glare && rng_.Chance(0.2);
    now_ += rng_.Real(0.35, 0.8);
    if (glare) {
      HoldWithGlare();
    } else if (focus) {
      FindFocus();
    } else {
      Add(held_);
    }
  }

  void Hold() {
    const double begin = now_;
    now_ += rng_.Real(1.6, 2.6);
    Add(held_);
    script_.held.push_back({begin, now_});
  }

  void TurnOver() {
    script_.parts.emplace_back("flip");
    now_ += rng_.Real(0.5, 1.0);
    held_.centre += cv::Point2d(rng_.Bell(0, 25), rng_.Bell(0, 15));
    held_.tilt = rng_.Real(0, 8);
    turned_ = 180;
    FitIn();
    Add(held_);
  }

  FilmScript Leave() {
    away_.tilt_axis = held_.tilt_axis;
    now_ += rng_.Real(0.35, 0.7);
    Add(away_);
    script_.length = now_ + rng_.Real(0.3, 0.6);
    return std::move(script_);
  }

 private:
  void Add(const Pose& pose, double glare = 0, double defocus = 0) {
    script_.keys.push_back({now_, pose, turned_, glare, defocus});
  }

  /// A person sees on the screen that a part is cut off and holds the card further away.
  void FitIn() {
    constexpr double kMargin = 12;
    const auto is_inside = [&](const Point& p) {
      return p.x > kMargin && p.y > kMargin && p.x < picture_.width - kMargin &&
             p.y < picture_.height - kMargin;
    };
    for (int tries = 0; tries < 40; ++tries) {
      const Quad corners = CornersInPicture(PictureFromMm(held_, card_mm_, picture_), card_mm_);
      if (std::all_of(corners.begin(), corners.end(), is_inside)) return;
      held_.share *= 0.97;
    }
  }

  void StopTooFar() {
    script_.parts.emplace_back("far");
    Pose far = held_;
    far.share = rng_.Real(0.32, 0.45);
    far.centre += cv::Point2d(rng_.Bell(0, 60), rng_.Bell(0, 40));
    now_ += rng_.Real(0.4, 0.8);
    Add(far);
    now_ += rng_.Real(0.6, 1.2);
    Add(far);
  }

  void WaveAbout() {
    script_.parts.emplace_back("wave");
    for (int i = rng_.Int(1, 3); i > 0; --i) {
      Pose pose = held_;
      pose.share *= rng_.Real(0.75, 1.05);
      pose.centre +=
          cv::Point2d(picture_.width * rng_.Real(-0.2, 0.2), picture_.height * rng_.Real(-0.2, 0.2));
      pose.turn += rng_.Bell(0, 14);
      pose.tilt = rng_.Real(0, 32);
      pose.tilt_axis = rng_.Real(0, 360);
      now_ += rng_.Real(0.25, 0.5);
      Add(pose);
    }
  }

  void HoldWithGlare() {
    script_.parts.emplace_back("glare");
    Pose shining = held_;
    shining.tilt = rng_.Real(8, 16);
    Add(shining, 1);
    now_ += rng_.Real(0.8, 1.6);
    Add(shining, 1);
    now_ += rng_.Real(0.3, 0.6);
    Add(held_, 0);
  }

  void FindFocus() {
    script_.parts.emplace_back("focus");
    const double defocus = rng_.Real(2.5, 5);
    Add(held_, 0, defocus);
    now_ += rng_.Real(0.1, 0.5);
    Add(held_, 0, defocus);
    now_ += rng_.Real(0.2, 0.4);
    Add(held_);
  }

  Rng& rng_;
  cv::Size2d card_mm_;
  cv::Size picture_;
  Pose held_, away_;
  double now_ = 0;
  double turned_ = 0;
  FilmScript script_;
};

double Between(double from, double to, double share) {
  return from + (to - from) * share;
}

/// The lean as a vector, so that it doesn't spin when its axis changes.
void LeanBetween(const Pose& from, const Pose& to, double share, Pose& pose) {
  const auto lean = [](const Pose& p) {
    const double axis = p.tilt_axis * CV_PI / 180;
    return cv::Point2d(std::cos(axis), std::sin(axis)) * p.tilt;
  };
  const cv::Point2d mixed = lean(from) * (1 - share) + lean(to) * share;
  pose.tilt = std::hypot(mixed.x, mixed.y);
  if (pose.tilt > 0) pose.tilt_axis = std::atan2(mixed.y, mixed.x) * 180 / CV_PI;
}

void Tremble(const FilmScript& script, double seconds, Pose& pose) {
  Rng rng(script.seed, "tremble", 0);
  const auto sway = [&](double hertz) {
    return std::sin(2 * CV_PI * (hertz * rng.Real(0.7, 1.3) * seconds + rng.Real(0, 1)));
  };
  pose.centre.x += script.tremble * (2.5 * sway(0.4) + 0.6 * sway(3) + 0.4 * sway(7));
  pose.centre.y += script.tremble * (2.0 * sway(0.5) + 0.6 * sway(3.5) + 0.4 * sway(8));
  pose.turn += 0.2 * script.tremble * sway(1.5);
  pose.tilt += 0.3 * script.tremble * sway(0.8);
}

}  // namespace

FilmScript WriteScript(Rng& rng, cv::Size2d card_mm, cv::Size picture, bool two_sided) {
  Writer writer(rng, card_mm, picture);
  if (two_sided) writer.HoldForTurning();
  writer.ComeIn();
  writer.Hold();
  if (two_sided) {
    writer.TurnOver();
    writer.Hold();
  }
  return writer.Leave();
}

std::optional<Moment> MomentAt(const FilmScript& script, double seconds) {
  const auto next = std::upper_bound(script.keys.begin(), script.keys.end(), seconds,
                                     [](double at, const Moment& key) { return at < key.at; });
  if (next == script.keys.begin() || next == script.keys.end()) return std::nullopt;
  const Moment& from = *std::prev(next);
  const Moment& to = *next;
  const double t = (seconds - from.at) / (to.at - from.at);
  const double share = t * t * (3 - 2 * t);  // slow at both ends, as hands move
  Moment now;
  now.at = seconds;
  now.pose.turn = Between(from.pose.turn, to.pose.turn, share);
  now.pose.share = Between(from.pose.share, to.pose.share, share);
  now.pose.centre = from.pose.centre * (1 - share) + to.pose.centre * share;
  LeanBetween(from.pose, to.pose, share, now.pose);
  now.turned = Between(from.turned, to.turned, share);
  now.glare = Between(from.glare, to.glare, share);
  now.defocus = Between(from.defocus, to.defocus, share);
  Tremble(script, seconds, now.pose);
  if (now.turned > 0 && now.turned < 180) now.pose.tilt_axis = from.pose.tilt_axis;
  return now;
}

}  // namespace kith::tools
