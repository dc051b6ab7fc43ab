// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/strangers.h"

#include <cmath>
#include <string>

#include <opencv2/imgproc.hpp>

#include "imaging/mat.h"
#include "tools/cardpress/camera.h"
#include "tools/cardpress/lighting.h"
#include "tools/cardpress/prop.h"
#include "tools/cardpress/room.h"
#include "tools/cardpress/table.h"

namespace kith::tools {
namespace {

struct Kind {
  const char* name;
  Prop (*make)(Rng&);  ///< what lies on the table; null for the scenes below
  double weight;
};

constexpr Kind kKinds[] = {
    {"table", nullptr, 3},         {"desk", nullptr, 3},          {"phone", MakePhone, 3},
    {"book", MakeBook, 2},         {"notebook", MakeNotebook, 2}, {"sheet", MakeSheet, 3},
    {"envelope", MakeEnvelope, 2}, {"keyboard", MakeKeyboard, 2}, {"coaster", MakeCoaster, 1},
    {"monitor", nullptr, 2},       {"person", nullptr, 3},        {"room", nullptr, 2},
};

/// What a photograph of a scene needs to know of it.
struct Staged {
  cv::Mat picture;
  cv::Mat before;  ///< the same before anything was laid there or anybody came
  double pixels_per_mm = 3;
  Quad subject;  ///< where glare would matter
};

/// A pose for a prop in a picture whose shorter side sees `view_mm` of the table.
Pose PropPose(const Prop& prop, double view_mm, cv::Size size, Rng& rng, bool hard) {
  Pose pose;
  pose.turn = hard ? rng.Real(0, 360) : 90 * rng.Int(0, 3) + rng.Bell(0, 8);
  pose.tilt = std::abs(rng.Bell(0, hard ? 18 : 9));
  pose.tilt_axis = rng.Real(0, 360);
  pose.share = std::hypot(prop.face.width, prop.face.height) / view_mm;
  pose.centre = {size.width * rng.Bell(0.5, 0.1), size.height * rng.Bell(0.5, 0.1)};
  return pose;
}

Quad Middle(cv::Size size) {
  const double w = size.width;
  const double h = size.height;
  return {{{w * 0.25, h * 0.25}, {w * 0.75, h * 0.25}, {w * 0.75, h * 0.75}, {w * 0.25, h * 0.75}}};
}

Staged Before(const cv::Mat& scene) {
  return {scene, scene.clone(), 0, Middle(scene.size())};
}

/// From as near as cards are held to a whole desk.
double PickView(Rng& rng) {
  return rng.Real(120, 420);
}

Staged StageOnTable(Prop (*make)(Rng&), cv::Size size, Rng& rng, bool hard) {
  Staged staged = Before(DrawTable(size, rng, rng.Real(60, 250), hard));
  const double view = PickView(rng);
  staged.pixels_per_mm = std::min(size.width, size.height) / view;
  if (make == nullptr) return staged;
  const Prop prop = make(rng);
  LayProp(prop, PropPose(prop, view, size, rng, hard), rng, staged.picture);
  return staged;
}

Staged StageDesk(cv::Size size, Rng& rng, bool hard) {
  Staged staged = Before(DrawTable(size, rng, rng.Real(60, 250), true));
  const double view = rng.Real(250, 600);
  staged.pixels_per_mm = std::min(size.width, size.height) / view;
  Prop (*const makers[])(Rng&) = {MakeSheet,    MakePhone,    MakeBook,   MakeNotebook,
                                  MakeEnvelope, MakeKeyboard, MakeCoaster};
  const Pose whole = PropPose(MakeCoaster(rng), view, size, rng, hard);
  for (int i = rng.Int(2, 6); i > 0; --i) {
    const Prop prop = makers[rng.Int(0, static_cast<int>(std::size(makers)) - 1)](rng);
    Pose pose = PropPose(prop, view, size, rng, hard);
    pose.tilt = whole.tilt;  // all lie on one table
    pose.tilt_axis = whole.tilt_axis;
    pose.centre = {size.width * rng.Real(0, 1), size.height * rng.Real(0, 1)};
    LayProp(prop, pose, rng, staged.picture);
  }
  return staged;
}

Staged StageMonitor(cv::Size size, Rng& rng) {
  Staged staged = Before(DrawRoom(size, rng));
  const double view = rng.Real(300, 1100);
  staged.pixels_per_mm = std::min(size.width, size.height) / view;
  const Prop prop = MakeMonitor(rng);
  Pose pose = PropPose(prop, view, size, rng, false);
  pose.turn = rng.Bell(0, 3);
  pose.tilt *= 1.5;
  LayProp(prop, pose, rng, staged.picture, false);
  return staged;
}

Staged StageRoom(cv::Size size, Rng& rng, bool with_person) {
  Staged staged = Before(DrawRoom(size, rng));
  staged.pixels_per_mm = size.height / 700.0;
  if (with_person) DrawPerson(staged.picture, rng);
  return staged;
}

Staged Stage(const Kind& kind, cv::Size size, Rng& rng, bool hard) {
  const std::string name = kind.name;
  if (name == "desk") return StageDesk(size, rng, hard);
  if (name == "monitor") return StageMonitor(size, rng);
  if (name == "person" || name == "room") return StageRoom(size, rng, name == "person");
  return StageOnTable(kind.make, size, rng, hard);
}

}  // namespace

StrangerScene PhotographStranger(Rng& rng, bool hard) {
  const cv::Size size = PickPictureSize(rng);
  const Kind& kind = rng.PickByWeight(kKinds);
  Staged staged = Stage(kind, size, rng, hard);
  Rng same_light = rng;
  const auto photograph = [&](cv::Mat picture, Rng& chance) {
    LightUnevenly(picture, chance, hard);
    if (chance.Chance(hard ? 0.3 : 0.15)) AddGlare(picture, PickGlare(chance, staged.subject, hard));
    // Blur as if a card had been held there: type on it would be this many pixels.
    const Lens lens = PickLens(chance, std::max(4.0, staged.pixels_per_mm), hard);
    ExposeAndStore(picture, lens, chance, hard);
    return imaging::ToImage(picture);
  };
  return {{photograph(staged.picture, rng), {kind.name, {}}}, photograph(staged.before, same_light)};
}

}  // namespace kith::tools
