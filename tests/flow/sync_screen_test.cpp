// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "flow/perform.h"
#include "flow/present_sync.h"
#include "flow/update.h"
#include "tests/flow/fake_ports.h"

namespace kith::flow {
namespace {

using namespace std::chrono_literals;

constexpr Day kToday{std::chrono::year(2026), std::chrono::November, std::chrono::day(23)};
constexpr Instant kNow = std::chrono::sys_days(kToday) + 18h;

class SyncScreenTest : public testing::Test {
 protected:
  SyncScreenTest() {
    fakes_.sync.places = {.contacts = "https://dav.example.org/ada", .last = {{.at = kNow - 3h}}};
    fakes_.sync.results = {{.run = {.at = kNow, .here = 2}, .held_back = 40}};
  }
  void Do(const Action& action) { DoAll(Update(state_, action)); }
  void DoAll(const std::vector<Effect>& effects) {
    for (const Effect& effect : effects)
      Do(Perform(effect, fakes_.ports(), {}));
  }

  test::FakePorts fakes_;
  AppState state_ = InitialState({}, kNow, kToday);
};

TEST_F(SyncScreenTest, RunsAndAsksBeforeManyAreDeleted) {
  Do(ShowScreen{Screen::kSync});
  EXPECT_EQ(state_.sync.places, fakes_.sync.places);
  Do(StartSync{});
  EXPECT_FALSE(state_.sync.job);
  EXPECT_EQ(HeldBack(state_.sync), 40);
  fakes_.sync.results[0].held_back = 0;
  Do(StartSync{true});
  EXPECT_EQ(HeldBack(state_.sync), 0);
  EXPECT_EQ(fakes_.sync.runs, (std::vector<bool>{false, true}));
}

TEST_F(SyncScreenTest, OneRunsAtATimeAndCanBeStopped) {
  Do(ShowScreen{Screen::kSync});
  const std::vector<Effect> effects = Update(state_, StartSync{});
  ASSERT_EQ(effects.size(), 1U);
  EXPECT_TRUE(Update(state_, StartSync{}).empty());
  EXPECT_TRUE(NextDeadline(state_)) << "progress is drawn";
  Do(StopSync{});
  DoAll(effects);
  EXPECT_FALSE(state_.sync.job);
  EXPECT_FALSE(state_.sync.error) << "stopping is no error";
}

TEST_F(SyncScreenTest, SaysWhyItDidNotRun) {
  fakes_.sync.fault = Error{ErrorCode::kNotAllowed, "There is no password."};
  Do(ShowScreen{Screen::kSync});
  Do(StartSync{});
  EXPECT_EQ(state_.sync.error->message, "There is no password.");
}

TEST_F(SyncScreenTest, DoesNothingWithoutAServerNorForAGuest) {
  fakes_.sync.places = {};
  Do(ShowScreen{Screen::kSync});
  Do(StartSync{});
  fakes_.sync.places.contacts = "https://dav.example.org";
  Do(ShowScreen{Screen::kSync});
  state_.lock.locked = true;
  Do(StartSync{});
  EXPECT_TRUE(fakes_.sync.runs.empty());
}

TEST_F(SyncScreenTest, LockingStopsIt) {
  state_.settings.kiosk = true;
  Do(ShowScreen{Screen::kSync});
  const std::vector<Effect> effects = Update(state_, StartSync{});
  const std::shared_ptr<LongJob> job = state_.sync.job;
  Do(Lock{});
  EXPECT_TRUE(job->stop.stop_requested());
  DoAll(effects);
  EXPECT_FALSE(state_.sync.loaded) << "nothing of it is left on the screen";
}

TEST(SyncRunText, SaysWhenAndHowMuch) {
  EXPECT_EQ(SyncRunText({.at = kNow}, kNow), "just now: nothing had changed");
  EXPECT_EQ(SyncRunText({.at = kNow, .problem = "No answer."}, kNow), "just now");
  EXPECT_EQ(SyncRunText({.at = kNow - 1min, .here = 2, .there = 1}, kNow),
            "1 minute ago: 2 changed here, 1 on the server");
  EXPECT_EQ(SyncRunText({.at = kNow - 72h, .there = 1}, kNow), "3 days ago: 0 changed here, 1 on the server");
}

}  // namespace
}  // namespace kith::flow
