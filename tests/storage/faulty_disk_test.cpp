// SPDX-License-Identifier: Apache-2.0
#include "tests/support/faulty_disk.h"

#include <array>
#include <functional>

#include <gtest/gtest.h>

#include "storage/database.h"
#include "tests/storage/open_store.h"
#include "tests/support/manual_clock.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace kith::storage {
namespace {

using test::FaultyDisk;

/// Each act is tried with a disk that fails at its first write, at its second, and so on until it works.
class FaultyDiskTest : public testing::TestWithParam<FaultyDisk::Fault> {
 protected:
  void SetUp() override {
    for (const Contact& contact : {ada_, twin_})
      ASSERT_TRUE(store_->contacts().Confirm(contact, {}));
    acknowledged_ = store_->captures().Add(test::SampleCapture(std::string(20'000, 'x'))).value();
  }

  void ExpectWhole() {
    EXPECT_TRUE(store_->contacts().Get(ada_.id));
    EXPECT_EQ(store_->captures().CardImage(acknowledged_, CardSide::kFront).value().bytes.size(), 20'000U);
    Database database(file_, Database::Mode::kReadWrite);
    database.Each("PRAGMA integrity_check", {}, [](const Row& row) { EXPECT_EQ(row.Text(0), "ok"); });
  }

  /// How often `act` failed before it worked.
  int TryUntilItWorks(const std::function<Result<void>()>& act) {
    constexpr int kMost = 300;
    for (int writes = 0; writes < kMost; ++writes) {
      disk_.FailAfter(writes, GetParam());
      const Result<void> done = act();
      const bool failed = disk_.has_failed();
      disk_.Repair();
      if (!done) {
        EXPECT_TRUE(done.error().code == ErrorCode::kStorageFull || done.error().code == ErrorCode::kStorage)
            << done.error().message << done.error().detail;
        EXPECT_NE(done.error().message.find("disk"), std::string::npos)
            << done.error().message << done.error().detail;
      }
      ExpectWhole();
      if (done && !failed) return writes;
    }
    ADD_FAILURE() << "it never worked";
    return kMost;
  }

  FaultyDisk disk_;
  test::ManualClock clock_;
  test::TempFolder folder_;
  std::filesystem::path file_ = folder_ / "kith.db";
  std::unique_ptr<Store> store_ = OpenStore(file_, clock_);
  Contact ada_ = test::FullContact();
  Contact twin_ = test::FullContact();
  CaptureId acknowledged_;
};

TEST_P(FaultyDiskTest, ACaptureIsKeptWholeOrRefused) {
  NewCapture capture = test::SampleCapture(std::string(20'000, 'y'));
  capture.source_key = "the same one when it is tried again";
  CaptureId id;
  EXPECT_GT(TryUntilItWorks([&]() -> Result<void> {
              const auto added = store_->captures().Add(capture);
              if (!added) return added.error();
              id = *added;
              return {};
            }),
            3);
  EXPECT_EQ(store_->captures().CardImage(id, CardSide::kFront).value().bytes.size(), 20'000U);
  EXPECT_EQ(store_->captures().List(CaptureState::kWaiting, 100).value().size(), 2U) << "once";
}

TEST_P(FaultyDiskTest, AChangeIsKeptWholeOrRefused) {
  Contact changed = ada_;
  changed.details.organization = "Sample Inc";
  EXPECT_GT(TryUntilItWorks([&] { return store_->contacts().Update(changed); }), 1);
  EXPECT_EQ(store_->contacts().Get(ada_.id).value().details.organization, "Sample Inc");
}

TEST_P(FaultyDiskTest, AMergeAndItsUndoingAreKeptWholeOrRefused) {
  const auto merge = [&]() -> Result<void> {
    const auto merged = store_->duplicates().Merge(ada_.id, twin_.id, Actor::kHost);
    // What failed at the last moment may be on the disk all the same.
    if (!merged && merged.error().code != ErrorCode::kNotFound) return merged.error();
    return {};
  };
  EXPECT_GT(TryUntilItWorks(merge), 1);
  EXPECT_FALSE(store_->contacts().Get(twin_.id));
  const std::int64_t revision = store_->history().Revisions(ada_.id).value()[0].number;
  EXPECT_GT(TryUntilItWorks([&]() -> Result<void> {
              const auto undone = store_->history().Undo(ada_.id, revision);
              if (!undone && undone.error().code != ErrorCode::kNotFound) return undone;
              return {};
            }),
            1);
  EXPECT_TRUE(store_->contacts().Get(twin_.id));
}

TEST_P(FaultyDiskTest, AnErasingIsDoneOrRefused) {
  EXPECT_GT(TryUntilItWorks([&]() -> Result<void> {
              const auto erased = store_->contacts().Erase(twin_.id);
              if (!erased && erased.error().code != ErrorCode::kNotFound) return erased;
              return {};
            }),
            1);
  EXPECT_FALSE(store_->contacts().Get(twin_.id));
}

TEST_P(FaultyDiskTest, AFailedBackupLeavesTheOlderOne) {
  const auto backup = folder_ / "copy.db";
  ASSERT_TRUE(store_->BackUp(backup));
  EXPECT_GT(TryUntilItWorks([&] {
              auto written = store_->BackUp(backup);
              disk_.Repair();
              EXPECT_TRUE(OpenStore(backup, clock_)->contacts().Get(ada_.id));
              return written;
            }),
            1);
}

INSTANTIATE_TEST_SUITE_P(Faults, FaultyDiskTest,
                         testing::Values(FaultyDisk::Fault::kIoError, FaultyDisk::Fault::kFull),
                         [](const auto& fault) {
                           return fault.param == FaultyDisk::Fault::kFull ? "FullDisk" : "BrokenDisk";
                         });

}  // namespace
}  // namespace kith::storage
