// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "flow/present.h"
#include "tests/ui/view_test.h"
#include "ui/screens.h"

namespace kith::ui {
namespace {

class ScanScreenTest : public test::ViewTest {
 protected:
  void ShowScan(const std::string& name) {
    Show(name, [](Kit& kit, const flow::AppState& state, Forms&, flow::Actions& actions) {
      DrawScan(kit, state, actions);
    });
  }
};

TEST_F(ScanScreenTest, OpensACardThatWaitsForAPerson) {
  ShowScan("scan");
  ASSERT_EQ(state_.scan.cards.at(1).stage, flow::CardStage::kToReview);
  screen_.Click("card", 1);
  EXPECT_EQ(Only<flow::OpenReview>().id, state_.scan.cards.at(1).id);
}

TEST_F(ScanScreenTest, ACardThatIsBeingReadOrSavedCannotBeOpened) {
  ShowScan("scan");
  screen_.Click("card", 0);
  screen_.Click("card", 2);
  EXPECT_TRUE(actions_.empty());
}

TEST_F(ScanScreenTest, AGuestSeesNoCardsOfOthers) {
  ShowScan("scan-guest");
  ASSERT_FALSE(state_.scan.cards.empty());
  EXPECT_TRUE(screen_.Items("card").empty());
}

class ContactsScreenTest : public test::ViewTest {
 protected:
  void ShowContacts(const std::string& name) {
    Show(name, [](Kit& kit, const flow::AppState& state, Forms& forms, flow::Actions& actions) {
      DrawContacts(kit, state.contacts, forms.contacts, actions);
    });
  }
};

TEST_F(ContactsScreenTest, SearchesWithEveryLetter) {
  ShowContacts("contacts");
  screen_.Click("search");
  screen_.Type("a");
  screen_.Type("d");
  const auto searches = All<flow::SearchContacts>();
  ASSERT_EQ(searches.size(), 2U);
  EXPECT_EQ(searches[1].text, "ad");
}

TEST_F(ContactsScreenTest, SelectsTheRowThatIsPressed) {
  ShowContacts("contacts");
  screen_.Click("contact", 3);
  EXPECT_EQ(Only<flow::SelectContact>().id, state_.contacts.rows.at(3).id);
}

TEST_F(ContactsScreenTest, DrawsOnlyTheRowsThatCanBeSeen) {
  ShowContacts("contacts");
  const flow::ContactRow row = state_.contacts.rows.at(0);
  state_.contacts.rows.assign(100000, row);
  screen_.Frame();
  screen_.Frame();
  EXPECT_LT(screen_.Items("contact").size(), 20U);
}

class DueScreenTest : public test::ViewTest {
 protected:
  void ShowDue(const std::string& name) {
    Show(name, [](Kit& kit, const flow::AppState& state, Forms&, flow::Actions& actions) {
      DrawDue(kit, state.due, actions);
    });
  }
};

TEST_F(DueScreenTest, DoneIsForTheRowItStandsIn) {
  ShowDue("due");
  screen_.Click("done", 1);
  EXPECT_EQ(Only<flow::MarkDone>().id, state_.due.groups.at(1).rows.at(0).id);
}

TEST_F(DueScreenTest, ABirthdayHasNoButton) {
  ShowDue("due");
  std::size_t rows = 0;
  for (const flow::DueGroup& group : state_.due.groups)
    rows += group.rows.size();
  EXPECT_EQ(screen_.Items("done").size(), rows - 1);
}

TEST_F(DueScreenTest, DoneCannotBePressedTwice) {
  ShowDue("due");
  state_.due.groups.at(1).rows.at(0).completing = true;
  screen_.Frame();
  screen_.Click("done", 1);
  EXPECT_TRUE(actions_.empty());
}

class ExportScreenTest : public test::ViewTest {
 protected:
  void ShowExport() {
    Show("export", [](Kit& kit, const flow::AppState& state, Forms& forms, flow::Actions& actions) {
      DrawExport(kit, state.exporting, state.settings, forms.exporting, actions);
    });
  }
};

TEST_F(ExportScreenTest, SuggestsAFileForTheChosenFormat) {
  ShowExport();
  screen_.Click("choice", 3);
  screen_.Click("write");
  const auto request = Only<flow::StartExport>();
  EXPECT_EQ(request.format, ExportFormat::kFollowUpsCsv);
  EXPECT_EQ(request.path, "/home/ada/Documents/kith-follow-ups.csv");
  EXPECT_FALSE(request.only_this_event);
}

TEST_F(ExportScreenTest, WritesWhereAPersonSays) {
  ShowExport();
  screen_.Click("path");
  screen_.Press(test::Key::kA, true);
  screen_.Type("/media/stick/all.vcf");
  screen_.Click("only-event");
  screen_.Click("write");
  const auto request = Only<flow::StartExport>();
  EXPECT_EQ(request.path, "/media/stick/all.vcf");
  EXPECT_TRUE(request.only_this_event);
}

TEST_F(ExportScreenTest, WaitsForTheRunningOne) {
  ShowExport();
  state_.exporting.running = true;
  screen_.Frame();
  screen_.Click("write");
  EXPECT_TRUE(actions_.empty());
}

}  // namespace
}  // namespace kith::ui
