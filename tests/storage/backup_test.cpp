// SPDX-License-Identifier: Apache-2.0
#include "storage/backup.h"

#include <set>

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/storage/open_store.h"
#include "tests/support/manual_clock.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace kith::storage {
namespace {

using std::filesystem::path;
using test::SampleCapture;

class BackupTest : public testing::Test {
 protected:
  static std::set<std::string> Names(const path& folder) {
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      names.insert(entry.path().filename().string());
    }
    return names;
  }

  test::ManualClock clock_;
  test::TempFolder folder_;
  std::unique_ptr<Store> store_ = OpenStore(folder_ / "kith.db", clock_);
  path backups_ = folder_ / "backups";
};

TEST_F(BackupTest, IsAWholeStoreInOneFile) {
  const CaptureId id = store_->captures().Add(SampleCapture()).value();
  ASSERT_TRUE(store_->BackUp(backups_ / "copy.db"));
  EXPECT_EQ(Names(backups_), std::set<std::string>{"copy.db"});

  const auto copy = OpenStore(backups_ / "copy.db", clock_);
  EXPECT_EQ(copy->captures().CardImage(id, CardSide::kFront).value(), SampleCapture().front);
  EXPECT_EQ(copy->queue().Claim().value(), id);
}

TEST_F(BackupTest, IsPrivate) {
  ASSERT_TRUE(store_->BackUp(backups_ / "copy.db"));
  struct stat status {};
  ASSERT_EQ(stat((backups_ / "copy.db").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600U);
  ASSERT_EQ(stat(backups_.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0700U);
}

TEST_F(BackupTest, ReplacesAnOlderOne) {
  ASSERT_TRUE(store_->BackUp(backups_ / "copy.db"));
  const CaptureId id = store_->captures().Add(SampleCapture()).value();
  ASSERT_TRUE(store_->BackUp(backups_ / "copy.db"));
  EXPECT_TRUE(OpenStore(backups_ / "copy.db", clock_)->captures().Get(id));
}

TEST_F(BackupTest, LeavesWhatStoodThereWhenItFails) {
  std::filesystem::create_directories(backups_ / "copy.db" / "inside");
  const auto backed_up = store_->BackUp(backups_ / "copy.db");
  EXPECT_FALSE(backed_up);
  EXPECT_EQ(Names(backups_), std::set<std::string>{"copy.db"}) << "no part of a copy stays";
  EXPECT_TRUE(std::filesystem::exists(backups_ / "copy.db" / "inside"));
}

TEST_F(BackupTest, IsMadeOnceADayAndKeptForSevenDays) {
  std::filesystem::create_directory(backups_);
  test::WriteBytes(backups_ / "kith-notes.txt", "mine");
  test::WriteBytes(backups_ / "before-version-2.db", "older");
  const Day first = clock_.Today();
  for (int i = 0; i < 9; ++i)
    ASSERT_TRUE(store_->BackUpDaily(backups_, AddDays(first, i))) << i;

  const std::set<std::string> names = Names(backups_);
  EXPECT_EQ(names.size(), 9U);
  EXPECT_FALSE(names.contains("kith-2026-11-24.db"));
  EXPECT_TRUE(names.contains("kith-2026-11-25.db"));
  EXPECT_TRUE(names.contains("kith-2026-12-01.db"));
  EXPECT_TRUE(names.contains("kith-notes.txt"));
  EXPECT_TRUE(names.contains("before-version-2.db"));

  const path today = store_->BackUpDaily(backups_, AddDays(first, 8)).value();
  const std::string bytes = test::ReadBytes(today);
  ASSERT_TRUE(store_->captures().Add(SampleCapture()));
  ASSERT_TRUE(store_->BackUpDaily(backups_, AddDays(first, 8)));
  EXPECT_EQ(test::ReadBytes(today), bytes) << "one a day";
}

TEST_F(BackupTest, LeavesCopiesOfEarlierMigrationsForAMonthOnly) {
  std::filesystem::create_directory(backups_);
  for (const char* name :
       {"before-version-2.db", "before-restore-20260101-000000.db", "damaged-x.db", "mine.db"}) {
    test::WriteBytes(backups_ / name, "older");
    std::filesystem::last_write_time(
        backups_ / name, std::filesystem::file_time_type::clock::now() - std::chrono::hours(24 * 31));
  }
  test::WriteBytes(backups_ / "before-version-3.db", "newer");
  ASSERT_TRUE(store_->BackUpDaily(backups_, clock_.Today()));
  EXPECT_EQ(Names(backups_), (std::set<std::string>{"before-version-3.db", "kith-2026-11-23.db", "mine.db"}));
}

TEST_F(BackupTest, BringsBackWhatItHolds) {
  const CaptureId kept = store_->captures().Add(SampleCapture()).value();
  ASSERT_TRUE(store_->BackUp(backups_ / "copy.db"));
  const CaptureId later = store_->captures().Add(SampleCapture()).value();
  const auto other = OpenStore(folder_ / "kith.db", clock_);

  const auto aside = store_->Restore(backups_ / "copy.db");
  ASSERT_TRUE(aside) << aside.error().message;

  for (Store* store : {store_.get(), other.get()}) {
    EXPECT_TRUE(store->captures().CardImage(kept, CardSide::kFront));
    EXPECT_FALSE(store->captures().Get(later));
    EXPECT_TRUE(store->contacts().Confirm(test::FullContact(), {}));
  }
  EXPECT_TRUE(OpenStore(*aside, clock_)->captures().Get(later)) << "nothing is lost";
  store_.reset();
  EXPECT_TRUE(OpenStore(folder_ / "kith.db", clock_)->captures().Get(kept));
}

TEST_F(BackupTest, RestoresNothingFromWhatIsNoWholeBackupOfOurs) {
  const CaptureId id = store_->captures().Add(SampleCapture(std::string(50'000, 'x'))).value();
  ASSERT_TRUE(store_->BackUp(backups_ / "copy.db"));
  std::string damaged = test::ReadBytes(backups_ / "copy.db");
  for (std::size_t page = 4096; page + 4096 <= damaged.size(); page += 4096)
    damaged.replace(page, 100, 100, '\x7F');
  test::WriteBytes(backups_ / "damaged.db", damaged);
  test::WriteBytes(backups_ / "letter.txt", std::string(5000, '.'));

  EXPECT_EQ(store_->Restore(backups_ / "damaged.db").error().code, ErrorCode::kUnreadable);
  EXPECT_EQ(store_->Restore(backups_ / "letter.txt").error().code, ErrorCode::kStorage);
  const auto missing = store_->Restore(backups_ / "missing.db");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::kNotFound);
  EXPECT_TRUE(store_->captures().CardImage(id, CardSide::kFront));
}

}  // namespace
}  // namespace kith::storage
