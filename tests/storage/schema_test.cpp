// SPDX-License-Identifier: Apache-2.0
#include "storage/schema.h"

#include <vector>

#include <gtest/gtest.h>

#include "storage/database.h"
#include "storage/files.h"
#include "tests/support/temp_folder.h"

namespace kith::storage {
namespace {

const std::vector<Migration> kFirst = {{1, "CREATE TABLE people(name TEXT NOT NULL) STRICT;"}};
const std::vector<Migration> kBoth = {
    kFirst[0], {2, "ALTER TABLE people ADD COLUMN place TEXT; UPDATE people SET place = 'here';"}};

/// A database file at the version of `kFirst`, with one row, as an older Kith left it.
class SchemaMigration : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(EnsurePrivateFile(file_));
    Database older(file_, Database::Mode::kReadWrite);
    ASSERT_TRUE(Migrate(older, kFirst, [](int) { return Result<void>(); }));
    older.Run("INSERT INTO people VALUES('Ada Example')");
  }

  std::int64_t Version() {
    return Database(file_, Database::Mode::kReadWrite).Number("PRAGMA user_version").value();
  }

  Result<void> MigrateTo(const std::vector<Migration>& migrations) {
    Database database(file_, Database::Mode::kReadWrite);
    return Migrate(database, migrations, [&](int version) {
      backed_up_.push_back(version);
      return Result<void>();
    });
  }

  test::TempFolder folder_;
  std::filesystem::path file_ = folder_ / "kith.db";
  std::vector<int> backed_up_;
};

TEST_F(SchemaMigration, KeepsWhatAnOlderVersionStored) {
  ASSERT_TRUE(MigrateTo(kBoth));
  EXPECT_EQ(Version(), 2);
  Database database(file_, Database::Mode::kReadWrite);
  EXPECT_TRUE(database.Exists("SELECT 1 FROM people WHERE name = ? AND place = 'here'", {"Ada Example"}));
}

TEST_F(SchemaMigration, BacksUpBeforeItChangesAnything) {
  ASSERT_TRUE(MigrateTo(kBoth));
  EXPECT_EQ(backed_up_, std::vector<int>{1});
}

TEST_F(SchemaMigration, DoesNothingToADatabaseOfThisVersion) {
  ASSERT_TRUE(MigrateTo(kFirst));
  EXPECT_TRUE(backed_up_.empty());
}

TEST_F(SchemaMigration, MakesNoBackupOfAnEmptyDatabase) {
  const std::filesystem::path empty = folder_ / "empty.db";
  ASSERT_TRUE(EnsurePrivateFile(empty));
  file_ = empty;
  ASSERT_TRUE(MigrateTo(kBoth));
  EXPECT_TRUE(backed_up_.empty());
  EXPECT_EQ(Version(), 2);
}

TEST_F(SchemaMigration, LeavesTheDatabaseAtTheStepBeforeOneThatFails) {
  std::vector<Migration> broken = kBoth;
  broken.push_back({3, "ALTER TABLE people ADD COLUMN age INTEGER; SELECT * FROM nowhere;"});
  const auto migrated = MigrateTo(broken);
  ASSERT_FALSE(migrated);
  EXPECT_EQ(migrated.error().code, ErrorCode::kStorage);
  EXPECT_EQ(Version(), 2);
  Database database(file_, Database::Mode::kReadWrite);
  EXPECT_FALSE(database.Exists("SELECT 1 FROM pragma_table_info('people') WHERE name = 'age'", {}));
}

TEST_F(SchemaMigration, ChangesNothingWithoutABackup) {
  Database database(file_, Database::Mode::kReadWrite);
  const Error full{ErrorCode::kStorageFull, "The disk is full."};
  const auto migrated = Migrate(database, kBoth, [&](int) { return Result<void>(full); });
  ASSERT_FALSE(migrated);
  EXPECT_EQ(migrated.error(), full);
  EXPECT_EQ(Version(), 1);
}

TEST_F(SchemaMigration, RefusesADatabaseOfANewerKith) {
  ASSERT_TRUE(MigrateTo(kBoth));
  const auto migrated = MigrateTo(kFirst);
  ASSERT_FALSE(migrated);
  EXPECT_EQ(migrated.error().code, ErrorCode::kStorage);
  EXPECT_NE(migrated.error().message.find("newer"), std::string::npos);
  EXPECT_EQ(Version(), 2);
}

TEST_F(SchemaMigration, TakesNoStepThatAnotherProcessTookInTheMeantime) {
  Database database(file_, Database::Mode::kReadWrite);
  ASSERT_TRUE(Migrate(database, kBoth, [&](int) { return MigrateTo(kBoth); }));
  EXPECT_EQ(Version(), 2);
}

TEST(Migrations, AreNumberedWithoutGaps) {
  int version = 0;
  for (const Migration& migration : Migrations())
    EXPECT_EQ(migration.version, ++version);
  EXPECT_GE(version, 1);
}

TEST(Migrations, MakeStrictTablesOnly) {
  const test::TempFolder folder;
  ASSERT_TRUE(EnsurePrivateFile(folder / "kith.db"));
  Database database(folder / "kith.db", Database::Mode::kReadWrite);
  ASSERT_TRUE(Migrate(database, Migrations(), [](int) { return Result<void>(); }));
  EXPECT_GE(database.Number("SELECT count(*) FROM pragma_table_list WHERE type = 'table' AND strict"), 10);
  EXPECT_EQ(database.Number("SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
                            " AND NOT strict AND name NOT LIKE 'sqlite_%'"),
            0);
}

}  // namespace
}  // namespace kith::storage
