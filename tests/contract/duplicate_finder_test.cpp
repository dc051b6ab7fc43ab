// SPDX-License-Identifier: Apache-2.0
#include <array>

#include <gtest/gtest.h>

#include "tests/contract/store_contract.h"
#include "tests/support/samples.h"

namespace kith::test {
namespace {

class DuplicateFinderContract : public StoreContract {
 protected:
  Contact Keep(Contact contact, std::span<const FollowUp> follow_ups = {}) {
    EXPECT_TRUE(contacts().Confirm(contact, follow_ups));
    return contacts().Get(contact.id).value();
  }
  static Contact Known(const std::string& name, const std::string& number) {
    Contact contact = NamedContact(name);
    contact.details.phones = {{number, number, "", PhoneType::kMobile}};
    return contact;
  }
  std::vector<DuplicatePair> All() { return duplicates().FindAll(1000).value(); }
};

TEST_P(DuplicateFinderContract, FindsWhoWasKeptBeforeAndSaysWhy) {
  const Contact ada = Keep(Known("Ada Example", "+14155550123"));
  Keep(Known("Grace Sample", "+14155550199"));
  const auto found = duplicates().FindLike(Known("Ada Example", "+14155550123")).value();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].first, ada.id);
  EXPECT_GE(found[0].likeness.score, kLikelyDuplicate);
  EXPECT_EQ(found[0].likeness.reasons, (std::vector<std::string>{"same name", "same mobile"}));
}

TEST_P(DuplicateFinderContract, FindsEachPairOnceAndNotWhatWasToldApart) {
  const Contact one = Keep(Known("Ada Example", "+14155550123"));
  const Contact other = Keep(Known("Ada Example", "+14155550123"));
  ASSERT_EQ(All().size(), 1U);
  EXPECT_EQ(All()[0].first, one.id);
  EXPECT_EQ(All()[0].second, other.id);
  EXPECT_TRUE(duplicates().FindAll(0).value().empty());
  ASSERT_TRUE(duplicates().TellApart(other.id, one.id));
  EXPECT_TRUE(All().empty());
  EXPECT_TRUE(duplicates().FindLike(one).value().empty());
  EXPECT_EQ(CodeOf(duplicates().TellApart(one.id, one.id)), ErrorCode::kInvalidInput);
  EXPECT_EQ(CodeOf(duplicates().TellApart(one.id, ContactId())), ErrorCode::kNotFound);
}

TEST_P(DuplicateFinderContract, MergesValuesCardsAndFollowUpsAndTakesItBack) {
  Contact ada = FullContact();
  ada.capture = captures().Add(SampleCapture("old card")).value();
  Contact again = FullContact("Ada Lovelace");
  again.capture = captures().Add(SampleCapture("new card")).value();
  const FollowUp link = SampleFollowUp(again.id, clock_.Today());
  ada = Keep(ada);
  again = Keep(again, std::array{link});

  const std::int64_t revision = duplicates().Merge(ada.id, again.id, Actor::kHost).value();
  EXPECT_EQ(contacts().Get(ada.id).value().details.name.full, "Ada Example") << "what was typed stays";
  EXPECT_NE(contacts().Get(ada.id).value().details.notes.find("Ada Lovelace"), std::string::npos);
  EXPECT_EQ(duplicates().CardsOf(ada.id).value(), (std::vector{*ada.capture, *again.capture}));
  EXPECT_EQ(follow_ups().Get(link.id).value().contact, ada.id);
  EXPECT_EQ(CodeOf(contacts().Get(again.id)), ErrorCode::kNotFound);
  EXPECT_EQ(contacts().Search({}).value().size(), 1U);
  EXPECT_EQ(history().Revisions(ada.id).value()[0].changes[0], (FieldChange{"merged", "", "Ada Lovelace"}));

  ASSERT_TRUE(history().Undo(ada.id, revision));
  EXPECT_EQ(contacts().Get(ada.id).value().details, ada.details);
  EXPECT_EQ(contacts().Get(again.id).value(), again);
  EXPECT_EQ(follow_ups().Get(link.id).value().contact, again.id);
  EXPECT_EQ(duplicates().CardsOf(again.id).value(), std::vector{*again.capture});
  EXPECT_EQ(CodeOf(history().Undo(ada.id, history().Revisions(ada.id).value()[0].number)),
            ErrorCode::kNotAllowed)
      << "a separation isn't undone: they can be merged again";
}

TEST_P(DuplicateFinderContract, MergesOnlyWhenAPersonSaysSo) {
  const Contact one = Keep(Known("Ada Example", "+14155550123"));
  const Contact other = Keep(Known("Ada Example", "+14155550123"));
  for (const Actor machine : {Actor::kReader, Actor::kImport, Actor::kHub})
    EXPECT_EQ(CodeOf(duplicates().Merge(one.id, other.id, machine)), ErrorCode::kNotAllowed);
  EXPECT_EQ(CodeOf(duplicates().Merge(one.id, one.id, Actor::kHost)), ErrorCode::kInvalidInput);
  EXPECT_TRUE(contacts().Get(other.id));
}

TEST_P(DuplicateFinderContract, ErasingAContactErasesWhoWasMergedIntoIt) {
  const Contact one = Keep(Known("Ada Example", "+14155550123"));
  const Contact other = Keep(Known("Ada Example", "+14155550123"));
  ASSERT_TRUE(duplicates().Merge(one.id, other.id, Actor::kHost));
  ASSERT_TRUE(contacts().Erase(one.id));
  EXPECT_TRUE(retention().WasErased(one.id).value());
  EXPECT_TRUE(retention().WasErased(other.id).value());
}

KITH_ON_EVERY_STORE(DuplicateFinderContract);

}  // namespace
}  // namespace kith::test
