// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/filmmaker.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>
#include <opencv2/videoio.hpp>

#include "imaging/mat.h"
#include "tools/cardpress/camera_pose.h"
#include "tools/cardpress/effects.h"
#include "tools/cardpress/fingers.h"
#include "tools/cardpress/hidden_values.h"
#include "tools/cardpress/lay_card.h"
#include "tools/cardpress/lighting.h"
#include "tools/cardpress/table.h"

namespace kith::tools {
namespace {

constexpr int kFps = 15;
const cv::Size kFrame(1280, 720);

struct Script {
  Pose held;
  cv::Point2d from;  ///< centre of the card before it comes in and after it left
  int empty = 0;     ///< frames without a card at both ends
  int moving = 0;    ///< frames that the way in takes, and the way out
  int still = 0;     ///< frames that the card is held
  std::uint64_t seed = 0;

  int frames() const { return 2 * (empty + moving) + still; }
  int first_still() const { return empty + moving; }
};

Script WriteScript(Rng& rng, cv::Size2d card_mm) {
  Script script;
  script.held = PickPose(rng, card_mm, kFrame, false);
  script.held.turn = rng.Bell(0, 5);
  script.held.share = 1.0;
  script.held.centre = {kFrame.width * rng.Bell(0.5, 0.05), kFrame.height * rng.Bell(0.5, 0.02)};
  const double angle = rng.Real(0.1, 0.9) * CV_PI;  // hands come from below or from the sides
  script.from = script.held.centre + cv::Point2d(std::cos(angle), std::sin(angle)) * 1500.0;
  script.empty = rng.Int(6, 12);
  script.moving = rng.Int(8, 14);
  script.still = rng.Int(28, 40);
  script.seed = rng.Bits();
  return script;
}

/// 0 far away, 1 in place; slow at both ends, as hands move.
double Nearness(const Script& script, int frame) {
  const int into = std::min(frame, script.frames() - 1 - frame) - script.empty;
  const double t = std::clamp(static_cast<double>(into) / script.moving, 0.0, 1.0);
  return t * t * (3 - 2 * t);
}

Pose PoseAt(const Script& script, int frame) {
  Pose pose = script.held;
  const double near = Nearness(script, frame);
  pose.centre = script.from + (script.held.centre - script.from) * near;
  pose.turn += (1 - near) * 25 + 0.25 * std::sin(frame * 0.9);
  pose.centre += cv::Point2d(1.2 * std::sin(frame * 0.7), 1.0 * std::cos(frame * 1.1));
  return pose;
}

/// The same hand in every frame. Returns what it covers.
cv::Mat Hold(const Script& script, cv::Mat& picture, const cv::Matx33d& picture_from_mm, cv::Size2d card_mm,
             const std::vector<PrintedRun>& runs) {
  Rng hand(script.seed, "hand", 0);
  return HoldWithFingers(picture, picture_from_mm, card_mm, runs, hand);
}

cv::Mat Frame(const Script& script, int frame, const PrintedCard& print, cv::Size2d card_mm,
              const cv::Mat& table) {
  cv::Mat picture = table.clone();
  const double near = Nearness(script, frame);
  if (near > 0) {
    const cv::Matx33d picture_from_mm = PictureFromMm(PoseAt(script, frame), card_mm, kFrame);
    LayCard(print, picture_from_mm, 0, picture);
    Hold(script, picture, picture_from_mm, card_mm, print.runs);
    const double speed = 1500 * std::abs(near - Nearness(script, frame + 1));
    const cv::Point2d way = script.held.centre - script.from;
    if (speed > 4) SmearMotion(picture, std::min(60.0, speed * 0.5), std::atan2(way.y, way.x) * 180 / CV_PI);
  }
  Rng light(script.seed, "light", 0);
  LightUnevenly(picture, light, false);
  Rng noise(script.seed, "noise", frame);
  AddNoise(picture, noise, 2.5);
  return picture;
}

}  // namespace

Result<Clip> FilmCard(const Composition& card, Rng& rng, const std::string& path) {
  const cv::Size2d card_mm(card.design.width, card.design.height);
  const Script script = WriteScript(rng, card_mm);
  const cv::Mat table = DrawTable(kFrame, rng, 230, false);
  const double diagonal_px = script.held.share * kFrame.height;
  const PrintedCard print = AsFarAway(card.print, diagonal_px / std::hypot(card_mm.width, card_mm.height));
  cv::VideoWriter film(path, cv::CAP_OPENCV_MJPEG, cv::VideoWriter::fourcc('M', 'J', 'P', 'G'), kFps, kFrame);
  if (!film.isOpened()) return Error{ErrorCode::kStorage, "Can't write " + path + ". Is the disk full?"};
  film.set(cv::VIDEOWRITER_PROP_QUALITY, 88);
  for (int frame = 0; frame < script.frames(); ++frame)
    film << Frame(script, frame, print, card_mm, table);
  const HeldSpan held{script.first_still(), script.first_still() + script.still - 1, script.frames(), kFps};
  const int middle = (held.first + held.last) / 2;
  const cv::Matx33d picture_from_mm = PictureFromMm(PoseAt(script, middle), card_mm, kFrame);
  cv::Mat unused = cv::Mat::zeros(kFrame, CV_8UC3);
  const cv::Mat covered = Hold(script, unused, picture_from_mm, card_mm, print.runs);
  const auto hidden = HiddenValues(
      print.runs, [&](const PrintedRun& run) { return IsCovered(run, picture_from_mm, covered); });
  Clip clip{WithoutHidden(card.design.truth, hidden), held};
  clip.truth.corners = CornersInPicture(picture_from_mm, card_mm);
  clip.truth.rotation = QuarterTurn(*clip.truth.corners);
  return clip;
}

}  // namespace kith::tools
