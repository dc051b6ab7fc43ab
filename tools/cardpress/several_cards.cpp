// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/several_cards.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <opencv2/imgproc.hpp>

#include "imaging/mat.h"
#include "tools/cardpress/background.h"
#include "tools/cardpress/camera.h"
#include "tools/cardpress/camera_pose.h"
#include "tools/cardpress/effects.h"
#include "tools/cardpress/fingers.h"
#include "tools/cardpress/hidden_values.h"
#include "tools/cardpress/lay_card.h"
#include "tools/cardpress/lighting.h"
#include "tools/cardpress/table.h"

namespace kith::tools {
namespace {

/// Where a card lies on a table or a page, millimetres and degrees.
struct Place {
  cv::Point2d centre;
  double turn = 0;
};

cv::Size2d MmOf(const Composition& card) {
  return {card.design.width, card.design.height};
}

cv::RotatedRect Footprint(const Composition& card, const Place& place, double gap) {
  return {cv::Point2f(place.centre),
          cv::Size2f(cv::Size2d(card.design.width + gap, card.design.height + gap)),
          static_cast<float>(place.turn)};
}

bool Overlap(const cv::RotatedRect& a, const cv::RotatedRect& b) {
  std::vector<cv::Point2f> shared;
  return cv::rotatedRectangleIntersection(a, b, shared) != cv::INTERSECT_NONE;
}

bool Inside(const cv::RotatedRect& card, cv::Size2d surface) {
  cv::Point2f corners[4];
  card.points(corners);
  return std::all_of(corners, corners + 4, [&](const cv::Point2f& p) {
    return p.x >= 0 && p.y >= 0 && p.x <= surface.width && p.y <= surface.height;
  });
}

/// From the card's millimetres to those of what it lies on.
cv::Matx33d SurfaceFromCard(const Composition& card, const Place& place) {
  const double a = place.turn * CV_PI / 180;
  const double c = std::cos(a);
  const double s = std::sin(a);
  const double x = card.design.width / 2;
  const double y = card.design.height / 2;
  return {c, -s, place.centre.x - c * x + s * y, s, c, place.centre.y - s * x - c * y, 0, 0, 1};
}

double PickTurn(Rng& rng, bool hard) {
  if (hard) return rng.Real(0, 360);
  return 90 * rng.PickOf({0, 0, 0, 0, 1, 2, 3}) + rng.Bell(0, 6);
}

/// Places for all cards on a surface of the picture's proportions that is no larger than it has to be.
std::pair<cv::Size2d, std::vector<Place>> Scatter(const std::vector<Composition>& cards, double aspect,
                                                  Rng& rng, bool hard) {
  double area = rng.Real(1.7, 2.6) * 90 * 56 * static_cast<double>(cards.size());
  for (;; area *= 1.08) {
    const cv::Size2d surface(std::sqrt(area * aspect), std::sqrt(area / aspect));
    std::vector<Place> places;
    std::vector<cv::RotatedRect> taken;
    for (int tries = 0; tries < 300 && places.size() < cards.size(); ++tries) {
      const Composition& card = cards[places.size()];
      const Place place{{rng.Real(0, surface.width), rng.Real(0, surface.height)}, PickTurn(rng, hard)};
      const cv::RotatedRect footprint = Footprint(card, place, hard ? 3 : 6);
      if (!Inside(footprint, surface)) continue;
      if (std::any_of(taken.begin(), taken.end(),
                      [&](const auto& other) { return Overlap(other, footprint); }))
        continue;
      places.push_back(place);
      taken.push_back(footprint);
    }
    if (places.size() == cards.size()) return {surface, places};
  }
}

/// Enough pixels to read small type on all cards.
cv::Size PickTableSize(Rng& rng, std::size_t cards) {
  if (cards <= 3) return rng.PickOf<cv::Size>({{1920, 1080}, {1920, 1080}, {2592, 1944}, {3000, 2250}});
  if (cards <= 6) return rng.PickOf<cv::Size>({{2592, 1944}, {3000, 2250}, {3000, 3000}});
  return rng.PickOf<cv::Size>({{3264, 2448}, {4000, 3000}, {3000, 4000}});
}

/// A pose that has the whole surface in the picture.
Pose PickTablePose(Rng& rng, cv::Size2d surface, cv::Size picture, bool hard) {
  Pose pose;
  pose.tilt = std::abs(rng.Bell(0, hard ? 16 : 8));
  pose.tilt_axis = rng.Real(0, 360);
  pose.turn = rng.Bell(0, 3);
  pose.centre = cv::Point2d(picture) * 0.5;
  pose.share = std::hypot(picture.width, picture.height) / std::min(picture.width, picture.height);
  for (;; pose.share *= 0.98) {
    const Quad corners = CornersInPicture(PictureFromMm(pose, surface, picture), surface);
    if (std::all_of(corners.begin(), corners.end(), [&](const Point& p) {
          return p.x > 0 && p.y > 0 && p.x < picture.width && p.y < picture.height;
        }))
      return pose;
  }
}

CardTruth TruthOf(const Composition& card, const cv::Matx33d& picture_from_mm, const cv::Mat& covered) {
  const auto hidden = HiddenValues(
      card.print.runs, [&](const PrintedRun& run) { return IsCovered(run, picture_from_mm, covered); });
  CardTruth truth = WithoutHidden(card.design.truth, hidden);
  truth.corners = CornersInPicture(picture_from_mm, MmOf(card));
  truth.rotation = QuarterTurn(*truth.corners);
  return truth;
}

double PixelsPerMm(const cv::Matx33d& picture_from_mm, cv::Size2d card_mm) {
  const Quad corners = CornersInPicture(picture_from_mm, card_mm);
  return std::hypot(corners[1].x - corners[0].x, corners[1].y - corners[0].y) / card_mm.width;
}

/// Rows and columns of a page's grid that hold so many cards.
cv::Size GridFor(std::size_t cards) {
  return cards <= 4   ? cv::Size(2, 2)
         : cards <= 6 ? cv::Size(2, 3)
         : cards <= 8 ? cv::Size(2, 4)
                      : cv::Size(2, 5);
}

cv::Rect2f BoxOnPage(const Composition& card, const Place& place) {
  constexpr double kGap = 0.5;  // five rows of 55 mm just fit on letter paper
  return Footprint(card, place, kGap).boundingRect2f();
}

/// The turn that has the card fit into its cell, upside down or not, as much askew as there is room for.
double TurnInCell(const Composition& card, cv::Size2d cell, Rng& rng) {
  const double longer = std::max(card.design.width, card.design.height);
  const bool portrait = card.design.height > card.design.width;
  const bool upright = longer + 6 < cell.height && rng.Chance(0.4);
  const double straight = (portrait != upright ? 90 : 0) + (rng.Chance(0.3) ? 180 : 0);
  double askew = rng.Bell(0, 1.2);
  while (std::abs(askew) > 0.02) {
    const cv::Rect2f box = BoxOnPage(card, {{0, 0}, straight + askew});
    if (box.width <= cell.width && box.height <= cell.height) return straight + askew;
    askew *= 0.7;
  }
  return straight;
}

std::vector<Place> PlaceOnPage(const std::vector<Composition>& cards, cv::Size2d page, Rng& rng) {
  const cv::Size grid = GridFor(cards.size());
  const cv::Size2d cell(page.width / grid.width, page.height / grid.height);
  std::vector<int> cells;
  for (int i = 0; i < grid.area(); ++i)
    cells.push_back(i);
  rng.Shuffle(cells);
  std::vector<Place> places;
  for (std::size_t i = 0; i < cards.size(); ++i) {
    const int row = cells[i] / grid.width;
    const cv::Point2d middle((cells[i] % grid.width + 0.5) * cell.width, (row + 0.5) * cell.height);
    Place place{middle, TurnInCell(cards[i], cell, rng)};
    // As far from the middle as the cell lets it be.
    const cv::Rect2f box = BoxOnPage(cards[i], place);
    const double x = std::max(0.0, (cell.width - static_cast<double>(box.width)) / 2);
    const double y = std::max(0.0, (cell.height - static_cast<double>(box.height)) / 2);
    place.centre += cv::Point2d(rng.Real(-x, x), rng.Real(-y, y));
    places.push_back(place);
  }
  return places;
}

/// The strip of shadow that the scanner's lamp, which travels along one side, leaves at a card's edges.
void ShadeEdges(cv::Mat& page, const Quad& corners, double pixels_per_mm, double depth) {
  const int reach = std::max(2, cvRound(pixels_per_mm * 0.5));
  std::vector<cv::Point> outline;
  for (const Point& corner : corners)
    outline.emplace_back(cvRound(corner.x + reach * 0.5), cvRound(corner.y + reach));
  const cv::Rect around =
      (cv::boundingRect(outline) + cv::Size(6 * reach, 6 * reach) - cv::Point(3 * reach, 3 * reach)) &
      cv::Rect({0, 0}, page.size());
  for (cv::Point& point : outline)
    point -= around.tl();
  cv::Mat shade(around.size(), CV_32F, cv::Scalar(1));
  cv::fillConvexPoly(shade, outline, cv::Scalar(1 - depth), cv::LINE_8);
  cv::GaussianBlur(shade, shade, {}, reach * 0.7);
  cv::Mat shade3;
  cv::merge(std::vector<cv::Mat>(3, shade), shade3);
  cv::Mat part = page(around);
  cv::multiply(part, shade3, part, 1, CV_8U);
}

}  // namespace

Scene PhotographTable(const std::vector<Composition>& cards, Rng& rng, bool hard) {
  const cv::Size size = PickTableSize(rng, cards.size());
  const auto [surface, places] = Scatter(cards, static_cast<double>(size.width) / size.height, rng, hard);
  const cv::Matx33d picture_from_surface =
      PictureFromMm(PickTablePose(rng, surface, size, hard), surface, size);
  cv::Mat picture = DrawTable(size, rng, MeanGrey(imaging::ViewAsMat(cards.front().print.image)), false);
  std::vector<cv::Matx33d> homographies;
  for (std::size_t i = 0; i < cards.size(); ++i) {
    homographies.push_back(picture_from_surface * SurfaceFromCard(cards[i], places[i]));
    if (rng.Chance(0.85)) DropShadow(picture, CornersInPicture(homographies[i], MmOf(cards[i])), rng);
    const double bulge = rng.Chance(hard ? 0.5 : 0.25) ? rng.Bell(0, 0.008) : 0;
    const double pixels_per_mm = PixelsPerMm(homographies[i], MmOf(cards[i]));
    LayCard(AsFarAway(cards[i].print, pixels_per_mm), homographies[i], bulge, picture);
  }
  LightUnevenly(picture, rng, hard);
  cv::Mat covered = cv::Mat::zeros(size, CV_8U);
  if (rng.Chance(hard ? 0.3 : 0.15)) {
    const std::size_t shiny = static_cast<std::size_t>(rng.Int(0, static_cast<int>(cards.size()) - 1));
    const Glare glare = PickGlare(rng, CornersInPicture(homographies[shiny], MmOf(cards[shiny])), hard);
    AddGlare(picture, glare);
    MarkWashedOut(covered, glare);
  }
  ExposeAndStore(picture, PickLens(rng, PixelsPerMm(homographies.front(), MmOf(cards.front())), hard), rng,
                 hard);
  Scene scene{imaging::ToImage(picture), {"table", {}}};
  for (std::size_t i = 0; i < cards.size(); ++i)
    scene.truth.cards.push_back(TruthOf(cards[i], homographies[i], covered));
  return scene;
}

Scene ScanPage(const std::vector<Composition>& cards, Rng& rng) {
  const cv::Size2d page_mm = rng.Chance(0.7) ? cv::Size2d(210, 297) : cv::Size2d(215.9, 279.4);
  const double pixels_per_mm = rng.PickOf({150.0, 200.0, 240.0, 300.0, 300.0}) / 25.4;
  const cv::Size size(cvRound(page_mm.width * pixels_per_mm), cvRound(page_mm.height * pixels_per_mm));
  const double grey = rng.PickOf({252.0, 250.0, 246.0, 246.0, 238.0, 225.0, 190.0, 120.0});
  cv::Mat page(size, CV_8UC3, cv::Scalar(grey, grey * rng.Real(0.98, 1), grey * rng.Real(0.97, 1)));
  const cv::Matx33d page_from_mm{pixels_per_mm, 0, 0, 0, pixels_per_mm, 0, 0, 0, 1};
  const double depth = rng.Real(0.15, 0.5);
  const std::vector<Place> places = PlaceOnPage(cards, page_mm, rng);
  const cv::Mat uncovered = cv::Mat::zeros(size, CV_8U);
  Scene scene;
  scene.truth.scene = "page";
  for (std::size_t i = 0; i < cards.size(); ++i) {
    const cv::Matx33d from_mm = page_from_mm * SurfaceFromCard(cards[i], places[i]);
    ShadeEdges(page, CornersInPicture(from_mm, MmOf(cards[i])), pixels_per_mm, depth);
    LayCard(AsFarAway(cards[i].print, pixels_per_mm), from_mm, 0, page);
    scene.truth.cards.push_back(TruthOf(cards[i], from_mm, uncovered));
  }
  if (rng.Chance(0.5)) cv::GaussianBlur(page, page, {}, rng.Real(0.35, 0.9));
  if (rng.Chance(0.35)) Sharpen(page, rng.Real(0.8, 1.6), rng.Real(0.2, 0.7));
  CompressLevels(page, rng.Real(0, 20), rng.Real(244, 255));
  AddNoise(page, rng, rng.Real(0.5, 4));
  PassThroughJpeg(page, rng.Int(65, 95));
  scene.image = imaging::ToImage(page);
  return scene;
}

}  // namespace kith::tools
