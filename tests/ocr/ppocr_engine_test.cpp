// SPDX-License-Identifier: Apache-2.0
#include "ocr/ppocr_engine.h"

#include <algorithm>
#include <fstream>
#include <string>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "core/text.h"
#include "imaging/mat.h"
#include "ocr/line_recognizer.h"
#include "ocr/strip_words.h"
#include "ocr/text_detector.h"
#include "tests/support/printed_card.h"
#include "tests/support/second_reader.h"
#include "tests/support/temp_folder.h"

namespace kith::ocr {
namespace {

using test::Paint;
using test::PaintedCard;
using test::PrintedCard;
using ::testing::HasSubstr;

const auto kEverywhere = [](const Box&) { return true; };

PrintedCard TwoLines(test::Rgb paper = {250, 250, 248}, test::Rgb ink = {20, 20, 20}) {
  return {.paper = paper,
          .lines = {{"Ada van Example", 80, 60, 52, ink}, {"ada@example.org", 80, 420, 30, ink}}};
}

/// Letters and digits of all that was read, part by part.
std::vector<std::string> TextsOf(const FoundText& found) {
  std::vector<std::string> texts;
  for (const TextLine& part : found.parts) {
    std::string text;
    for (const Word& word : part.words)
      text += FoldToAlnum(word.text);
    texts.push_back(text);
  }
  std::ranges::sort(texts);
  return texts;
}

class PpocrEngineTest : public ::testing::Test {
 protected:
  void SetUp() override {
    KITH_SKIP_WITHOUT_MODELS();
    auto engine = PpocrEngine::Open(test::Models());
    ASSERT_TRUE(engine) << engine.error().message;
    engine_ = std::move(*engine);
  }

  FoundText MustRecognize(const Image& card, const std::function<bool(const Box&)>& wanted = kEverywhere) {
    auto found = engine_->Recognize(imaging::ViewAsMat(card), wanted, {});
    EXPECT_TRUE(found) << found.error().message;
    return found ? *std::move(found) : FoundText();
  }

