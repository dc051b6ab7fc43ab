// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/store_contract.h"
#include "tests/support/samples.h"

namespace kith::test {
namespace {

using std::chrono::day;
using std::chrono::November;
using std::chrono::year;

using Texts = std::vector<std::string>;

constexpr Day NovemberDay(unsigned number) {
  return year(2026) / November / day(number);
}

class FollowUpStoreContract : public StoreContract {
 protected:
  void SetUp() override {
    ada_.event = events().FindOrCreate("Spring Meetup").value().id;
    ASSERT_TRUE(contacts().Confirm(ada_, {}));
    ASSERT_TRUE(contacts().Confirm(grace_, {}));
  }

  FollowUp Kept(const Contact& contact, Day due, const std::string& text) {
    const FollowUp follow_up = SampleFollowUp(contact.id, due, text);
    EXPECT_TRUE(follow_ups().Add(std::array{follow_up}));
    return follow_up;
  }

  Texts Listed(const FollowUpQuery& query) {
    Texts texts;
    const std::vector<FollowUp> listed = follow_ups().List(query).value();
    for (const FollowUp& follow_up : listed)
      texts.push_back(follow_up.text);
    return texts;
  }

  Contact ada_ = NamedContact("Ada Example");
  Contact grace_ = NamedContact("Grace Sample");
};
KITH_ON_EVERY_STORE(FollowUpStoreContract);

TEST_P(FollowUpStoreContract, KeepsEveryValue) {
  FollowUp follow_up = SampleFollowUp(ada_.id, NovemberDay(24), "Send the link");
  follow_up.kind = FollowUpKind::kSendLink;
  follow_up.repeat_days.reset();
  follow_up.done_on = NovemberDay(25);
  ASSERT_TRUE(follow_ups().Add(std::array{follow_up}));
  EXPECT_EQ(follow_ups().Get(follow_up.id).value(), follow_up);
}

TEST_P(FollowUpStoreContract, ListsByDayThenById) {
  Kept(ada_, NovemberDay(25), "later");
  Kept(grace_, NovemberDay(24), "first");
  Kept(ada_, NovemberDay(24), "second");
  EXPECT_EQ(Listed({}), (Texts{"first", "second", "later"}));
}

TEST_P(FollowUpStoreContract, ListsWhatIsAskedFor) {
  Kept(ada_, NovemberDay(24), "ada");
  Kept(grace_, NovemberDay(25), "grace");
  const FollowUp done = Kept(grace_, NovemberDay(23), "done");
  ASSERT_TRUE(follow_ups().Complete(done.id, NovemberDay(23), {}));
  EXPECT_EQ(Listed({.due_by = NovemberDay(24), .contact = {}, .event = {}}), Texts{"ada"});
  EXPECT_EQ(Listed({.due_by = NovemberDay(25), .contact = {}, .event = {}}), (Texts{"ada", "grace"}));
  EXPECT_EQ(Listed({.due_by = {}, .contact = grace_.id, .event = {}}), Texts{"grace"});
  EXPECT_EQ(Listed({.due_by = {}, .contact = {}, .event = ada_.event}), Texts{"ada"});
  EXPECT_EQ(Listed({.due_by = {}, .contact = grace_.id, .event = {}, .include_done = true}),
            (Texts{"done", "grace"}));
}

TEST_P(FollowUpStoreContract, CompletesAndAddsWhatComesNext) {
  const FollowUp follow_up = Kept(ada_, NovemberDay(24), "now");
  const FollowUp next = SampleFollowUp(ada_.id, NovemberDay(30), "next");
  ASSERT_TRUE(follow_ups().Complete(follow_up.id, NovemberDay(26), std::array{next}));
  EXPECT_EQ(follow_ups().Get(follow_up.id).value().done_on, NovemberDay(26));
  EXPECT_EQ(follow_ups().Get(next.id).value(), next);
  EXPECT_EQ(CodeOf(follow_ups().Complete(follow_up.id, NovemberDay(27), {})), ErrorCode::kNotAllowed);
  EXPECT_EQ(follow_ups().Get(follow_up.id).value().done_on, NovemberDay(26));
}

TEST_P(FollowUpStoreContract, CompletesAllOrNothing) {
  const FollowUp follow_up = Kept(ada_, NovemberDay(24), "now");
  EXPECT_EQ(CodeOf(follow_ups().Complete(follow_up.id, NovemberDay(26), std::array{follow_up})),
            ErrorCode::kNotAllowed);
  EXPECT_EQ(follow_ups().Get(follow_up.id).value(), follow_up);
}

TEST_P(FollowUpStoreContract, AddsAllOrNothing) {
  const FollowUp good = SampleFollowUp(ada_.id, NovemberDay(24), "good");
  const FollowUp stranger = SampleFollowUp(MakeId<ContactId>(clock_.Now()), NovemberDay(24), "stranger");
  EXPECT_EQ(CodeOf(follow_ups().Add(std::array{good, stranger})), ErrorCode::kNotFound);
  EXPECT_EQ(CodeOf(follow_ups().Get(good.id)), ErrorCode::kNotFound);
  FollowUp nameless = good;
  nameless.id = FollowUpId();
  EXPECT_EQ(CodeOf(follow_ups().Add(std::array{nameless})), ErrorCode::kInvalidInput);
  EXPECT_TRUE(follow_ups().Add({}));
}

TEST_P(FollowUpStoreContract, TellsThatAFollowUpIsGone) {
  const auto unknown = MakeId<FollowUpId>(clock_.Now());
  EXPECT_EQ(CodeOf(follow_ups().Get(unknown)), ErrorCode::kNotFound);
  EXPECT_EQ(CodeOf(follow_ups().Complete(unknown, NovemberDay(24), {})), ErrorCode::kNotFound);
}

}  // namespace
}  // namespace kith::test
