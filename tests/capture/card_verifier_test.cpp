// SPDX-License-Identifier: Apache-2.0
#include "capture/card_verifier.h"

#include <string>

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "capture/rectify.h"
#include "imaging/mat.h"
#include "tests/capture/drawn_scene.h"

namespace kith::capture {
namespace {

constexpr double kClearOutline = 0.98;

double LogOddsOf(const cv::Mat& thing) {
  cv::Mat scene = test::DrawTable();
  const Quad corners = test::LayCard(thing, {}, scene);
  const Image frame = imaging::ToImage(scene);
  const Image cut_out = RectifyGray(frame, corners);
  return VerifyCard(frame, corners, imaging::ViewAsMat(cut_out)).LogOdds(kClearOutline);
}

cv::Mat Sheet() {
  return {600, 1020, CV_8UC3, cv::Scalar(235, 240, 240)};
}

void Write(cv::Mat& sheet, const std::string& text, cv::Point at, double height = 0.7) {
  cv::putText(sheet, text, at, cv::FONT_HERSHEY_SIMPLEX, height, {60, 50, 50}, 1, cv::LINE_AA);
}

TEST(VerifyCard, LetsCardsPass) {
  for (int person = 1; person <= 4; ++person) {
    EXPECT_GT(LogOddsOf(test::DrawCard({.seed = person})), -1) << person;
    EXPECT_GT(LogOddsOf(test::DrawCard({.paper = {40, 30, 30}, .ink = {220, 220, 220}, .seed = person})), -1)
        << person;
  }
}

TEST(VerifyCard, RefusesASheetWithNothingOrAPageFull) {
  EXPECT_LT(LogOddsOf(Sheet()), -2);
  cv::Mat page = Sheet();
  for (int y = 20; y < 600; y += 18)
    Write(page, "the quick brown fox jumps over the lazy dog and everybody else in the field", {8, y}, 0.4);
  EXPECT_LT(LogOddsOf(page), -2);
}

TEST(VerifyCard, RefusesAnEnvelope) {
  EXPECT_LT(LogOddsOf(test::DrawEnvelope()), -1);
}

TEST(VerifyCard, RefusesAnInvoice) {
  constexpr int kRows = 16, kColumns = 5, kDown = 27, kAcross = 163, kTop = 100, kLeft = 102;
  cv::Mat invoice = Sheet();
  cv::rectangle(invoice, {kLeft, 30, 40, 40}, {80, 140, 60}, cv::FILLED);
  Write(invoice, "Orchard Union", {kLeft + 60, 60});
  for (int row = 0; row < kRows; ++row) {
    for (int column = 0; column < kColumns; ++column) {
      const cv::Rect cell(kLeft + column * kAcross, kTop + row * kDown, kAcross + 1, kDown + 1);
      cv::rectangle(invoice, cell, {90, 90, 90}, 1);
      const char* const words[] = {"Nested", "Garden", "Orbit", "Total", "Number"};
      if ((row * 7 + column * 3) % 4 != 0)
        Write(invoice, words[(row + column) % 5], cell.tl() + cv::Point(6, 18), 0.4);
    }
  }
  EXPECT_LT(LogOddsOf(invoice), -0.4);
}

}  // namespace
}  // namespace kith::capture
