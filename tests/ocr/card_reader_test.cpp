// SPDX-License-Identifier: Apache-2.0
#include "ocr/card_reader.h"

#include <set>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "core/text.h"
#include "imaging/mat.h"
#include "ocr/tesseract_engine.h"
#include "tests/support/printed_card.h"
#include "tests/support/second_reader.h"
#include "tests/support/temp_folder.h"

namespace kith::ocr {
namespace {

using test::Paint;
using test::PaintedCard;
using test::PrintedCard;
using test::PrintedLine;
using test::Rgb;
using ::testing::HasSubstr;

std::vector<PrintedLine> Lines(double scale = 1, Rgb ink = {20, 20, 20}) {
  return {{"Ada van Example", 80 * scale, 60 * scale, 52 * scale, ink, true},
          {"Keeper of Instruments", 80 * scale, 140 * scale, 30 * scale, ink},
          {"+1 415 555 0123", 80 * scale, 360 * scale, 28 * scale, ink},
          {"ada@example.org", 80 * scale, 420 * scale, 28 * scale, ink},
          {"12 Harbour Street, Springfield", 80 * scale, 480 * scale, 28 * scale, ink}};
}

/// All that was read in any pass, letters and digits only.
std::string TextOf(const Reading& reading) {
  std::string text;
  for (const Pass& pass : reading.passes) {
    for (const TextLine& line : pass.lines) {
      for (const Word& word : line.words)
        text += FoldToAlnum(word.text);
    }
    text += '\n';
  }
  return text;
}

class CardReaderTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto reader = CardReader::Open({});
    ASSERT_TRUE(reader) << reader.error().message;
    shared_reader = std::move(*reader);
  }
  static void TearDownTestSuite() { shared_reader.reset(); }

  static Reading MustRead(const Image& card) {
    auto reading = shared_reader->Read(card, {});
    EXPECT_TRUE(reading) << reading.error().message;
    return std::move(*reading);
  }

  static void ExpectAllLinesRead(const PrintedCard& card) {
    const std::string text = TextOf(MustRead(Paint(card).image));
    for (const PrintedLine& line : card.lines)
      EXPECT_THAT(text, HasSubstr(FoldToAlnum(line.text)));
  }

  inline static std::unique_ptr<CardReader> shared_reader;
};

TEST_F(CardReaderTest, ReadsDarkTextOnLightPaper) {
  ExpectAllLinesRead({.lines = Lines()});
}

TEST_F(CardReaderTest, ReadsLightTextOnDarkPaper) {
  ExpectAllLinesRead({.paper = {20, 30, 60}, .lines = Lines(1, {240, 240, 240})});
}

TEST_F(CardReaderTest, ReadsColoursThatHaveTheSameBrightness) {
  ExpectAllLinesRead({.paper = {60, 117, 40}, .lines = Lines(1, {172, 60, 40})});
}

TEST_F(CardReaderTest, ReadsTextOnMarbledPaper) {
  ExpectAllLinesRead({.paper = {205, 200, 190}, .texture = 18, .lines = Lines(1, {30, 20, 60})});
}

TEST_F(CardReaderTest, ReadsACardImageOf450Pixels) {
  ExpectAllLinesRead({.width = 450, .height = 270, .lines = Lines(0.45)});
}

TEST_F(CardReaderTest, ReadsACardImageOf2400Pixels) {
  ExpectAllLinesRead({.width = 2400, .height = 1440, .lines = Lines(2.4)});
}

TEST_F(CardReaderTest, ReadsLightAndDarkTextOnOneCard) {
  PaintedCard left = Paint({.lines = {{"Ada van Example", 60, 100, 44}, {"ada@example.org", 60, 300, 28}}});
  PaintedCard right = Paint({.paper = {20, 30, 60},
                             .lines = {{"Harbour Museum", 560, 100, 44, {240, 240, 240}},
                                       {"www.example.org", 560, 300, 28, {240, 240, 240}}}});
  cv::Mat card = imaging::ViewAsMat(left.image).clone();
  imaging::ViewAsMat(right.image).colRange(500, 1000).copyTo(card.colRange(500, 1000));
  const std::string text = TextOf(MustRead(imaging::ToImage(card)));
  for (const char* value : {"adavanexample", "adaexampleorg", "harbourmuseum", "wwwexampleorg"}) {
    EXPECT_THAT(text, HasSubstr(value));
  }
}

