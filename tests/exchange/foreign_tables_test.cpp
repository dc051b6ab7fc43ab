// SPDX-License-Identifier: Apache-2.0
// Calendars as ical.js sees them (scripts/install-test-tools), and a table as LibreOffice does.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "exchange/calendar/icalendar.h"
#include "exchange/calendar/tasks.h"
#include "exchange/csv/csv.h"
#include "exchange/csv/lists.h"
#include "tests/exchange/read_back.h"
#include "tests/exchange/samples.h"
#include "tests/support/fictional_people.h"
#include "tests/support/manual_clock.h"

namespace kith::exchange {
namespace {

using namespace std::chrono_literals;
using Json = nlohmann::json;

Json ReadCalendarWithIcalJs(const std::string& text) {
  return test::ReadWith("node '" KITH_SOURCE_DIR "/tests/exchange/read_calendar.js' '" KITH_SOURCE_DIR
                        "/build/test-tools/ical.cjs'",
                        "some.ics", text);
}

TEST(IcalJs, SeesTasksAsTheyAre) {
  std::vector<CalendarEntry> tasks;
  for (const std::string& nasty : test::NastyTexts()) {
    const FollowUpId id = MakeId<FollowUpId>(test::kNow);
    tasks.push_back({.uid = id.ToString(), .summary = nasty, .description = nasty, .day = 2026y / 11 / 24});
    tasks.back().kind = FollowUpKind::kSendLink;
  }
  tasks[1].state = CalendarState::kDone;
  tasks[1].done_on = 2026y / 11 / 22;
  const kith::test::ManualClock clock;
  const Json read = ReadCalendarWithIcalJs(*WriteTasks(tasks, clock));
  ASSERT_EQ(read.size(), tasks.size());
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    EXPECT_EQ(read[i]["name"], "vtodo");
    EXPECT_EQ(read[i]["uid"], tasks[i].uid);
    EXPECT_EQ(read[i]["summary"], CleanText(tasks[i].summary));
    EXPECT_EQ(read[i]["description"], CleanText(tasks[i].description));
    EXPECT_EQ(read[i]["due"], "2026-11-24");
    EXPECT_EQ(read[i]["kind"], "send-link");
    EXPECT_EQ(read[i]["alarm"], i == 1 ? Json() : Json("PT9H")) << "what is done needs none";
  }
  EXPECT_EQ(read[0]["status"], "NEEDS-ACTION");
  EXPECT_EQ(read[1]["status"], "COMPLETED");
  EXPECT_EQ(read[1]["completed"], "2026-11-22T12:00:00Z");
}

TEST(IcalJs, ExpandsLeapDayBirthdaysAsWeDo) {
  Contact ada = test::FullContact();
  ada.birthday = Birthday{std::chrono::February / 29, 1992y};
  const followup::DueItem item{std::nullopt, ada.id, FollowUpKind::kBirthday, 2027y / 2 / 28, ""};
  const Json read =
      ReadCalendarWithIcalJs(*WriteCalendar(std::span(&item, 1), std::span(&ada, 1), {}, test::kNow));
  EXPECT_EQ(read[0]["days"], Json({"1992-02-29", "1993-02-28", "1994-02-28", "1995-02-28", "1996-02-29"}));
}

TEST(LibreOffice, SeesEveryCellAndNoFormula) {
  std::vector<Contact> people;
  for (std::uint32_t i = 0; i < 120; ++i)
    people.push_back(kith::test::FictionalPerson(i).contact);
  const Json rows = test::ReadWith(KITH_SYSTEM_PYTHON " '" KITH_SOURCE_DIR "/tests/exchange/read_office.py'",
                                   "people.csv", WriteContactsCsv(people, kith::test::FictionalEvents()));
  ASSERT_EQ(rows.size(), people.size() + 1);
  for (std::size_t i = 0; i < people.size(); ++i) {
    const Json& row = rows[i + 1];
    for (const Json& cell : row)
      EXPECT_TRUE(cell[1].is_null()) << cell[0];
    EXPECT_EQ(row[2][0], GuardedCell(people[i].details.name.full));
    EXPECT_EQ(row[3][0], GuardedCell(people[i].details.organization));
    EXPECT_EQ(row.back()[0], people[i].id.ToString());
  }
}

}  // namespace
}  // namespace kith::exchange
