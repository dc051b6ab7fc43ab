// SPDX-License-Identifier: Apache-2.0
#include <array>

#include <gtest/gtest.h>

#include "tests/storage/open_store.h"
#include "tests/support/manual_clock.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace kith::storage {
namespace {

class ImportTest : public testing::Test {
 protected:
  test::ManualClock clock_;
  test::TempFolder folder_;
  std::unique_ptr<Store> store_ = OpenStore(folder_ / "kith.db", clock_);
};

TEST_F(ImportTest, AddsContactsAndTellsLikelyDuplicates) {
  const Contact known = test::FullContact();
  ASSERT_TRUE(store_->contacts().Confirm(known, {}));
  const std::array added = {test::FullContact(), test::NamedContact("Grace Sample"), test::FullContact()};
  const auto report = store_->contact_import().Import(added).value();
  EXPECT_EQ(report.added, 3);
  EXPECT_EQ(report.duplicates.size(), 3U) << "each of the two with the known one, and they with each other";
  EXPECT_EQ(store_->contacts().Search({.text = "", .event = {}}).value().size(), 4U) << "nothing is merged";
  EXPECT_EQ(store_->history().Revisions(added[1].id).value()[0].actor, Actor::kImport);
}

TEST_F(ImportTest, LeavesWhatIsThere) {
  Contact ada = test::FullContact();
  ASSERT_TRUE(store_->contacts().Confirm(ada, {}));
  ada.details.organization = "From elsewhere";
  const auto report = store_->contact_import().Import(std::array{ada}).value();
  EXPECT_EQ(report.known, 1);
  EXPECT_EQ(store_->contacts().Get(ada.id).value().details.organization, "Analytical Engines Ltd");
}

TEST_F(ImportTest, AddsAllOrNothing) {
  std::array contacts = {test::FullContact(), test::NamedContact("Grace Sample")};
  contacts[1].event = MakeId<EventId>(clock_.Now());
  EXPECT_EQ(store_->contact_import().Import(contacts).error().code, ErrorCode::kNotFound);
  contacts[1].event.reset();
  contacts[1].id = ContactId();
  EXPECT_EQ(store_->contact_import().Import(contacts).error().code, ErrorCode::kInvalidInput);
  EXPECT_TRUE(store_->contacts().Search({.text = "", .event = {}}).value().empty());
}

}  // namespace
}  // namespace kith::storage