TEST_F(CardReaderTest, PicksAnInstalledScriptByWhatItSees) {
  auto reader = CardReader::Open({.languages = "auto"});
  ASSERT_TRUE(reader) << reader.error().message;
  const PrintedCard card = {
      .lines = {{"\u0410\u043d\u043d\u0430 \u0418\u0432\u0430\u043d\u043e\u0432\u0430", 80, 60, 52},
                {"\u041c\u0435\u043d\u0435\u0434\u0436\u0435\u0440 \u043f\u043e "
                 "\u043f\u0440\u043e\u0434\u0430\u0436\u0430\u043c",
                 80, 160, 32},
                {"\u041c\u043e\u0441\u043a\u0432\u0430, \u0443\u043b\u0438\u0446\u0430 "
                 "\u041f\u0440\u0438\u043c\u0435\u0440\u043d\u0430\u044f",
                 80, 360, 32},
                {"anna@example.org", 80, 440, 32}}};
  const auto reading = (*reader)->Read(Paint(card).image, {});
  ASSERT_TRUE(reading) << reading.error().message;
  const std::string text = FormatReading(*reading);
  EXPECT_THAT(text, HasSubstr("\u0418\u0432\u0430\u043d\u043e\u0432\u0430"));
  EXPECT_THAT(text, HasSubstr("\u041c\u0435\u043d\u0435\u0434\u0436\u0435\u0440"));
  EXPECT_THAT(text, HasSubstr("anna@example.org"));
}

TEST_F(CardReaderTest, KeepsAtLeastTwoDifferentPasses) {
  const Reading reading = MustRead(Paint({.lines = Lines()}).image);
  std::set<std::string> names;
  for (const Pass& pass : reading.passes)
    names.insert(pass.name);
  EXPECT_GE(names.size(), 2u);
  EXPECT_EQ(names.size(), reading.passes.size());
}

TEST_F(CardReaderTest, LooksAThirdTimeOnlyWhereTwoPassesDisagree) {
  EXPECT_EQ(MustRead(Paint({.lines = Lines()}).image).passes.size(), 2u);
  const PrintedCard unclear = {.paper = {60, 117, 40}, .lines = Lines(1, {172, 60, 40})};
  EXPECT_EQ(MustRead(Paint(unclear).image).passes.size(), 3u);
}

TEST_F(CardReaderTest, SaysWhereOnTheCardEachWordStands) {
  for (const double scale : {0.5, 1.0, 2.0}) {
    const PrintedCard card = {.width = static_cast<int>(1000 * scale),
                              .height = static_cast<int>(600 * scale),
                              .lines = {{"Springfield", 300 * scale, 250 * scale, 60 * scale}}};
    const PaintedCard painted = Paint(card);
    const Box printed = painted.ink_boxes.front();
    const Reading reading = MustRead(painted.image);
    EXPECT_EQ(reading.width, card.width);
    EXPECT_EQ(reading.height, card.height);
    for (const Pass& pass : reading.passes) {
      ASSERT_EQ(pass.lines.size(), 1u) << pass.name;
      const Box read = pass.lines[0].words.at(0).box;
      const double tolerance = 5 * scale;
      EXPECT_NEAR(read.x, printed.x, tolerance) << pass.name;
      EXPECT_NEAR(read.y, printed.y, tolerance) << pass.name;
      EXPECT_NEAR(read.right(), printed.right(), tolerance) << pass.name;
      EXPECT_NEAR(read.bottom(), printed.bottom(), tolerance) << pass.name;
    }
  }
}

TEST_F(CardReaderTest, GivesConfidencesFromZeroToOneAndIsSureOfClearPrint) {
  const Reading reading = MustRead(Paint({.lines = Lines()}).image);
  for (const Pass& pass : reading.passes) {
    for (const TextLine& line : pass.lines) {
      ASSERT_FALSE(line.words.empty());
      for (const Word& word : line.words) {
        EXPECT_GT(word.confidence, 0.5) << word.text;
        EXPECT_LE(word.confidence, 1.0) << word.text;
      }
    }
  }
}

