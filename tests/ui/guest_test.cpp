// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/ui/sample_guests.h"
#include "tests/ui/view_test.h"
#include "ui/face.h"

namespace kith::ui {
namespace {

using test::Key;

class GuestScreens : public test::ViewTest {
 protected:
  void ShowGuest(const std::string& name) {
    state_ = *test::SampleState(name, {});
    screen_.Show([this](Kit& kit) { DrawFace(kit, state_, forms_, actions_); });
  }
  void Keys(std::initializer_list<const char*> keys) {
    for (const char* key : keys)
      screen_.Click("key-" + std::string(key));
  }
  const std::string& Typed(std::size_t row) { return forms_.guest.rows.at(row).text; }
};

TEST_F(GuestScreens, SayWhatWasReadIsRightWithOneTouch) {
  ShowGuest("guest-check");
  screen_.Click("right");
  EXPECT_EQ(Only<flow::CheckedByGuest>().details, state_.review->draft.details);
}

TEST_F(GuestScreens, HaveAKeyboardForAFieldThatIsTouched) {
  ShowGuest("guest-unreadable");
  EXPECT_FALSE(screen_.Sees("key-a"));
  screen_.Click("value", 0);
  Keys({"shift", "b", "o", "space", "accents", "\u00E9", "letters", "x", "erase"});
  EXPECT_EQ(Typed(0), "Bo \u00E9");
  screen_.Type("t");  // on a real one beside it
  EXPECT_EQ(Typed(0), "Bo \u00E9t");
  Keys({"done"});
  EXPECT_FALSE(screen_.Sees("key-a"));
  EXPECT_TRUE(screen_.Sees("right"));
}

TEST_F(GuestScreens, HaveTheKeysThatTheFieldNeeds) {
  ShowGuest("guest-unreadable");
  screen_.Click("add-email");
  screen_.Click("value", 1);
  Keys({"b", "@", "x", ".com"});
  EXPECT_EQ(Typed(1), "b@x.com");
  Keys({"done"});
  screen_.Click("add-phone");
  screen_.Click("value", 2);
  Keys({"+", "1", "2"});
  EXPECT_EQ(Typed(2), "+12");
  EXPECT_FALSE(screen_.Sees("key-a"));
}

TEST_F(GuestScreens, AskForNothingThatIsTickedAlready) {
  ShowGuest("guest-wishes");
  screen_.Click("finish");
  const auto keep = Only<flow::KeepGuest>();
  EXPECT_FALSE(keep.keep_in_touch);
  EXPECT_FALSE(keep.introduce);
  EXPECT_TRUE(keep.interests.empty());
  EXPECT_FALSE(keep.birthday);
}

TEST_F(GuestScreens, TakeTopicsBirthdayAndEachConsentByItself) {
  ShowGuest("guest-wishes");
  screen_.Click("topic", 0);
  screen_.Click("introduce");
  screen_.Click("birthday");
  screen_.Click("month-2");
  screen_.Frame();  // the sheet takes its new size
  screen_.Frame();
  EXPECT_TRUE(screen_.Sees("day-29"));
  EXPECT_FALSE(screen_.Sees("day-30"));
  screen_.Click("day-14");
  screen_.Click("talk");
  screen_.Type("knots");
  Keys({"done"});
  screen_.Click("finish");
  const auto keep = Only<flow::KeepGuest>();
  EXPECT_EQ(keep.interests, (std::vector<std::string>{"Choirs", "knots"}));
  EXPECT_EQ(keep.birthday, (Birthday{std::chrono::February / 14, {}}));
  EXPECT_FALSE(keep.keep_in_touch);
  EXPECT_TRUE(keep.introduce);
}

TEST_F(GuestScreens, ForgetWhatAGuestTypedWhenTheNextOneComes) {
  ShowGuest("guest-wishes");
  screen_.Click("keep-in-touch");
  screen_.Click("talk");
  screen_.Type("secret");
  state_.guest.visit->ticket = 2;
  screen_.Frame();
  EXPECT_EQ(forms_.guest.talk, "");
  EXPECT_FALSE(forms_.guest.keep_in_touch);
}

TEST_F(GuestScreens, EraseARecordOnceItIsAskedAbout) {
  ShowGuest("guest-record");
  screen_.Click("erase-record");
  EXPECT_TRUE(All<flow::EraseByReceipt>().empty());
  screen_.Click("keep");
  EXPECT_TRUE(All<flow::EraseByReceipt>().empty());
  screen_.Click("erase-record");
  screen_.Click("erase");
  Only<flow::EraseByReceipt>();
}

TEST_F(GuestScreens, TakeAReceiptCodeByTouch) {
  ShowGuest("guest-receipt");
  Keys({"7", "K", "3", "M", "9", "Q", "X", "T"});
  screen_.Click("find");
  EXPECT_EQ(Only<flow::FindReceipt>().typed, "7K3M9QXT");
}

TEST_F(GuestScreens, ShowNoCardsOfOthers) {
  ShowGuest("scan-guest");
  ASSERT_FALSE(state_.scan.cards.empty());
  EXPECT_TRUE(screen_.Items("card").empty());
}

}  // namespace
}  // namespace kith::ui
