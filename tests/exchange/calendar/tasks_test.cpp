// SPDX-License-Identifier: Apache-2.0
#include "exchange/calendar/tasks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "exchange/calendar/icalendar_reader.h"
#include "followup/system_clock.h"
#include "tests/exchange/samples.h"
#include "tests/support/manual_clock.h"

namespace kith::exchange {
namespace {

using namespace std::chrono_literals;
using kith::test::ManualClock;
using ::testing::HasSubstr;
using ::testing::Not;

const FollowUpId kId(UuidBytes{0x01, 0x92, 0xF0, 0xC1, 0x7A, 0x3E, 0x7B, 0xB2, 0x9D, 0x51, 0, 0, 0, 0, 0, 3});

class CalendarTasksTest : public ::testing::Test {
 protected:
  CalendarEntry Task() const {
    return TaskOf(followup::DueItem{kId, ada_.id, FollowUpKind::kSendLink, 2026y / 11 / 24, "Send the link"},
                  &ada_, test::SampleEvents());
  }

  static CalendarEntry ReadOne(const std::string& text, const Clock& clock) {
    const Result<CalendarContents> contents = ReadCalendar(text, clock);
    if (!contents || contents->entries.size() != 1 || !contents->refused.empty()) {
      ADD_FAILURE() << text;
      return {};
    }
    return contents->entries.front();
  }

