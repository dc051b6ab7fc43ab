// SPDX-License-Identifier: Apache-2.0
// Contacts with a real server.
#include "tests/support/radicale.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/exchange/dav/dav_user.h"
#include "tests/exchange/dav/essence.h"
#include "tests/support/samples.h"

namespace kith::test {
namespace {

using exchange::dav::SyncEvent;
using exchange::dav::SyncReport;
using Kind = SyncEvent::Kind;

class RadicaleSync : public testing::Test {
 protected:
  ManualClock clock_;
  Radicale server_;
  DavUser ada_{clock_, server_.Url()};
  DavUser bob_{clock_, server_.Url()};
};

TEST_F(RadicaleSync, BringsContactsFromOneKithToAnother) {
  const Contact full = FullContact();
  ASSERT_TRUE(ada_.store().contacts().Confirm(full, {}));
  ada_.Add("Grace Sample");
  SyncReport report = ada_.SyncContacts();
  EXPECT_FALSE(report.trouble);
  EXPECT_EQ(report.Count(Kind::kCreatedThere), 2U);
  report = bob_.SyncContacts();
  EXPECT_EQ(report.Count(Kind::kTakenHere), 2U);
  EXPECT_EQ(Essence(bob_.Contacts()), Essence(ada_.Contacts()));

  EXPECT_EQ(ada_.SyncContacts().events, std::vector<SyncEvent>());
  EXPECT_EQ(bob_.SyncContacts().events, std::vector<SyncEvent>()) << "both ends agree";
}

TEST_F(RadicaleSync, MergesWhatBothChanged) {
  ASSERT_TRUE(ada_.store().contacts().Confirm(FullContact(), {}));
  ada_.SyncContacts();
  bob_.SyncContacts();
  Contact here = ada_.Named("Ada Example");
  here.details.emails.push_back("ada@here.example.org");
  here.details.organization = "Here Ltd";
  ada_.Update(here);
  Contact there = bob_.Named("Ada Example");
  there.details.emails.push_back("ada@there.example.org");
  there.details.organization = "There Ltd";
  there.interests.emplace_back("Sailing");
  bob_.Update(there);

  EXPECT_EQ(ada_.SyncContacts().Count(Kind::kChangedThere), 1U);
  const SyncReport report = bob_.SyncContacts();
  EXPECT_EQ(report.Count(Kind::kContested), 1U);
  ada_.SyncContacts();
  EXPECT_EQ(Essence(ada_.Contacts()), Essence(bob_.Contacts()));
  const Contact merged = ada_.Named("Ada Example");
  EXPECT_EQ(merged.details.organization, "There Ltd") << "typed by a person at the one who came last";
  EXPECT_THAT(merged.details.emails,
              testing::IsSupersetOf({"ada@here.example.org", "ada@there.example.org"}));
  EXPECT_THAT(merged.interests, testing::Contains("Sailing"));
  const auto waiting = bob_.store().history().Suggestions(merged.id).value();
  ASSERT_EQ(waiting.size(), 1U);
  EXPECT_EQ(waiting[0].suggested, "Here Ltd") << "nothing is lost";
}

TEST_F(RadicaleSync, DeletesThereWhatIsErasedHereAndPutsAsideWhatIsDeletedThere) {
  const Contact grace = ada_.Add("Grace Sample");
  ada_.Add("Ada Example");
  ada_.SyncContacts();
  bob_.SyncContacts();
  ada_.Erase(grace.id);
  EXPECT_EQ(ada_.SyncContacts().Count(Kind::kDeletedThere), 1U);
  EXPECT_EQ(bob_.SyncContacts().Count(Kind::kRemovedHere), 1U);
  EXPECT_EQ(bob_.Contacts().size(), 1U);
  const auto removed = bob_.store().sync().Removed().value();
  ASSERT_EQ(removed.size(), 1U);
  EXPECT_EQ(removed[0].contact.details.name.full, "Grace Sample");
}

TEST_F(RadicaleSync, BringsFollowUpsFromOneKithToAnotherAndBack) {
  const Contact ada = FullContact();
  FollowUp hello = SampleFollowUp(ada.id, clock_.Today());
  hello.repeat_days = 90;
  hello.plan = "default";
  hello.note = "One line\nand \\ another; with, all";
  ASSERT_TRUE(ada_.store().contacts().Confirm(ada, std::array{hello}));
  ada_.SyncContacts();
  EXPECT_EQ(ada_.SyncTasks().Count(Kind::kCreatedThere), 1U);
  bob_.SyncContacts();
  EXPECT_EQ(bob_.SyncTasks().Count(Kind::kTakenHere), 1U);
  EXPECT_EQ(bob_.store().follow_ups().Get(hello.id).value(), hello);
  EXPECT_EQ(ada_.SyncTasks().events, std::vector<SyncEvent>());
  EXPECT_EQ(bob_.SyncTasks().events, std::vector<SyncEvent>());

  FollowUp done = hello;
  done.done_on = clock_.Today();
  done.note = "Done";
  ASSERT_TRUE(bob_.store().following().Apply({.what = "Done", .follow_ups = {{hello, done}}}));
  EXPECT_EQ(bob_.SyncTasks().Count(Kind::kChangedThere), 1U);
  EXPECT_EQ(ada_.SyncTasks().Count(Kind::kChangedHere), 1U);
  EXPECT_EQ(ada_.store().follow_ups().List({.include_done = true}).value(), std::vector{done})
      << "what comes next is planned where it was done";

  ASSERT_TRUE(ada_.store().following().Apply({.what = "Gone", .follow_ups = {{done, std::nullopt}}}));
  EXPECT_EQ(ada_.SyncTasks().Count(Kind::kDeletedThere), 1U);
  EXPECT_EQ(bob_.SyncTasks().Count(Kind::kRemovedHere), 1U);
  ASSERT_TRUE(bob_.store().following().Undo()) << "that can be taken back";
  EXPECT_EQ(bob_.store().follow_ups().Get(hello.id).value(), done);
}

}  // namespace
}  // namespace kith::test
