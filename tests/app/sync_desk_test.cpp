// SPDX-License-Identifier: Apache-2.0
// What the window does to synchronise, with a real server.
#include "app/sync_desk.h"

#include <gtest/gtest.h>

#include "tests/support/environment.h"
#include "tests/support/radicale.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace kith::app {
namespace {

class ConfiguredSyncTest : public testing::Test {
 protected:
  ConfiguredSyncTest() {
    config_.region = "US";
    config_.data_folder = folder_ / "data";
    config_.sync.carddav = server_.Url();
    config_.sync.insecure_http = true;
    opened_ = OpenStore(config_).value();
  }

  std::vector<SyncResult> Synchronise() {
    std::atomic<int> answers = 0;
    auto results = ConfiguredSync(config_, *opened_).Run(false, answers, {});
    EXPECT_TRUE(results) << results.error().message;
    EXPECT_GT(answers, 0);
    return results ? *results : std::vector<SyncResult>();
  }

  test::TempFolder folder_;
  test::Radicale server_;
  Config config_;
  std::unique_ptr<OpenedStore> opened_;
};

TEST_F(ConfiguredSyncTest, SynchronisesAndRemembersHowItWent) {
  const test::EnvironmentVariable user("KITH_SYNC_USER", test::Radicale::kUser);
  const test::EnvironmentVariable password("KITH_SYNC_PASSWORD", test::Radicale::kPassword);
  ASSERT_TRUE(opened_->store->contacts().Confirm(test::NamedContact("Ada Example"), {}));
  const std::vector<SyncResult> results = Synchronise();
  ASSERT_EQ(results.size(), 1U);
  EXPECT_EQ(results[0].run.there, 1);
  EXPECT_EQ(results[0].run.here, 0);
  EXPECT_EQ(results[0].run.problem, "");
  EXPECT_EQ(results[0].held_back, 0);

  const SyncPlaces places = ConfiguredSync(config_, *opened_).Places().value();
  EXPECT_EQ(places.contacts, server_.Url());
  EXPECT_EQ(places.follow_ups, "");
  EXPECT_EQ(places.problem, "");
  ASSERT_EQ(places.last.size(), 1U);
  EXPECT_EQ(places.last[0].there, 1);
  EXPECT_EQ(Synchronise()[0].run.there, 0);
}

TEST_F(ConfiguredSyncTest, SaysThatALoginIsMissing) {
  const test::EnvironmentVariable bus("DBUS_SESSION_BUS_ADDRESS", "");
  const SyncPlaces places = ConfiguredSync(config_, *opened_).Places().value();
  EXPECT_NE(places.problem.find("kith sync --login"), std::string::npos) << places.problem;
}

TEST_F(ConfiguredSyncTest, KeepsTheProblemOfAServerThatRefuses) {
  const test::EnvironmentVariable user("KITH_SYNC_USER", test::Radicale::kUser);
  const test::EnvironmentVariable password("KITH_SYNC_PASSWORD", "wrong");
  EXPECT_NE(Synchronise().at(0).run.problem, "");
  EXPECT_NE(ConfiguredSync(config_, *opened_).Places().value().last.at(0).problem, "");
}

TEST_F(ConfiguredSyncTest, HasNoPlacesWithoutAServer) {
  config_.sync = {};
  const SyncPlaces places = ConfiguredSync(config_, *opened_).Places().value();
  EXPECT_TRUE(places.empty());
  EXPECT_EQ(places.problem, "");
}

}  // namespace
}  // namespace kith::app
