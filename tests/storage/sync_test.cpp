// SPDX-License-Identifier: Apache-2.0
#include <array>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/storage/open_store.h"
#include "tests/support/manual_clock.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace kith::storage {
namespace {

using Kind = ContactFate::Kind;
constexpr const char* kBook = "https://example.org/book/";

class SyncTablesTest : public testing::Test {
 protected:
  SyncStore& sync() { return store_->sync(); }
  Contact Add(const std::string& name) {
    const Contact contact = test::NamedContact(name);
    EXPECT_TRUE(store_->contacts().Confirm(contact, {}));
    return store_->contacts().Get(contact.id).value();
  }
  static SyncedItem ItemOf(const Contact& contact) {
    return {contact.id.bytes(), "/book/" + contact.id.ToString() + ".vcf", "\"1\"", "theirs", "ours", true};
  }

  test::ManualClock clock_;
  test::TempFolder folder_;
  std::unique_ptr<Store> store_ = OpenStore(folder_ / "kith.db", clock_);
};

TEST_F(SyncTablesTest, RemembersWhatBothEndsAgreedOn) {
  EXPECT_TRUE(sync().Load(kBook).value().items.empty());
  const Contact ada = Add("Ada Example");
  const Contact grace = Add("Grace Sample");
  ASSERT_TRUE(sync().Record(kBook, std::array{ItemOf(ada), ItemOf(grace)}, {}));
  ASSERT_TRUE(sync().SetToken(kBook, "token"));
  SyncedItem newer = ItemOf(ada);
  newer.etag = "\"2\"";
  ASSERT_TRUE(sync().Record(kBook, std::array{newer}, std::array<UuidBytes, 1>{grace.id.bytes()}));
  const SyncState state = sync().Load(kBook).value();
  EXPECT_EQ(state.token, "token");
  EXPECT_THAT(state.items, testing::ElementsAre(newer));
  EXPECT_TRUE(sync().Load("https://example.org/other/").value().items.empty());
}

TEST_F(SyncTablesTest, RemembersHowEachKindEndedLast) {
  SyncLog& log = store_->sync_log();
  EXPECT_TRUE(log.Last().value().empty());
  const SyncRun contacts{SyncedKind::kContacts, clock_.Now(), 2, 1, ""};
  SyncRun follow_ups{SyncedKind::kFollowUps, clock_.Now(), 0, 0, "The server doesn't answer."};
  ASSERT_TRUE(log.Record(contacts));
  ASSERT_TRUE(log.Record(follow_ups));
  follow_ups.problem.clear();
  ASSERT_TRUE(log.Record(follow_ups));
  EXPECT_THAT(log.Last().value(), testing::ElementsAre(contacts, follow_ups));
  ASSERT_TRUE(log.Forget());
  EXPECT_TRUE(log.Last().value().empty());
}

TEST_F(SyncTablesTest, KeepsNoPersonalDataOfWhomWasErased) {
  const Contact ada = Add("Ada Example");
  const FollowUp hello = test::SampleFollowUp(ada.id, clock_.Today());
  ASSERT_TRUE(store_->follow_ups().Add(std::array{hello}));
  SyncedItem task = ItemOf(ada);
  task.id = hello.id.bytes();
  ASSERT_TRUE(sync().Record(kBook, std::array{ItemOf(ada), task}, {}));
  ASSERT_TRUE(store_->contacts().Erase(ada.id));
  for (const SyncedItem& item : sync().Load(kBook).value().items) {
    EXPECT_EQ(item.theirs + item.ours, "");
    EXPECT_NE(item.href, "") << "to be deleted there";
  }
  EXPECT_EQ(sync().FateOf(ada.id).value().kind, Kind::kErased);
}

TEST_F(SyncTablesTest, ChangesOnlyWhatIsAsItWasSeen) {
  const Contact before = Add("Ada Example");
  Contact after = before;
  after.details.organization = "Example Ltd";
  ASSERT_TRUE(sync().Change(before, after, Actor::kHub));
  EXPECT_EQ(store_->history().Revisions(before.id).value()[0].actor, Actor::kHub);
  EXPECT_EQ(sync().Change(before, after, Actor::kHub).error().code, ErrorCode::kNotAllowed);
  EXPECT_EQ(sync().Change(std::nullopt, after, Actor::kHub).error().code, ErrorCode::kNotAllowed);
}

TEST_F(SyncTablesTest, PutsContactsAsideAndBack) {
  const Contact ada = Add("Ada Example");
  const Contact grace = Add("Grace Sample");
  ASSERT_TRUE(store_->follow_ups().Add(std::array{test::SampleFollowUp(ada.id, clock_.Today())}));
  ASSERT_TRUE(sync().Remove(std::array{ada.id, test::NamedContact("Nobody").id}));
  EXPECT_EQ(sync().FateOf(ada.id).value().kind, Kind::kRemoved);
  EXPECT_EQ(store_->contacts().Get(ada.id).error().code, ErrorCode::kNotFound);
  EXPECT_THAT(store_->contacts().Search({.text = ""}).value(), testing::ElementsAre(grace));
  EXPECT_TRUE(store_->contacts().Search({.text = "Ada"}).value().empty());
  EXPECT_TRUE(store_->follow_ups().List({}).value().empty());
  ASSERT_EQ(sync().Removed().value().size(), 1U);
  EXPECT_EQ(sync().Removed().value()[0].contact, ada);

  ASSERT_TRUE(sync().PutBack(ada.id));
  EXPECT_EQ(store_->contacts().Get(ada.id).value(), ada);
  EXPECT_EQ(store_->contacts().Search({.text = "Ada"}).value().size(), 1U);
  EXPECT_EQ(store_->follow_ups().List({}).value().size(), 1U);
  EXPECT_EQ(sync().PutBack(ada.id).error().code, ErrorCode::kNotFound);
}

TEST_F(SyncTablesTest, ErasesAfterAMonthWhatWasPutAside) {
  const Contact ada = Add("Ada Example");
  ASSERT_TRUE(sync().Remove(std::array{ada.id}));
  EXPECT_EQ(store_->retention().EraseDue(AddDays(clock_.Today(), 29)).value().contacts, 0);
  EXPECT_EQ(store_->retention().EraseDue(AddDays(clock_.Today(), 30)).value().contacts, 1);
  EXPECT_EQ(sync().FateOf(ada.id).value().kind, Kind::kErased);
}

TEST_F(SyncTablesTest, ErasesOnRequestWhatWasPutAside) {
  const Contact ada = Add("Ada Example");
  ASSERT_TRUE(sync().Remove(std::array{ada.id}));
  ASSERT_TRUE(store_->contacts().Erase(ada.id));
  EXPECT_TRUE(sync().Removed().value().empty());
}

TEST_F(SyncTablesTest, KnowsIntoWhomAContactWasMerged) {
  const Contact ada = Add("Ada Example");
  const Contact same = Add("Ada Exampel");
  const Contact again = Add("A. Example");
  ASSERT_TRUE(store_->duplicates().Merge(same.id, again.id, Actor::kHost));
  ASSERT_TRUE(store_->duplicates().Merge(ada.id, same.id, Actor::kHost));
  EXPECT_EQ(sync().FateOf(again.id).value(), (ContactFate{Kind::kMerged, ada.id}));
  EXPECT_EQ(sync().FateOf(ada.id).value().kind, Kind::kHere);
  EXPECT_EQ(sync().FateOf(test::NamedContact("Nobody").id).value().kind, Kind::kUnknown);
}

}  // namespace
}  // namespace kith::storage
