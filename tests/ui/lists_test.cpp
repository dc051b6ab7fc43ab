// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <imgui.h>

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

class ContactsScreenTest : public test::ViewTest {
 protected:
  void ShowContacts(const std::string& name) {
    Show(name, [](Kit& kit, const flow::AppState& state, Forms& forms, flow::Actions& actions) {
      DrawContacts(kit, state.contacts, state.settings.region, forms.contacts, actions);
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

TEST_F(ContactsScreenTest, OffersToJoinWhoMayBeTheSameAndToTellThemApart) {
  ShowContacts("contact-alike");
  screen_.Click("same");
  EXPECT_EQ(Only<flow::MergeContacts>().other, state_.contacts.pane->alike[0].id);
  screen_.Click("apart");
  EXPECT_EQ(Only<flow::TellApart>().other, state_.contacts.pane->alike[0].id);
}

TEST_F(ContactsScreenTest, LetsAPersonSettleASuggestion) {
  ShowContacts("contact-alike");
  screen_.Click("take");
  EXPECT_TRUE(Only<flow::SettleSuggestion>().accept);
}

TEST_F(ContactsScreenTest, TakesAChangeBackFromTheHistory) {
  ShowContacts("contact-alike");
  screen_.Click("history");
  ASSERT_EQ(screen_.Items("undo").size(), 1U) << "not of the beginning";
  screen_.Click("undo");
  EXPECT_EQ(Only<flow::UndoRevision>().revision, 2);
}

TEST_F(ContactsScreenTest, EditsAndSavesTheContact) {
  ShowContacts("contact-alike");
  screen_.Click("edit");
  screen_.Click("value");
  screen_.Press(test::Key::kA, true);
  screen_.Type("Ada Example");
  screen_.Click("save-edit");
  EXPECT_EQ(Only<flow::SaveContact>().edit.rows[0].text, "Ada Example");
  EXPECT_EQ(Only<flow::SaveContact>().edit.birthday, "10 December") << "whatever the region";
  ++state_.contacts.saved;
  screen_.Frame();
  EXPECT_FALSE(forms_.contacts.edit) << "what is kept is shown again";
}

TEST_F(ContactsScreenTest, NarrowsTheListDownAndShowsAllAgain) {
  ShowContacts("contacts-filtered");
  screen_.Click("filter");
  screen_.Click("tag-choir");
  EXPECT_EQ(Only<flow::FilterContacts>().filters.tag, "choir");
  EXPECT_TRUE(Only<flow::FilterContacts>().filters.nothing_planned) << "the others stay";
  actions_.clear();
  for (const char* id : {"anywhere", "needs-review", "nothing-planned", "quiet-6"})
    screen_.Click(id);
  const auto chosen = All<flow::FilterContacts>();
  ASSERT_EQ(chosen.size(), 4U);
  EXPECT_FALSE(chosen[0].filters.event);
  EXPECT_TRUE(chosen[1].filters.needs_review);
  EXPECT_FALSE(chosen[2].filters.nothing_planned) << "a second press takes it back";
  EXPECT_EQ(chosen[3].filters.quiet_months, 6);
  screen_.Press(test::Key::kEscape);
  actions_.clear();
  screen_.Click("no-filter");
  EXPECT_EQ(Only<flow::FilterContacts>().filters, flow::ContactFilters());
}

TEST_F(ContactsScreenTest, SaysHowABirthdayIsUnderstood) {
  ShowContacts("contact-alike");
  screen_.Click("edit");
  EXPECT_EQ(forms_.contacts.edit->birthday, "10 December");
  forms_.contacts.edit->birthday = "12-10";
  screen_.Click("save-edit");
  EXPECT_EQ(Only<flow::SaveContact>().edit.birthday, "12-10");
}

TEST_F(ContactsScreenTest, LeavesEditingWithoutSaving) {
  ShowContacts("contact-alike");
  screen_.Click("edit");
  screen_.Click("leave-edit");
  EXPECT_FALSE(forms_.contacts.edit);
  EXPECT_TRUE(actions_.empty());
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
    Show(name, [](Kit& kit, const flow::AppState& state, Forms& forms, flow::Actions& actions) {
      DrawDue(kit, state.due, forms.due, actions);
    });
  }
};

TEST_F(DueScreenTest, DoneIsForTheRowItStandsIn) {
  ShowDue("due");
  screen_.Click("done", 1);
  const auto act = Only<flow::ActOnDue>();
  EXPECT_EQ(act.key, state_.due.groups.at(0).rows.at(1).key);
  EXPECT_EQ(act.deed, flow::DueDeed::kDone);
}

TEST_F(DueScreenTest, TheMenuPutsOffToTheDayThatItNames) {
  ShowDue("due");
  screen_.Click("more", 1);
  screen_.Frame();
  screen_.Click(state_.due.put_off.at(1).label);
  const auto act = Only<flow::ActOnDue>();
  EXPECT_EQ(act.key, state_.due.groups.at(0).rows.at(1).key);
  EXPECT_EQ(act.deed, flow::DueDeed::kPutOff);
  EXPECT_EQ(act.until, state_.due.put_off.at(1).day);
}

TEST_F(DueScreenTest, TheMenuSkipsAndLetsGo) {
  ShowDue("due");
  screen_.Click("more", 0);
  screen_.Frame();
  screen_.Click("skip");
  EXPECT_EQ(Only<flow::ActOnDue>().deed, flow::DueDeed::kSkip);
  actions_.clear();
  screen_.Frame();
  screen_.Click("more", 0);
  screen_.Frame();
  screen_.Click("let-go");
  EXPECT_EQ(Only<flow::ActOnDue>().deed, flow::DueDeed::kLetGo);
}

TEST_F(DueScreenTest, AMessageIsAskedForAndClosed) {
  ShowDue("due");
  screen_.Click("write", 0);
  EXPECT_EQ(Only<flow::OpenMessage>().key, state_.due.groups.at(0).rows.at(0).key);
  ShowDue("due-message");
  screen_.Click("close", 0);
  EXPECT_EQ(All<flow::CloseMessage>().size(), 1U);
}

TEST_F(DueScreenTest, AMessageIsTakenAsItWasEdited) {
  using Where = flow::TakeMessage::Where;
  ShowDue("due-message");
  screen_.Click("subject");
  screen_.Press(test::Key::kA, true);
  screen_.Type("Hello again");
  screen_.Click("open-mail");
  screen_.Click("save-draft");
  const auto taken = All<flow::TakeMessage>();
  ASSERT_EQ(taken.size(), 2U);
  EXPECT_EQ(taken[0].where, Where::kMailProgram);
  EXPECT_EQ(taken[1].where, Where::kDraft);
  EXPECT_EQ(taken[1].subject, "Hello again");
  EXPECT_EQ(taken[1].body, state_.due.message->mail.body) << "breaks of the screen aren't in it";
  screen_.Click("copy");
  EXPECT_EQ(ImGui::GetClipboardText(), state_.due.message->mail.body);
  state_.due.message->taking = true;
  actions_.clear();
  screen_.Click("open-mail");
  EXPECT_TRUE(actions_.empty());
}

TEST_F(DueScreenTest, TakesBackWhatWasDoneLast) {
  ShowDue("due");
  screen_.Click("undo");
  EXPECT_EQ(All<flow::UndoDue>().size(), 1U);
  state_.due.can_undo.clear();
  screen_.Frame();
  EXPECT_FALSE(screen_.Sees("undo"));
}

TEST_F(DueScreenTest, AsksBothOrNeverAgain) {
  ShowDue("due-introductions");
  screen_.Click("ask", 1);
  EXPECT_EQ(Only<flow::DecideIntroduction>().contacts, state_.due.introductions.at(1).contacts);
  EXPECT_TRUE(Only<flow::DecideIntroduction>().begin);
  actions_.clear();
  screen_.Click("not", 0);
  EXPECT_FALSE(Only<flow::DecideIntroduction>().begin);
}

TEST_F(DueScreenTest, NotesWhatTheTwoSay) {
  ShowDue("due-introductions");
  screen_.Click("yes", 0);
  EXPECT_TRUE(actions_.empty()) << "that was said already";
  screen_.Click("no", 0);
  screen_.Click("yes", 1);
  const auto answers = All<flow::AnswerIntroduction>();
  ASSERT_EQ(answers.size(), 2U);
  EXPECT_EQ(answers[0].id, state_.due.begun[0].id);
  EXPECT_EQ(answers[0].who, 0U);
  EXPECT_EQ(answers[0].answer, Answer::kNo);
  EXPECT_EQ(answers[1].who, 1U);
  EXPECT_EQ(answers[1].answer, Answer::kYes);
}

TEST_F(DueScreenTest, NotesThatTheTwoWereIntroduced) {
  ShowDue("due-introductions");
  screen_.Click("made");
  EXPECT_EQ(Only<flow::MarkIntroduced>().id, state_.due.begun[0].id);
  actions_.clear();
  state_.due.begun[0].busy = true;
  screen_.Frame();
  for (const char* id : {"made", "no"})
    screen_.Click(id);
  EXPECT_TRUE(actions_.empty()) << "it is being done";
}

TEST_F(DueScreenTest, HasATabForEveryone) {
  ShowDue("due");
  screen_.Click("everyone");
  EXPECT_EQ(Only<flow::ShowDueTab>().tab, flow::DueTab::kEveryone);
}

TEST_F(DueScreenTest, DoneCannotBePressedTwice) {
  ShowDue("due");
  state_.due.groups.at(1).rows.at(0).busy = true;
  screen_.Frame();
  screen_.Click("done", 2);
  EXPECT_TRUE(actions_.empty());
}

class ExportScreenTest : public test::ViewTest {
 protected:
  void ShowExport() {
    Show("export", [](Kit& kit, const flow::AppState& state, Forms& forms, flow::Actions& actions) {
      DrawExport(kit, state, forms.exporting, actions);
    });
  }
};

TEST_F(ExportScreenTest, SuggestsAFileForTheChosenFormat) {
  ShowExport();
  screen_.Click("choice", 7);
  screen_.Click("write");
  const auto request = Only<flow::StartExport>();
  EXPECT_EQ(request.format, ExportFormat::kFollowUpsCsv);
  EXPECT_EQ(request.path, "/home/ada/Documents/kith-follow-ups.csv");
  EXPECT_FALSE(request.only_this_event);
}

TEST_F(ExportScreenTest, WritesVcardsAsAPersonWantsThem) {
  ShowExport();
  screen_.Click("one-file-each");
  screen_.Click("pictures");
  screen_.Click("version-4");
  screen_.Click("write");
  const auto request = Only<flow::StartExport>();
  EXPECT_EQ(request.format, ExportFormat::kContactsVcard4);
  EXPECT_EQ(request.path, "/home/ada/Documents/kith-contacts/");
  EXPECT_TRUE(request.one_file_each);
  EXPECT_FALSE(request.pictures);
}

TEST_F(ExportScreenTest, ChoicesOfVcardsAreNotThoseOfTables) {
  ShowExport();
  screen_.Click("one-file-each");
  screen_.Click("choice", 1);
  screen_.Click("write");
  const auto request = Only<flow::StartExport>();
  EXPECT_EQ(request.format, ExportFormat::kContactsCsv);
  EXPECT_EQ(request.path, "/home/ada/Documents/kith-contacts.csv");
  EXPECT_FALSE(request.one_file_each);
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

TEST_F(ExportScreenTest, LeadsToImporting) {
  ShowExport();
  screen_.Click("exports");
  EXPECT_TRUE(actions_.empty()) << "it is there already";
  screen_.Click("imports");
  EXPECT_EQ(Only<flow::ShowScreen>().screen, flow::Screen::kImport);
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
