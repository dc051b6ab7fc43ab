// SPDX-License-Identifier: Apache-2.0
#include <array>

#include <gtest/gtest.h>

#include "tests/contract/store_contract.h"
#include "tests/support/samples.h"

namespace kith::test {
namespace {

class ContactImportContract : public StoreContract {
 protected:
};

TEST_P(ContactImportContract, AddsContactsAndTellsLikelyDuplicates) {
  const Contact known = FullContact();
  ASSERT_TRUE(contacts().Confirm(known, {}));
  const std::array added = {FullContact(), NamedContact("Grace Sample"), FullContact()};
  const auto report = contact_import().Import(added).value();
  EXPECT_EQ(report.Count(Imported::kNew), 3);
  EXPECT_EQ(report.duplicates.size(), 3U) << "each of the two with the known one, and they with each other";
  EXPECT_EQ(contacts().Search({.text = "", .event = {}}).value().size(), 4U) << "nothing is merged";
  EXPECT_EQ(history().Revisions(added[1].id).value()[0].actor, Actor::kImport);
}

TEST_P(ContactImportContract, OverwritesNothingThatAPersonTyped) {
  Contact ada = FullContact();
  ASSERT_TRUE(contacts().Confirm(ada, {}));
  ada.details.organization = "From elsewhere";
  EXPECT_EQ(contact_import().Import(std::array{ada}).value().outcomes, std::vector{Imported::kChanged});
  EXPECT_EQ(contacts().Get(ada.id).value().details.organization, "Analytical Engines Ltd");
  ASSERT_EQ(history().Suggestions(ada.id).value().size(), 1U);
  EXPECT_EQ(history().Suggestions(ada.id).value()[0].suggested, "From elsewhere");
  EXPECT_EQ(contact_import().Import(std::array{ada}).value().outcomes, std::vector{Imported::kSame})
      << "it waits already";
}

TEST_P(ContactImportContract, ReplacesWhatAnImportBrought) {
  Contact ada = FullContact();
  ASSERT_TRUE(contact_import().Import(std::array{ada}));
  EXPECT_EQ(contact_import().Import(std::array{ada}).value().outcomes, std::vector{Imported::kSame});
  ada.details.organization = "New Works";
  EXPECT_EQ(contact_import().Import(std::array{ada}).value().outcomes, std::vector{Imported::kChanged});
  EXPECT_EQ(contacts().Get(ada.id).value().details.organization, "New Works");
}

TEST_P(ContactImportContract, TakesNothingAwayFromLists) {
  Contact ada = FullContact();
  ASSERT_TRUE(contact_import().Import(std::array{ada}));
  Contact less = ada;
  less.details.emails = {"ada@example.net"};
  ASSERT_TRUE(contact_import().Import(std::array{less}));
  EXPECT_EQ(contacts().Get(ada.id).value().details.emails,
            (std::vector<std::string>{"ada@example.com", "ada@example.org", "ada@example.net"}));
}

TEST_P(ContactImportContract, ADryRunTellsTheSameAndChangesNothing) {
  ASSERT_TRUE(contacts().Confirm(FullContact(), {}));
  const std::array added = {FullContact(), NamedContact("Grace Sample")};
  const auto dry = contact_import().Import(added, ImportMode::kDryRun).value();
  EXPECT_EQ(contacts().Search({}).value().size(), 1U);
  const auto real = contact_import().Import(added).value();
  EXPECT_EQ(dry.outcomes, real.outcomes);
  EXPECT_EQ(dry.duplicates, real.duplicates);
  EXPECT_EQ(dry.duplicates.size(), 1U);
}

TEST_P(ContactImportContract, WhoWasErasedDoesNotComeBack) {
  const Contact ada = FullContact();
  ASSERT_TRUE(contacts().Confirm(ada, {}));
  ASSERT_TRUE(contacts().Erase(ada.id));
  EXPECT_EQ(contact_import().Import(std::array{ada}).value().outcomes, std::vector{Imported::kErased});
  EXPECT_TRUE(contacts().Search({}).value().empty());
}

TEST_P(ContactImportContract, AddsAllOrNothing) {
  std::array added = {FullContact(), NamedContact("Grace Sample")};
  added[1].event = MakeId<EventId>(clock_.Now());
  EXPECT_EQ(contact_import().Import(added).error().code, ErrorCode::kNotFound);
  added[1].event.reset();
  added[1].id = ContactId();
  EXPECT_EQ(contact_import().Import(added).error().code, ErrorCode::kInvalidInput);
  EXPECT_TRUE(contacts().Search({.text = "", .event = {}}).value().empty());
}

KITH_ON_EVERY_STORE(ContactImportContract);

}  // namespace
}  // namespace kith::test
