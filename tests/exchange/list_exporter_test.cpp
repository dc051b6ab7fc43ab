// SPDX-License-Identifier: Apache-2.0
#include "exchange/list_exporter.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "followup/plan.h"
#include "tests/exchange/temporary_folder.h"
#include "tests/support/fake_stores.h"
#include "tests/support/manual_clock.h"

namespace kith::exchange {
namespace {

using namespace std::chrono_literals;
using kith::test::FakeStore;
using kith::test::ManualClock;
using test::ReadFile;
using ::testing::HasSubstr;
using ::testing::Not;

using kith::test::kToday;

/// Ada was met at the Example Meetup and has the default plan; Ben has a birthday in December and no event.
class ListExporterTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const Result<Event> event = store_.events().FindOrCreate("Example Meetup");
    ASSERT_TRUE(event);
    event_ = event->id;
    Add("Ada", event_, std::nullopt, followup::DefaultPlan());
    Add("Ben", std::nullopt, Birthday{std::chrono::December / 1, std::nullopt}, {});
  }

  void Add(const std::string& given, std::optional<EventId> event, std::optional<Birthday> birthday,
           const followup::Plan& plan) {
    Contact contact;
    contact.id = MakeId<ContactId>(clock_.Now());
    contact.details.name = {given + " Example", given, "Example"};
    contact.event = event;
    contact.birthday = birthday;
    followup::DayLoad load;
    ASSERT_TRUE(store_.contacts().Confirm(
        contact, followup::FollowUpsFor(plan, contact, {.met = kToday}, {}, load, clock_.Now())));
  }

  ExportRequest Request(ExportFormat format) const {
    return {.format = format, .path = folder_ / "list", .event = std::nullopt, .due_before = std::nullopt};
  }

  /// The file's text; the number of entries must be `count`.
  std::string Export(const ExportRequest& request, int count) {
    const Result<ExportReport> report = exporter_.Export(request);
    EXPECT_TRUE(report) << (report ? "" : report.error().message);
    if (!report) return {};
    EXPECT_EQ(report->count, count);
    EXPECT_EQ(report->path, request.path);
    return ReadFile(request.path);
  }

  test::TemporaryFolder folder_;
  ManualClock clock_;
  FakeStore store_{clock_};
  ListExporter exporter_{store_.contacts(),
                         store_.extras(),
                         store_.follow_ups(),
                         store_.following(),
                         store_.events(),
                         {},
                         clock_};
  EventId event_;
};

TEST_F(ListExporterTest, WritesAllContactsAsVcards) {
  const std::string text = Export(Request(ExportFormat::kContactsVcard), 2);
  EXPECT_THAT(text, HasSubstr("FN:Ada Example\r\n"));
  EXPECT_THAT(text, HasSubstr("FN:Ben Example\r\n"));
  EXPECT_THAT(text, HasSubstr("CATEGORIES;X-KITH=event:Example Meetup\r\n"));
}

TEST_F(ListExporterTest, WritesPicturesAndUnknownPropertiesUnlessToldNotTo) {
  const ContactId ben = store_.contacts().Search({.text = "Ben"}).value().at(0).id;
  ASSERT_TRUE(store_.extras().Put(
      ben, {{{{1, 2, 3}, "image/jpeg"}}, {{"item1", "X-ABLABEL", {}, "Boat", ""}}}, Actor::kHost));
  for (const ExportFormat format : {ExportFormat::kContactsVcard, ExportFormat::kContactsVcard4}) {
    ExportRequest request = Request(format);
    const std::string with = Export(request, 2);
    EXPECT_THAT(with, HasSubstr(format == ExportFormat::kContactsVcard4 ? "VERSION:4.0" : "VERSION:3.0"));
    EXPECT_THAT(with, HasSubstr("AQID\r\n"));
    request.pictures = false;
    const std::string without = Export(request, 2);
    EXPECT_THAT(without, Not(HasSubstr("PHOTO")));
    EXPECT_THAT(without, HasSubstr("item1.X-ABLABEL:Boat\r\n"));
  }
}

TEST_F(ListExporterTest, WritesAFolderWithAFileForEachPerson) {
  ExportRequest request = Request(ExportFormat::kContactsVcard);
  request.path = folder_ / "cards" / "";
  ASSERT_TRUE(exporter_.Export(request));
  const auto files = [&] {
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder_ / "cards"))
      names.insert(entry.path().filename().string());
    return names;
  };
  const std::set<std::string> first = files();
  ASSERT_EQ(first.size(), 2U);
  EXPECT_THAT(*first.begin(), testing::MatchesRegex("Ada Example [0-9a-f]{8}.vcf"));
  EXPECT_THAT(ReadFile(folder_ / "cards" / *first.begin()), testing::StartsWith("BEGIN:VCARD\r\n"));

  test::WriteFile(folder_ / "cards" / "mine.txt", "mine");
  Add("Ada", std::nullopt, std::nullopt, {});
  request.path = folder_ / "cards";
  ASSERT_TRUE(exporter_.Export(request)) << "into the folder that is there now";
  std::set<std::string> second = files();
  EXPECT_EQ(second.size(), 4U) << "namesakes have files of their own";
  EXPECT_TRUE(std::includes(second.begin(), second.end(), first.begin(), first.end()))
      << "the same names again";
  EXPECT_EQ(ReadFile(folder_ / "cards" / "mine.txt"), "mine");
}