TEST_F(CardReaderTest, ReadsNothingOnABlankCard) {
  const Reading reading = MustRead(Paint({}).image);
  EXPECT_GE(reading.passes.size(), 2u);
  for (const Pass& pass : reading.passes)
    EXPECT_TRUE(pass.lines.empty()) << pass.name;
}

TEST_F(CardReaderTest, IsNotSureOfAnyWordThatItSeesInMarbling) {
  for (const Pass& pass : MustRead(Paint({.paper = {205, 200, 190}, .texture = 18}).image).passes) {
    for (const TextLine& line : pass.lines) {
      for (const Word& word : line.words)
        EXPECT_LT(word.confidence, 0.75) << word.text;
    }
  }
}

TEST_F(CardReaderTest, ReadsACardThatLiesAskewAndSaysWhereOnItTheWordsStand) {
  const PaintedCard painted = Paint({.lines = Lines()});
  const cv::Mat turn = cv::getRotationMatrix2D({500, 300}, 3, 1);
  cv::Mat askew;
  cv::warpAffine(imaging::ViewAsMat(painted.image), askew, turn, {1000, 600}, cv::INTER_CUBIC,
                 cv::BORDER_REPLICATE);
  const Reading reading = MustRead(imaging::ToImage(askew));
  const std::string text = TextOf(reading);
  for (const PrintedLine& line : Lines())
    EXPECT_THAT(text, HasSubstr(FoldToAlnum(line.text)));
  const Box printed = painted.ink_boxes[3];  // the e-mail address
  const cv::Mat middle =
      turn * (cv::Mat_<double>(3, 1) << printed.x + printed.width / 2.0, printed.y + printed.height / 2.0, 1);
  int seen = 0;
  for (const Pass& pass : reading.passes) {
    for (const TextLine& line : pass.lines) {
      for (const Word& word : line.words) {
        if (word.text != "ada@example.org") continue;
        ++seen;
        EXPECT_NEAR(word.box.x + word.box.width / 2.0, middle.at<double>(0), 5) << pass.name;
        EXPECT_NEAR(word.box.y + word.box.height / 2.0, middle.at<double>(1), 8) << pass.name;
      }
    }
  }
  EXPECT_GE(seen, 2);
}

TEST_F(CardReaderTest, GivesAnEmptyReadingForAnEmptyImage) {
  const Reading reading = MustRead(Image());
  EXPECT_TRUE(reading.passes.empty());
  EXPECT_TRUE(reading.codes.empty());
}

TEST_F(CardReaderTest, TakesGrayAndRgbaImages) {
  const PaintedCard painted = Paint({.lines = Lines()});
  cv::Mat rgba;
  cv::cvtColor(imaging::ViewAsMat(painted.image), rgba, cv::COLOR_BGR2RGBA);
  EXPECT_THAT(TextOf(MustRead(imaging::ToImage(rgba))), HasSubstr("adavanexample"));
  EXPECT_THAT(TextOf(MustRead(imaging::ToImage(imaging::ToGray(painted.image)))), HasSubstr("adavanexample"));
}

TEST_F(CardReaderTest, ReadsTheSameAgain) {
  const Image card = Paint({.lines = Lines()}).image;
  const Reading first = MustRead(card);
  MustRead(Paint({.paper = {20, 30, 60}, .lines = Lines(0.7, {240, 240, 240})}).image);
  EXPECT_EQ(MustRead(card), first);
}

TEST_F(CardReaderTest, ReadsTheSameInTwoThreadsAsInOne) {
  const Image card = Paint({.lines = Lines()}).image;
  const Reading alone = MustRead(card);
  std::vector<Reading> readings(2);
  {
    std::vector<std::jthread> threads;
    for (Reading& reading : readings) {
      threads.emplace_back([&reading, card] {
        auto reader = CardReader::Open({});
        if (!reader) return;
        if (auto result = (*reader)->Read(card, {})) reading = *result;
      });
    }
  }
  EXPECT_EQ(readings[0], alone);
  EXPECT_EQ(readings[1], alone);
}

