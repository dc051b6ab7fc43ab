// SPDX-License-Identifier: Apache-2.0
#include "ocr/tesseract_engine.h"

#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <leptonica/allheaders.h>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "imaging/mat.h"
#include "tests/support/printed_card.h"
#include "tests/support/temp_folder.h"

namespace kith::ocr {
namespace {

using ::testing::HasSubstr;

/// "Springfield Museum", dark on light.
cv::Mat PaintedLine() {
  return imaging::ToGray(
      test::Paint({.width = 600, .height = 100, .lines = {{"Springfield Museum", 20, 25, 40}}}).image);
}

TEST(TesseractEngine, NamesThePackageOfALanguageThatIsNotInstalled) {
  const auto engine = TesseractEngine::Open("eng+xxq", {});
  ASSERT_FALSE(engine);
  EXPECT_EQ(engine.error().code, ErrorCode::kUnavailable);
  EXPECT_THAT(engine.error().message, HasSubstr("tesseract-ocr-xxq"));
}

TEST(TesseractEngine, NamesTheFolderThatHasNoLanguageData) {
  const auto engine = TesseractEngine::Open("eng", "/nowhere/tessdata");
  ASSERT_FALSE(engine);
  EXPECT_EQ(engine.error().code, ErrorCode::kUnavailable);
  EXPECT_THAT(engine.error().message, HasSubstr("/nowhere/tessdata"));
}

TEST(TesseractEngine, HasTesseractKeepItsPicturesOfLinesUnpacked) {
  constexpr l_int32 kWidth = 40, kHeight = 30;
  PIX* picture = pixCreate(kWidth, kHeight, 8);
  pixSetPixel(picture, 7, 5, 200);
  l_uint8* kept = nullptr;
  std::size_t size = 0;
  ASSERT_EQ(pixWriteMem(&kept, &size, picture, IFF_PNG), 0);  // as Tesseract calls it
  EXPECT_GE(size, std::size_t{kWidth} * kHeight);
  PIX* again = pixReadMem(kept, size);
  l_int32 same = 0;
  pixEqual(picture, again, &same);
  EXPECT_EQ(same, 1);
  lept_free(kept);
  pixDestroy(&picture);
  pixDestroy(&again);
}

TEST(TesseractEngine, ReadsWithTheLettersOfALanguageAlone) {
  const auto english = TesseractEngine::Open("eng", {});
  ASSERT_TRUE(english) << english.error().message;
  const auto letters = TesseractEngine::OpenLetters("Latin", (*english)->Folder());
  ASSERT_TRUE(letters) << letters.error().message;
  const test::PaintedCard card =
      test::Paint({.width = 700, .height = 120, .lines = {{"J\u00f6rg M\u00fc\u00dfig", 30, 30, 44}}});
  cv::Mat gray;
  cv::cvtColor(imaging::ViewAsMat(card.image), gray, cv::COLOR_BGR2GRAY);
  const auto lines = (*letters)->Recognize(gray, Layout::kSingleLine, Ink::kDark, {});
  ASSERT_TRUE(lines);
  ASSERT_EQ(lines->size(), 1U);
  ASSERT_EQ(lines->front().words.size(), 2U);
  EXPECT_EQ(lines->front().words[0].text, "J\u00f6rg");
  EXPECT_EQ(lines->front().words[1].text, "M\u00fc\u00dfig");
}

TEST(TesseractEngine, NamesTheFileOfLettersThatIsNone) {
  const test::TempFolder folder;
  EXPECT_EQ(TesseractEngine::OpenLetters("eng", folder.path()).error().code, ErrorCode::kUnavailable);
  for (const std::string& bytes : {std::string(), std::string("\x05\0\0\0zz", 6), std::string(200, 'x')}) {
    std::ofstream(folder / "eng.traineddata", std::ios::binary) << bytes;
    const auto opened = TesseractEngine::OpenLetters("eng", folder.path());
    ASSERT_FALSE(opened);
    EXPECT_NE(opened.error().message.find("eng.traineddata"), std::string::npos);
  }
}

TEST(TesseractEngine, RefusesLanguagesThatAreNotNames) {
  for (const char* languages : {"", "+", "eng+", "../eng", "eng deu"}) {
    const auto engine = TesseractEngine::Open(languages, {});
    ASSERT_FALSE(engine) << languages;
    EXPECT_EQ(engine.error().code, ErrorCode::kInvalidInput) << languages;
  }
}

TEST(TesseractEngine, ReadsALineWithWordsFromLeftToRight) {
  auto engine = TesseractEngine::Open("eng", {});
  ASSERT_TRUE(engine) << engine.error().message;
  const auto lines = (*engine)->Recognize(PaintedLine(), Layout::kSingleLine, Ink::kDark, {});
  ASSERT_TRUE(lines) << lines.error().message;
  ASSERT_EQ(lines->size(), 1u);
  ASSERT_EQ(lines->front().words.size(), 2u);
  EXPECT_EQ(lines->front().words[0].text, "Springfield");
  EXPECT_EQ(lines->front().words[1].text, "Museum");
  EXPECT_GT(lines->front().words[0].confidence, 0.8);
  EXPECT_LE(lines->front().words[0].confidence, 1.0);
}

TEST(TesseractEngine, ReadsLightLettersOnDarkIfToldThatThereMayBeSome) {
  auto engine = TesseractEngine::Open("eng", {});
  ASSERT_TRUE(engine) << engine.error().message;
  const cv::Mat dark = PaintedLine();
  const cv::Mat light = ~dark;
  const auto confidence = [&](const cv::Mat& picture, Ink ink) {
    const auto lines = (*engine)->Recognize(picture, Layout::kSingleLine, ink, {});
    return lines && !lines->empty() ? lines->front().words.front().confidence : 0;
  };
  EXPECT_GT(confidence(light, Ink::kEither), 0.8);
  EXPECT_LT(confidence(light, Ink::kDark), 0.8);
  EXPECT_GT(confidence(dark, Ink::kDark), 0.8);
}

TEST(TesseractEngine, GivesNoLinesForAnEmptyOrTinyPicture) {
  auto engine = TesseractEngine::Open("eng", {});
  ASSERT_TRUE(engine);
  for (const cv::Size size : {cv::Size(), cv::Size(1, 1), cv::Size(2, 40)}) {
    const auto lines =
        (*engine)->Recognize(cv::Mat(size, CV_8U, cv::Scalar(255)), Layout::kBlock, Ink::kDark, {});
    ASSERT_TRUE(lines) << size;
    EXPECT_TRUE(lines->empty());
  }
}

}  // namespace
}  // namespace kith::ocr
