// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "storage/database.h"
#include "storage/schema.h"
#include "tests/storage/open_store.h"
#include "tests/support/manual_clock.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace kith::storage {
namespace {

/// The first file that holds an export and where on the card a line was read.
constexpr int kFirstWithMore = 8;

/// The databases that kith_version_file made when each schema was the newest.
class OlderVersion : public testing::TestWithParam<int> {
 protected:
  void SetUp() override {
    std::filesystem::copy_file(
        std::filesystem::path(KITH_TEST_DATA) / ("version-" + std::to_string(GetParam()) + ".db"), file_);
  }

  test::ManualClock clock_;
  test::TempFolder folder_;
  std::filesystem::path file_ = folder_ / "kith.db";
};

TEST_P(OlderVersion, IsMigratedWithAllThatItHolds) {
  const auto store = OpenStore(file_, clock_);

  const std::vector<Contact> contacts = store->contacts().Search({.text = "", .event = {}}).value();
  ASSERT_EQ(contacts.size(), 2U);
  Contact ada = test::FullContact();
  ada.details.organization = "Difference Engines Ltd";
  ada.details.phones.pop_back();
  EXPECT_EQ(contacts[0].details, ada.details);
  EXPECT_EQ(contacts[0].birthday, ada.birthday);
  EXPECT_EQ(contacts[0].interests, ada.interests);
  EXPECT_EQ(contacts[0].met_on, ada.met_on);
  EXPECT_EQ(store->events().Get(contacts[0].event.value()).value().name, "Looms and Logic");
  EXPECT_EQ(contacts[1].details.name.full, "Grace Sample");

  const std::string front = "the front of Ada's card";
  const CaptureId card = contacts[0].capture.value();
  EXPECT_EQ(store->captures().CardImage(card, CardSide::kFront).value().bytes,
            std::vector<std::uint8_t>(front.begin(), front.end()));
  EXPECT_TRUE(store->captures().CardImage(card, CardSide::kBack));
  Draft draft = test::SampleDraft();
  if (GetParam() < kFirstWithMore) {
    for (ReadLine& line : draft.lines)
      line.box = {};
  }
  EXPECT_EQ(store->captures().GetDraft(card).value(), draft);
  EXPECT_EQ(store->captures().List(CaptureState::kWaiting, 10).value().size(), 1U);
  EXPECT_TRUE(store->queue().Claim().value());
  FollowUpQuery open;
  open.contact = contacts[0].id;
  EXPECT_EQ(store->follow_ups().List(open).value().size(), 1U);
  EXPECT_EQ(store->contacts().History(contacts[0].id).value().size(), 3U);
  if (GetParam() >= kFirstWithMore) {
    const std::vector<ExportRecord> exports = store->retention().ExportsWith(contacts[0].id).value();
    ASSERT_EQ(exports.size(), 1U);
    EXPECT_EQ(exports[0].path, "/home/grace/people.csv");
    EXPECT_TRUE(store->retention().ExportsWith(contacts[1].id).value().empty());
  }
}

TEST_P(OlderVersion, IsSearchedAndComparedLikeANewOne) {
  const auto store = OpenStore(file_, clock_);
  EXPECT_EQ(store->contacts().Search({.text = "differ", .event = {}}).value().size(), 1U);
  const Contact ada = test::FullContact();
  EXPECT_EQ(store->duplicates().FindLike(ada).value().size(), 1U);
}

TEST_P(OlderVersion, GroupsTheChangesThatWereMadeAtOnce) {
  const auto store = OpenStore(file_, clock_);
  const ContactId ada = store->contacts().Search({.text = "ada", .event = {}}).value().at(0).id;
  const std::vector<Revision> revisions = store->history().Revisions(ada).value();
  ASSERT_EQ(revisions.size(), 2U);
  EXPECT_EQ(revisions[0].changes.size(), 2U);
  EXPECT_EQ(revisions[1].changes[0].field, "created");
}

TEST_P(OlderVersion, IsBackedUpBefore) {
  OpenStore(file_, clock_);
  const auto backup = folder_ / "backups" / ("before-version-" + std::to_string(GetParam() + 1) + ".db");
  ASSERT_TRUE(std::filesystem::exists(backup));
  EXPECT_EQ(Database(backup, Database::Mode::kInspect).Number("PRAGMA user_version"), GetParam());
}

TEST_P(OlderVersion, ComesOutWithTheSchemaOfANewDatabase) {
  OpenStore(file_, clock_);
  OpenStore(folder_ / "new.db", clock_);
  const auto columns = [](const std::filesystem::path& file) {
    Database database(file, Database::Mode::kReadWrite);
    std::vector<std::string> names;
    database.Each(
        "SELECT m.type || ' ' || m.name || ' ' || coalesce(c.name || ' ' || c.type || c.\"notnull\", '')"
        " FROM sqlite_schema AS m LEFT JOIN pragma_table_info(m.name) AS c ORDER BY 1",
        {}, [&](const Row& row) { names.push_back(row.Text(0)); });
    return names;
  };
  EXPECT_EQ(columns(file_), columns(folder_ / "new.db"));
  EXPECT_EQ(
      Database(file_, Database::Mode::kReadWrite).Number("SELECT count(*) FROM pragma_foreign_key_check"), 0);
}

INSTANTIATE_TEST_SUITE_P(Files, OlderVersion, testing::Range(1, static_cast<int>(Migrations().size())),
                         [](const auto& version) { return "Version" + std::to_string(version.param); });

TEST(NewerVersion, IsRefusedAndLeftAsItIs) {
  const test::ManualClock clock;
  const test::TempFolder folder;
  const auto file = folder / "kith.db";
  OpenStore(file, clock);
  Database(file, Database::Mode::kReadWrite).Execute("PRAGMA user_version = 9999");
  const std::string before = test::ReadBytes(file);
  const auto opened = Store::Open(file, clock);
  ASSERT_FALSE(opened);
  EXPECT_NE(opened.error().message.find("newer Kith"), std::string::npos) << opened.error().message;
  EXPECT_EQ(test::ReadBytes(file), before);
}

}  // namespace
}  // namespace kith::storage
