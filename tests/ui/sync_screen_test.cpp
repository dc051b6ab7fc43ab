// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/ui/view_test.h"
#include "ui/screens.h"

namespace kith::ui {
namespace {

class SyncScreenTest : public test::ViewTest {
 protected:
  void ShowSync(const std::string& name) {
    Show(name, [](Kit& kit, const flow::AppState& state, Forms& forms, flow::Actions& actions) {
      DrawSync(kit, state.sync, state.now, forms.sync, actions);
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

TEST_F(SyncScreenTest, StartsNothingWhileThereIsAProblem) {
  ShowSync("sync");
  state_.sync.places.problem = "The key ring is locked.";
  screen_.Frame();
  screen_.Click("sync-now");
  EXPECT_TRUE(actions_.empty());
}

TEST_F(SyncScreenTest, TakesALoginByTheKeyboardAlone) {
  ShowSync("sync-login");
  EXPECT_FALSE(screen_.Sees("sync-now"));
  screen_.Type("dav.example.org");
  screen_.Press(test::Key::kTab);
  screen_.Type("grace");
  screen_.Press(test::Key::kTab);
  screen_.Type("open sesame");
  screen_.Press(test::Key::kEnter);
  const SyncLogin login = Only<flow::TryLogin>().login;
  EXPECT_EQ(login.address, "dav.example.org");
  EXPECT_EQ(login.user, "grace");
  EXPECT_EQ(login.password, "open sesame");
}

TEST_F(SyncScreenTest, PutsTheFocusWhereTheProblemIs) {
  ShowSync("sync-login");
  forms_.sync.user = "grace";
  state_.sync.connect.problem = "It doesn't accept the password.";
  state_.sync.connect.field = flow::LoginField::kPassword;
  ++state_.sync.connect.problems;
  screen_.Frame();
  screen_.Frame();
  screen_.Type("right");
  screen_.Click("connect");
  EXPECT_EQ(Only<flow::TryLogin>().login.password, "right");
}

TEST_F(SyncScreenTest, StopsAskingTheServer) {
  ShowSync("sync-login-tried");
  EXPECT_FALSE(screen_.Sees("connect"));
  screen_.Click("stop-connecting");
  screen_.Press(test::Key::kEscape);
  EXPECT_EQ(All<flow::StopConnecting>().size(), 2U);
}

TEST_F(SyncScreenTest, SetsUpWhatKithTakesUnaskedByEnter) {
  ShowSync("sync-found");
  screen_.Press(test::Key::kEnter);
  const auto connect = Only<flow::ConnectServer>();
  EXPECT_EQ(connect.contacts, 0U);
  EXPECT_EQ(connect.follow_ups, 0U);
}

TEST_F(SyncScreenTest, ChoosesWhatToSynchroniseWith) {
  ShowSync("sync-found");
  screen_.Click("address-book", 1);
  screen_.Click("no-follow-ups");
  screen_.Click("use-places");
  const auto connect = Only<flow::ConnectServer>();
  EXPECT_EQ(connect.contacts, 1U);
  EXPECT_EQ(connect.follow_ups, std::nullopt);
  actions_.clear();
  screen_.Click("no-contacts");
  screen_.Click("use-places");
  EXPECT_TRUE(actions_.empty()) << "nothing is chosen";
  screen_.Click("leave-found");
  Only<flow::LeaveConnecting>();
  actions_.clear();
  screen_.Press(test::Key::kEscape);
  Only<flow::LeaveConnecting>();
}

TEST_F(SyncScreenTest, GivesTheLoginToAnotherServerOnlyIfThatIsWanted) {
  ShowSync("sync-lead");
  EXPECT_FALSE(screen_.Sees("calendar"));
  screen_.Click("follow-lead");
  EXPECT_EQ(Only<flow::TryLogin>().login.also_servers,
            std::vector<std::string>{"https://caldav.example.org:443"});
}

TEST_F(SyncScreenTest, LogsInAgainWithoutTheAddress) {
  ShowSync("sync");
  screen_.Click("log-in-again");
  Only<flow::LogInAgain>();
  actions_.clear();
  ShowSync("sync-login-again");
  EXPECT_FALSE(screen_.Sees("server"));
  screen_.Click("sync-password");
  screen_.Type("new");
  screen_.Press(test::Key::kEnter);
  const SyncLogin login = Only<flow::TryLogin>().login;
  EXPECT_EQ(login.address, "");
  EXPECT_EQ(login.user, "grace") << "as it is kept";
  EXPECT_EQ(login.password, "new");
  screen_.Click("leave-login");
  Only<flow::LeaveConnecting>();
}

TEST_F(SyncScreenTest, AsksBeforeItDisconnects) {
  ShowSync("sync");
  screen_.Click("disconnect");
  screen_.Frame();
  screen_.Click("stay-connected");
  screen_.Frame();
  screen_.Click("disconnect");
  screen_.Frame();
  screen_.Press(test::Key::kEscape);
  screen_.Frame();
  EXPECT_FALSE(screen_.Sees("sure-disconnect"));
  EXPECT_TRUE(actions_.empty());
  screen_.Click("disconnect");
  screen_.Frame();
  screen_.Click("sure-disconnect");
  Only<flow::DisconnectServer>();
}

TEST_F(SyncScreenTest, ForgetsThePasswordOnceItIsConnected) {
  ShowSync("sync-found");
  forms_.sync.password = "open sesame";
  state_.sync.connect = {.done = 1};
  screen_.Frame();
  EXPECT_EQ(forms_.sync.password, "");
}

}  // namespace
}  // namespace kith::ui
