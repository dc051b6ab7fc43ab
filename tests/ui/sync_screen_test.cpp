// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/ui/view_test.h"
#include "ui/screens.h"

namespace kith::ui {
namespace {

class SyncScreenTest : public test::ViewTest {
 protected:
  void ShowSync(const std::string& name) {
    Show(name, [](Kit& kit, const flow::AppState& state, Forms&, flow::Actions& actions) {
      DrawSync(kit, state.sync, state.now, actions);
    });
  }
};

TEST_F(SyncScreenTest, StartsAndStops) {
  ShowSync("sync");
  screen_.Click("sync-now");
  EXPECT_FALSE(Only<flow::StartSync>().may_delete_many);
  state_.sync.job = std::make_shared<flow::LongJob>();
  screen_.Frame();
  EXPECT_FALSE(screen_.Sees("sync-now"));
  screen_.Click("stop-sync");
  Only<flow::StopSync>();
}

TEST_F(SyncScreenTest, AsksBeforeManyAreDeleted) {
  ShowSync("sync-question");
  screen_.Click("sync-anyway");
  EXPECT_TRUE(Only<flow::StartSync>().may_delete_many);
}

TEST_F(SyncScreenTest, StartsNothingWithoutALoginAndOffersNothingWithoutAServer) {
  ShowSync("sync");
  state_.sync.places.problem = "There is no user and password.";
  screen_.Frame();
  screen_.Click("sync-now");
  EXPECT_TRUE(actions_.empty());
  ShowSync("sync-empty");
  EXPECT_FALSE(screen_.Sees("sync-now"));
}

}  // namespace
}  // namespace kith::ui
