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
  EXPECT_EQ(report.added, 3);
  EXPECT_EQ(report.duplicates.size(), 3U) << "each of the two with the known one, and they with each other";
  EXPECT_EQ(contacts().Search({.text = "", .event = {}}).value().size(), 4U) << "nothing is merged";
  EXPECT_EQ(history().Revisions(added[1].id).value()[0].actor, Actor::kImport);
}

TEST_P(ContactImportContract, LeavesWhatIsThere) {
  Contact ada = FullContact();
  ASSERT_TRUE(contacts().Confirm(ada, {}));
  ada.details.organization = "From elsewhere";
  const auto report = contact_import().Import(std::array{ada}).value();
  EXPECT_EQ(report.known, 1);
  EXPECT_EQ(contacts().Get(ada.id).value().details.organization, "Analytical Engines Ltd");
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
