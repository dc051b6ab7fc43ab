// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/prop.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "imaging/mat.h"
#include "tools/cardpress/background.h"
#include "tools/cardpress/lay_card.h"
#include "tools/cardpress/lighting.h"
#include "tools/cardpress/typeset.h"

namespace kith::tools {
namespace {

constexpr const char* kWords[] = {
    "and",     "the",       "of",       "a",       "to",     "harbour", "window",   "morning", "with",
    "paper",   "river",     "under",    "between", "quiet",  "seven",   "bridge",   "market",  "garden",
    "winter",  "letter",    "slowly",   "table",   "before", "orchard", "station",  "number",  "yellow",
    "further", "is",        "was",      "in",      "on",     "that",    "question", "answer",  "meeting",
    "minutes", "quarterly", "report",   "copper",  "stone",  "field",   "travel",   "evening", "library",
    "chapter", "second",    "northern", "small",   "large"};

/// Pixels of the picture that a millimetre of the prop takes, about.
double PixelsPerMm(const Pose& pose, cv::Size2d mm, cv::Size picture) {
  return pose.share * std::min(picture.width, picture.height) / std::hypot(mm.width, mm.height);
}

PrintedCard PrintFace(const CardDesign& face, double pixels_per_mm) {
  Result<PrintedCard> print = PrintCard(face, pixels_per_mm);
  if (print) return std::move(*print);
  CardDesign silent = face;  // text that doesn't fit: such a thing exists without it too
  silent.text.clear();
  return *PrintCard(silent, pixels_per_mm);
}

cv::Mat RoundedMask(cv::Size size, double radius) {
  cv::Mat mask(size, CV_8U, cv::Scalar(255));
  const int r = std::min({static_cast<int>(std::lround(radius)), size.width / 2, size.height / 2});
  if (r < 1) return mask;
  mask = 0;
  for (const cv::Rect& bar :
       {cv::Rect(r, 0, size.width - 2 * r, size.height), cv::Rect(0, r, size.width, size.height - 2 * r)}) {
    mask(bar) = 255;
  }
  for (const cv::Point& centre :
       {cv::Point(r, r), cv::Point(size.width - 1 - r, r), cv::Point(r, size.height - 1 - r),
        cv::Point(size.width - 1 - r, size.height - 1 - r)})
    cv::circle(mask, centre, r, cv::Scalar(255), cv::FILLED, cv::LINE_AA);
  return mask;
}

/// The prop's edge, from the table up.
void DrawEdge(const Prop& prop, const Pose& pose, double pixels_per_mm, Rng& rng, cv::Mat& picture) {
  const cv::Size2d mm(prop.face.width, prop.face.height);
  const int layers = std::clamp(static_cast<int>(prop.thickness * pixels_per_mm * 0.6), 1, 24);
  const Shape outline = RoundedRectangle({0, 0, mm.width, mm.height}, prop.radius, prop.side);
  for (int layer = 0; layer < layers; ++layer) {
    const double height = prop.thickness * layer / layers;
    const cv::Matx33d picture_from_mm = PictureFromMm(pose, mm, picture.size(), height);
    const bool cover = !prop.leaves || layer == 0 || layer == layers - 1;
    const Ink ink = cover ? prop.side : Mixed({0.93, 0.91, 0.85}, kBlack, rng.Real(0.02, 0.28));
    const double inset = prop.leaves && !cover ? 1.5 : 0;
    std::vector<cv::Point> points;
    for (const Spot& spot : outline.outline) {
      const cv::Point2d at = Mapped(picture_from_mm, std::clamp(spot.x, 0.0, mm.width - inset),
                                    std::clamp(spot.y, inset, mm.height - inset));
      points.emplace_back(cvRound(at.x), cvRound(at.y));
    }
    cv::fillPoly(picture, std::vector<std::vector<cv::Point>>{points}, Bgr(ink), cv::LINE_AA);
  }
}

}  // namespace

void LayProp(const Prop& prop, const Pose& pose, Rng& rng, cv::Mat& picture, bool shadow) {
  const cv::Size2d mm(prop.face.width, prop.face.height);
  const double seen_pixels_per_mm = PixelsPerMm(pose, mm, picture.size());
  constexpr double kMostPixels = 3600;
  const double pixels_per_mm =
      std::min(seen_pixels_per_mm * 1.4, kMostPixels / std::max(mm.width, mm.height));
  const PrintedCard print = PrintFace(prop.face, pixels_per_mm);
  const cv::Mat face = imaging::ViewAsMat(print.image);
  const bool round = prop.radius > 0.3 * std::min(mm.width, mm.height);  // DropShadow is for corners
  if (shadow && !round)
    DropShadow(picture, CornersInPicture(PictureFromMm(pose, mm, picture.size()), mm), rng);
  if (prop.thickness > 0) DrawEdge(prop, pose, seen_pixels_per_mm, rng, picture);
  LayFlat(face, RoundedMask(face.size(), prop.radius * print.pixels_per_mm), print.pixels_per_mm,
          PictureFromMm(pose, mm, picture.size(), prop.thickness), 0, picture);
}

Shape RoundedRectangle(Area area, double radius, Ink ink, double opacity) {
  if (radius <= 0) return Rectangle(area, ink, opacity);
  Shape shape{{}, ink, opacity};
  const double r = std::min({radius, area.width / 2, area.height / 2});
  const Spot centres[] = {{area.right() - r, area.bottom() - r},
                          {area.x + r, area.bottom() - r},
                          {area.x + r, area.y + r},
                          {area.right() - r, area.y + r}};
  constexpr int kSteps = 8;
  for (int corner = 0; corner < 4; ++corner) {
    for (int i = 0; i <= kSteps; ++i) {
      const double angle = (corner + static_cast<double>(i) / kSteps) * CV_PI / 2;
      shape.outline.push_back(
          {centres[corner].x + r * std::cos(angle), centres[corner].y + r * std::sin(angle)});
    }
  }
  return shape;
}

std::string Prose(Rng& rng, int letters) {
  std::string text;
  while (static_cast<int>(text.size()) < letters) {
    if (!text.empty()) text += rng.Chance(0.08) ? ", " : " ";
    text += kWords[rng.Int(0, static_cast<int>(std::size(kWords)) - 1)];
  }
  text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
  return text;
}

Ink PropInk(Rng& rng) {
  if (rng.Chance(0.3)) {
    const double grey = rng.PickOf({0.07, 0.1, 0.15, 0.3, 0.55, 0.85, 0.95});
    return {grey, grey, grey * rng.Real(0.96, 1.04)};
  }
  const Ink pure = rng.PickOf<Ink>({{0.7, 0.12, 0.1},
                                    {0.1, 0.25, 0.55},
                                    {0.08, 0.4, 0.28},
                                    {0.9, 0.72, 0.15},
                                    {0.35, 0.16, 0.4},
                                    {0.85, 0.45, 0.15},
                                    {0.1, 0.5, 0.55},
                                    {0.45, 0.28, 0.16}});
  return Mixed(pure, rng.Chance(0.5) ? kBlack : Ink{0.9, 0.88, 0.84}, rng.Real(0, 0.65));
}

}  // namespace kith::tools
