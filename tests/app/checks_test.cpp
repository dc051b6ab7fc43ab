// SPDX-License-Identifier: Apache-2.0
#include "app/checks.h"

#include <algorithm>
#include <fstream>

#include <gtest/gtest.h>

#include "app/open_store.h"
#include "app/readiness.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temp_folder.h"

namespace kith::app {
namespace {

using Grade = Finding::Grade;

class ChecksTest : public testing::Test {
 protected:
  ChecksTest() {
    config_.data_folder = folder_ / "data";
    config_.time_zone = "Europe/Berlin";
  }
  std::filesystem::path Database() const { return config_.data_folder / "kith.db"; }

  test::TempFolder folder_;
  Config config_;
};

TEST_F(ChecksTest, LookForTheBackupOfToday) {
  const test::ManualClock clock;
  EXPECT_EQ(CheckBackup(config_, clock.Today()).grade, Grade::kNote);
  auto opened = OpenStore(config_).value();
  ASSERT_TRUE(opened->store->BackUpDaily(config_.data_folder / "backups", clock.Today()));
  EXPECT_EQ(CheckBackup(config_, clock.Today()).grade, Grade::kGood);
  EXPECT_EQ(CheckBackup(config_, AddDays(clock.Today(), 1)).grade, Grade::kNote);
}

TEST_F(ChecksTest, SeeThatTheClockIsBehindWhatWasKept) {
  EXPECT_EQ(CheckClock(config_).grade, Grade::kGood);
  static_cast<void>(OpenStore(config_).value());
  EXPECT_EQ(CheckClock(config_).grade, Grade::kGood);
  std::filesystem::last_write_time(Database(),
                                   std::filesystem::file_time_type::clock::now() + std::chrono::hours(24));
  EXPECT_EQ(CheckClock(config_).grade, Grade::kProblem);
}

TEST_F(ChecksTest, SayThatATimeZoneIsNotKnown) {
  config_.time_zone = "Europe/Nowhere";
  EXPECT_EQ(CheckClock(config_).grade, Grade::kProblem);
}

TEST_F(ChecksTest, OpenTheStoreAndSayWhyNot) {
  EXPECT_EQ(CheckStore(config_).grade, Grade::kGood);
  std::ofstream(Database(), std::ios::trunc) << "no database at all, but long enough to be taken for a file";
  EXPECT_EQ(CheckStore(config_).grade, Grade::kProblem);
}

TEST_F(ChecksTest, TellHowMuchRoomTheDiskHas) {
  std::filesystem::create_directories(config_.data_folder);
  EXPECT_NE(CheckDiskSpace(config_).what.find("GB"), std::string::npos);
  config_.data_folder = folder_ / "not there";
  EXPECT_EQ(CheckDiskSpace(config_).grade, Grade::kProblem);
}

TEST_F(ChecksTest, AskForAPinOnlyWhereGuestsStand) {
  const test::ManualClock clock;
  const auto asks_for_pin = [&] {
    return std::ranges::any_of(MachineReadiness(config_, clock).Look(), [](const ReadyFinding& finding) {
      return finding.topic == ReadyTopic::kPin && finding.grade == ReadyGrade::kNote;
    });
  };
  EXPECT_FALSE(asks_for_pin());
  config_.kiosk = true;
  EXPECT_TRUE(asks_for_pin());
}

}  // namespace
}  // namespace kith::app
