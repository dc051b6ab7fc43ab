// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/storage/open_store.h"
#include "tests/support/manual_clock.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace kith::storage {
namespace {

class HistoryTest : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(store_->contacts().Confirm(ada_, {}, Actor::kGuest)); }

  void Change(const Contact& contact, Actor actor = Actor::kHost) {
    clock_.Advance(std::chrono::minutes(1));
    ASSERT_TRUE(store_->contacts().Update(contact, actor));
  }
  Contact Now() { return store_->contacts().Get(ada_.id).value(); }
  std::vector<Revision> Revisions() { return store_->history().Revisions(ada_.id).value(); }

  test::ManualClock clock_;
  test::TempFolder folder_;
  std::unique_ptr<Store> store_ = OpenStore(folder_ / "kith.db", clock_);
  Contact ada_ = test::FullContact();
};

TEST_F(HistoryTest, TellsWhoChangedWhatAndWhen) {
  Contact changed = ada_;
  changed.details.organization = "Sample Inc";
  changed.details.emails = {"ada@example.net"};
  Change(changed);

  const std::vector<Revision> revisions = Revisions();
  ASSERT_EQ(revisions.size(), 2U);
  EXPECT_EQ(revisions[0].actor, Actor::kHost);
  EXPECT_EQ(revisions[0].when, clock_.Now());
  EXPECT_FALSE(revisions[0].machine.empty());
  EXPECT_EQ(revisions[0].changes,
            (std::vector<FieldChange>{{"organization", "Analytical Engines Ltd", "Sample Inc"},
                                      {"emails", "ada@example.com\nada@example.org", "ada@example.net"}}));
  EXPECT_EQ(revisions[1].actor, Actor::kGuest);
  EXPECT_EQ(revisions[1].changes, (std::vector<FieldChange>{{"created", "", "Ada Example"}}));
}

TEST_F(HistoryTest, PutsEveryFieldBackExactly) {
  const Contact before = Now();
  Contact changed = test::NamedContact("Grace Sample");
  changed.id = ada_.id;
  Change(changed);
  ASSERT_TRUE(store_->history().Undo(ada_.id, Revisions()[0].number));

  Contact now = Now();
  now.updated = before.updated;
  EXPECT_EQ(now, before);
  EXPECT_EQ(Revisions()[0].undoes, Revisions()[1].number);
  EXPECT_EQ(store_->contacts().Search({.text = "analytical", .event = {}}).value().size(), 1U);
}

TEST_F(HistoryTest, UndoesAnOlderChangeAndKeepsTheLaterOneOfAnotherField) {
  Contact changed = ada_;
  changed.details.organization = "Sample Inc";
  Change(changed);
  const std::int64_t older = Revisions()[0].number;
  changed.interests = {"compilers"};
  Change(changed);
  ASSERT_TRUE(store_->history().Undo(ada_.id, older));
  EXPECT_EQ(Now().details.organization, "Analytical Engines Ltd");
  EXPECT_EQ(Now().interests, std::vector<std::string>{"compilers"});
}

TEST_F(HistoryTest, RefusesToUndoWhatWasChangedAgainSince) {
  Contact changed = ada_;
  changed.details.organization = "Sample Inc";
  Change(changed);
  const std::int64_t older = Revisions()[0].number;
  changed.details.organization = "Example Works";
  Change(changed);
  const auto undone = store_->history().Undo(ada_.id, older);
  ASSERT_FALSE(undone);
  EXPECT_EQ(undone.error().code, ErrorCode::kNotAllowed);
  EXPECT_NE(undone.error().message.find("organization"), std::string::npos);
  EXPECT_EQ(Now().details.organization, "Example Works");

  ASSERT_TRUE(store_->history().Undo(ada_.id, Revisions()[0].number));
  ASSERT_TRUE(store_->history().Undo(ada_.id, older)) << "one after the other is fine";
  EXPECT_EQ(Now().details.organization, "Analytical Engines Ltd");
}

TEST_F(HistoryTest, UndoesAnUndoing) {
  Contact changed = ada_;
  changed.details.phones.clear();
  Change(changed);
  ASSERT_TRUE(store_->history().Undo(ada_.id, Revisions()[0].number));
  ASSERT_EQ(Now().details.phones, ada_.details.phones);
  ASSERT_TRUE(store_->history().Undo(ada_.id, Revisions()[0].number));
  EXPECT_TRUE(Now().details.phones.empty());
}