  const Contact ada_ = test::FullContact();
  ManualClock clock_;
};

TEST_F(CalendarTasksTest, WritesAVtodoWithItsAlarmLast) {
  const std::vector<CalendarEntry> tasks = {Task()};
  const Result<std::string> text = WriteTasks(tasks, clock_);
  ASSERT_TRUE(text);
  EXPECT_THAT(*text,
              HasSubstr("BEGIN:VTODO\r\nUID:0192f0c1-7a3e-7bb2-9d51-000000000003\r\n"
                        "DTSTAMP:20261123T180000Z\r\nLAST-MODIFIED:20261123T180000Z\r\nSEQUENCE:2518\r\n"
                        "DUE;VALUE=DATE:20261124\r\nSUMMARY:Send the link\r\n"));
  EXPECT_THAT(*text, HasSubstr("STATUS:NEEDS-ACTION\r\nX-KITH-KIND:send-link\r\n"
                               "X-KITH-CONTACT:0192f0c1-7a3e-7bb2-9d51-000000000002\r\nBEGIN:VALARM\r\n"
                               "ACTION:DISPLAY\r\nDESCRIPTION:Send the link\r\nTRIGGER;RELATED=END:PT9H\r\n"
                               "END:VALARM\r\nEND:VTODO\r\n"));
  EXPECT_THAT(*text, Not(HasSubstr("VEVENT")));
}

TEST_F(CalendarTasksTest, WritesADayThatASystemClockCannotHold) {
  CalendarEntry task = Task();
  task.state = CalendarState::kDone;
  task.done_on = 1081y / 1 / 6;
  task.last_modified = std::chrono::sys_days(2900y / 1 / 6);
  const Result<std::string> text = WriteTask(task, clock_);
  ASSERT_TRUE(text);
  EXPECT_THAT(*text, HasSubstr("COMPLETED:10810106T"));
  EXPECT_THAT(*text, HasSubstr("LAST-MODIFIED:29000106T000000Z"));
}

TEST_F(CalendarTasksTest, TellsWhatIsDoneAndWhatWasSkippedWithoutAlarm) {
  FollowUp done;
  done.id = kId;
  done.contact = ada_.id;
  done.due = 2026y / 11 / 20;
  done.done_on = 2026y / 11 / 21;
  std::vector<CalendarEntry> tasks = {TaskOf(done, nullptr, {})};
  done.skipped = true;
  tasks.push_back(TaskOf(done, nullptr, {}));
  const Result<std::string> text = WriteTasks(tasks, clock_);
  ASSERT_TRUE(text);
  EXPECT_THAT(*text, HasSubstr("STATUS:COMPLETED\r\nPERCENT-COMPLETE:100\r\n"));
  EXPECT_THAT(*text, HasSubstr("STATUS:CANCELLED\r\n"));
  EXPECT_THAT(*text, Not(HasSubstr("VALARM")));
  const CalendarContents read = *ReadCalendar(*text, clock_);
  ASSERT_EQ(read.entries.size(), 2U);
  EXPECT_EQ(read.entries[0].state, CalendarState::kDone);
  EXPECT_EQ(read.entries[0].done_on, done.done_on);
  EXPECT_EQ(read.entries[1].state, CalendarState::kCancelled);
}

TEST_F(CalendarTasksTest, ReadsBackEveryTextInEveryZone) {
  for (const char* zone : {"UTC", "Pacific/Auckland", "Pacific/Honolulu", "Pacific/Kiritimati"}) {
    const followup::SystemClock clock = *followup::SystemClock::InZone(zone);
    for (const std::string& nasty : test::NastyTexts()) {
      CalendarEntry task = Task();
      task.summary = task.description = CleanText(nasty);
      task.state = CalendarState::kDone;
      task.done_on = 2026y / 11 / 25;
      task.sequence = 7;
      task.last_modified = test::kNow;
      const Result<std::string> text = WriteTask(task, clock);
      ASSERT_TRUE(text);
      EXPECT_EQ(ReadOne(*text, clock), task) << zone;
    }
  }
}

TEST_F(CalendarTasksTest, NamesBirthdaysAndCheckInsByTheContact) {
  const std::string id = ada_.id.ToString();
  const auto uid = [&](FollowUpKind kind) {
    return TaskOf(followup::DueItem{std::nullopt, ada_.id, kind, 2027y / 6 / 12, ""}, &ada_, {}).uid;
  };
  EXPECT_EQ(uid(FollowUpKind::kBirthday), "birthday-" + id);
  EXPECT_EQ(uid(FollowUpKind::kCheckIn), "check-in-" + id);
}

TEST_F(CalendarTasksTest, HasAHigherSequenceTheNextDay) {
  const std::vector<CalendarEntry> tasks = {Task()};
  const CalendarEntry today = ReadOne(*WriteTasks(tasks, clock_), clock_);
  clock_.Advance(24h);
  const CalendarEntry tomorrow = ReadOne(*WriteTasks(tasks, clock_), clock_);
  EXPECT_EQ(tomorrow.uid, today.uid);
  EXPECT_EQ(tomorrow.sequence, today.sequence + 1);
  EXPECT_GT(tomorrow.last_modified, today.last_modified);
}

TEST_F(CalendarTasksTest, KeepsWhatAServerKnowsBeyondTheTask) {
  const std::string before =
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\nBEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n"
      "BEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:"
      "STANDARD\r\n"
      "END:VTIMEZONE\r\nBEGIN:VTODO\r\nUID:" +
      kId.ToString() +
      "\r\nSUMMARY:Old\r\nCATEGORIES:Garden\r\nPRIORITY:3\r\nDUE;TZID=Europe/Berlin:20261124T170000\r\n"
      "X-EXAMPLE-COLOUR:green\r\nEMPTY:\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Now\r\n"
      "TRIGGER:-PT15M\r\nEND:VALARM\r\nEND:VTODO\r\nEND:VCALENDAR\r\n";
  CalendarEntry task = Task();
  const Result<std::string> same_day = WriteTask(task, clock_, before);
  ASSERT_TRUE(same_day);
  EXPECT_EQ(ReadOne(*same_day, clock_).summary, "Send the link");
  for (const char* kept : {"CATEGORIES:Garden\r\n", "PRIORITY:3\r\n", "X-EXAMPLE-COLOUR:green\r\n",
                           "TRIGGER:-PT15M\r\n", "TZID:Europe/Berlin\r\n", "20261124T170000\r\n"})
    EXPECT_THAT(*same_day, HasSubstr(kept));
  EXPECT_THAT(*same_day, Not(HasSubstr("X-LIC-ERROR")));

  task.day = 2026y / 11 / 27;
  const Result<std::string> moved = WriteTask(task, clock_, *same_day);
  ASSERT_TRUE(moved);
  EXPECT_THAT(*moved, HasSubstr("DUE;VALUE=DATE:20261127\r\n"));
  EXPECT_EQ(ReadOne(*moved, clock_).day, task.day);
  EXPECT_THAT(*moved, HasSubstr("PRIORITY:3\r\n"));
}

TEST_F(CalendarTasksTest, WritesOverTheRightTaskOnly) {
  EXPECT_EQ(WriteTask(Task(), clock_, "no calendar").error().code, ErrorCode::kUnreadable);
  EXPECT_EQ(WriteTask(Task(), clock_, "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n").error().code,
            ErrorCode::kNotFound);
}

}  // namespace
}  // namespace kith::exchange
