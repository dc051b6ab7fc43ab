// SPDX-License-Identifier: Apache-2.0
#include "ocr/tesseract_engine.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <opencv2/core.hpp>

#include "imaging/mat.h"
#include "tests/support/printed_card.h"

namespace kith::ocr {
namespace {

using ::testing::HasSubstr;

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
  const testing::PaintedCard card =
      testing::Paint({.width = 600, .height = 100, .lines = {{"Springfield Museum", 20, 25, 40}}});
  const auto lines = (*engine)->Recognize(imaging::ToGray(card.image), Layout::kSingleLine, {});
  ASSERT_TRUE(lines) << lines.error().message;
  ASSERT_EQ(lines->size(), 1u);
  ASSERT_EQ(lines->front().words.size(), 2u);
  EXPECT_EQ(lines->front().words[0].text, "Springfield");
  EXPECT_EQ(lines->front().words[1].text, "Museum");
  EXPECT_GT(lines->front().words[0].confidence, 0.8);
  EXPECT_LE(lines->front().words[0].confidence, 1.0);
}

TEST(TesseractEngine, GivesNoLinesForAnEmptyOrTinyPicture) {
  auto engine = TesseractEngine::Open("eng", {});
  ASSERT_TRUE(engine);
  for (const cv::Size size : {cv::Size(), cv::Size(1, 1), cv::Size(2, 40)}) {
    const auto lines = (*engine)->Recognize(cv::Mat(size, CV_8U, cv::Scalar(255)), Layout::kBlock, {});
    ASSERT_TRUE(lines) << size;
    EXPECT_TRUE(lines->empty());
  }
}

}  // namespace
}  // namespace kith::ocr