TEST_F(CardReaderTest, StopsWhenAsked) {
  std::stop_source source;
  source.request_stop();
  const auto reading = shared_reader->Read(Paint({.lines = Lines()}).image, source.get_token());
  ASSERT_FALSE(reading);
  EXPECT_EQ(reading.error().code, ErrorCode::kCancelled);
}

TEST_F(CardReaderTest, ReadsOnAfterItWasStopped) {
  const Image card = Paint({.lines = Lines()}).image;
  std::stop_source source;
  source.request_stop();
  ASSERT_FALSE(shared_reader->Read(card, source.get_token()));
  EXPECT_THAT(TextOf(MustRead(card)), HasSubstr("adavanexample"));
}

TEST_F(CardReaderTest, TellsHowToTurnACardUpright) {
  const cv::Mat upright = imaging::ViewAsMat(Paint({.lines = Lines()}).image).clone();
  const struct {
    int turns_needed;
    std::optional<cv::RotateFlags> turned_by;
  } kCases[] = {{0, std::nullopt},
                {1, cv::ROTATE_90_COUNTERCLOCKWISE},
                {2, cv::ROTATE_180},
                {3, cv::ROTATE_90_CLOCKWISE}};
  for (const auto& [turns_needed, turned_by] : kCases) {
    cv::Mat turned = upright.clone();
    if (turned_by) cv::rotate(upright, turned, *turned_by);
    for (const TurnHint hint : {TurnHint::kProbablyUpright, TurnHint::kAnyWay}) {
      const auto turns = shared_reader->QuarterTurnsToUpright(imaging::ToImage(turned), hint);
      ASSERT_TRUE(turns) << turns.error().message;
      EXPECT_EQ(*turns, turns_needed);
    }
  }
}

TEST_F(CardReaderTest, LeavesACardWithoutTextAsItIs) {
  const auto turns = shared_reader->QuarterTurnsToUpright(Paint({}).image, TurnHint::kAnyWay);
  ASSERT_TRUE(turns);
  EXPECT_EQ(*turns, 0);
}

TEST_F(CardReaderTest, StopsLookingForUprightWhenAsked) {
  std::stop_source source;
  source.request_stop();
  const auto turns = shared_reader->QuarterTurnsToUpright(Paint({.lines = Lines()}).image, TurnHint::kAnyWay,
                                                          source.get_token());
  ASSERT_FALSE(turns);
  EXPECT_EQ(turns.error().code, ErrorCode::kCancelled);
}

TEST(CardReader, ReadsWithTesseractAloneWithoutTheModelsOfTheSecondReader) {
  const test::TempFolder empty;
  const auto alone = CardReader::Open({.models = empty.path()});
  ASSERT_TRUE(alone) << alone.error().message;
  const auto reading = (*alone)->Read(Paint({.lines = Lines()}).image, {});
  ASSERT_TRUE(reading);
  EXPECT_EQ(reading->passes.size(), 2u);
  const Result<void> usable = CheckSecondReader(empty.path());
  ASSERT_FALSE(usable);
  EXPECT_THAT(usable.error().message, HasSubstr("scripts/install-models"));
}

class BothReadersTest : public ::testing::Test {
 protected:
  void SetUp() override {
    KITH_SKIP_WITHOUT_MODELS();
    const Result<void> usable = CheckSecondReader(test::Models());
    ASSERT_TRUE(usable) << usable.error().message << usable.error().detail;
    auto reader = CardReader::Open({.models = test::Models()});
    ASSERT_TRUE(reader) << reader.error().message;
    reader_ = std::move(*reader);
  }

  /// What the second reader saw.
  TextLine SecondReader(const Reading& reading) {
    TextLine words;
    for (const Pass& pass : reading.passes) {
      if (pass.name != "ppocr") continue;
      for (const TextLine& line : pass.lines)
        words.words.insert(words.words.end(), line.words.begin(), line.words.end());
    }
    return words;
  }

  std::unique_ptr<CardReader> reader_;
};

