// SPDX-License-Identifier: Apache-2.0
#include "exchange/calendar/icalendar_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "exchange/calendar/icalendar.h"
#include "followup/system_clock.h"
#include "tests/exchange/samples.h"

namespace kith::exchange {
namespace {

using namespace std::chrono_literals;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class ReadCalendarTest : public ::testing::Test {
 protected:
  static std::string Calendar(const std::string& inside) {
    std::string text = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Example//EN\n" + inside + "END:VCALENDAR\n";
    for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 2))
      text.replace(at, 1, "\r\n");
    return text;
  }

  CalendarContents Read(const std::string& text) const {
    const Result<CalendarContents> contents = ReadCalendar(text, clock_);
    EXPECT_TRUE(contents) << (contents ? "" : contents.error().message);
    return contents.value_or({});
  }

  CalendarEntry One(const std::string& inside) const {
    const CalendarContents contents = Read(Calendar(inside));
    EXPECT_THAT(contents.refused, IsEmpty());
    EXPECT_THAT(contents.entries, SizeIs(1));
    return contents.entries.empty() ? CalendarEntry() : contents.entries.front();
  }

  followup::SystemClock clock_ = *followup::SystemClock::InZone("Europe/Berlin");
};

TEST_F(ReadCalendarTest, ReadsATaskOfNextcloud) {
  const CalendarEntry task =
      One("BEGIN:VTODO\nUID:8b7f1f0e-example\nCREATED:20261101T080000Z\nLAST-MODIFIED:20261120T101112Z\n"
          "DTSTAMP:20261120T101112Z\nSUMMARY:Send Ada the link\nDESCRIPTION:About the garden\\, and\\nthe "
          "shed\nDTSTART;VALUE=DATE:20261120\nDUE;TZID=Europe/Berlin:20261124T233000\nPRIORITY:5\n"
          "PERCENT-COMPLETE:30\nSTATUS:IN-PROCESS\nSEQUENCE:3\nCATEGORIES:Meetup\nX-APPLE-SORT-ORDER:12\nEND:"
          "VTODO\n");
  EXPECT_EQ(task,
            (CalendarEntry{.form = CalendarForm::kTask,
                           .uid = "8b7f1f0e-example",
                           .summary = "Send Ada the link",
                           .description = "About the garden, and\nthe shed",
                           .day = 2026y / 11 / 24,
                           .sequence = 3,
                           .last_modified = std::chrono::sys_days(2026y / 11 / 20) + 10h + 11min + 12s}));
}

TEST_F(ReadCalendarTest, TakesMomentsForTheDayWhereTheHostIs) {
  EXPECT_EQ(One("BEGIN:VTODO\nUID:a\nDUE:20261123T233000Z\nEND:VTODO\n").day, 2026y / 11 / 24);
  EXPECT_EQ(One("BEGIN:VTODO\nUID:a\nDUE:20261123T233000\nEND:VTODO\n").day, 2026y / 11 / 23) << "floating";
  EXPECT_EQ(One("BEGIN:VEVENT\nUID:a\nDTSTART;VALUE=DATE:20261123\nEND:VEVENT\n").day, 2026y / 11 / 23);
  EXPECT_EQ(One("BEGIN:VTODO\nUID:a\nDTSTART;VALUE=DATE:20261123\nEND:VTODO\n").day, 2026y / 11 / 23);
  EXPECT_EQ(One("BEGIN:VTODO\nUID:a\nEND:VTODO\n").day, std::nullopt);
}

TEST_F(ReadCalendarTest, SeesWhatIsDone) {
  const auto state = [this](const std::string& lines) {
    return One("BEGIN:VTODO\nUID:a\n" + lines + "END:VTODO\n").state;
  };
  EXPECT_EQ(state("STATUS:COMPLETED\n"), CalendarState::kDone);
  EXPECT_EQ(state("COMPLETED:20261123T100000Z\n"), CalendarState::kDone);
  EXPECT_EQ(state("PERCENT-COMPLETE:100\n"), CalendarState::kDone);
  EXPECT_EQ(state("STATUS:NEEDS-ACTION\nPERCENT-COMPLETE:100\n"), CalendarState::kOpen);
  EXPECT_EQ(state("STATUS:CANCELLED\n"), CalendarState::kCancelled);
  EXPECT_EQ(state("STATUS:SOMETHING\n"), CalendarState::kOpen);
  const CalendarEntry done =
      One("BEGIN:VTODO\nUID:a\nSTATUS:COMPLETED\nCOMPLETED:20261122T233000Z\nEND:VTODO\n");
  EXPECT_EQ(done.done_on, 2026y / 11 / 23);
}

