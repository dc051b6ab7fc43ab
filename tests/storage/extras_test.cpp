// SPDX-License-Identifier: Apache-2.0
#include <array>

#include <gtest/gtest.h>

#include "storage/database.h"
#include "storage/recovery.h"
#include "tests/storage/open_store.h"
#include "tests/support/manual_clock.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace kith::storage {
namespace {

/// What a contact carries beyond its fields, wherever a database goes.
class ExtrasTest : public testing::Test {
 protected:
  ExtrasTest() {
    ContactExtras extras;
    extras.pictures = {{std::vector<std::uint8_t>(30'000, 'p'), "image/png"}};
    extras.properties = {{"item1", "X-ABLABEL", {{"X-A", "b"}}, "Boat", ""}};
    extras_ = extras;
    EXPECT_TRUE(store_->contacts().Confirm(ada_, {}));
    EXPECT_TRUE(store_->extras().Put(ada_.id, extras_, Actor::kHost));
  }

  test::ManualClock clock_;
  test::TempFolder folder_;
  std::filesystem::path file_ = folder_ / "kith.db";
  std::unique_ptr<Store> store_ = OpenStore(file_, clock_);
  Contact ada_ = test::FullContact();
  ContactExtras extras_;
};

TEST_F(ExtrasTest, AreInBackups) {
  ASSERT_TRUE(store_->BackUp(folder_ / "copy.db"));
  EXPECT_EQ(OpenStore(folder_ / "copy.db", clock_)->extras().Get(ada_.id).value(), extras_);
}

TEST_F(ExtrasTest, AreNotGivenOfWhoWasPutAside) {
  const Contact grace = test::NamedContact("Grace Sample");
  ASSERT_TRUE(store_->contacts().Confirm(grace, {}));
  ASSERT_TRUE(store_->sync().Remove(std::array{ada_.id}));
  std::vector<ContactId> given;
  ASSERT_TRUE(store_->extras().ForEach(std::nullopt, ExtrasWanted::kAll,
                                       [&](const WholeContact& whole) -> Result<void> {
                                         given.push_back(whole.contact.id);
                                         return {};
                                       }));
  EXPECT_EQ(given, std::vector{grace.id});
}

TEST_F(ExtrasTest, AreGivenWithoutThoseOfWhoWasPutAsideBetweenOthers) {
  const Contact grace = test::NamedContact("Grace Sample");
  Contact joan = test::NamedContact("Joan Sample");
  joan.details.emails = {"joan@example.com"};
  ASSERT_TRUE(store_->contacts().Confirm(grace, {}));
  ASSERT_TRUE(store_->contacts().Confirm(joan, {}));
  ASSERT_TRUE(store_->extras().Put(grace.id, extras_, Actor::kHost));
  ASSERT_TRUE(store_->sync().Remove(std::array{grace.id}));
  std::vector<WholeContact> given;
  ASSERT_TRUE(
      store_->extras().ForEach(std::nullopt, ExtrasWanted::kAll, [&](WholeContact whole) -> Result<void> {
        given.push_back(std::move(whole));
        return {};
      }));
  ASSERT_EQ(given.size(), 2U);
  EXPECT_EQ(given[0].contact.id, ada_.id);
  EXPECT_EQ(given[0].contact.details, ada_.details);
  EXPECT_EQ(given[0].extras, extras_);
  EXPECT_EQ(given[1].contact.details, joan.details);
  EXPECT_TRUE(given[1].extras.empty());
}

TEST_F(ExtrasTest, AreInEncryptedBackupsAndUnreadableThere) {
  ASSERT_TRUE(store_->BackUp(folder_ / "copy.kith", "a passphrase"));
  const std::string sealed = test::ReadBytes(folder_ / "copy.kith");
  EXPECT_EQ(sealed.find("X-ABLABEL"), std::string::npos);
  EXPECT_EQ(sealed.find(std::string(50, 'p')), std::string::npos);
  ASSERT_TRUE(store_->extras().Put(ada_.id, {}, Actor::kHost));
  ASSERT_TRUE(store_->Restore(folder_ / "copy.kith", "a passphrase"));
  EXPECT_EQ(store_->extras().Get(ada_.id).value(), extras_);
}

TEST_F(ExtrasTest, DoNotComeBackWithABackupOfBeforeTheyWereErased) {
  ASSERT_TRUE(store_->BackUp(folder_ / "copy.db"));
  ASSERT_TRUE(store_->contacts().Erase(ada_.id));
  ASSERT_TRUE(store_->Restore(folder_ / "copy.db"));
  EXPECT_FALSE(store_->extras().Get(ada_.id));
  EXPECT_EQ(Database(file_, Database::Mode::kReadWrite).Number("SELECT count(*) FROM contact_pictures"), 0);
  EXPECT_EQ(Database(file_, Database::Mode::kReadWrite).Number("SELECT count(*) FROM contact_properties"), 0);
}

TEST_F(ExtrasTest, AreBroughtOverFromADamagedDatabase) {
  ASSERT_TRUE(store_->BackUpDaily(folder_ / "backups", clock_.Today()));
  const Contact grace = test::NamedContact("Grace Sample");
  ASSERT_TRUE(store_->contacts().Confirm(grace, {}));
  ASSERT_TRUE(store_->extras().Put(grace.id, extras_, Actor::kHost));
  ContactExtras more = extras_;
  more.properties.push_back({"", "X-SINCE", {}, "the backup", ""});
  ASSERT_TRUE(store_->extras().Put(ada_.id, more, Actor::kHost));
  store_.reset();
  const auto replaced = ReplaceDamaged(file_, folder_ / "backups" / "kith-2026-11-23.db", clock_);
  ASSERT_TRUE(replaced) << replaced.error().message;
  EXPECT_EQ(replaced->salvaged.unreadable, 0);
  store_ = OpenStore(file_, clock_);
  EXPECT_EQ(store_->extras().Get(grace.id).value(), extras_) << "not in the backup";
  EXPECT_EQ(store_->extras().Get(ada_.id).value(), more) << "newer than the backup";
}

TEST_F(ExtrasTest, AreNotMissedInADamagedDatabaseThatHadNone) {
  ASSERT_TRUE(store_->BackUpDaily(folder_ / "backups", clock_.Today()));
  store_.reset();
  Database(file_, Database::Mode::kReadWrite)
      .Execute("DROP TABLE contact_pictures; DROP TABLE contact_properties; PRAGMA user_version = 4");
  const auto replaced = ReplaceDamaged(file_, folder_ / "backups" / "kith-2026-11-23.db", clock_);
  ASSERT_TRUE(replaced) << replaced.error().message;
  EXPECT_EQ(replaced->salvaged.unreadable, 0);
  EXPECT_EQ(OpenStore(file_, clock_)->extras().Get(ada_.id).value(), extras_) << "as the backup has them";
}

}  // namespace
}  // namespace kith::storage
