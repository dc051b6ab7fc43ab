// SPDX-License-Identifier: Apache-2.0
// The host sets a server up in the window.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "flow/perform.h"
#include "flow/present_sync.h"
#include "flow/update.h"
#include "tests/flow/fake_ports.h"
#include "tests/support/manual_clock.h"

namespace kith::flow {
namespace {

using kith::test::kNow;
using kith::test::kToday;

const SyncLogin kLogin = {.address = "dav.example.org", .user = "ada", .password = "open sesame"};

class ConnectTest : public testing::Test {
 protected:
  ConnectTest() {
    fakes_.sync.found = {.contacts = {{"https://dav.example.org/ada/kith/", "Kith", true},
                                      {"https://dav.example.org/ada/club/", "Club"}},
                         .follow_ups = {{"https://dav.example.org/ada/tasks/", "Kith follow-ups"}}};
    Do(ShowScreen{Screen::kSync});
  }
  void Do(const Action& action) { DoAll(Update(state_, action)); }
  void DoAll(const std::vector<Effect>& effects) {
    for (const Effect& effect : effects)
      Do(Perform(effect, fakes_.ports(), {}));
  }
  const ConnectWork& connect() const { return state_.sync.connect; }

  test::FakePorts fakes_;
  AppState state_ = InitialState({}, kNow, kToday);
};

TEST_F(ConnectTest, TriesTheLoginShowsWhatThereIsAndSetsUpWhatIsChosen) {
  EXPECT_TRUE(state_.sync.asks_for_login());
  Do(TryLogin{kLogin});
  ASSERT_TRUE(connect().found);
  EXPECT_EQ(connect().found->contacts, fakes_.sync.found.contacts);
  EXPECT_TRUE(fakes_.sync.places.empty()) << "nothing is kept before it is chosen";

  Do(ConnectServer{kLogin, 1, 0});
  EXPECT_FALSE(state_.sync.asks_for_login());
  EXPECT_EQ(state_.sync.places.contacts, "https://dav.example.org/ada/club/");
  EXPECT_EQ(state_.sync.places.follow_ups, "https://dav.example.org/ada/tasks/");
  EXPECT_EQ(state_.sync.places.user, "ada");
  EXPECT_FALSE(connect().found);
  EXPECT_EQ(connect().done, 1) << "the form forgets the password";
}

TEST_F(ConnectTest, SynchronisesOneKindOnlyIfThatIsWanted) {
  Do(TryLogin{kLogin});
  Do(ConnectServer{kLogin, std::nullopt, std::nullopt});
  EXPECT_TRUE(state_.sync.asks_for_login()) << "nothing was chosen";
  Do(ConnectServer{kLogin, std::nullopt, 7});
  EXPECT_TRUE(state_.sync.asks_for_login()) << "there is no such calendar";
  Do(ConnectServer{kLogin, std::nullopt, 0});
  EXPECT_EQ(state_.sync.places.contacts, "");
  EXPECT_EQ(state_.sync.places.follow_ups, "https://dav.example.org/ada/tasks/");
}

TEST_F(ConnectTest, SaysWhatIsMissingWhereItIsMissing) {
  Do(TryLogin{});
  EXPECT_EQ(connect().field, LoginField::kAddress);
  Do(TryLogin{{.address = " dav.example.org "}});
  EXPECT_EQ(connect().field, LoginField::kUser);
  Do(TryLogin{{.address = "dav.example.org", .user = "ada"}});
  EXPECT_EQ(connect().field, LoginField::kPassword);
  EXPECT_NE(connect().problem, "");
  EXPECT_EQ(connect().problems, 3);
  EXPECT_TRUE(fakes_.sync.logins.empty());
  Do(TryLogin{kLogin});
  EXPECT_EQ(connect().problem, "");
}

TEST_F(ConnectTest, TakesAnEMailAddressForItsServerAndItsUser) {
  Do(TryLogin{{.address = "ada@example.org ", .password = "x"}});
  Do(TryLogin{{.address = "ada@example.org", .user = "a.example", .password = "x"}});
  Do(TryLogin{{.address = "https://ada:secret@example.org", .user = "ada", .password = "x"}});
  ASSERT_EQ(fakes_.sync.logins.size(), 3U);
  EXPECT_EQ(fakes_.sync.logins[0].address, "example.org");
  EXPECT_EQ(fakes_.sync.logins[0].user, "ada@example.org");
  EXPECT_EQ(fakes_.sync.logins[1].user, "a.example");
  EXPECT_EQ(fakes_.sync.logins[2].address, "https://ada:secret@example.org") << "the desk refuses it";
}

TEST_F(ConnectTest, SaysWhyItWentNoFurther) {
  fakes_.sync.fault = Error{ErrorCode::kPermissionDenied, "It doesn't accept the password."};
  Do(TryLogin{kLogin});
  EXPECT_EQ(connect().problem, "It doesn't accept the password.");
  EXPECT_EQ(connect().field, LoginField::kPassword);
  fakes_.sync.fault = Error{ErrorCode::kSourceLost, "It can't be reached."};
  Do(TryLogin{kLogin});
  EXPECT_EQ(connect().field, LoginField::kAddress);
  fakes_.sync.fault.reset();
  Do(TryLogin{kLogin});
  fakes_.sync.fault = Error{ErrorCode::kPermissionDenied, "None can be made there."};
  Do(ConnectServer{kLogin, 0, 0});
  EXPECT_EQ(connect().field, LoginField::kPlaces);
  EXPECT_TRUE(connect().found) << "another one can be chosen";
  EXPECT_FALSE(connect().job);
}

TEST_F(ConnectTest, OneIsAskedAtATimeAndCanBeStopped) {
  const std::vector<Effect> effects = Update(state_, TryLogin{kLogin});
  ASSERT_EQ(effects.size(), 1U);
  EXPECT_EQ(UrgencyOf(effects[0]), Urgency::kNormal) << "the network may take its time";
  EXPECT_TRUE(Update(state_, TryLogin{kLogin}).empty());
  Do(StopConnecting{});
  DoAll(effects);
  EXPECT_FALSE(connect().job);
  EXPECT_EQ(connect().problem, "") << "stopping is no error";
  EXPECT_FALSE(connect().found);
}

TEST_F(ConnectTest, GoesBackStepByStep) {
  fakes_.sync.places = {.contacts = "https://dav.example.org/ada/kith/", .user = "ada"};
  Do(ShowScreen{Screen::kSync});
  EXPECT_FALSE(state_.sync.asks_for_login());
  Do(TryLogin{kLogin});
  EXPECT_TRUE(fakes_.sync.logins.empty()) << "there is a login";
  Do(LogInAgain{});
  EXPECT_TRUE(state_.sync.asks_for_login());
  Do(StartSync{});
  EXPECT_TRUE(fakes_.sync.runs.empty());
  Do(TryLogin{{.user = "ada", .password = "new"}});
  ASSERT_EQ(fakes_.sync.logins.size(), 1U);
  EXPECT_EQ(fakes_.sync.logins[0].address, "") << "that of what is set up";
  Do(LeaveConnecting{});
  EXPECT_TRUE(state_.sync.asks_for_login());
  Do(LeaveConnecting{});
  EXPECT_FALSE(state_.sync.asks_for_login());
}

TEST_F(ConnectTest, AsksForTheLoginThatIsMissing) {
  fakes_.sync.places = {.contacts = "https://dav.example.org/ada/kith/", .needs_login = true};
  Do(ShowScreen{Screen::kSync});
  EXPECT_TRUE(state_.sync.asks_for_login());
  Do(StartSync{});
  EXPECT_TRUE(fakes_.sync.runs.empty());
}

TEST_F(ConnectTest, DisconnectsOnceNothingRuns) {
  fakes_.sync.places = {.contacts = "https://dav.example.org/ada/kith/", .user = "ada"};
  Do(ShowScreen{Screen::kSync});
  const std::vector<Effect> run = Update(state_, StartSync{});
  EXPECT_TRUE(Update(state_, DisconnectServer{}).empty());
  DoAll(run);
  fakes_.sync.fault = Error{ErrorCode::kPermissionDenied, "The key ring is locked."};
  Do(DisconnectServer{});
  ASSERT_EQ(state_.notices.size(), 1U);
  EXPECT_EQ(state_.notices[0].text, "The key ring is locked.");
  fakes_.sync.fault.reset();
  Do(DisconnectServer{});
  EXPECT_TRUE(state_.sync.asks_for_login());
  EXPECT_EQ(state_.sync.places, SyncPlaces());
  EXPECT_TRUE(Update(state_, DisconnectServer{}).empty()) << "there is no server any more";
}

TEST_F(ConnectTest, IsTheHostsAndEndsWithTheLock) {
  state_.settings.kiosk = true;
  const std::vector<Effect> effects = Update(state_, TryLogin{kLogin});
  const std::shared_ptr<LongJob> job = connect().job;
  Do(Lock{});
  EXPECT_TRUE(job->stop.stop_requested());
  DoAll(effects);
  EXPECT_FALSE(connect().found);
  state_.sync.loaded = true;
  EXPECT_TRUE(Update(state_, TryLogin{kLogin}).empty());
  EXPECT_TRUE(Update(state_, DisconnectServer{}).empty());
}

TEST(FoundPlaceText, NamesAPlaceAndSaysIfItIsNew) {
  EXPECT_EQ(FoundPlaceText({"https://dav.example.org/a/", "Club"}), "Club");
  EXPECT_EQ(FoundPlaceText({"https://dav.example.org/a/", ""}), "https://dav.example.org/a/");
  EXPECT_EQ(FoundPlaceText({"https://dav.example.org/a/", "Kith", true}), "Kith (new)");
}

TEST(HostText, IsWhatAPersonKnowsOfAServer) {
  EXPECT_EQ(HostText("https://dav.example.org:443"), "dav.example.org");
  EXPECT_EQ(HostText("dav.example.org/books"), "dav.example.org");
  EXPECT_EQ(HostText(""), "");
}

}  // namespace
}  // namespace kith::flow