TEST_F(BothReadersTest, AskTheSecondOneOnlyAboutWhatIsInDoubt) {
  const auto clear = reader_->Read(Paint({.lines = Lines()}).image, {});
  ASSERT_TRUE(clear);
  EXPECT_EQ(clear->passes.size(), 2u);
  EXPECT_TRUE(SecondReader(*clear).words.empty());
  const auto unclear =
      reader_->Read(Paint({.paper = {60, 117, 40}, .lines = Lines(1, {172, 60, 40})}).image, {});
  ASSERT_TRUE(unclear);
  EXPECT_GT(SecondReader(*unclear).words.size(), 2u);
}

TEST_F(BothReadersTest, ReadWhatIsTooFaintForTesseractWhereItStandsOnTheCard) {
  int seen_by_second = 0;
  for (const double scale : {0.5, 1.0, 2.0}) {
    const PaintedCard painted = Paint({.width = static_cast<int>(1000 * scale),
                                       .height = static_cast<int>(600 * scale),
                                       .paper = {60, 117, 40},
                                       .lines = Lines(scale, {172, 60, 40})});
    const auto reading = reader_->Read(painted.image, {});
    ASSERT_TRUE(reading);
    const TextLine seen = SecondReader(*reading);
    const auto name = std::ranges::find_if(seen.words, [](const Word& word) { return word.text == "Ada"; });
    if (name == seen.words.end()) continue;  // Tesseract was sure of it at this size
    ++seen_by_second;
    EXPECT_NEAR(name->box.x, painted.ink_boxes[0].x, 12 * scale);
    EXPECT_NEAR(name->box.y, painted.ink_boxes[0].y, 12 * scale);
  }
  EXPECT_GT(seen_by_second, 0);
}

TEST_F(BothReadersTest, StopWhenAskedAndReadOn) {
  std::stop_source source;
  source.request_stop();
  const Image card = Paint({.lines = Lines()}).image;
  const auto stopped = reader_->Read(card, source.get_token());
  ASSERT_FALSE(stopped);
  EXPECT_EQ(stopped.error().code, ErrorCode::kCancelled);
  EXPECT_TRUE(reader_->Read(card, {}));
}

TEST_F(BothReadersTest, ReadTheSameAgain) {
  const Image card = Paint({.paper = {60, 117, 40}, .lines = Lines(1, {172, 60, 40})}).image;
  const auto first = reader_->Read(card, {});
  ASSERT_TRUE(first);
  ASSERT_TRUE(reader_->Read(Paint({.width = 600, .height = 1000, .lines = Lines(0.6)}).image, {}));
  const auto second = reader_->Read(card, {});
  ASSERT_TRUE(second);
  EXPECT_EQ(*second, *first);
}

TEST(CardReader, ReadsLettersOfOtherLanguagesWhereTheirDataIsInstalled) {
  const auto engine = TesseractEngine::Open("eng", {});
  ASSERT_TRUE(engine);
  const std::vector<std::string> installed = (*engine)->Installed();
  ASSERT_NE(std::ranges::find(installed, "Latin"), installed.end()) << "tesseract-ocr-script-latn is missing";
  const auto reader = CardReader::Open({.languages = "auto"});
  ASSERT_TRUE(reader);
  const auto words_of = [&](const Result<Reading>& reading) {
    std::vector<std::string> words;
    for (const TextLine& line : reading->passes.front().lines) {
      for (const Word& word : line.words)
        words.push_back(word.text);
    }
    return words;
  };
  const auto reading =
      (*reader)->Read(Paint({.lines = {{"J\u00f6rg M\u00fc\u00dfig", 60, 100, 44}}}).image, {});
  ASSERT_TRUE(reading);
  EXPECT_THAT(words_of(reading), ::testing::Contains("M\u00fc\u00dfig"));
}

TEST(CardReader, SaysWhatToInstallIfTheLanguageIsMissing) {
  const auto reader = CardReader::Open({.languages = "xxq"});
  ASSERT_FALSE(reader);
  EXPECT_EQ(reader.error().code, ErrorCode::kUnavailable);
  EXPECT_THAT(reader.error().message, HasSubstr("tesseract-ocr-xxq"));
}

}  // namespace
}  // namespace kith::ocr
