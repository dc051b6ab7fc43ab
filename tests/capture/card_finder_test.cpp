// SPDX-License-Identifier: Apache-2.0
#include "capture/card_finder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "capture/quad.h"
#include "capture/rectify.h"
#include "imaging/mat.h"
#include "tests/capture/drawn_scene.h"

namespace kith::capture {
namespace {

using test::CardLook;
using test::Placement;
using test::TableLook;

constexpr FinderOptions kCamera = FinderOptions::OfCamera();

/// Mean corner error as a share of the diagonal; 1 if there is no card.
double ErrorOfBest(const cv::Mat& scene, const Quad& truth, const FinderOptions& options = kCamera) {
  const std::vector<FoundCard> found = FindCards(imaging::ToImage(scene), options);
  return found.empty() ? 1 : CornerError(found.front().corners, truth);
}

double ErrorFor(const CardLook& card, const TableLook& table, const Placement& placement) {
  cv::Mat scene = test::DrawTable(table);
  const Quad truth = test::LayCard(test::DrawCard(card), placement, scene);
  return ErrorOfBest(scene, truth);
}

TEST(CardFinder, FindsACardOnADarkTable) {
  EXPECT_LT(ErrorFor({}, {}, {}), 0.005);
}

TEST(CardFinder, FindsAWhiteCardOnAWhiteTable) {
  EXPECT_LT(ErrorFor({.paper = {245, 245, 245}}, {.colour = {226, 228, 230}}, {}), 0.01);
}

TEST(CardFinder, FindsABlackCardOnABlackTable) {
  EXPECT_LT(
      ErrorFor({.paper = {31, 31, 31}, .ink = {180, 180, 180}}, {.colour = {34, 34, 34}, .noise = 1}, {}),
      0.01);
}

TEST(CardFinder, FindsADarkCardOnALightTable) {
  EXPECT_LT(ErrorFor({.paper = {40, 30, 30}, .ink = {240, 240, 240}}, {.colour = {200, 205, 210}}, {}),
            0.005);
}

TEST(CardFinder, FindsACardThatDiffersFromTheTableOnlyInColour) {
  EXPECT_LT(ErrorFor({.paper = {120, 140, 200}}, {.colour = {180, 155, 130}}, {}), 0.01);
}

TEST(CardFinder, FindsCardsAtAnyAngle) {
  for (double degrees = 0; degrees < 360; degrees += 23) {
    EXPECT_LT(ErrorFor({}, {}, {.width = 0.4, .degrees = degrees}), 0.01) << degrees;
  }
}

TEST(CardFinder, FindsACardSeenAtAnAngle) {
  EXPECT_LT(ErrorFor({}, {}, {.degrees = 12, .tilt = 0.2}), 0.01);
}

TEST(CardFinder, FindsSmallAndLargeCards) {
  EXPECT_LT(ErrorFor({}, {}, {.width = 0.3}), 0.01);
  EXPECT_LT(ErrorFor({}, {}, {.width = 0.88}), 0.01);
}

TEST(CardFinder, LooksPastAShadowBesideTheCard) {
  EXPECT_LT(ErrorFor({}, {.colour = {190, 190, 190}}, {.shadow = 60}), 0.01);
}

TEST(CardFinder, LooksPastADeepShadow) {
  for (const double degrees : {0.0, 30.0}) {
    const Placement placement{.width = 0.35, .degrees = degrees, .shadow = 90};
    EXPECT_LT(ErrorFor({.paper = {225, 225, 225}}, {.colour = {120, 120, 120}}, placement), 0.005) << degrees;
  }
}

TEST(CardFinder, TakesTheCardRatherThanThePanelOnIt) {
  EXPECT_LT(ErrorFor({.panel = true}, {.colour = {222, 222, 222}}, {.degrees = -8}), 0.01);
}

TEST(CardFinder, FindsACardOnAWoodenTable) {
  EXPECT_LT(ErrorFor({}, {.colour = {80, 110, 150}, .grain = 10}, {.degrees = 20}), 0.01);
}

TEST(CardFinder, FindsACardWithAFingerOverEachOfItsSides) {
  for (int side = 0; side < 4; ++side) {
    cv::Mat scene = test::DrawTable();
    const Quad truth = test::LayCard(test::DrawCard(), {.degrees = 6}, scene);
    test::CoverSide(truth, side, scene);
    EXPECT_LT(ErrorOfBest(scene, truth), 0.01) << side;
  }
}

TEST(CardFinder, FindsBothOfTwoCards) {
  cv::Mat scene = test::DrawTable();
  const Quad left =
      test::LayCard(test::DrawCard({.seed = 1}), {.x = 0.26, .width = 0.4, .degrees = 5}, scene);
  const Quad right =
      test::LayCard(test::DrawCard({.seed = 2}), {.x = 0.74, .width = 0.4, .degrees = -9}, scene);
  const std::vector<FoundCard> found = FindCards(imaging::ToImage(scene));
  ASSERT_EQ(found.size(), 2U);
  const bool left_is_first = CornerError(found[0].corners, left) < CornerError(found[1].corners, left);
  EXPECT_LT(CornerError(found[left_is_first ? 0 : 1].corners, left), 0.01);
  EXPECT_LT(CornerError(found[left_is_first ? 1 : 0].corners, right), 0.01);
  EXPECT_GE(found[0].confidence, found[1].confidence);
}

TEST(CardFinder, FindsACardThatLeansBy45DegreesInAnyDirection) {
  constexpr double kTilt = 0.208;  // of a card this wide: the sine of its lean is 0.71
  for (double degrees = 0; degrees < 360; degrees += 40)
    EXPECT_LT(ErrorFor({}, {}, {.degrees = degrees, .tilt = kTilt}), 0.015) << degrees;
}

/// A card in the middle of the scene that leans by so much towards one of its corners, as a camera sees it.
Quad LayLeaningCard(double degrees, cv::Mat& scene) {
  constexpr double kFocal = 1500, kDistance = 1500, kLong = 255, kShort = 165;  // half sides, pixels
  const double towards = CV_PI / 4, lean = degrees * CV_PI / 180;
  const double along = std::cos(towards), across = std::sin(towards);
  cv::Mat card;
  cv::resize(test::DrawCard(), card, {}, 0.5, 0.5, cv::INTER_AREA);
  const auto right = static_cast<float>(card.cols), bottom = static_cast<float>(card.rows);
  const std::array<cv::Point2f, 4> on_card = {cv::Point2f{0, 0}, {right, 0}, {right, bottom}, {0, bottom}};
  std::array<cv::Point2f, 4> in_scene;
  Quad corners;
  for (std::size_t i = 0; i < 4; ++i) {
    const double x = (2 * on_card[i].x / right - 1) * kLong, y = (2 * on_card[i].y / bottom - 1) * kShort;
    const double up = x * along + y * across, aside = y * along - x * across;
    const double scale = kFocal / (kDistance + up * std::sin(lean)), up_seen = up * std::cos(lean);
    corners[i] = {scene.cols / 2.0 + scale * (up_seen * along - aside * across),
                  scene.rows / 2.0 + scale * (up_seen * across + aside * along)};
    in_scene[i] = cv::Point2f(static_cast<float>(corners[i].x), static_cast<float>(corners[i].y));
  }
  const cv::Mat scene_from_card = cv::getPerspectiveTransform(on_card.data(), in_scene.data());
  cv::warpPerspective(card, scene, scene_from_card, scene.size(), cv::INTER_LINEAR, cv::BORDER_TRANSPARENT);
  return corners;
}

TEST(CardFinder, FindsACardThatLeansBy65DegreesTowardsACorner) {
  cv::Mat scene = test::DrawTable();
  const Quad truth = LayLeaningCard(65, scene);
  EXPECT_LT(AngleRange(truth).first, 50);
  EXPECT_LT(ErrorOfBest(scene, truth), 0.015);
}

TEST(CardFinder, FindsSquareCards) {
  for (const double degrees : {0.0, 12.0, 45.0})
    EXPECT_LT(ErrorFor({.size = {600, 600}}, {}, {.width = 0.3, .degrees = degrees}), 0.01) << degrees;
}

TEST(CardFinder, FindsTwelveCardsLaidOutOnATable) {
  constexpr int kColumns = 4, kRows = 3;
  cv::Mat scene = test::DrawTable({.size = {1920, 1080}, .grain = 6});
  std::vector<Quad> truths;
  for (int i = 0; i < kColumns * kRows; ++i) {
    const int row = i / kColumns, column = i % kColumns;
    const test::Placement placement{.x = (column + 0.5) / kColumns,
                                    .y = (row + 0.5) / kRows,
                                    .width = 0.19,
                                    .degrees = 7.0 * (i % 5 - 2)};
    truths.push_back(test::LayCard(test::DrawCard({.seed = i}), placement, scene));
  }
  const std::vector<FoundCard> found = FindCards(imaging::ToImage(scene));
  EXPECT_EQ(found.size(), truths.size());
  for (const Quad& truth : truths) {
    EXPECT_TRUE(std::ranges::any_of(
        found, [&](const FoundCard& card) { return CornerError(card.corners, truth) < 0.01; }));
  }
}

TEST(CardFinder, FindsTheCornersOfACardThatIsALittleOutsideOfThePicture) {
  EXPECT_LT(ErrorFor({}, {}, {.x = 0.26, .width = 0.53}), 0.01);
  EXPECT_LT(ErrorFor({}, {}, {.y = 0.27, .degrees = 4}), 0.01);
}

TEST(CardFinder, TakesTheEdgeOfACardRatherThanTheFramePrintedAlongIt) {
  cv::Mat card = test::DrawCard();
  cv::rectangle(card, {36, 36}, {card.cols - 36, card.rows - 36}, {60, 30, 150}, 5);
  cv::Mat scene = test::DrawTable({.colour = {215, 215, 215}});
  const Quad truth = test::LayCard(card, {.degrees = 5}, scene);
  EXPECT_LT(ErrorOfBest(scene, truth), 0.005);
}

TEST(CardFinder, TakesAFaintEdgeRatherThanThreeOfThemAndALineOfTheFrame) {
  cv::Mat card = test::DrawCard({.paper = {225, 225, 225}});
  cv::rectangle(card, {48, 48}, {card.cols - 48, card.rows - 48}, {60, 30, 150}, 4);
  cv::Mat scene = test::DrawTable({.colour = {215, 215, 215}, .noise = 6});
  const Quad truth = test::LayCard(card, {.degrees = 30}, scene);
  EXPECT_LT(ErrorOfBest(scene, truth), 0.005);
}

TEST(CardFinder, FindsACardOfWhichAHandCoversASide) {
  const cv::Scalar skin(110, 140, 190);
  for (const double degrees : {0, 5, 12}) {
    cv::Mat scene = test::DrawTable({.colour = {205, 210, 208}});
    const Quad truth = test::LayCard(test::DrawCard(), {.x = 0.45, .degrees = degrees}, scene);
    const cv::Point2d middle((truth[1].x + truth[2].x) / 2, (truth[1].y + truth[2].y) / 2);
    const double height = Distance(truth[1], truth[2]);
    cv::circle(scene, middle, cvRound(0.43 * height), skin, cv::FILLED);
    cv::line(scene, middle + cv::Point2d(0.2 * height, 0), middle + cv::Point2d(3 * height, 0.7 * height),
             skin, cvRound(0.86 * height));
    EXPECT_LT(ErrorOfBest(scene, truth), 0.01) << degrees;
  }
}

TEST(CardFinder, FindsACardThatLiesOnARuledSheet) {
  cv::Mat scene = test::DrawTable({.colour = {60, 80, 100}});
  cv::rectangle(scene, {330, 0}, {1050, 720}, {235, 235, 235}, cv::FILLED);
  for (int y = 60; y < 690; y += 22)
    cv::line(scene, {350, y}, {1030, y}, {190, 150, 120}, 1);
  const Quad truth = test::LayCard(test::DrawCard({.paper = {225, 240, 245}}),
                                   {.width = 0.4, .degrees = 9, .shadow = 40}, scene);
  EXPECT_LT(ErrorOfBest(scene, truth), 0.01);
}

/// Something of a card's shape with `inside` on it, as a camera sees it all day.
bool IsTakenForACard(const cv::Mat& inside) {
  cv::Mat scene = test::DrawTable();
  test::LayCard(inside, {.degrees = 4}, scene);
  const auto options = FinderOptions::OfCamera(FinderOptions::Sizes::kUsual, FinderOptions::kAvoidsOthers);
  return !FindCards(imaging::ToImage(scene), options).empty();
}

TEST(CardFinder, TellsACardFromABlankSheet) {
  EXPECT_FALSE(IsTakenForACard(cv::Mat(600, 1020, CV_8UC3, cv::Scalar(240, 240, 240))));
}

TEST(CardFinder, TellsACardFromAPageOfText) {
  cv::Mat page(1020, 720, CV_8UC3, cv::Scalar(240, 240, 240));
  for (int y = 40; y < 1000; y += 18)
    cv::putText(page, "the quick brown fox jumps over the lazy dog and all of it again", {30, y},
                cv::FONT_HERSHEY_SIMPLEX, 0.5, {50, 50, 50}, 1, cv::LINE_AA);
  EXPECT_FALSE(IsTakenForACard(page));
}

TEST(CardFinder, TellsACardFromAKeyboard) {
  cv::Mat keyboard(400, 1020, CV_8UC3, cv::Scalar(70, 70, 70));
  for (int y = 20; y < 370; y += 60) {
    for (int x = 20; x < 970; x += 66)
      cv::rectangle(keyboard, {x, y}, {x + 56, y + 50}, {30, 30, 30}, cv::FILLED);
  }
  EXPECT_FALSE(IsTakenForACard(keyboard));
}

TEST(CardFinder, SeesNoCardOnAnEmptyTable) {
  EXPECT_TRUE(FindCards(imaging::ToImage(test::DrawTable()), kCamera).empty());
  EXPECT_TRUE(FindCards(imaging::ToImage(test::DrawTable({.grain = 10})), kCamera).empty());
}

TEST(CardFinder, SeesNoCardInAnEmptyPicture) {
  EXPECT_TRUE(FindCards(Image()).empty());
}

TEST(CardFinder, TakesAScanForTheCardItself) {
  for (const bool panel : {false, true}) {
    const Image scan = imaging::ToImage(test::DrawCard({.panel = panel}));
    const std::vector<FoundCard> found = FindCards(scan);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_TRUE(found[0].whole_picture);
    EXPECT_EQ(found[0].corners, WholePicture(scan));
  }
}

TEST(CardFinder, TakesAScanWithALogoBoxForTheCardItself) {
  cv::Mat scan = test::DrawCard();
  cv::rectangle(scan, {640, 60}, {940, 240}, {120, 60, 20}, cv::FILLED);
  EXPECT_TRUE(FindCards(imaging::ToImage(scan)).at(0).whole_picture);
}

TEST(CardFinder, TakesAScanWithAStripOfTheScannerBedForTheCardItself) {
  cv::Mat scan = test::DrawCard();
  scan.colRange(scan.cols - 24, scan.cols).setTo(cv::Scalar(70, 160, 90));
  scan.rowRange(scan.rows - 10, scan.rows).setTo(cv::Scalar(90, 90, 90));
  EXPECT_TRUE(FindCards(imaging::ToImage(scan)).at(0).whole_picture);
}

TEST(CardFinder, FindsTheCardInAPhotographThatMightHaveBeenAScan) {
  cv::Mat scene = test::DrawTable({.size = {1600, 1200}});
  const Quad truth = test::LayCard(test::DrawCard(), {.degrees = 3}, scene);
  EXPECT_LT(ErrorOfBest(scene, truth, {}), 0.005);
}

TEST(CardFinder, ReadsGreyAndRgbaPictures) {
  cv::Mat scene = test::DrawTable();
  const Quad truth = test::LayCard(test::DrawCard(), {}, scene);
  for (const int conversion : {cv::COLOR_BGR2GRAY, cv::COLOR_BGR2RGBA}) {
    cv::Mat converted;
    cv::cvtColor(scene, converted, conversion);
    EXPECT_LT(ErrorOfBest(converted, truth), 0.01);
  }
}

TEST(CardFinder, GivesCornersClockwiseFromTheTopLeftOfTheLandscapeCard) {
  cv::Mat scene = test::DrawTable();
  const Quad truth = test::LayCard(test::DrawCard(), {.degrees = 10}, scene);
  const Quad corners = FindCards(imaging::ToImage(scene), kCamera).at(0).corners;
  for (std::size_t i = 0; i < 4; ++i)
    EXPECT_LT(Distance(corners[i], truth[i]), 8) << i;
}

TEST(CardFinder, FindsNineteenOfTwentyCardsInRandomScenes) {
  constexpr int kScenes = 60;
  int right = 0;
  for (int seed = 5000; seed < 5000 + kScenes; ++seed) {
    const test::RandomScene scene = test::DrawRandomScene(static_cast<std::uint64_t>(seed));
    const std::vector<FoundCard> found = FindCards(scene.frame, kCamera);
    right += !found.empty() && CornerError(found[0].corners, scene.corners) < 0.03 ? 1 : 0;
  }
  EXPECT_GE(right, 0.95 * kScenes);
}

TEST(CardFinder, FindsACardThatShowsHardlyAnyPrintWhereSeveralSizesAgree) {
  cv::Mat scene = test::DrawTable();
  const Quad truth =
      test::LayCard(test::DrawCard({.ink = {200, 200, 200}, .few_letters = true}), {.degrees = 4}, scene);
  EXPECT_TRUE(FindCards(imaging::ToImage(scene), kCamera).empty());
  EXPECT_LT(ErrorOfBest(scene, truth, {.may_be_whole_picture = false}), 0.005);
  EXPECT_LT(ErrorOfBest(scene, truth, {}), 0.005);
}

TEST(CardFinder, FindsALeaningCardOnASheetWhereSeveralSizesAgree) {
  cv::Mat scene = test::DrawTable({.colour = {60, 80, 100}});
  cv::rectangle(scene, cv::Rect(250, 60, 780, 620), {235, 235, 235}, cv::FILLED);
  const Quad truth =
      test::LayCard(test::DrawCard({.paper = {215, 215, 215}}), {.width = 0.3, .tilt = 0.3}, scene);
  EXPECT_TRUE(FindCards(imaging::ToImage(scene), kCamera).empty());
  EXPECT_LT(ErrorOfBest(scene, truth, {.may_be_whole_picture = false}), 0.005);
}

TEST(CardFinder, SeesNoCardOnAnEmptyTableAtAnySize) {
  EXPECT_TRUE(
      FindCards(imaging::ToImage(test::DrawTable({.grain = 10})), {.may_be_whole_picture = false}).empty());
}

}  // namespace
}  // namespace kith::capture