TEST_F(ListExporterTest, WritesNoHalfOfAFolder) {
  ExportRequest request = Request(ExportFormat::kContactsVcard);
  request.path = folder_ / "cards" / "";
  store_.FailNext("extras.ForEach", {ErrorCode::kStorage, "The database is damaged."});
  ASSERT_FALSE(exporter_.Export(request));
  EXPECT_TRUE(std::filesystem::is_empty(folder_.path()));
}

TEST_F(ListExporterTest, WritesTheContactsOfOneEvent) {
  ExportRequest request = Request(ExportFormat::kContactsCsv);
  request.event = event_;
  const std::string text = Export(request, 1);
  EXPECT_THAT(text, HasSubstr("\"Ada Example\""));
  EXPECT_THAT(text, HasSubstr("\"Example Meetup\""));
  EXPECT_THAT(text, Not(HasSubstr("Ben")));
}

TEST_F(ListExporterTest, WritesOpenFollowUpsAndBirthdaysAsACalendar) {
  const std::string text = Export(Request(ExportFormat::kFollowUpsIcalendar), 4);
  EXPECT_THAT(text, HasSubstr("SUMMARY:Tell Ada it was nice to meet\r\n"));
  EXPECT_THAT(text, HasSubstr("SUMMARY:Check in with Ada\r\n"));
  EXPECT_THAT(text, HasSubstr("SUMMARY:Ben Example: birthday\r\n"));
  EXPECT_THAT(text, HasSubstr("DTSTAMP:20261123T180000Z\r\n"));
}

TEST_F(ListExporterTest, WritesFollowUpsDueBeforeADay) {
  ExportRequest request = Request(ExportFormat::kFollowUpsCsv);
  request.due_before = AddDays(kToday, 7);
  const std::string text = Export(request, 1);
  EXPECT_THAT(text,
              HasSubstr("\"2026-11-24\",\"say-hello\",\"Tell Ada it was nice to meet\",\"Ada Example\""));
  EXPECT_THAT(text, Not(HasSubstr("2026-11-30"))) << "due on that day, not before it";
}

TEST_F(ListExporterTest, WritesFollowUpsOfOneEvent) {
  ExportRequest request = Request(ExportFormat::kFollowUpsCsv);
  request.event = event_;
  EXPECT_THAT(Export(request, 3), Not(HasSubstr("Ben")));
}

TEST_F(ListExporterTest, LeavesOutWhatIsDone) {
  const Result<std::vector<FollowUp>> follow_ups = store_.follow_ups().List({});
  ASSERT_TRUE(follow_ups);
  ASSERT_TRUE(store_.follow_ups().Complete(follow_ups->front().id, kToday, {}));
  EXPECT_THAT(Export(Request(ExportFormat::kFollowUpsCsv), 3), Not(HasSubstr("nice to meet")));
}

TEST_F(ListExporterTest, WritesTasksWithWhatWasDoneLately) {
  const Result<std::vector<FollowUp>> follow_ups = store_.follow_ups().List({});
  ASSERT_TRUE(follow_ups);
  ASSERT_TRUE(store_.follow_ups().Complete(follow_ups->front().id, AddDays(kToday, -30), {}));
  const std::string text = Export(Request(ExportFormat::kTasksIcalendar), 4);
  EXPECT_THAT(text, HasSubstr("UID:" + follow_ups->front().id.ToString() + "\r\n"));
  EXPECT_THAT(text, HasSubstr("STATUS:COMPLETED\r\nPERCENT-COMPLETE:100\r\n"));
  EXPECT_THAT(text, HasSubstr("UID:birthday-"));
  EXPECT_THAT(text, Not(HasSubstr("VEVENT")));
  clock_.SetToday(AddDays(kToday, 1));
  EXPECT_THAT(Export(Request(ExportFormat::kTasksIcalendar), 3), Not(HasSubstr("COMPLETED")));
}

TEST_F(ListExporterTest, WritesMoreContactsThanAScreenLists) {
  for (int i = 0; i < 1100; ++i)
    Add("Guest" + std::to_string(i), std::nullopt, std::nullopt, {});
  const std::string text = Export(Request(ExportFormat::kContactsCsv), 1102);
  EXPECT_THAT(text, HasSubstr("\"Guest1099 Example\""));
}

