// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/room.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "tools/cardpress/background.h"
#include "tools/cardpress/prop.h"

namespace kith::tools {
namespace {

/// Rectangles in shares of the picture, so that rooms are alike in every size.
class Wall {
 public:
  Wall(cv::Mat& picture, Rng& rng) : picture_(picture), rng_(rng) {}

  void Fill(Area share, Ink ink) { cv::rectangle(picture_, At(share), Bgr(ink), cv::FILLED); }

  void Frame(Area share, Ink ink, double thickness) {
    cv::rectangle(picture_, At(share), Bgr(ink), std::max(1, static_cast<int>(thickness * picture_.cols)),
                  cv::LINE_AA);
  }

  void Door() {
    const Area door{rng_.Real(0, 0.85), rng_.Real(0.1, 0.3), rng_.Real(0.12, 0.24), 0.9};
    const Ink ink = Mixed(PropInk(rng_), kWhite, rng_.Real(0.2, 0.8));
    Fill(door, ink);
    Frame(door, Mixed(ink, kBlack, 0.35), 0.008);
    for (const double y : {0.06, 0.42}) {
      const Area panel{door.x + door.width * 0.18, door.y + y, door.width * 0.64, 0.28};
      Frame(panel, Mixed(ink, kBlack, 0.25), 0.003);
    }
    Fill({door.x + door.width * 0.86, door.y + 0.4, door.width * 0.06, 0.02}, {0.6, 0.6, 0.6});
  }

  void Window() {
    const Area window{rng_.Real(-0.1, 0.75), rng_.Real(-0.1, 0.25), rng_.Real(0.2, 0.45),
                      rng_.Real(0.35, 0.6)};
    Fill(window, rng_.PickOf<Ink>({{0.95, 0.97, 1}, {0.85, 0.92, 1}, {0.1, 0.12, 0.2}, {1, 0.98, 0.93}}));
    if (rng_.Chance(0.5)) {  // trees or houses outside
      Fill({window.x, window.y + window.height * 0.65, window.width, window.height * 0.35},
           Mixed(PropInk(rng_), kWhite, 0.3));
    }
    const Ink wood = rng_.PickOf<Ink>({{0.94, 0.94, 0.93}, {0.4, 0.3, 0.22}, {0.3, 0.32, 0.35}});
    Frame(window, wood, 0.012);
    const int panes = rng_.Int(1, 3);
    for (int i = 1; i < panes; ++i)
      Fill({window.x + window.width * i / panes - 0.005, window.y, 0.01, window.height}, wood);
    if (rng_.Chance(0.6)) Fill({window.x, window.y + window.height * 0.45, window.width, 0.012}, wood);
  }

  void Shelf() {
    const Area shelf{rng_.Real(0, 0.7), rng_.Real(0.1, 0.5), rng_.Real(0.2, 0.45), 0.02};
    Fill(shelf, {0.35, 0.25, 0.17});
    for (double x = shelf.x + 0.005; x < shelf.x + shelf.width - 0.03;) {
      const double width = rng_.Real(0.008, 0.03);
      const double height = rng_.Real(0.09, 0.17);
      Fill({x, shelf.y - height, width, height}, PropInk(rng_));
      x += width + (rng_.Chance(0.1) ? 0.03 : 0.001);
    }
  }

  void Picture() {
    const Area frame{rng_.Real(0, 0.85), rng_.Real(0.02, 0.5), rng_.Real(0.08, 0.25), rng_.Real(0.12, 0.35)};
    Fill(frame, rng_.PickOf<Ink>({{0.1, 0.1, 0.1}, {0.5, 0.36, 0.2}, {0.9, 0.9, 0.9}}));
    const Area inner{frame.x + 0.008, frame.y + 0.014, frame.width - 0.016, frame.height - 0.028};
    Fill(inner, rng_.Chance(0.6) ? Ink{0.95, 0.94, 0.92} : PropInk(rng_));
    Fill({inner.x + inner.width * 0.2, inner.y + inner.height * 0.2, inner.width * 0.6, inner.height * 0.6},
         PropInk(rng_));
  }

