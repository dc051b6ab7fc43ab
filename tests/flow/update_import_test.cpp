// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "flow/perform.h"
#include "flow/update.h"
#include "tests/flow/fake_ports.h"
#include "tests/support/manual_clock.h"

namespace kith::flow {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

using kith::test::kNow;
using kith::test::kToday;

class ImportTest : public testing::Test {
 protected:
  /// Performs what `action` leads to, and what that leads to, until nothing is left to do.
  void Do(const Action& action) {
    std::vector<Effect> effects = Update(state_, action);
    while (!effects.empty()) {
      fakes_.clock.Advance(1s);
      const Action outcome = Perform(effects.front(), fakes_.ports(), {});
      effects.erase(effects.begin());
      if (const auto* progress = NoticeTitled("Looking for cards")) progress_.push_back(progress->text);
      for (Effect& next : Update(state_, outcome))
        effects.push_back(std::move(next));
    }
  }
  const Notice* NoticeTitled(const std::string& title) const {
    for (const Notice& notice : state_.notices) {
      if (notice.title == title) return &notice;
    }
    return nullptr;
  }
  std::string TextOf(const std::string& title) const {
    const Notice* notice = NoticeTitled(title);
    return notice ? notice->text : "";
  }

  test::FakePorts fakes_;
  AppState state_ = InitialState({}, kNow, kToday);
  std::vector<std::string> progress_;
};

TEST_F(ImportTest, KeepsAndReadsEveryCardOfDroppedFiles) {
  fakes_.importer.cards_in = {{"a.jpg", 1}, {"page.jpg", 8}};
  Do(ImportFiles{{"a.jpg", "page.jpg"}});
  EXPECT_EQ(fakes_.store.captures().List(CaptureState::kDrafted, 20)->size(), 9U);
  EXPECT_EQ(fakes_.store.captures().List(CaptureState::kDrafted, 20)->back().source, "page.jpg");
  ASSERT_EQ(state_.scan.cards.size(), 9U);
  for (const RecentCard& card : state_.scan.cards) {
    EXPECT_EQ(card.stage, CardStage::kToReview);
    EXPECT_EQ(card.title, "Ada Example");
  }
  EXPECT_EQ(TextOf("Cards brought in"), "9 cards from 2 pictures.");
  EXPECT_FALSE(NoticeTitled("Looking for cards"));
  EXPECT_FALSE(state_.review) << "a stack of files doesn't take over the screen";
}

TEST_F(ImportTest, ShowsHowFarItIs) {
  fakes_.importer.cards_in = {{"a.jpg", 1}, {"b.jpg", 2}};
  Do(ImportFiles{{"a.jpg", "b.jpg"}});
  EXPECT_THAT(progress_, testing::Contains("0 of 2 pictures looked at, 0 cards so far."));
  EXPECT_THAT(progress_, testing::Contains("1 of 2 pictures looked at, 1 card so far."));
}

TEST_F(ImportTest, KeepsTheSameFileOnce) {
  fakes_.importer.cards_in = {{"a.jpg", 2}};
  Do(ImportFiles{{"a.jpg"}});
  Do(ImportFiles{{"a.jpg"}});
  EXPECT_EQ(state_.scan.cards.size(), 2U);
  EXPECT_EQ(fakes_.store.captures().List(CaptureState::kDrafted, 20)->size(), 2U);
  EXPECT_EQ(state_.notices.back().text, "2 cards from 1 picture; they were here already.");
}

TEST_F(ImportTest, ADropWhileAnotherOneRunsIsDoneToo) {
  fakes_.importer.cards_in = {{"a.jpg", 1}, {"b.jpg", 1}};
  std::vector<Effect> effects = Update(state_, ImportFiles{{"a.jpg"}});
  for (Effect& effect : Update(state_, ImportFiles{{"b.jpg"}}))
    effects.push_back(std::move(effect));
  int pictures_at_once = 0;
  while (!effects.empty()) {
    pictures_at_once =
        std::max(pictures_at_once,
                 static_cast<int>(std::count_if(effects.begin(), effects.end(), [](const Effect& effect) {
                   return effect.As<effect::ImportPicture>() != nullptr;
                 })));
    const Action outcome = Perform(effects.front(), fakes_.ports(), {});
    effects.erase(effects.begin());
    for (Effect& next : Update(state_, outcome))
      effects.push_back(std::move(next));
  }
  EXPECT_EQ(pictures_at_once, 1);
  EXPECT_EQ(TextOf("Cards brought in"), "2 cards from 2 pictures.");
}

TEST_F(ImportTest, NamesFilesThatGaveNothingAndGoesOn) {
  fakes_.importer.cards_in = {{"c.jpg", 1}};
  Do(ImportFiles{{"notes.txt", "b.txt", "c.jpg", "d.txt"}});
  EXPECT_EQ(TextOf("Cards brought in"), "1 card from 4 pictures.");
  const std::string problems = TextOf("Some files gave no cards");
  EXPECT_THAT(problems, HasSubstr("notes.txt: this isn't a picture."));
  EXPECT_THAT(problems, HasSubstr("1 more"));
}

TEST_F(ImportTest, WhatWasKeptBeforeTheDiskWasFullStays) {
  fakes_.importer.cards_in = {{"a.jpg", 1}, {"b.jpg", 1}};
  std::vector<Effect> effects = Update(state_, PicturesListed{{{{"a.jpg"}, {"b.jpg"}}, {}}});
  ASSERT_EQ(effects.size(), 1U);
  effects = Update(state_, Perform(effects.front(), fakes_.ports(), {}));
  fakes_.store.FailNext("captures.Add", Error{ErrorCode::kStorageFull, "The disk is full."});
  Update(state_, Perform(effects.front(), fakes_.ports(), {}));
  EXPECT_EQ(TextOf("Cards brought in"), "1 card from 2 pictures.");
  EXPECT_THAT(TextOf("Some files gave no cards"), HasSubstr("The disk is full."));
}

TEST_F(ImportTest, IsRefusedWhileLocked) {
  Settings settings;
  settings.kiosk = true;
  state_ = InitialState(settings, kNow, kToday);
  EXPECT_TRUE(Update(state_, ImportFiles{{"a.jpg"}}).empty());
  EXPECT_TRUE(state_.notices.empty());
}

TEST_F(ImportTest, EndsInSilenceIfTheScreenWasLockedMeanwhile) {
  state_.settings.kiosk = true;
  fakes_.importer.cards_in = {{"a.jpg", 1}};
  std::vector<Effect> effects = Update(state_, ImportFiles{{"a.jpg", "notes.txt"}});
  Update(state_, Lock{});
  while (!effects.empty()) {
    const Action outcome = Perform(effects.front(), fakes_.ports(), {});
    effects.erase(effects.begin());
    for (Effect& next : Update(state_, outcome))
      effects.push_back(std::move(next));
  }
  EXPECT_TRUE(state_.notices.empty()) << "guests see no file names";
  EXPECT_EQ(fakes_.store.captures().List(CaptureState::kDrafted, 20)->size(), 1U) << "what was begun is kept";
}

TEST_F(ImportTest, AJobThatCannotRunAtAllEndsTheImportWithItsReason) {
  Update(state_, ImportFiles{{"a.jpg"}});
  Update(state_, FailureOf(effect::ListPictures{}, {ErrorCode::kUnavailable, "Kith is still busy."}));
  EXPECT_FALSE(state_.importing.active());
  EXPECT_EQ(TextOf("Some files gave no cards"), "Kith is still busy.");
}

}  // namespace
}  // namespace kith::flow