TEST_F(ListExporterTest, WritesCheckInsOfCirclesThatNothingElseCovers) {
  const auto contacts = store_.contacts().Search({}).value();
  FollowingChange change{.what = "known"};
  for (const Contact& contact : contacts)
    change.relationships.push_back({std::nullopt, Relationship{.contact = contact.id, .circle = "close"}});
  ASSERT_TRUE(store_.following().Apply(change));
  const std::string calendar = Export(Request(ExportFormat::kFollowUpsIcalendar), 5);
  const auto ben = std::find_if(contacts.begin(), contacts.end(),
                                [](const Contact& c) { return c.details.name.given == "Ben"; });
  EXPECT_THAT(calendar, HasSubstr("UID:check-in-" + ben->id.ToString()));
  EXPECT_THAT(calendar, HasSubstr("Check in with Ben"));
  EXPECT_THAT(calendar, Not(HasSubstr("Check in with Ada (a good"))) << "her plan gets in touch in time";
  EXPECT_THAT(Export(Request(ExportFormat::kFollowUpsCsv), 5), HasSubstr("Check in with Ben"));
}

TEST_F(ListExporterTest, WritesAFolderOfDraftsOneAPerson) {
  Contact ada = store_.contacts().Search({.text = "Ada"}).value().at(0);
  ada.details.emails = {"not an address", "ada@example.com"};
  ASSERT_TRUE(store_.contacts().Update(ada));
  const Result<ExportReport> report = exporter_.Export(Request(ExportFormat::kDrafts));
  ASSERT_TRUE(report) << report.error().message;
  EXPECT_EQ(report->count, 1);
  EXPECT_EQ(report->contacts, std::vector<ContactId>{ada.id});
  EXPECT_EQ(report->left_out, std::vector<std::string>{"Ben Example: no e-mail address"});
  const std::string eml = ReadFile(folder_ / "list" / "Ada Example.eml");
  EXPECT_THAT(eml, HasSubstr("To: Ada Example <ada@example.com>\r\n"));
  EXPECT_THAT(eml, HasSubstr("Subject: Nice to meet you at Example Meetup\r\n"));
}

TEST_F(ListExporterTest, PeopleOfOneNameHaveADraftEach) {
  for (const char* email : {"one@example.com", "two@example.com"}) {
    Contact contact;
    contact.id = MakeId<ContactId>(clock_.Now());
    contact.details.name.full = "Max Sample";
    contact.details.emails = {email};
    contact.event = event_;
    ASSERT_TRUE(store_.contacts().Confirm(contact, {}));
  }
  ExportRequest request = Request(ExportFormat::kDrafts);
  request.event = event_;
  const Result<ExportReport> report = exporter_.Export(request);
  ASSERT_TRUE(report);
  EXPECT_EQ(report->count, 2);
  EXPECT_TRUE(std::filesystem::exists(folder_ / "list" / "Max Sample.eml"));
  EXPECT_TRUE(std::filesystem::exists(folder_ / "list" / "Max Sample 2.eml"));
}

TEST_F(ListExporterTest, ADraftsFolderWithSomethingInItIsLeftAlone) {
  std::filesystem::create_directory(folder_ / "list");
  EXPECT_TRUE(exporter_.Export(Request(ExportFormat::kDrafts))) << "an empty one is fine";
  std::filesystem::create_directories(folder_ / "list");
  std::ofstream(folder_ / "list" / "mine.txt") << "mine";
  const Result<ExportReport> report = exporter_.Export(Request(ExportFormat::kDrafts));
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, ErrorCode::kNotAllowed);
  EXPECT_EQ(ReadFile(folder_ / "list" / "mine.txt"), "mine");
}

TEST_F(ListExporterTest, WritesPeopleAsPageAndAsMarkdown) {
  const std::string page = Export(Request(ExportFormat::kPage), 2);
  EXPECT_THAT(page, HasSubstr("<h2 dir=\"auto\">Example Meetup</h2>"));
  EXPECT_THAT(page, HasSubstr("<h3 dir=\"auto\">Ben Example</h3>"));
  ExportRequest request = Request(ExportFormat::kMarkdown);
  request.event = event_;
  EXPECT_THAT(Export(request, 1), HasSubstr("- [ ] 2026-11-24 Tell Ada it was nice to meet\n"));
}

TEST_F(ListExporterTest, WritesAnEmptyListToo) {
  ExportRequest request = Request(ExportFormat::kContactsCsv);
  request.event = MakeId<EventId>(clock_.Now());
  EXPECT_THAT(Export(request, 0), HasSubstr("\"Given name\""));
}

TEST_F(ListExporterTest, AStoreThatFailsLeavesTheOldFile) {
  Export(Request(ExportFormat::kFollowUpsCsv), 4);
  const std::string before = ReadFile(folder_ / "list");
  for (const char* call : {"contacts.Search", "follow_ups.List", "events.List"}) {
    const Error fault{ErrorCode::kStorage, "The database is damaged."};
    store_.FailNext(call, fault);
    const Result<ExportReport> report = exporter_.Export(Request(ExportFormat::kFollowUpsCsv));
    ASSERT_FALSE(report) << call;
    EXPECT_EQ(report.error(), fault);
  }
  EXPECT_EQ(ReadFile(folder_ / "list"), before);
}

TEST_F(ListExporterTest, SaysWhyItCouldNotWrite) {
  ExportRequest request = Request(ExportFormat::kContactsVcard);
  request.path = folder_ / "missing" / "list.vcf";
  const Result<ExportReport> report = exporter_.Export(request);
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace kith::exchange
