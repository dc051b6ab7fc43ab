// SPDX-License-Identifier: Apache-2.0
#include "flow/present.h"

#include <gtest/gtest.h>

namespace kith::flow {
namespace {

constexpr Day kToday{std::chrono::year(2026), std::chrono::November, std::chrono::day(23)};  // a Monday

Contact Ada() {
  Contact contact;
  contact.details.name = {"Ada Example", "Ada", "Example"};
  contact.details.organization = "Example Ltd";
  contact.details.titles = {"Engineer", "Gardener"};
  contact.details.phones = {{"+14155550123", "(415) 555-0123", "12", PhoneType::kMobile}};
  contact.details.emails = {"ada@example.com"};
  contact.met_on = AddDays(kToday, -20);
  return contact;
}

NamedDueItem Item(int days, const std::string& name) {
  NamedDueItem item;
  item.item.day = item.item.due = AddDays(kToday, days);
  item.item.text = "say hello";
  item.name = name;
  return item;
}

TEST(Present, NamesDaysAsPeopleDo) {
  EXPECT_EQ(DayName(kToday, kToday), "today");
  EXPECT_EQ(DayName(AddDays(kToday, 1), kToday), "tomorrow");
  EXPECT_EQ(DayName(AddDays(kToday, -1), kToday), "yesterday");
  EXPECT_EQ(DayName(AddDays(kToday, 4), kToday), "on Friday");
  EXPECT_EQ(DayName(AddDays(kToday, 7), kToday), "30 November");
  EXPECT_EQ(DayName(AddDays(kToday, -4), kToday), "19 November");
  EXPECT_EQ(DayName(AddDays(kToday, 40), kToday), "2 January 2027");
}

TEST(Present, ShowsPhonesAsPeopleWriteThem) {
  EXPECT_EQ(PhoneText(Ada().details.phones[0]), "+1 415-555-0123 ext. 12");
}

TEST(Present, NamesAContactByWhatIsThere) {
  ContactDetails details;
  EXPECT_EQ(DisplayName(details), "No name");
  details.emails = {"ada@example.com"};
  EXPECT_EQ(DisplayName(details), "ada@example.com");
  details.organization = "Example Ltd";
  EXPECT_EQ(DisplayName(details), "Example Ltd");
  EXPECT_EQ(AboutText(details), "") << "the organization is the name already";
  details.name.full = "Ada Example";
  EXPECT_EQ(AboutText(details), "Example Ltd");
}

TEST(Present, TakesInitialsFromAnyScript) {
  EXPECT_EQ(Initials("Ada van der Example"), "AE");
  EXPECT_EQ(Initials("ädam"), "Ä");
  EXPECT_EQ(Initials("山田 太郎"), "山");
  EXPECT_EQ(Initials(""), "?");
}

TEST(Present, TellsWhereAndWhenSomebodyWasMet) {
  Contact ada = Ada();
  EXPECT_EQ(PaneOf({ada, "Autumn Meetup", {}}, kToday).met, "Met at Autumn Meetup on 3 November");
  EXPECT_EQ(PaneOf({ada, "", {}}, kToday).met, "Met on 3 November");
  ada.met_on = kToday;
  EXPECT_EQ(PaneOf({ada, "Autumn Meetup", {}}, kToday).met, "Met at Autumn Meetup today");
  ada.met_on.reset();
  EXPECT_EQ(PaneOf({ada, "", {}}, kToday).met, "");
}

TEST(Present, TellsTheHostWhatAGuestAgreedTo) {
  ContactLoaded loaded{Ada(), "", {}};
  loaded.consents = {{ConsentKind::kKeepInTouch, true, "You may write to me.", {}},
                     {ConsentKind::kIntroduce, false, "You may introduce me.", {}}};
  const std::vector<LabelledText> known = PaneOf(loaded, kToday).known;
  ASSERT_GE(known.size(), 2U);
  EXPECT_EQ(known[known.size() - 2], (LabelledText{"Agreed", "You may write to me."}));
  EXPECT_EQ(known.back(), (LabelledText{"Did not agree", "You may introduce me."}));
}

TEST(Present, ShowsEveryWayToReachAPerson) {
  const ContactPane pane = PaneOf({Ada(), "", {}}, kToday);
  const std::vector<LabelledText> reach = {
      {"Mobile", "+1 415-555-0123 ext. 12"}, {"E-mail", "ada@example.com"}, {"Title", "Gardener"}};
  EXPECT_EQ(pane.reach, reach);
  EXPECT_EQ(pane.about, "Engineer, Example Ltd");
}

TEST(Present, GroupsWhatIsDueWithoutTellingAnybodyOff) {
  std::vector<NamedDueItem> items = {Item(0, "Ada"), Item(2, "Cy"), Item(20, "Di")};
  items[0].item.due = AddDays(kToday, -30);
  items[1].item.range = followup::CalmRange{AddDays(kToday, -5), AddDays(kToday, 9)};
  const std::vector<DueGroup> groups = DueGroups(items, kToday);
  ASSERT_EQ(groups.size(), 3U);
  EXPECT_EQ(groups[0].title, "Today");
  EXPECT_EQ(groups[0].rows.at(0).name, "Ada");
  EXPECT_EQ(groups[0].rows.at(0).when, "today") << "not: a month late";
  EXPECT_EQ(groups[1].title, "This week");
  EXPECT_EQ(groups[1].rows.at(0).when, "on Wednesday; a good time until 2 December");
  EXPECT_EQ(groups[2].title, "Later");
  EXPECT_EQ(CountUntil(items, kToday), 1);
  EXPECT_TRUE(DueGroups({}, kToday).empty());
}

TEST(Present, SaysWhenABirthdayIsThatComesUpEarlier) {
  NamedDueItem item = Item(0, "Ada");
  item.item.kind = FollowUpKind::kBirthday;
  item.item.occasion = AddDays(kToday, 2);
  EXPECT_EQ(DueGroups({&item, 1}, kToday)[0].rows[0].when, "the birthday is on Wednesday");
}

TEST(Present, NamesTheDaysToPutOffTo) {
  const std::vector<followup::SnoozeChoice> choices = {{"tomorrow", "Tomorrow", AddDays(kToday, 1)},
                                                       {"week", "In a week", AddDays(kToday, 7)}};
  const std::vector<PutOffChoice> shown = PutOffChoices(choices, kToday);
  EXPECT_EQ(shown[0].label, "Tomorrow");
  EXPECT_EQ(shown[1].label, "In a week, 30 November");
  EXPECT_EQ(shown[1].day, AddDays(kToday, 7));
}

TEST(Present, WhoHasNoNextStepComesFirst) {
  followup::Book book{.contacts = {Ada(), Ada()}};
  book.contacts[1].id = MakeId<ContactId>({});
  const followup::People people(book);
  const std::vector<followup::NextStep> steps = {
      {book.contacts[0].id, followup::Fate::kPlanned, AddDays(kToday, 1), "Say hello"},
      {book.contacts[1].id, followup::Fate::kNothing}};
  const std::vector<FateRow> rows = FateRows(steps, people, kToday);
  EXPECT_TRUE(rows[0].missing);
  EXPECT_EQ(rows[0].contact, book.contacts[1].id);
  EXPECT_EQ(rows[1].next, "tomorrow: Say hello");
  EXPECT_EQ(
      FatesSummary(rows, 2, 1),
      "1 person has no next step: a circle or a plan gives them one. 2 cards wait to be reviewed. 1 promise "
      "has its day.");
  EXPECT_EQ(FatesSummary({}, 0, 0), "Everyone has a next step.");
}

TEST(Present, SavedNamesTheEarliestNextStep) {
  FollowUp late;
  late.due = AddDays(kToday, 7);
  late.text = "send the link";
  FollowUp soon = late;
  soon.due = AddDays(kToday, 1);
  soon.text = "say hello";
  const std::vector<FollowUp> both = {late, soon};
  EXPECT_EQ(SavedMoment(Ada(), both, kToday, {}).text, "Tomorrow: say hello");
  EXPECT_EQ(SavedMoment(Ada(), {}, kToday, {}).text, "");
}

TEST(Present, HasOneChoiceForEachExportFormat) {
  for (const ExportFormat format :
       {ExportFormat::kContactsVcard, ExportFormat::kContactsCsv, ExportFormat::kGoogleCsv,
        ExportFormat::kOutlookCsv, ExportFormat::kHubspotCsv, ExportFormat::kSalesforceCsv,
        ExportFormat::kFollowUpsIcalendar, ExportFormat::kFollowUpsCsv, ExportFormat::kTasksIcalendar}) {
    EXPECT_EQ(ChoiceOf(format).format, format);
  }
  EXPECT_EQ(ChoiceOf(ExportFormat::kContactsVcard4).format, ExportFormat::kContactsVcard);
  EXPECT_EQ(ReportText({"a.ics", 1}, ExportFormat::kFollowUpsIcalendar), "1 follow-up written to a.ics");
  EXPECT_EQ(ReportText({"a.vcf", 12}, ExportFormat::kContactsVcard), "12 contacts written to a.vcf");
}

TEST(CameraProblemTitle, SaysWhatHappenedToTheCamera) {
  EXPECT_EQ(CameraProblemTitle({ErrorCode::kSourceLost, ""}), "The camera went away");
  EXPECT_EQ(CameraProblemTitle({ErrorCode::kSourceFrozen, ""}), "The camera is stuck");
  EXPECT_EQ(CameraProblemTitle({ErrorCode::kNotFound, ""}), "There is no camera");
  EXPECT_EQ(CameraProblemTitle({ErrorCode::kUnreadable, ""}), "The camera doesn't work");
}

}  // namespace
}  // namespace kith::flow
