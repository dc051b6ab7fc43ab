// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "flow/intake_state.h"
#include "flow/perform.h"
#include "flow/update.h"
#include "tests/flow/fake_ports.h"

namespace kith::flow {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

FoundContact Found(int line, const std::string& name, const std::string& email) {
  FoundContact found{.line = line};
  found.contact.id = ContactId(
      UuidBytes{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, static_cast<std::uint8_t>(line)});
  found.contact.details.name.full = name;
  found.contact.details.emails = {email};
  return found;
}

class UpdateIntake : public ::testing::Test {
 protected:
  UpdateIntake() {
    fakes_.contact_files.file = {
        .kind = ContactFileKind::kTable,
        .program = "",
        .charset = "UTF-8",
        .rows = 2,
        .columns = {{"Name", ColumnField::kName, 2, "Ada"}, {"Project", ColumnField::kRemark, 1, "Boats"}}};
    fakes_.contact_files.found = {Found(2, "Ada Example", "ada@example.com"),
                                  Found(3, "Ben Sample", "ben@example.com")};
    fakes_.contact_files.refused = {{4, "There is no name in it."}};
  }

  /// Applies the action and everything that follows from it.
  void Do(const Action& action) {
    std::vector<Effect> effects = Update(state_, action);
    while (!effects.empty()) {
      std::vector<Effect> more;
      for (const Effect& effect : effects) {
        for (Effect& next : Update(state_, Perform(effect, fakes_.ports(), {})))
          more.push_back(std::move(next));
      }
      effects = std::move(more);
    }
  }

  std::size_t Kept() { return fakes_.store.contacts().Search({})->size(); }

  test::FakePorts fakes_;
  AppState state_ = InitialState({}, fakes_.clock.Now(), fakes_.clock.Today());
  const IntakeState& intake_ = state_.intake;
};

TEST_F(UpdateIntake, ShowsWhatBecomesOfAFileBeforeAnythingIsKept) {
  Do(OpenContactFile{"friends.csv"});
  EXPECT_EQ(state_.screen, Screen::kImport);
  EXPECT_EQ(intake_.step, IntakeStep::kReady);
  EXPECT_EQ(intake_.outcome, "2 new, 1 refused");
  EXPECT_EQ(intake_.to_import, 2);
  EXPECT_THAT(intake_.rows,
              ElementsAre(IntakeRow{IntakeTone::kRefused, "line 4", "There is no name in it.", ""},
                          IntakeRow{IntakeTone::kNew, "line 2", "Ada Example, ada@example.com", ""},
                          IntakeRow{IntakeTone::kNew, "line 3", "Ben Sample, ben@example.com", ""}));
  EXPECT_EQ(Kept(), 0U);

  Do(ImportContacts{});
  EXPECT_EQ(intake_.step, IntakeStep::kDone);
  EXPECT_EQ(intake_.outcome, "2 new, 1 refused");
  EXPECT_EQ(Kept(), 2U);
  Do(ImportContacts{});
  EXPECT_EQ(intake_.step, IntakeStep::kDone) << "once is enough";

  Do(LeaveImport{});
  Do(OpenContactFile{"friends.csv"});
  EXPECT_EQ(intake_.outcome, "2 the same, 1 refused");
  Do(ImportContacts{});
  EXPECT_EQ(intake_.step, IntakeStep::kReady) << "there is nothing to import";
}

TEST_F(UpdateIntake, ReadsAgainWithWhatAPersonSaysOfAColumn) {
  Do(OpenContactFile{"friends.csv"});
  Do(ChooseColumn{1, ColumnField::kOrganization});
  EXPECT_EQ(intake_.step, IntakeStep::kReady);
  ASSERT_TRUE(fakes_.contact_files.last_read);
  EXPECT_EQ(fakes_.contact_files.last_read->columns[1].field, ColumnField::kOrganization);
  Do(ChooseColumn{7, ColumnField::kName});
  EXPECT_EQ(fakes_.contact_files.last_read->columns[0].field, ColumnField::kName)
      << "there is no such column";
}

TEST_F(UpdateIntake, TellsWhyAFileCannotBeRead) {
  fakes_.contact_files.fault = Error{ErrorCode::kUnreadable, "This isn't text."};
  Do(OpenContactFile{"friends.csv"});
  EXPECT_EQ(intake_.step, IntakeStep::kChoose);
  EXPECT_EQ(intake_.error->message, "This isn't text.");
  Do(OpenContactFile{""});
  EXPECT_EQ(intake_.error->code, ErrorCode::kInvalidInput);
}

TEST_F(UpdateIntake, ForgetsWhatComesBackForAFileThatWasLeft) {
  const std::vector<Effect> effects = Update(state_, OpenContactFile{"friends.csv"});
  Do(LeaveImport{});
  Do(Perform(effects.at(0), fakes_.ports(), {}));
  EXPECT_EQ(intake_.step, IntakeStep::kChoose);
  EXPECT_FALSE(intake_.file);
}

TEST_F(UpdateIntake, StopsAnImportWithoutATrace) {
  Do(OpenContactFile{"friends.csv"});
  const std::vector<Effect> effects = Update(state_, ImportContacts{});
  EXPECT_EQ(intake_.step, IntakeStep::kImport);
  Do(StopImport{});
  Do(LeaveImport{});
  EXPECT_EQ(intake_.step, IntakeStep::kImport) << "until it has ended";
  Do(Perform(effects.at(0), fakes_.ports(), {}));
  EXPECT_EQ(intake_.step, IntakeStep::kReady);
  EXPECT_FALSE(intake_.error);
  EXPECT_EQ(Kept(), 0U);
}

TEST_F(UpdateIntake, OpensADroppedFileWithContactsAndLooksForCardsInOthers) {
  Do(ImportFiles{{"a.jpg", "friends.VCF", "b.jpg"}});
  EXPECT_EQ(state_.screen, Screen::kImport);
  EXPECT_EQ(intake_.path, "friends.VCF");
  EXPECT_EQ(intake_.step, IntakeStep::kReady);
  EXPECT_FALSE(state_.notices.empty()) << "the pictures were looked at, too";
}

TEST_F(UpdateIntake, IsForTheHostOnly) {
  state_.lock.locked = true;
  Do(OpenContactFile{"friends.csv"});
  EXPECT_EQ(intake_.step, IntakeStep::kChoose);
  EXPECT_EQ(state_.screen, Screen::kScan);
}

TEST_F(UpdateIntake, KeepsALineForAnEventThatNobodyKnows) {
  fakes_.contact_files.found.resize(1);
  fakes_.contact_files.found[0].event = "Choir";
  fakes_.contact_files.found[0].unless_event = "Labels: Choir";
  Do(OpenContactFile{"friends.csv"});
  Do(ImportContacts{});
  const auto kept = fakes_.store.contacts().Search({});
  ASSERT_THAT(*kept, SizeIs(1));
  EXPECT_EQ(kept->front().details.notes, "Labels: Choir");
  EXPECT_FALSE(kept->front().event);
}

}  // namespace
}  // namespace kith::flow
