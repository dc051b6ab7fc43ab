// SPDX-License-Identifier: Apache-2.0
#include "exchange/atomic_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/exchange/temporary_folder.h"

namespace kith::exchange {
namespace {

namespace fs = std::filesystem;

TEST(AtomicFolder, IsThereWhenItIsWhole) {
  const test::TemporaryFolder folder;
  {
    Result<AtomicFolder> cards = AtomicFolder::Open(folder / "cards" / "");
    ASSERT_TRUE(cards);
    ASSERT_TRUE(cards->Add("a.vcf", "one"));
    EXPECT_FALSE(fs::exists(folder / "cards"));
    ASSERT_TRUE(cards->Add("b.vcf", ""));
    ASSERT_TRUE(cards->Commit());
  }
  EXPECT_EQ(test::ReadFile(folder / "cards" / "a.vcf"), "one");
  EXPECT_TRUE(fs::exists(folder / "cards" / "b.vcf"));
  EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 1) << "nothing is left beside it";
}

TEST(AtomicFolder, LeavesNothingWithoutCommit) {
  const test::TemporaryFolder folder;
  ASSERT_TRUE(AtomicFolder::Open(folder / "cards")->Add("a.vcf", "one"));
  EXPECT_TRUE(fs::is_empty(folder.path()));
}

TEST(AtomicFolder, AddsToAFolderThatIsThere) {
  const test::TemporaryFolder folder;
  fs::create_directory(folder / "cards");
  test::WriteFile(folder / "cards" / "a.vcf", "old");
  test::WriteFile(folder / "cards" / "mine", "mine");
  Result<AtomicFolder> cards = AtomicFolder::Open(folder / "cards");
  ASSERT_TRUE(cards);
  ASSERT_TRUE(cards->Add("a.vcf", "new"));
  const Result<void> failed = cards->Add("missing/b.vcf", "x");
  ASSERT_FALSE(failed);
  EXPECT_THAT(failed.error().message, testing::HasSubstr("1 files are written there already"));
  EXPECT_EQ(test::ReadFile(folder / "cards" / "a.vcf"), "new");
  EXPECT_EQ(test::ReadFile(folder / "cards" / "mine"), "mine");
}

TEST(AtomicFolder, SaysWhyItCanNotBeMade) {
  const test::TemporaryFolder folder;
  EXPECT_EQ(AtomicFolder::Open(folder / "missing" / "cards").error().code, ErrorCode::kNotFound);
  test::WriteFile(folder / "file", "");
  EXPECT_FALSE(AtomicFolder::Open(folder / "file"));
}

}  // namespace
}  // namespace kith::exchange
