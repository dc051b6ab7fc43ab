// SPDX-License-Identifier: Apache-2.0
#include <set>

#include <gtest/gtest.h>
#include <unistd.h>

#include "storage/database.h"
#include "tests/storage/open_store.h"
#include "tests/support/child_process.h"
#include "tests/support/manual_clock.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace kith::storage {
namespace {

using test::ChildProcess;
using test::SampleCapture;

class ReadingJobsTest : public testing::Test {
 protected:
  std::set<std::string> Add(int count) {
    std::set<std::string> ids;
    const auto store = OpenStore(file_, clock_);
    for (int i = 0; i < count; ++i)
      ids.insert(store->captures().Add(SampleCapture()).value().ToString());
    return ids;
  }

  test::ManualClock clock_;
  test::TempFolder folder_;
  std::filesystem::path file_ = folder_ / "kith.db";
};

TEST_F(ReadingJobsTest, GivesEveryJobToOneOfSeveralProcesses) {
  const std::set<std::string> ids = Add(60);
  std::vector<std::unique_ptr<ChildProcess>> children;
  for (int i = 0; i < 3; ++i) {
    children.push_back(std::make_unique<ChildProcess>([&](int out) {
      const auto store = OpenStore(file_, clock_);
      for (auto id = store->queue().Claim().value(); id; id = store->queue().Claim().value()) {
        test::WriteAll(out, id->ToString());
      }
    }));
  }
  std::multiset<std::string> claimed;
  for (const auto& child : children) {
    for (std::string id = child->Read(36); id.size() == 36; id = child->Read(36))
      claimed.insert(id);
    EXPECT_TRUE(child->Wait());
  }
  EXPECT_EQ(claimed, std::multiset<std::string>(ids.begin(), ids.end()));
}

/// Claims a job, tells its id and stays.
void ClaimAndStay(const std::filesystem::path& file, const Clock& clock, int out) {
  const auto store = OpenStore(file, clock);
  test::WriteAll(out, store->queue().Claim().value()->ToString());
  pause();
}

TEST_F(ReadingJobsTest, TakesUpTheJobsOfAKilledProcessOnly) {
  Add(2);
  ChildProcess killed([&](int out) { ClaimAndStay(file_, clock_, out); });
  const std::string interrupted = killed.Read(36);
  ChildProcess alive([&](int out) { ClaimAndStay(file_, clock_, out); });
  ASSERT_EQ(alive.Read(36).size(), 36U);
  killed.Kill();

  const auto store = OpenStore(file_, clock_);
  EXPECT_EQ(store->queue().ResumeInterrupted().value(), 1);
  EXPECT_EQ(store->queue().Claim().value()->ToString(), interrupted);
  EXPECT_EQ(store->queue().Claim().value(), std::nullopt) << "the other is being read";
}

/// As if another boot of the machine had been running when `file`'s jobs began.
void PretendThatTheMachineWentOff(const std::filesystem::path& file) {
  Database(file, Database::Mode::kReadWrite).Run("UPDATE jobs SET owner = '1 1 another-boot'");
}

TEST_F(ReadingJobsTest, SetsACardAsideAfterThreeCrashesOfTheProgram) {
  Add(1);
  for (int crash = 1; crash <= 3; ++crash) {
    ChildProcess killed([&](int out) { ClaimAndStay(file_, clock_, out); });
    ASSERT_EQ(killed.Read(36).size(), 36U) << "crash " << crash;
    killed.Kill();
    EXPECT_EQ(OpenStore(file_, clock_)->queue().ResumeInterrupted().value(), crash < 3 ? 1 : 0);
  }
  EXPECT_EQ(OpenStore(file_, clock_)->captures().List(CaptureState::kFailed, 10).value().size(), 1U);
}

TEST_F(ReadingJobsTest, ForgivesACardMorePowerCutsThanCrashes) {
  Add(1);
  const auto store = OpenStore(file_, clock_);
  for (int cut = 1; cut < kInterruptedAttempts; ++cut) {
    ASSERT_TRUE(store->queue().Claim().value()) << cut;
    PretendThatTheMachineWentOff(file_);
    EXPECT_EQ(store->queue().ResumeInterrupted().value(), 1) << cut;
  }
  ASSERT_TRUE(store->queue().Claim().value());
  PretendThatTheMachineWentOff(file_);
  EXPECT_EQ(store->queue().ResumeInterrupted().value(), 0);
}

}  // namespace
}  // namespace kith::storage