TEST_F(ReadCalendarTest, TellsASeriesAndPassesOverItsSingleChanges) {
  EXPECT_TRUE(One("BEGIN:VEVENT\nUID:a\nDTSTART;VALUE=DATE:20261123\nRRULE:FREQ=YEARLY\nEND:VEVENT\n"
                  "BEGIN:VEVENT\nUID:a\nRECURRENCE-ID;VALUE=DATE:20271123\nDTSTART;VALUE=DATE:20271124\n"
                  "END:VEVENT\n")
                  .repeats);
}

TEST_F(ReadCalendarTest, PassesOverWhatIsBrokenBesideTheDay) {
  const CalendarEntry task =
      One("BEGIN:VTODO\nUID:a\nSUMMARY:Call Ada\nDESCRIPTION:\nNONSENSE\nX-EMPTY:\nRRULE:FREQ=NEVER\n"
          "SEQUENCE:-4\nBEGIN:VALARM\nTRIGGER-PT5M\nEND:VALARM\nEND:VTODO\n");
  EXPECT_EQ(task.summary, "Call Ada");
  EXPECT_EQ(task.sequence, 0);
}

TEST_F(ReadCalendarTest, RefusesBrokenEntriesAndReadsTheOthers) {
  const CalendarContents contents =
      Read(Calendar("BEGIN:VTODO\nSUMMARY:No id\nEND:VTODO\nBEGIN:VTODO\nUID:b\nSUMMARY:Bad\nDUE:soon\n"
                    "END:VTODO\nBEGIN:VTODO\nUID:c\nDUE;VALUE=DATE:20261332\nEND:VTODO\nBEGIN:VTODO\nUID:d\n"
                    "END:VTODO\n"));
  ASSERT_THAT(contents.entries, SizeIs(1));
  EXPECT_EQ(contents.entries[0].uid, "d");
  EXPECT_THAT(contents.refused,
              ::testing::ElementsAre(
                  RefusedEntry{4, "\"No id\" has no UID."}, RefusedEntry{7, "\"Bad\" has no day in DUE."},
                  RefusedEntry{12, "The entry has a day that isn't in the calendar: 20261332."}));
}

TEST_F(ReadCalendarTest, ReadsAFileThatBreaksOffUpToThere) {
  const CalendarContents contents =
      Read("BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nUID:a\r\nEND:VTODO\r\nBEGIN:VTODO\r\nUID:b\r\nSUMMARY:Sen");
  ASSERT_THAT(contents.entries, SizeIs(1));
  EXPECT_EQ(contents.refused, (std::vector<RefusedEntry>{{5, "The calendar breaks off in this entry."}}));
}

TEST_F(ReadCalendarTest, RefusesWhatIsNoCalendarOrBeyondItsLimits) {
  for (const std::string text : {"", "hello", "END:VCALENDAR\r\n"})
    EXPECT_EQ(ReadCalendar(text, clock_).error().code, ErrorCode::kUnreadable) << text;
  std::string deep;
  for (int i = 0; i < 100'000; ++i)
    deep += "BEGIN:VTODO\r\n";
  EXPECT_EQ(ReadCalendar(deep, clock_).error().code, ErrorCode::kUnreadable);
  EXPECT_EQ(ReadCalendar(Calendar(""), clock_, {.most_bytes = 10}).error().code, ErrorCode::kUnreadable);
}

TEST_F(ReadCalendarTest, ReadsBackWhatKithWrites) {
  const Contact ada = test::FullContact();
  const FollowUpId id = MakeId<FollowUpId>(test::kNow);
  for (const std::string& nasty : test::NastyTexts()) {
    const followup::DueItem item{id, ada.id, FollowUpKind::kSendLink, 2026y / 11 / 24, nasty};
    const auto text = WriteCalendar(std::span(&item, 1), std::span(&ada, 1), {}, test::kNow);
    ASSERT_TRUE(text);
    const CalendarContents contents = Read(*text);
    ASSERT_THAT(contents.entries, SizeIs(1));
    const CalendarEntry& event = contents.entries[0];
    EXPECT_EQ(event.form, CalendarForm::kEvent);
    EXPECT_EQ(event.uid, id.ToString());
    EXPECT_EQ(event.summary, CleanText(nasty));
    EXPECT_EQ(event.day, item.due);
    EXPECT_EQ(event.kind, FollowUpKind::kSendLink);
    EXPECT_EQ(event.contact, ada.id);
    EXPECT_EQ(event.last_modified, test::kNow);
  }
}

}  // namespace
}  // namespace kith::exchange
