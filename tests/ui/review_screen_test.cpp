// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/ui/view_test.h"
#include "ui/screens.h"

namespace kith::ui {
namespace {

using test::Key;

class ReviewScreenTest : public test::ViewTest {
 protected:
  void ShowReview(const std::string& name) {
    Show(name, [](Kit& kit, const flow::AppState& state, Forms& forms, flow::Actions& actions) {
      DrawReview(kit, *state.review, state.settings.region, forms.review, actions);
    });
  }
  /// Of the draft with nothing changed.
  const ContactDetails& Drafted() const { return state_.review->draft.details; }
};

TEST_F(ReviewScreenTest, SavesExactlyWhatWasReadIfNobodyChangesAnything) {
  ShowReview("review");
  screen_.Click("save");
  EXPECT_EQ(Only<flow::ConfirmReview>().details, Drafted());
}

TEST_F(ReviewScreenTest, AsksWhetherSomebodyKnownIsThisPerson) {
  ShowReview("review-alike");
  screen_.Click("same");
  EXPECT_EQ(Only<flow::AnswerAlike>().answer, flow::SamePerson::kYes);
  EXPECT_EQ(Only<flow::AnswerAlike>().other, state_.review->alike[0].id);
}

TEST_F(ReviewScreenTest, OffersTheBackOnlyIfThereIsOne) {
  ShowReview("review");
  EXPECT_FALSE(screen_.Sees("show-back"));
}

TEST_F(ReviewScreenTest, ShowsTheBackUntilAFieldOfTheFrontIsLookedAt) {
  ShowReview("review-both-sides");
  state_.review->card = state_.review->back =
      Image(8, 5, PixelFormat::kGray8, std::vector<std::uint8_t>(40, 200));
  screen_.Frame();
  screen_.Click("show-back");
  EXPECT_TRUE(forms_.review.shows_back);
  screen_.Click("value", 0);
  EXPECT_FALSE(forms_.review.shows_back);
}

TEST_F(ReviewScreenTest, KeepsWhatWasTypedWhenTheBackIsReadMeanwhile) {
  ShowReview("review");
  screen_.Click("value", 0);
  screen_.Press(Key::kA, true);
  screen_.Type("Bo Sample");
  Draft both = state_.review->draft;
  both.details.urls.push_back("back.example.org");
  state_.review->draft = both;
  state_.review->rows = flow::RowsOf(both);
  ++state_.review->revision;
  screen_.Frame();
  screen_.Click("save");
  const ContactDetails details = Only<flow::ConfirmReview>().details;
  EXPECT_EQ(details.name.full, "Bo Sample");
  EXPECT_EQ(details.urls.back(), "back.example.org");
}

TEST_F(ReviewScreenTest, SavesWhatAPersonTyped) {
  ShowReview("review");
  screen_.Click("value", 0);
  screen_.Press(Key::kA, true);
  screen_.Type("Bo Sample");
  screen_.Click("save");
  const ContactDetails details = Only<flow::ConfirmReview>().details;
  EXPECT_EQ(details.name, (PersonName{"Bo Sample", "Bo", "Sample"}));
  EXPECT_EQ(details.organization, Drafted().organization);
}

/// A card of 800 x 500 pixels that nothing else is known of.
Image PlainCard() {
  return {800, 500, PixelFormat::kGray8, std::vector<std::uint8_t>(std::size_t{800} * 500, 240)};
}

TEST_F(ReviewScreenTest, PutsTheLineOfTheCardThatIsPressedIntoTheFieldThatIsEdited) {
  ShowReview("review");
  state_.review->card = PlainCard();
  state_.review->draft.lines = {{"Bo Sample", {40, 40, 300, 40}}, {"T +1 415 555 0199", {40, 300, 300, 40}}};
  screen_.Frame();
  screen_.Click("value", 0);
  screen_.Click("line", 0);
  screen_.Press(Key::kEnter);
  EXPECT_EQ(Only<flow::ConfirmReview>().details.name.full, "Bo Sample");
}

TEST_F(ReviewScreenTest, PutsBackWhatALineOfTheCardTookThePlaceOf) {
  ShowReview("review");
  state_.review->card = PlainCard();
  state_.review->draft.lines = {{"Bo Sample", {40, 40, 300, 40}}};
  screen_.Frame();
  screen_.Click("value", 0);
  screen_.Click("line", 0);
  screen_.Click("put-back");
  EXPECT_FALSE(screen_.Sees("put-back"));
  screen_.Press(Key::kEnter);
  EXPECT_EQ(Only<flow::ConfirmReview>().details, Drafted());
}

TEST_F(ReviewScreenTest, SavesWhatAPersonLikesToTalkAbout) {
  ShowReview("review-unreadable");
  screen_.Click("value");
  screen_.Type("Bo");
  screen_.Click("promise");
  screen_.Type("send the link");
  screen_.Click("interests");
  screen_.Type("hiking, choirs");
  screen_.Click("save");
  EXPECT_EQ(Only<flow::ConfirmReview>().interests, (std::vector<std::string>{"hiking", "choirs"}));
  EXPECT_EQ(Only<flow::ConfirmReview>().promise, "send the link");
}

TEST_F(ReviewScreenTest, LettersThatImGuiCannotHoldSurviveAClick) {
  Draft draft;
  draft.details.name.full = "𠮷田 太郎";
  ShowReview("review");
  state_.review->capture = MakeId<CaptureId>(Instant{} + std::chrono::hours(1));
  state_.review->draft = draft;
  state_.review->rows = flow::RowsOf(draft);
  screen_.Frame();
  screen_.Click("value", 0);
  screen_.Click("interests");
  EXPECT_EQ(forms_.review.rows.at(0).text, "𠮷田 太郎");
  screen_.Click("value", 0);
  screen_.Type("!");
  EXPECT_NE(forms_.review.rows.at(0).text.find("𠮷"), std::string::npos) << "and an edit beside them";
}

TEST_F(ReviewScreenTest, TheFocusedFieldIsShownOnTheCard) {
  ShowReview("review");
  screen_.Click("value", 1);
  const auto focus = Only<flow::FocusField>();
  EXPECT_EQ(focus.box, forms_.review.rows.at(1).box);
  EXPECT_TRUE(focus.box);
}

TEST_F(ReviewScreenTest, TabGoesToTheNextFieldAndTheCardFollows) {
  ShowReview("review");
  screen_.Click("value", 0);
  screen_.Press(Key::kTab);
  screen_.Frame();
  const auto focused = All<flow::FocusField>();
  ASSERT_EQ(focused.size(), 2U);
  EXPECT_EQ(focused[1].box, forms_.review.rows.at(1).box);
}

TEST_F(ReviewScreenTest, AddsAndRemovesValues) {
  ShowReview("review-unreadable");
  ASSERT_EQ(screen_.Items("value").size(), 1U);
  screen_.Click("add-email");
  ASSERT_EQ(screen_.Items("value").size(), 2U);
  screen_.Click("value", 1);
  screen_.Type("bo@example.com");
  screen_.Click("save");
  EXPECT_EQ(Only<flow::ConfirmReview>().details.emails, std::vector<std::string>{"bo@example.com"});
  screen_.Click("remove");
  EXPECT_EQ(screen_.Items("value").size(), 1U);
}

TEST_F(ReviewScreenTest, OffersACompanyOnlyOnce) {
  ShowReview("review-unreadable");
  screen_.Click("add-organization");
  EXPECT_FALSE(screen_.Sees("add-organization"));
  EXPECT_TRUE(screen_.Sees("add-phone"));
}

TEST_F(ReviewScreenTest, ThePhoneTypeCanBeChosen) {
  ShowReview("review-unreadable");
  screen_.Click("add-phone");
  screen_.Click("value", 1);
  screen_.Type("+1 415 555 2671");
  screen_.Click("type");
  screen_.Click("Mobile");
  screen_.Click("save");
  const std::vector<Phone> phones = Only<flow::ConfirmReview>().details.phones;
  ASSERT_EQ(phones.size(), 1U);
  EXPECT_EQ(phones[0].number, "+14155552671");
  EXPECT_EQ(phones[0].type, PhoneType::kMobile);
}

TEST_F(ReviewScreenTest, LaterLeavesTheCardWaiting) {
  ShowReview("review");
  screen_.Click("later");
  Only<flow::LeaveReview>();
}

TEST_F(ReviewScreenTest, DiscardingIsAskedAbout) {
  ShowReview("review");
  screen_.Click("discard");
  EXPECT_TRUE(All<flow::DiscardReview>().empty());
  screen_.Click("keep");
  EXPECT_TRUE(All<flow::DiscardReview>().empty());
  EXPECT_FALSE(screen_.Sees("erase"));
  screen_.Click("discard");
  screen_.Click("erase");
  Only<flow::DiscardReview>();
}

TEST_F(ReviewScreenTest, EscapeAnswersTheQuestionAndNotTheReview) {
  ShowReview("review");
  screen_.Click("discard");
  screen_.Press(Key::kEscape);
  EXPECT_FALSE(screen_.Sees("erase"));
  EXPECT_TRUE(All<flow::LeaveReview>().empty());
}

TEST_F(ReviewScreenTest, EnterSavesWhenNothingIsBeingTyped) {
  ShowReview("review");
  screen_.Press(Key::kEnter);
  Only<flow::ConfirmReview>();
}

TEST_F(ReviewScreenTest, EnterInAFieldOnlyEndsTypingAndCtrlEnterSaves) {
  ShowReview("review");
  screen_.Click("value", 0);
  screen_.Press(Key::kEnter);
  EXPECT_TRUE(All<flow::ConfirmReview>().empty());
  screen_.Click("value", 0);
  screen_.Press(Key::kEnter, true);
  Only<flow::ConfirmReview>();
}

TEST_F(ReviewScreenTest, EscapeLeavesTheFieldFirstAndThenTheReview) {
  ShowReview("review");
  screen_.Click("value", 0);
  screen_.Press(Key::kEscape);
  EXPECT_TRUE(All<flow::LeaveReview>().empty());
  screen_.Press(Key::kEscape);
  Only<flow::LeaveReview>();
}

TEST_F(ReviewScreenTest, NothingCanBePressedWhileSaving) {
  ShowReview("review");
  state_.review->saving = true;
  screen_.Frame();
  for (const char* button : {"save", "later", "discard"})
    screen_.Click(button);
  EXPECT_TRUE(actions_.empty());
}

TEST_F(ReviewScreenTest, WhatWasTypedStaysWhenTheStateIsDrawnAgain) {
  ShowReview("review");
  forms_.review.rows.at(0).text = "Typed";
  screen_.Frame();
  EXPECT_EQ(forms_.review.rows.at(0).text, "Typed");
  state_.review->capture = MakeId<CaptureId>(Instant{} + std::chrono::hours(1));
  screen_.Frame();
  EXPECT_NE(forms_.review.rows.at(0).text, "Typed") << "another card, another form";
}

}  // namespace
}  // namespace kith::ui