TEST_F(HistoryTest, DoesNotUndoTheBeginning) {
  const auto undone = store_->history().Undo(ada_.id, Revisions()[0].number);
  ASSERT_FALSE(undone);
  EXPECT_EQ(undone.error().code, ErrorCode::kNotAllowed);
  EXPECT_EQ(store_->history().Undo(ada_.id, 12345).error().code, ErrorCode::kNotFound);
}

TEST_F(HistoryTest, LetsAReadingFillWhatIsEmptyButNotOverwriteWhatAPersonTyped) {
  Contact typed = test::NamedContact("Grace Sample");
  ASSERT_TRUE(store_->contacts().Confirm(typed, {}));
  Contact read = typed;
  read.details.name.full = "Grape Sanple";
  read.details.organization = "Sample Inc";

  const auto held = store_->history().Suggest(read, Actor::kReader).value();
  ASSERT_EQ(held.size(), 1U);
  EXPECT_EQ(held[0].field, "name");
  EXPECT_EQ(held[0].suggested, "Grape Sanple");
  Contact now = store_->contacts().Get(typed.id).value();
  EXPECT_EQ(now.details.name.full, "Grace Sample");
  EXPECT_EQ(now.details.organization, "Sample Inc");
  EXPECT_EQ(store_->history().Revisions(typed.id).value()[0].actor, Actor::kReader);

  read.details.organization = "Sample Incorporated";
  EXPECT_EQ(store_->history().Suggest(read, Actor::kImport).value().size(), 1U)
      << "a machine's own value gives way";
  EXPECT_EQ(store_->contacts().Get(typed.id).value().details.organization, "Sample Incorporated");
}

TEST_F(HistoryTest, KeepsSuggestionsUntilAPersonDecides) {
  Contact read = ada_;
  read.details.organization = "Analytical Machines";
  read.interests = {"chess"};
  ASSERT_EQ(store_->history().Suggest(read, Actor::kImport).value().size(), 2U);
  store_ = OpenStore(folder_ / "kith.db", clock_);
  const auto waiting = store_->history().Suggestions(ada_.id).value();
  ASSERT_EQ(waiting.size(), 2U);
  EXPECT_EQ(waiting[0].field, "interests");
  EXPECT_EQ(waiting[0].kept, "looms\nsea bathing");
  EXPECT_EQ(waiting[0].suggested, "chess");
  EXPECT_EQ(waiting[0].actor, Actor::kImport);

  ASSERT_TRUE(store_->history().Settle(ada_.id, "interests", true));
  ASSERT_TRUE(store_->history().Settle(ada_.id, "organization", false));
  EXPECT_EQ(Now().interests, std::vector<std::string>{"chess"});
  EXPECT_EQ(Now().details.organization, "Analytical Engines Ltd");
  EXPECT_TRUE(store_->history().Suggestions(ada_.id).value().empty());
  EXPECT_EQ(store_->history().Settle(ada_.id, "interests", true).error().code, ErrorCode::kNotFound);
}

TEST_F(HistoryTest, SuggestsNothingByAnEmptyValue) {
  Contact empty = test::NamedContact("Ada Example");
  empty.id = ada_.id;
  EXPECT_TRUE(store_->history().Suggest(empty, Actor::kReader).value().empty());
  EXPECT_EQ(Now().details, ada_.details);
}

TEST_F(HistoryTest, KeepsWhatWasOnTheCardBesideWhatIsKeptNow) {
  const CaptureId capture = store_->captures().Add(test::SampleCapture()).value();
  ASSERT_TRUE(store_->queue().Finish(capture, test::SampleDraft("Grace Sanple")));
  Contact grace = test::NamedContact("Grace Sample");
  grace.capture = capture;
  ASSERT_TRUE(store_->contacts().Confirm(grace, {}));
  ASSERT_TRUE(store_->queue().Finish(capture, test::SampleDraft("Something Else")));
  EXPECT_EQ(store_->captures().GetDraft(capture).value().details.name.full, "Grace Sanple");
}

}  // namespace
}  // namespace kith::storage
