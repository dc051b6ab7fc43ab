// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <gmock/gmock.h>

#include "core/receipt_code.h"
#include "tests/contract/store_contract.h"
#include "tests/support/samples.h"

namespace kith::test {
namespace {

using std::chrono::hours;
using testing::ElementsAre;
using testing::IsEmpty;

class GuestRecordsContract : public StoreContract {
 protected:
  Consent Said(ConsentKind kind, bool given) const {
    return {kind, given, given ? "My host may write to me." : "Introduce me.", clock_.Now()};
  }
  std::string Keep(const Contact& contact, const std::vector<Consent>& consents = {}) {
    return guests_.Keep(contact, {}, consents).value();
  }
  bool Declined(const Contact& contact, ConsentKind kind) {
    const std::vector<ContactId> all = guests_.WhoDeclined(kind).value();
    return std::ranges::find(all, contact.id) != all.end();
  }

  GuestRecords& guests_ = guests();
  Contact ada_ = FullContact();
  Contact bo_ = NamedContact("Bo Sample");
};

TEST_P(GuestRecordsContract, KeepsTheContactAsTheGuestsDoingWithWhatTheySaidAndAReceipt) {
  ada_.capture = captures().Add(SampleCapture()).value();
  const FollowUp hello = SampleFollowUp(ada_.id, clock_.Today());
  const std::vector<Consent> said = {Said(ConsentKind::kKeepInTouch, true),
                                     Said(ConsentKind::kIntroduce, false)};
  const std::string receipt = guests_.Keep(ada_, std::vector{hello}, said).value();

  EXPECT_EQ(ReadReceiptCode(receipt), receipt);
  EXPECT_EQ(guests_.Find(receipt).value(), ada_.id);
  EXPECT_EQ(guests_.ConsentsOf(ada_.id).value(), said);
  EXPECT_EQ(contacts().Get(ada_.id).value().details, ada_.details);
  EXPECT_EQ(follow_ups().Get(hello.id).value(), hello);
  EXPECT_EQ(history().Revisions(ada_.id).value().at(0).actor, Actor::kGuest);
  EXPECT_EQ(captures().Get(*ada_.capture).value().state, CaptureState::kConfirmed);
}

TEST_P(GuestRecordsContract, KeepsNothingOfWhatItRefuses) {
  ada_.capture = MakeId<CaptureId>(clock_.Now());
  EXPECT_EQ(CodeOf(guests_.Keep(ada_, {}, std::vector{Said(ConsentKind::kIntroduce, false)})),
            ErrorCode::kNotFound);
  EXPECT_THAT(guests_.WhoDeclined(ConsentKind::kIntroduce).value(), IsEmpty());
}

TEST_P(GuestRecordsContract, GivesEveryGuestAnotherReceipt) {
  const std::string first = Keep(ada_);
  const std::string second = Keep(bo_);
  EXPECT_NE(first, second);
  EXPECT_EQ(guests_.Find(second).value(), bo_.id);
  EXPECT_EQ(guests_.Find("0000-0000").value(), std::nullopt);
}

TEST_P(GuestRecordsContract, KnowsWhoWasAskedAndDeclined) {
  Keep(ada_, {Said(ConsentKind::kKeepInTouch, false), Said(ConsentKind::kIntroduce, true)});
  Keep(bo_, {Said(ConsentKind::kKeepInTouch, true), Said(ConsentKind::kIntroduce, false)});
  ASSERT_TRUE(contacts().Confirm(NamedContact("Cleo Test"), {}));  // by the host, who asked nobody
  EXPECT_THAT(guests_.WhoDeclined(ConsentKind::kKeepInTouch).value(), ElementsAre(ada_.id));
  EXPECT_THAT(guests_.WhoDeclined(ConsentKind::kIntroduce).value(), ElementsAre(bo_.id));
}

TEST_P(GuestRecordsContract, ForgetsConsentsAndReceiptWithTheContact) {
  const std::string receipt = Keep(ada_, {Said(ConsentKind::kIntroduce, false)});
  ASSERT_TRUE(contacts().Erase(ada_.id));
  EXPECT_EQ(guests_.Find(receipt).value(), std::nullopt);
  EXPECT_EQ(CodeOf(guests_.ConsentsOf(ada_.id)), ErrorCode::kNotFound);
  EXPECT_FALSE(Declined(ada_, ConsentKind::kIntroduce));
}

TEST_P(GuestRecordsContract, WhoCameTwiceAndBecameOneContactIsBoundByTheNewestAnswer) {
  const std::string first = Keep(ada_, {Said(ConsentKind::kIntroduce, false)});
  clock_.Advance(hours(1));
  Keep(bo_, {Said(ConsentKind::kIntroduce, true)});
  ASSERT_TRUE(duplicates().Merge(ada_.id, bo_.id, Actor::kHost));
  EXPECT_FALSE(Declined(ada_, ConsentKind::kIntroduce));
  EXPECT_TRUE(guests_.ConsentsOf(ada_.id).value().at(0).given);
  EXPECT_EQ(guests_.Find(first).value(), ada_.id);
}

TEST_P(GuestRecordsContract, TheReceiptOfAHiddenContactLeadsToTheOneThatIsShown) {
  Keep(ada_);
  const std::string second = Keep(bo_, {Said(ConsentKind::kIntroduce, false)});
  ASSERT_TRUE(duplicates().Merge(ada_.id, bo_.id, Actor::kHost));
  EXPECT_EQ(guests_.Find(second).value(), ada_.id);
  EXPECT_TRUE(Declined(ada_, ConsentKind::kIntroduce));
}

KITH_ON_EVERY_STORE(GuestRecordsContract);

}  // namespace
}  // namespace kith::test