  std::unique_ptr<PpocrEngine> engine_;
};

TEST_F(PpocrEngineTest, ReadsDarkAndLightLinesRight) {
  const std::vector<std::string> printed = {"adaexampleorg", "adavanexample"};
  EXPECT_EQ(TextsOf(MustRecognize(Paint(TwoLines()).image)), printed);
  EXPECT_EQ(TextsOf(MustRecognize(Paint(TwoLines({20, 30, 60}, {240, 240, 240})).image)), printed);
}

TEST_F(PpocrEngineTest, ReadsAPortraitCardAndThenALandscapeOne) {
  const std::vector<std::string> printed = {"adaexampleorg", "adavanexample"};
  PrintedCard portrait = TwoLines();
  std::swap(portrait.width, portrait.height);
  EXPECT_EQ(TextsOf(MustRecognize(Paint(portrait).image)), printed);
  EXPECT_EQ(TextsOf(MustRecognize(Paint(TwoLines()).image)), printed);
}

TEST_F(PpocrEngineTest, ReadsALineThatIsLongerThanItsWidestNet) {
  const std::string text = "Harbour Museum of Instruments, 12 Harbour Street, Springfield";
  const FoundText found = MustRecognize(Paint({.lines = {{text, 40, 250, 30}}}).image);
  std::string read;
  for (const std::string& part : TextsOf(found))
    read += part;
  EXPECT_EQ(read, FoldToAlnum(text));
}

TEST_F(PpocrEngineTest, SaysWhereTheLettersStand) {
  const PaintedCard card = Paint({.lines = {{"Springfield", 300, 250, 60}}});
  const FoundText found = MustRecognize(card.image);
  ASSERT_EQ(found.parts.size(), 1u);
  const Box read = found.parts[0].words.at(0).box;
  const Box printed = card.ink_boxes[0];
  EXPECT_NEAR(read.x, printed.x, 15);
  EXPECT_NEAR(read.right(), printed.right(), 15);
  EXPECT_NEAR(read.y + read.height / 2.0, printed.y + printed.height / 2.0, 10);
}

TEST_F(PpocrEngineTest, ReadsOnlyWhatIsWantedButTellsOfAllPlaces) {
  const FoundText found =
      MustRecognize(Paint(TwoLines()).image, [](const Box& place) { return place.y > 300; });
  EXPECT_EQ(TextsOf(found), (std::vector<std::string>{"adaexampleorg"}));
  EXPECT_EQ(found.places.size(), 2u);
}

TEST_F(PpocrEngineTest, FindsNothingOnABlankCard) {
  const FoundText found = MustRecognize(Paint({}).image);
  EXPECT_TRUE(found.places.empty());
  EXPECT_TRUE(found.parts.empty());
}

TEST_F(PpocrEngineTest, StopsWhenAsked) {
  std::stop_source source;
  source.request_stop();
  const Image card = Paint(TwoLines()).image;
  const auto found = engine_->Recognize(imaging::ViewAsMat(card), kEverywhere, source.get_token());
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, ErrorCode::kCancelled);
}

TEST_F(PpocrEngineTest, ReadsTheSameInTwoThreadsAsInOne) {
  const Image card = Paint(TwoLines()).image;
  const std::vector<std::string> alone = TextsOf(MustRecognize(card));
  std::vector<std::vector<std::string>> texts(2);
  {
    std::vector<std::jthread> threads;
    for (auto& read : texts) {
      threads.emplace_back([&read, card] {
        const auto engine = PpocrEngine::Open(test::Models());
        if (!engine) return;
        if (const auto found = (*engine)->Recognize(imaging::ViewAsMat(card), kEverywhere, {}))
          read = TextsOf(*found);
      });
    }
  }
  EXPECT_EQ(texts[0], alone);
  EXPECT_EQ(texts[1], alone);
}

TEST_F(PpocrEngineTest, SaysWhatToDoAboutADamagedModel) {
  const test::TempFolder folder;
  for (const char* const file :
       {"detection.json", "detection.weights", "recognition.json", "recognition.weights", "characters.txt"})
    std::filesystem::copy_file(test::Models() / file, folder.path() / file);
  std::filesystem::resize_file(folder.path() / "recognition.weights", 100000);
  const auto engine = PpocrEngine::Open(folder.path());
  ASSERT_FALSE(engine);
  EXPECT_EQ(engine.error().code, ErrorCode::kUnavailable);
  EXPECT_THAT(engine.error().message, HasSubstr("scripts/install-models"));
}

TEST(PpocrEngine, SaysWhatToDoAboutMissingModels) {
  const test::TempFolder folder;
  const auto engine = PpocrEngine::Open(folder.path());
  ASSERT_FALSE(engine);
  EXPECT_EQ(engine.error().code, ErrorCode::kUnavailable);
  EXPECT_THAT(engine.error().message, HasSubstr(folder.path().string()));
  EXPECT_THAT(engine.error().message, HasSubstr("scripts/install-models"));
}

TEST(TextDetector, FindsALineOfAnyColourWithItsRoom) {
  KITH_SKIP_WITHOUT_MODELS();
  TextDetector detector(test::Models() / "detection");
  const PaintedCard card =
      Paint({.paper = {60, 117, 40}, .lines = {{"Harbour Museum", 200, 250, 50, {240, 240, 240}}}});
  const auto places = detector.Detect(imaging::ViewAsMat(card.image));
  ASSERT_EQ(places.size(), 1u);
  const cv::Rect around = places[0].boundingRect();
  const Box& ink = card.ink_boxes[0];
  EXPECT_LE(around.x, ink.x + 5);
  EXPECT_GE(around.x + around.width, ink.right() - 5);
  EXPECT_LE(around.y, ink.y + 5);
  EXPECT_GE(around.y + around.height, ink.bottom() - 5);
  EXPECT_LT(around.height, 2 * ink.height);
}

TEST(LineRecognizer, GivesLettersFromLeftToRightWithTheirPlaces) {
  KITH_SKIP_WITHOUT_MODELS();
  std::vector<std::string> characters;
  std::ifstream in(test::Models() / "characters.txt");
  for (std::string line; std::getline(in, line);)
    characters.push_back(line);
  characters.emplace_back(" ");
  LineRecognizer recognizer(test::Models() / "recognition", characters);
  const PaintedCard card =
      Paint({.width = 420, .height = LineRecognizer::kHeight, .lines = {{"ada42", 10, 2, 36}}});
  const auto letters = recognizer.Recognize(imaging::ViewAsMat(card.image));
  std::string text;
  double before = 0;
  for (const RecognizedLetter& letter : letters) {
    text += letter.text;
    EXPECT_GT(letter.at, before);
    EXPECT_LT(letter.at, card.ink_boxes[0].right());
    EXPECT_GT(letter.confidence, 0.5);
    before = letter.at;
  }
  EXPECT_EQ(text, "ada42");
}

TEST(WordsOnStrip, CutsAtSpacesAndAtWideGaps) {
  cv::Mat strip(48, 400, CV_8UC3, cv::Scalar::all(250));
  for (const int x : {10, 40, 70, 180, 210, 300})  // strokes 10 pixels wide
    strip(cv::Rect(x, 8, 10, 32)).setTo(cv::Scalar::all(20));
  const std::vector<RecognizedLetter> letters = {{"a", 15, 0.9},  {"d", 45, 0.8},  {"a", 75, 0.9},
                                                 {"m", 185, 0.9}, {"e", 215, 0.9}, {" ", 260, 0.9},
                                                 {"x", 305, 0.9}};
  const std::vector<StripWord> words = WordsOnStrip(strip, letters);
  ASSERT_EQ(words.size(), 3u);
  EXPECT_EQ(words[0].word.text, "ada");
  EXPECT_DOUBLE_EQ(words[0].word.confidence, 0.8);
  EXPECT_EQ(words[1].word.text, "me");
  EXPECT_EQ(words[2].word.text, "x");
  EXPECT_NEAR(words[0].right, 80, 5);
  EXPECT_NEAR(words[1].left, 180, 5);
}

TEST(WordsOnStrip, GivesNoWordsForNoLetters) {
  EXPECT_TRUE(WordsOnStrip(cv::Mat(48, 100, CV_8UC3, cv::Scalar::all(250)), {}).empty());
}

}  // namespace
}  // namespace kith::ocr
