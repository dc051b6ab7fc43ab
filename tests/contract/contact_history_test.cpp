// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/contract/store_contract.h"
#include "tests/support/samples.h"

namespace kith::test {
namespace {

class ContactHistoryContract : public StoreContract {
 protected:
  void SetUp() override { ASSERT_TRUE(contacts().Confirm(ada_, {}, Actor::kGuest)); }

  void Change(const Contact& contact, Actor actor = Actor::kHost) {
    clock_.Advance(std::chrono::minutes(1));
    ASSERT_TRUE(contacts().Update(contact, actor));
  }
  Contact Now() { return contacts().Get(ada_.id).value(); }
  std::vector<Revision> Revisions() { return history().Revisions(ada_.id).value(); }

  Contact ada_ = FullContact();
};

TEST_P(ContactHistoryContract, TellsWhoChangedWhatAndWhen) {
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

TEST_P(ContactHistoryContract, PutsEveryFieldBackExactly) {
  const Contact before = Now();
  Contact changed = NamedContact("Grace Sample");
  changed.id = ada_.id;
  Change(changed);
  ASSERT_TRUE(history().Undo(ada_.id, Revisions()[0].number));

  Contact now = Now();
  now.updated = before.updated;
  EXPECT_EQ(now, before);
  EXPECT_EQ(Revisions()[0].undoes, Revisions()[1].number);
  EXPECT_EQ(contacts().Search({.text = "analytical", .event = {}}).value().size(), 1U);
}

TEST_P(ContactHistoryContract, UndoesAnOlderChangeAndKeepsTheLaterOneOfAnotherField) {
  Contact changed = ada_;
  changed.details.organization = "Sample Inc";
  Change(changed);
  const std::int64_t older = Revisions()[0].number;
  changed.interests = {"compilers"};
  Change(changed);
  ASSERT_TRUE(history().Undo(ada_.id, older));
  EXPECT_EQ(Now().details.organization, "Analytical Engines Ltd");
  EXPECT_EQ(Now().interests, std::vector<std::string>{"compilers"});
}

TEST_P(ContactHistoryContract, RefusesToUndoWhatWasChangedAgainSince) {
  Contact changed = ada_;
  changed.details.organization = "Sample Inc";
  Change(changed);
  const std::int64_t older = Revisions()[0].number;
  changed.details.organization = "Example Works";
  Change(changed);
  const auto undone = history().Undo(ada_.id, older);
  ASSERT_FALSE(undone);
  EXPECT_EQ(undone.error().code, ErrorCode::kNotAllowed);
  EXPECT_NE(undone.error().message.find("organization"), std::string::npos);
  EXPECT_EQ(Now().details.organization, "Example Works");

  ASSERT_TRUE(history().Undo(ada_.id, Revisions()[0].number));
  ASSERT_TRUE(history().Undo(ada_.id, older)) << "one after the other is fine";
  EXPECT_EQ(Now().details.organization, "Analytical Engines Ltd");
}

TEST_P(ContactHistoryContract, UndoesAnUndoing) {
  Contact changed = ada_;
  changed.details.phones.clear();
  Change(changed);
  ASSERT_TRUE(history().Undo(ada_.id, Revisions()[0].number));
  ASSERT_EQ(Now().details.phones, ada_.details.phones);
  ASSERT_TRUE(history().Undo(ada_.id, Revisions()[0].number));
  EXPECT_TRUE(Now().details.phones.empty());
}

TEST_P(ContactHistoryContract, DoesNotUndoTheBeginning) {
  const auto undone = history().Undo(ada_.id, Revisions()[0].number);
  ASSERT_FALSE(undone);
  EXPECT_EQ(undone.error().code, ErrorCode::kNotAllowed);
  EXPECT_EQ(history().Undo(ada_.id, 12345).error().code, ErrorCode::kNotFound);
}

TEST_P(ContactHistoryContract, LetsAReadingFillWhatIsEmptyButNotOverwriteWhatAPersonTyped) {
  Contact typed = NamedContact("Grace Sample");
  ASSERT_TRUE(contacts().Confirm(typed, {}));
  Contact read = typed;
  read.details.name.full = "Grape Sanple";
  read.details.organization = "Sample Inc";

  const auto held = history().Suggest(read, Actor::kReader).value();
  ASSERT_EQ(held.size(), 1U);
  EXPECT_EQ(held[0].field, "name");
  EXPECT_EQ(held[0].suggested, "Grape Sanple");
  Contact now = contacts().Get(typed.id).value();
  EXPECT_EQ(now.details.name.full, "Grace Sample");
  EXPECT_EQ(now.details.organization, "Sample Inc");
  EXPECT_EQ(history().Revisions(typed.id).value()[0].actor, Actor::kReader);

  read.details.organization = "Sample Incorporated";
  EXPECT_EQ(history().Suggest(read, Actor::kImport).value().size(), 1U) << "a machine's own value gives way";
  EXPECT_EQ(contacts().Get(typed.id).value().details.organization, "Sample Incorporated");
}

TEST_P(ContactHistoryContract, KeepsSuggestionsUntilAPersonDecides) {
  Contact read = ada_;
  read.details.organization = "Analytical Machines";
  read.interests = {"chess"};
  ASSERT_EQ(history().Suggest(read, Actor::kImport).value().size(), 2U);
  const auto waiting = history().Suggestions(ada_.id).value();
  ASSERT_EQ(waiting.size(), 2U);
  EXPECT_EQ(waiting[0].field, "interests");
  EXPECT_EQ(waiting[0].kept, "looms\nsea bathing");
  EXPECT_EQ(waiting[0].suggested, "chess");
  EXPECT_EQ(waiting[0].actor, Actor::kImport);

  ASSERT_TRUE(history().Settle(ada_.id, "interests", true));
  ASSERT_TRUE(history().Settle(ada_.id, "organization", false));
  EXPECT_EQ(Now().interests, std::vector<std::string>{"chess"});
  EXPECT_EQ(Now().details.organization, "Analytical Engines Ltd");
  EXPECT_TRUE(history().Suggestions(ada_.id).value().empty());
  EXPECT_EQ(history().Settle(ada_.id, "interests", true).error().code, ErrorCode::kNotFound);
}

TEST_P(ContactHistoryContract, SuggestsNothingByAnEmptyValue) {
  Contact empty = NamedContact("Ada Example");
  empty.id = ada_.id;
  EXPECT_TRUE(history().Suggest(empty, Actor::kReader).value().empty());
  EXPECT_EQ(Now().details, ada_.details);
}

TEST_P(ContactHistoryContract, KeepsWhatWasOnTheCardBesideWhatIsKeptNow) {
  const CaptureId capture = captures().Add(SampleCapture()).value();
  ASSERT_TRUE(queue().Finish(capture, SampleDraft("Grace Sanple")));
  Contact grace = NamedContact("Grace Sample");
  grace.capture = capture;
  ASSERT_TRUE(contacts().Confirm(grace, {}));
  ASSERT_TRUE(queue().Finish(capture, SampleDraft("Something Else")));
  EXPECT_EQ(captures().GetDraft(capture).value().details.name.full, "Grace Sanple");
}

KITH_ON_EVERY_STORE(ContactHistoryContract);

}  // namespace
}  // namespace kith::test