  void Tiles() {
    const double side = rng_.Real(0.05, 0.12);
    const Ink ink = Mixed(PropInk(rng_), kWhite, 0.7);
    for (double y = 0; y < 1; y += side * picture_.cols / picture_.rows) {
      for (double x = 0; x < 1; x += side)
        Frame({x, y, side, side * picture_.cols / picture_.rows}, Mixed(ink, kBlack, 0.2), 0.002);
    }
  }

  void Lamps() {
    for (int i = rng_.Int(1, 4); i > 0; --i) {
      if (rng_.Chance(0.5)) {
        Fill({rng_.Real(0, 0.9), rng_.Real(0, 0.12), rng_.Real(0.06, 0.2), rng_.Real(0.02, 0.06)}, kWhite);
      } else {
        cv::circle(picture_, cv::Point2d(picture_.cols * rng_.Real(0, 1), picture_.rows * rng_.Real(0, 0.3)),
                   static_cast<int>(picture_.cols * rng_.Real(0.01, 0.03)), Bgr({1, 0.97, 0.88}), cv::FILLED,
                   cv::LINE_AA);
      }
    }
  }

 private:
  cv::Rect At(Area share) const {
    return {cvRound(share.x * picture_.cols), cvRound(share.y * picture_.rows),
            std::max(1, cvRound(share.width * picture_.cols)),
            std::max(1, cvRound(share.height * picture_.rows))};
  }

  cv::Mat& picture_;
  Rng& rng_;
};

void Tone(cv::Mat& picture, Rng& rng) {
  const cv::Mat noise = SmoothNoise(picture.size(), 4, 3, rng.Bits());
  cv::Mat gain;
  cv::merge(std::vector<cv::Mat>(3, 0.88 + 0.2 * noise), gain);
  cv::multiply(picture, gain, picture, 1, CV_8U);
}

}  // namespace

cv::Mat DrawRoom(cv::Size size, Rng& rng) {
  cv::Mat room(size / 2, CV_8UC3, Bgr(Mixed(PropInk(rng), {0.9, 0.89, 0.86}, rng.Real(0.4, 0.95))));
  Wall wall(room, rng);
  if (rng.Chance(0.15)) wall.Tiles();
  if (rng.Chance(0.5)) wall.Window();
  if (rng.Chance(0.4)) wall.Door();
  for (int i = rng.Int(0, 3); i > 0; --i)
    wall.Picture();
  for (int i = rng.Int(0, 2); i > 0; --i)
    wall.Shelf();
  if (rng.Chance(0.5)) wall.Lamps();
  if (rng.Chance(0.6)) {
    const double floor = rng.Real(0.72, 0.92);
    wall.Fill({0, floor, 1, 1 - floor}, Mixed(PropInk(rng), {0.5, 0.45, 0.4}, 0.6));
    wall.Fill({0, floor - 0.012, 1, 0.012}, {0.85, 0.85, 0.84});
  }
  // The camera stands anything but level, and is focused on what is near.
  const cv::Point2f centre(static_cast<float>(room.cols) / 2, static_cast<float>(room.rows) / 2);
  const cv::Mat tilt = cv::getRotationMatrix2D(centre, rng.Bell(0, 3), 1.08);
  cv::warpAffine(room, room, tilt, room.size(), cv::INTER_LINEAR, cv::BORDER_REPLICATE);
  Tone(room, rng);
  cv::GaussianBlur(room, room, {}, std::max(0.5, room.cols * rng.PickOf({0.0008, 0.003, 0.006, 0.012})));
  cv::resize(room, room, size, 0, 0, cv::INTER_LINEAR);
  return room;
}

}  // namespace kith::tools
