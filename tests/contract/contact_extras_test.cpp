// SPDX-License-Identifier: Apache-2.0
#include "core/contact_extras.h"

#include <array>

#include <gtest/gtest.h>

#include "tests/contract/store_contract.h"
#include "tests/support/samples.h"

namespace kith::test {
namespace {

ContactExtras SampleExtras(const std::string& mark) {
  ContactExtras extras;
  extras.pictures = {{std::vector<std::uint8_t>(mark.begin(), mark.end()), "image/jpeg"}};
  extras.properties = {{"", "X-SPOUSE", {}, mark, ""},
                       {"item1", "TEL", {{"TYPE", "CELL"}}, "+14155550123", "+14155550123"},
                       {"item1", "X-ABLABEL", {{"X-A", "b; \"c\""}}, "Direct\\, " + mark, ""}};
  return extras;
}

class ContactExtrasContract : public StoreContract {
 protected:
  ContactId Keep(const std::string& name) {
    const Contact contact = NamedContact(name);
    EXPECT_TRUE(contacts().Confirm(contact, {}));
    return contact.id;
  }

  Result<ContactImportReport> Import(const Contact& contact, const ContactExtras& extras,
                                     ImportMode mode = ImportMode::kKeep) {
    return contact_import().Import(
        [&](const TakeContact& take) -> Result<void> {
          const Result<Imported> taken = take({contact, extras});
          if (!taken) return taken.error();
          return {};
        },
        mode);
  }
};

TEST_P(ContactExtrasContract, AreEmptyAtFirstAndKeptAsTheyArePut) {
  const ContactId ada = Keep("Ada Example");
  EXPECT_TRUE(extras().Get(ada).value().empty());
  const ContactExtras sample = SampleExtras("one");
  ASSERT_TRUE(extras().Put(ada, sample, Actor::kHost));
  EXPECT_EQ(extras().Get(ada).value(), sample);
}

TEST_P(ContactExtrasContract, NeedTheirContact) {
  const ContactId nobody = MakeId<ContactId>(clock_.Now());
  EXPECT_EQ(CodeOf(extras().Get(nobody)), ErrorCode::kNotFound);
  EXPECT_EQ(CodeOf(extras().Put(nobody, SampleExtras("x"), Actor::kHost)), ErrorCode::kNotFound);
}

TEST_P(ContactExtrasContract, GiveEverybodyInTheOrderInWhichTheyWereAdded) {
  const Event event = events().FindOrCreate("Looms and Logic").value();
  const Contact zoe = NamedContact("Zoe Sample");
  Contact ada = FullContact();
  ada.event = event.id;
  const Contact bob = NamedContact("bob sample");
  for (const Contact& contact : {zoe, ada, bob}) {
    ASSERT_TRUE(contacts().Confirm(contact, {}));
    clock_.Advance(std::chrono::minutes(1));
  }
  ASSERT_TRUE(extras().Put(ada.id, SampleExtras("one"), Actor::kHost));
  ASSERT_TRUE(extras().Put(bob.id, SampleExtras("two"), Actor::kHost));

  const auto given = [&](std::optional<EventId> met_at, ExtrasWanted wanted) {
    std::vector<WholeContact> everybody;
    EXPECT_TRUE(extras().ForEach(met_at, wanted, [&](WholeContact whole) -> Result<void> {
      everybody.push_back(std::move(whole));
      return {};
    }));
    return everybody;
  };
  const auto whole = [&](const Contact& contact) {
    return WholeContact{contacts().Get(contact.id).value(), extras().Get(contact.id).value()};
  };
  EXPECT_EQ(given(std::nullopt, ExtrasWanted::kAll), (std::vector{whole(zoe), whole(ada), whole(bob)}));
  EXPECT_EQ(given(event.id, ExtrasWanted::kAll), std::vector{whole(ada)});
  EXPECT_EQ(given(event.id, ExtrasWanted::kProperties)[0].extras,
            (ContactExtras{{}, SampleExtras("one").properties}));
  EXPECT_TRUE(given(event.id, ExtrasWanted::kNone)[0].extras.empty());

  ASSERT_TRUE(duplicates().Merge(ada.id, bob.id, Actor::kHost));
  EXPECT_EQ(given(std::nullopt, ExtrasWanted::kAll), (std::vector{whole(zoe), whole(ada)}));
}

TEST_P(ContactExtrasContract, GiveManyToo) {
  std::vector<ContactId> added;
  for (int i = 0; i < 250; ++i) {
    added.push_back(Keep("Guest " + std::to_string(i)));
    clock_.Advance(std::chrono::seconds(1));
  }
  std::vector<ContactId> given;
  ASSERT_TRUE(
      extras().ForEach(std::nullopt, ExtrasWanted::kAll, [&](const WholeContact& whole) -> Result<void> {
        given.push_back(whole.contact.id);
        return {};
      }));
  EXPECT_EQ(given, added);
}

TEST_P(ContactExtrasContract, StopGivingAtTheFirstError) {
  Keep("Ada Example");
  Keep("Bob Sample");
  int visited = 0;
  const auto stopped =
      extras().ForEach(std::nullopt, ExtrasWanted::kAll, [&](const WholeContact&) -> Result<void> {
        ++visited;
        return Error{ErrorCode::kStorageFull, "The disk is full."};
      });
  EXPECT_EQ(CodeOf(stopped), ErrorCode::kStorageFull);
  EXPECT_EQ(visited, 1);
}

TEST_P(ContactExtrasContract, HaveLimits) {
  const ContactId ada = Keep("Ada Example");
  ContactExtras extras_too_large;
  extras_too_large.pictures = {{std::vector<std::uint8_t>(kMostPictureBytes + 1), "image/jpeg"}};
  EXPECT_EQ(CodeOf(extras().Put(ada, extras_too_large, Actor::kHost)), ErrorCode::kInvalidInput);
  EXPECT_TRUE(extras().Get(ada).value().empty());
}

TEST_P(ContactExtrasContract, AreUndoneLikeFields) {
  const ContactId ada = Keep("Ada Example");
  ASSERT_TRUE(extras().Put(ada, SampleExtras("one"), Actor::kHost));
  const std::int64_t first = history().Revisions(ada).value().at(0).number;
  ASSERT_TRUE(extras().Put(ada, SampleExtras("two"), Actor::kImport));
  const Revision second = history().Revisions(ada).value().at(0);
  EXPECT_EQ(second.actor, Actor::kImport);
  ASSERT_EQ(second.changes.size(), 2U);
  EXPECT_EQ(second.changes[0].field, "pictures");
  EXPECT_EQ(second.changes[1].field, "properties");

  EXPECT_EQ(CodeOf(history().Undo(ada, first)), ErrorCode::kNotAllowed) << "the second one stands on it";
  ASSERT_TRUE(history().Undo(ada, second.number));
  EXPECT_EQ(extras().Get(ada).value(), SampleExtras("one"));
  const Revision undoing = history().Revisions(ada).value().at(0);
  EXPECT_EQ(undoing.undoes, second.number);
  ASSERT_TRUE(history().Undo(ada, undoing.number)) << "undoing can be undone";
  EXPECT_EQ(extras().Get(ada).value(), SampleExtras("two"));
}

TEST_P(ContactExtrasContract, ThatStayTheSameLeaveNoHistory) {
  const ContactId ada = Keep("Ada Example");
  ASSERT_TRUE(extras().Put(ada, SampleExtras("one"), Actor::kHost));
  const std::size_t revisions = history().Revisions(ada).value().size();
  ASSERT_TRUE(extras().Put(ada, SampleExtras("one"), Actor::kHost));
  EXPECT_EQ(history().Revisions(ada).value().size(), revisions);
}

TEST_P(ContactExtrasContract, OfBothAreThereAfterMergingAndApartAfterUndoingIt) {
  const ContactId ada = Keep("Ada Example");
  const ContactId other = Keep("A. Example");
  ASSERT_TRUE(extras().Put(ada, SampleExtras("one"), Actor::kHost));
  ASSERT_TRUE(extras().Put(other, SampleExtras("two"), Actor::kHost));
  const std::int64_t merging = duplicates().Merge(ada, other, Actor::kHost).value();

  const ContactExtras both = extras().Get(ada).value();
  ASSERT_EQ(both.pictures.size(), 2U);
  EXPECT_EQ(both.pictures[0], SampleExtras("one").pictures[0]) << "the kept one's is shown";
  ASSERT_EQ(both.properties.size(), 5U) << "what is known of the number stays as the kept one has it";
  EXPECT_EQ(both.properties[4].value, "Direct\\, two");
  EXPECT_NE(both.properties[4].group, "item1") << "that group is another one's";

  ASSERT_TRUE(history().Undo(ada, merging));
  EXPECT_EQ(extras().Get(ada).value(), SampleExtras("one"));
  EXPECT_EQ(extras().Get(other).value(), SampleExtras("two"));
}

TEST_P(ContactExtrasContract, GoWithTheirContact) {
  const ContactId ada = Keep("Ada Example");
  ASSERT_TRUE(extras().Put(ada, SampleExtras("one"), Actor::kHost));
  ASSERT_TRUE(contacts().Erase(ada));
  EXPECT_EQ(CodeOf(extras().Get(ada)), ErrorCode::kNotFound);
}

TEST_P(ContactExtrasContract, ComeWithAnImport) {
  const Contact ada = NamedContact("Ada Example");
  EXPECT_EQ(Import(ada, SampleExtras("one")).value().outcomes, std::vector{Imported::kNew});
  EXPECT_EQ(extras().Get(ada.id).value(), SampleExtras("one"));
  EXPECT_EQ(history().Revisions(ada.id).value().size(), 1U) << "the contact begins with them";
  EXPECT_EQ(Import(ada, SampleExtras("one")).value().outcomes, std::vector{Imported::kSame});
}

TEST_P(ContactExtrasContract, GrowByAnImportAndLoseNothing) {
  const Contact ada = NamedContact("Ada Example");
  ASSERT_TRUE(Import(ada, SampleExtras("one")));
  EXPECT_EQ(Import(ada, SampleExtras("two")).value().outcomes, std::vector{Imported::kChanged});
  const ContactExtras grown = extras().Get(ada.id).value();
  EXPECT_EQ(grown.pictures.size(), 2U);
  EXPECT_EQ(grown.properties.size(), 5U);
  EXPECT_EQ(Import(ada, SampleExtras("two")).value().outcomes, std::vector{Imported::kSame});
  EXPECT_EQ(Import(ada, {}).value().outcomes, std::vector{Imported::kSame});
  ASSERT_TRUE(history().Undo(ada.id, history().Revisions(ada.id).value().at(0).number));
  EXPECT_EQ(extras().Get(ada.id).value(), SampleExtras("one"));
}

TEST_P(ContactExtrasContract, AreNotKeptByADryRun) {
  const Contact ada = NamedContact("Ada Example");
  ASSERT_TRUE(Import(ada, SampleExtras("one")));
  EXPECT_EQ(Import(ada, SampleExtras("two"), ImportMode::kDryRun).value().outcomes,
            std::vector{Imported::kChanged});
  EXPECT_EQ(extras().Get(ada.id).value(), SampleExtras("one"));
}

TEST_P(ContactExtrasContract, BeyondTheLimitsAreLeftOutByAnImportWhichGoesOn) {
  const Contact ada = NamedContact("Ada Example");
  ContactExtras too_much = SampleExtras("one");
  too_much.pictures.push_back({std::vector<std::uint8_t>(kMostPictureBytes + 1), "image/jpeg"});
  const ContactImportReport report = Import(ada, too_much).value();
  EXPECT_EQ(report.left_out, 1U);
  EXPECT_EQ(extras().Get(ada.id).value(), SampleExtras("one"));
}

TEST_P(ContactExtrasContract, MayBeLookedAtWhileAnImportRuns) {
  const ContactId ada = Keep("Ada Example");
  ASSERT_TRUE(extras().Put(ada, SampleExtras("one"), Actor::kHost));
  std::vector<Imported> outcomes;
  const auto feed = [&](const TakeContact& take) -> Result<void> {
    outcomes.push_back(take({NamedContact("Grace Sample"), extras().Get(ada).value()}).value());
    EXPECT_FALSE(events().Find("Looms and Logic").value());
    return {};
  };
  EXPECT_EQ(contact_import().Import(feed, ImportMode::kKeep).value().outcomes, outcomes);
  EXPECT_EQ(outcomes, std::vector{Imported::kNew});
}

TEST_P(ContactExtrasContract, NothingStaysOfAnImportWhoseFeedFails) {
  const auto feed = [&](const TakeContact& take) -> Result<void> {
    EXPECT_TRUE(take({NamedContact("Grace Sample"), SampleExtras("one")}));
    return Error{ErrorCode::kUnreadable, "The file ends here."};
  };
  EXPECT_EQ(contact_import().Import(feed, ImportMode::kKeep).error().code, ErrorCode::kUnreadable);
  EXPECT_TRUE(contacts().Search({}).value().empty());
}

KITH_ON_EVERY_STORE(ContactExtrasContract);

}  // namespace
}  // namespace kith::test
