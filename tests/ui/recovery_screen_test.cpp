// SPDX-License-Identifier: Apache-2.0
#include "ui/recovery_screen.h"

#include <gtest/gtest.h>

#include "tests/ui/headless.h"

namespace kith::ui {
namespace {

class RecoveryScreenTest : public testing::Test {
 protected:
  void Show(const RecoveryState& state) {
    screen_.Show([this, state](Kit& kit) {
      const RecoveryWish wish = DrawRecovery(kit, state);
      if (wish != RecoveryWish::kNone) wish_ = wish;
    });
  }

  test::Headless screen_;
  RecoveryWish wish_ = RecoveryWish::kNone;
};

TEST_F(RecoveryScreenTest, OffersToBringTheDataBackOrToLeave) {
  Show({.problem = "It is damaged.", .offer = "There is a backup."});
  screen_.Click("bring-back");
  EXPECT_EQ(wish_, RecoveryWish::kBringBack);
  screen_.Click("leave");
  EXPECT_EQ(wish_, RecoveryWish::kLeave);
}

TEST_F(RecoveryScreenTest, DoesNothingTwiceWhileItIsBeingDone) {
  Show({.problem = "It is damaged.", .offer = "There is a backup.", .running = true});
  screen_.Click("bring-back");
  screen_.Click("leave");
  EXPECT_EQ(wish_, RecoveryWish::kNone);
}

TEST_F(RecoveryScreenTest, GoesOnWhenItIsBack) {
  Show({.problem = "It is damaged.", .offer = "There is a backup.", .done = "All is back."});
  EXPECT_FALSE(screen_.Sees("bring-back"));
  screen_.Click("go-on");
  EXPECT_EQ(wish_, RecoveryWish::kGoOn);
}

}  // namespace
}  // namespace kith::ui
