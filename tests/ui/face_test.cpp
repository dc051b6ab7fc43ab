// SPDX-License-Identifier: Apache-2.0
#include "ui/face.h"

#include <gtest/gtest.h>

#include "tests/ui/view_test.h"

namespace kith::ui {
namespace {

using flow::Screen;
using test::Key;

class FaceTest : public test::ViewTest {
 protected:
  void ShowFace(const std::string& name) {
    state_ = *test::SampleState(name, {});
    screen_.Show([this](Kit& kit) { DrawFace(kit, state_, forms_, actions_); });
  }
};

TEST_F(FaceTest, LeadsToEveryScreen) {
  ShowFace("scan");
  for (const char* item : {"contacts", "due", "events", "export", "host-card", "scan"})
    screen_.Click(item);
  std::vector<Screen> screens;
  for (const flow::ShowScreen& action : All<flow::ShowScreen>())
    screens.push_back(action.screen);
  EXPECT_EQ(screens, (std::vector<Screen>{Screen::kContacts, Screen::kDue, Screen::kEvents, Screen::kExport,
                                          Screen::kHostCard, Screen::kScan}));
}

TEST_F(FaceTest, KeysLeadToScreensToo) {
  ShowFace("scan");
  screen_.Press(Key::k2, true);
  EXPECT_EQ(Only<flow::ShowScreen>().screen, Screen::kContacts);
}

TEST_F(FaceTest, AGuestFindsNoWayToOtherScreens) {
  ShowFace("scan-guest");
  for (const char* item : {"scan", "contacts", "due", "events", "export", "host-card"})
    EXPECT_FALSE(screen_.Sees(item)) << item;
  screen_.Press(Key::k2, true);
  EXPECT_TRUE(actions_.empty());
}

TEST_F(FaceTest, TheHostUnlocksByTouch) {
  ShowFace("scan-guest");
  screen_.Click("host");
  for (const char* digit : {"2", "4", "6", "8"})
    screen_.Click(digit);
  screen_.Click("unlock");
  EXPECT_EQ(Only<flow::Unlock>().pin, "2468");
  EXPECT_EQ(forms_.lock.pin, "");
}

TEST_F(FaceTest, TheHostUnlocksByKeyboard) {
  ShowFace("scan-guest");
  screen_.Click("host");
  screen_.Type("2469");
  screen_.Press(Key::kBackspace);
  screen_.Type("8");
  screen_.Press(Key::kEnter);
  EXPECT_EQ(Only<flow::Unlock>().pin, "2468");
}

TEST_F(FaceTest, TheSheetForThePinGoesAwayOnceUnlocked) {
  ShowFace("scan-guest");
  screen_.Click("host");
  ASSERT_TRUE(screen_.Sees("unlock"));
  state_.lock.locked = false;
  screen_.Frame();
  screen_.Frame();
  EXPECT_FALSE(screen_.Sees("unlock"));
  EXPECT_TRUE(screen_.Sees("contacts"));
}

TEST_F(FaceTest, EscapePutsTheSheetForThePinAway) {
  ShowFace("scan-guest");
  screen_.Click("host");
  screen_.Press(Key::kEscape);
  screen_.Frame();
  EXPECT_FALSE(screen_.Sees("unlock"));
}

TEST_F(FaceTest, NoticesCanBePutAway) {
  ShowFace("notices");
  ASSERT_EQ(screen_.Items("dismiss").size(), 2U);
  screen_.Click("dismiss", 1);
  EXPECT_EQ(Only<flow::DismissNotice>().id, state_.notices.at(1).id);
}

TEST_F(FaceTest, AnIdleGuestStaysWithOneTouch) {
  ShowFace("guest-idle");
  screen_.Click("stay");
  Only<flow::PersonIsThere>();
}

TEST_F(FaceTest, WhatWasTypedIsForgottenWithTheReview) {
  ShowFace("review");
  ASSERT_TRUE(forms_.review.filled);
  state_.review.reset();
  state_.screen = Screen::kScan;
  screen_.Frame();
  EXPECT_FALSE(forms_.review.filled);
}

/// Every screen at the smallest window, at the usual one and at a kiosk's.
class EveryScreen : public testing::TestWithParam<std::tuple<std::string, std::pair<float, float>>> {};

TEST_P(EveryScreen, KeepsItsButtonsWholeAndInTheWindow) {
  const auto& [name, size] = GetParam();
  test::Headless screen(size.first, size.second);
  const flow::AppState state = *test::SampleState(name, {});
  Forms forms;
  flow::Actions actions;
  screen.Show([&](Kit& kit) { DrawFace(kit, state, forms, actions); });
  const float smallest = 40 * screen.fonts().scale();
  for (const char* label : {"save", "later", "discard", "write", "path", "search", "host", "stay", "right",
                            "finish", "done", "find", "receipt", "erase-record"}) {
    for (const test::SeenItem& item : screen.Items(label)) {
      EXPECT_TRUE(item.visible) << label;
      EXPECT_GE(item.left, 0) << label;
      EXPECT_LE(item.right, size.first) << label;
      EXPECT_LE(item.bottom, size.second) << label;
      EXPECT_GE(item.bottom - item.top, smallest) << label;
    }
  }
  EXPECT_TRUE(actions.empty());
}

INSTANTIATE_TEST_SUITE_P(Sizes, EveryScreen,
                         testing::Combine(testing::ValuesIn(test::SampleNames()),
                                          testing::Values(std::pair(960.0F, 600.0F),
                                                          std::pair(1280.0F, 800.0F),
                                                          std::pair(1920.0F, 1080.0F))),
                         [](const auto& the_case) {
                           std::string name = std::get<0>(the_case.param);
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name + "_" +
                                  std::to_string(static_cast<int>(std::get<1>(the_case.param).first));
                         });

}  // namespace
}  // namespace kith::ui
