// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/several_cards.h"

#include <algorithm>

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "tools/cardpress/camera_pose.h"

namespace kith::tools {
namespace {

std::vector<Composition> Cards(Rng& rng, int count) {
  std::vector<Composition> cards;
  for (int i = 0; i < count; ++i) {
    Result<Composition> card = ComposeCard(rng, Domains::kReserved, 500);
    if (card) cards.push_back(std::move(*card));
  }
  return cards;
}

std::vector<cv::Point2f> Outline(const CardTruth& card) {
  std::vector<cv::Point2f> points;
  for (const Point& corner : *card.corners)
    points.emplace_back(static_cast<float>(corner.x), static_cast<float>(corner.y));
  return points;
}

void ExpectWholeAndApart(const Scene& scene) {
  for (const CardTruth& card : scene.truth.cards) {
    for (const Point& corner : *card.corners) {
      EXPECT_GE(corner.x, 0);
      EXPECT_GE(corner.y, 0);
      EXPECT_LE(corner.x, scene.image.width());
      EXPECT_LE(corner.y, scene.image.height());
    }
    EXPECT_EQ(card.rotation, QuarterTurn(*card.corners));
  }
  for (std::size_t i = 0; i < scene.truth.cards.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      std::vector<cv::Point2f> shared;
      EXPECT_LE(
          cv::intersectConvexConvex(Outline(scene.truth.cards[i]), Outline(scene.truth.cards[j]), shared),
          0.5F)
          << i << " lies on " << j;
    }
  }
}

bool SamePixels(const Image& a, const Image& b) {
  return std::equal(a.pixels().begin(), a.pixels().end(), b.pixels().begin(), b.pixels().end());
}

TEST(PhotographTable, LaysEveryCardWholeAndBesideTheOthers) {
  for (const int count : {2, 5, 12}) {
    Rng rng(51, "table", count);
    const std::vector<Composition> cards = Cards(rng, count);
    const Scene scene = PhotographTable(cards, rng, count == 5);
    ASSERT_EQ(scene.truth.cards.size(), static_cast<std::size_t>(count));
    EXPECT_EQ(scene.truth.scene, "table");
    EXPECT_EQ(scene.truth.cards.back().layout, cards.back().design.layout);
    ExpectWholeAndApart(scene);
  }
}

TEST(PhotographTable, RepeatsItself) {
  Rng rng(52, "table", 1);
  const std::vector<Composition> cards = Cards(rng, 3);
  Rng again = rng;
  EXPECT_TRUE(SamePixels(PhotographTable(cards, rng, true).image, PhotographTable(cards, again, true).image));
}

TEST(ScanPage, LaysTenCardsOnAPageOfPaperSize) {
  for (int i = 0; i < 6; ++i) {
    Rng rng(53, "page", i);
    const Scene scene = ScanPage(Cards(rng, i < 3 ? 10 : 4), rng);
    ASSERT_EQ(scene.truth.cards.size(), i < 3 ? 10U : 4U);
    const double proportion = static_cast<double>(scene.image.height()) / scene.image.width();
    EXPECT_GT(proportion, 1.29);  // letter
    EXPECT_LT(proportion, 1.42);  // A4
    ExpectWholeAndApart(scene);
  }
}

TEST(ScanPage, ShowsTheCardWhereItsCornersAre) {
  Rng rng(54, "page", 0);
  std::vector<Composition> cards = Cards(rng, 4);
  for (Composition& card : cards)
    card.print.image = Image(card.print.image.width(), card.print.image.height(), card.print.image.format(),
                             std::vector<std::uint8_t>(card.print.image.pixels().size(), 20));
  const Scene scene = ScanPage(cards, rng);
  for (const CardTruth& card : scene.truth.cards) {
    const Quad& q = *card.corners;
    const Point middle{(q[0].x + q[2].x) / 2, (q[0].y + q[2].y) / 2};
    for (const Point& corner : q) {
      const auto grey = [&](double from_middle) {
        const int x = static_cast<int>(middle.x + (corner.x - middle.x) * from_middle);
        const int y = static_cast<int>(middle.y + (corner.y - middle.y) * from_middle);
        if (x < 0 || y < 0 || x >= scene.image.width() || y >= scene.image.height()) return 255;
        return static_cast<int>(scene.image.pixels()[static_cast<std::size_t>(y) * scene.image.row_bytes() +
                                                     static_cast<std::size_t>(x) * 3]);
      };
      EXPECT_LT(grey(0.97), 60);
      EXPECT_GT(grey(1.06), 75);
    }
  }
}

}  // namespace
}  // namespace kith::tools
