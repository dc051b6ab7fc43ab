// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <vector>

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "capture/lines.h"
#include "capture/quad.h"
#include "capture/quad_candidates.h"
#include "imaging/mat.h"
#include "tests/capture/drawn_scene.h"

namespace kith::capture {
namespace {

constexpr double kSmallest = 0.012;  // of the picture, as the finder asks for
constexpr double kRight = 0.015;     // of the diagonal

Point Towards(const Point& from, const Point& to, double share) {
  return {from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)};
}

struct Scene {
  cv::Mat picture;
  Quad card;
};

/// A card with one side, and the ends of two more, on a sheet that is hardly darker than its paper.
Scene OnASheet(std::size_t side, const test::Placement& placement) {
  constexpr double kOnSheet = 0.15, kBeyond = -0.3;  // of the card
  const cv::Mat card = test::DrawCard({.paper = {250, 250, 250}});
  Scene scene{test::DrawTable(), {}};
  cv::Mat without_sheet = scene.picture.clone();
  scene.card = test::LayCard(card, placement, without_sheet);
  const auto corner = [&](std::size_t i) { return scene.card[(side + i) % 4]; };
  std::vector<cv::Point> sheet;
  const auto add = [&](const Point& p) { sheet.emplace_back(cvRound(p.x), cvRound(p.y)); };
  for (const double share : {kOnSheet, kBeyond}) {
    const Point first = Towards(corner(0), corner(3), share), second = Towards(corner(1), corner(2), share);
    add(Towards(first, second, share == kOnSheet ? -0.2 : 1.2));
    add(Towards(first, second, share == kOnSheet ? 1.2 : -0.2));
  }
  cv::fillConvexPoly(scene.picture, sheet, cv::Scalar(247, 247, 247));
  test::LayCard(card, placement, scene.picture);
  return scene;
}

double LeastError(const std::vector<Quad>& quads, const WorkPicture& work, const Quad& truth) {
  double least = 1;
  for (const Quad& quad : quads)
    least = std::min(least, CornerError(InOrder(Scaled(quad, work.scale)), truth));
  return least;
}

TEST(QuadsFromThreeSides, HaveTheCardOfWhichASideIsTooFaintForAnEdge) {
  // Not the left one (3): the lines of print that begin along it are the stronger step.
  for (std::size_t side = 0; side < 3; ++side) {
    const Scene scene = OnASheet(side, {.width = 0.4, .degrees = 8});
    const WorkPicture work = MakeWorkPicture(imaging::ToImage(scene.picture));
    const std::vector<SupportedLine> lines = FindLines(work);
    EXPECT_GT(LeastError(QuadsFromLines(work, lines, kSmallest), work, scene.card), kRight) << side;
    EXPECT_LT(LeastError(QuadsFromThreeSides(work, lines, kSmallest), work, scene.card), kRight) << side;
  }
}

TEST(QuadsFromThreeSides, HaveTheCardThatIsSeenAtAnAngle) {
  for (std::size_t side = 0; side < 4; ++side) {
    const Scene scene = OnASheet(side, {.width = 0.4, .degrees = -5, .tilt = 0.12});
    const WorkPicture work = MakeWorkPicture(imaging::ToImage(scene.picture));
    EXPECT_LT(LeastError(QuadsFromThreeSides(work, FindLines(work), kSmallest), work, scene.card), kRight)
        << side;
  }
}

TEST(QuadsFromThreeSides, AreClockwiseAndLikeACard) {
  const Scene scene = OnASheet(0, {.degrees = 30});
  const WorkPicture work = MakeWorkPicture(imaging::ToImage(scene.picture));
  const std::vector<Quad> quads = QuadsFromThreeSides(work, FindLines(work), kSmallest);
  ASSERT_FALSE(quads.empty());
  for (const Quad& quad : quads)
    EXPECT_TRUE(IsCardLike(quad, kSmallest * work.size().area()));
}

TEST(QuadsFromThreeSides, AreNoneWhereThereAreOnlyTwo) {
  cv::Mat scene = test::DrawTable();
  cv::rectangle(scene, {0, 0}, {640, 360}, {230, 230, 230}, cv::FILLED);
  const WorkPicture work = MakeWorkPicture(imaging::ToImage(scene));
  const std::vector<SupportedLine> lines = FindLines(work);
  EXPECT_GE(lines.size(), 2U);
  EXPECT_TRUE(QuadsFromThreeSides(work, lines, kSmallest).empty());
}

}  // namespace
}  // namespace kith::capture
