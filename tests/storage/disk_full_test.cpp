// SPDX-License-Identifier: Apache-2.0
#include <vector>

#include <gtest/gtest.h>

#include "storage/database.h"
#include "storage/tables.h"
#include "tests/storage/open_store.h"
#include "tests/support/manual_clock.h"
#include "tests/support/samples.h"
#include "tests/support/small_disk.h"
#include "tests/support/temp_folder.h"

namespace kith::storage {
namespace {

using test::SampleCapture;

NewCapture BigCapture() {
  return SampleCapture(std::string(100'000, 'x'));
}

/// Adds until it fails; the error, and the ids of those that were added.
Error AddUntilFull(CaptureStore& captures, std::vector<CaptureId>& added) {
  for (int i = 0; i < 1000; ++i) {
    const auto id = captures.Add(BigCapture());
    if (!id) return id.error();
    added.push_back(*id);
  }
  return Error{ErrorCode::kInternal, "It never became full."};
}

void ExpectAllThere(CaptureStore& captures, const std::vector<CaptureId>& added) {
  for (const CaptureId id : added) {
    EXPECT_EQ(captures.CardImage(id, CardSide::kFront).value(), BigCapture().front);
  }
  EXPECT_EQ(captures.List(CaptureState::kWaiting, 10'000).value().size(), added.size()) << "and no half one";
}

TEST(DatabaseFull, RefusesAndKeepsWhatWasAdded) {
  const test::ManualClock clock;
  const test::TempFolder folder;
  OpenStore(folder / "kith.db", clock);
  Database database(folder / "kith.db", Database::Mode::kReadWrite);
  database.Execute("PRAGMA max_page_count = 400");
  const auto captures = MakeCaptureTables(database, clock);
  std::vector<CaptureId> added;
  const Error error = AddUntilFull(*captures, added);
  EXPECT_EQ(error.code, ErrorCode::kStorageFull) << error.detail;
  EXPECT_NE(error.message.find("free space"), std::string::npos) << error.message;
  ASSERT_GT(added.size(), 3U);
  ExpectAllThere(*captures, added);

  database.Execute("PRAGMA max_page_count = 10000");
  added.push_back(captures->Add(BigCapture()).value());
  ExpectAllThere(*captures, added);
}

/// A store on a disk of two megabytes.
class FullDisk : public testing::Test {
 protected:
  void SetUp() override {
    if (!disk_.mounted()) {
      GTEST_SKIP() << "This system lets tests mount no disk; DatabaseFull has a full database.";
    }
  }

  test::ManualClock clock_;
  test::TempFolder folder_;
  test::SmallDisk disk_{folder_.path(), 2};
};

TEST_F(FullDisk, RefusesWhenFullAndGoesOnWhenThereIsRoomAgain) {
  std::vector<CaptureId> added;
  auto store = OpenStore(folder_ / "kith.db", clock_);
  test::WriteBytes(folder_ / "film.mkv", std::string(500'000, 'f'));

  const Error error = AddUntilFull(store->captures(), added);

  EXPECT_EQ(error.code, ErrorCode::kStorageFull) << error.detail;
  ASSERT_GT(added.size(), 2U);
  ExpectAllThere(store->captures(), added);

  std::filesystem::remove(folder_ / "film.mkv");
  added.push_back(store->captures().Add(BigCapture()).value());
  ExpectAllThere(store->captures(), added);
  store.reset();
  store = OpenStore(folder_ / "kith.db", clock_);
  ExpectAllThere(store->captures(), added);
}

TEST_F(FullDisk, ReportsAFullDiskWhenTheStoreIsMade) {
  disk_.FillUp();
  const auto opened = Store::Open(folder_ / "kith.db", clock_);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::kStorageFull) << opened.error().detail;
  disk_.MakeRoom();
  EXPECT_TRUE(Store::Open(folder_ / "kith.db", clock_));
}

TEST_F(FullDisk, KeepsTheOlderBackupWhenTheNewOneFindsNoRoom) {
  const auto store = OpenStore(folder_ / "kith.db", clock_);
  ASSERT_TRUE(store->BackUp(folder_ / "copy.db"));
  const std::string before = test::ReadBytes(folder_ / "copy.db");
  ASSERT_TRUE(store->captures().Add(BigCapture()));
  disk_.FillUp();
  const auto backed_up = store->BackUp(folder_ / "copy.db");
  ASSERT_FALSE(backed_up);
  EXPECT_EQ(backed_up.error().code, ErrorCode::kStorageFull) << backed_up.error().detail;
  EXPECT_EQ(test::ReadBytes(folder_ / "copy.db"), before);
  EXPECT_FALSE(std::filesystem::exists(folder_ / "copy.db.part"));
}

}  // namespace
}  // namespace kith::storage
