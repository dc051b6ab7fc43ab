// SPDX-License-Identifier: Apache-2.0
#include "core/time.h"

#include <gtest/gtest.h>

namespace kith {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

TEST(Day, GoesToTextAndBack) {
  const Day first_of_march{year(2026), month(3), day(1)};
  EXPECT_EQ(FormatDay(first_of_march), "2026-03-01");
  EXPECT_EQ(ParseDay("2026-03-01"), first_of_march);
  EXPECT_EQ(ParseDay("0001-01-01"), (Day{year(1), month(1), day(1)}));
}

TEST(Day, IsADayOfTheCalendar) {
  EXPECT_TRUE(ParseDay("2024-02-29"));
  for (const char* text :
       {"2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-04-00"}) {
    EXPECT_EQ(ParseDay(text), std::nullopt) << text;
  }
}

TEST(Day, IsReadInNoOtherForm) {
  for (const char* text : {"", "2026-3-1", "26-03-01", "2026/03/01", "2026-03-01 ", " 2026-03-1",
                           "2026-03-+1", "2026--3-01", "-026-03-01", "20260301", "2026-03-0x"}) {
    EXPECT_EQ(ParseDay(text), std::nullopt) << text;
  }
}

TEST(Day, MovesOverTheEndsOfMonthsAndYears) {
  EXPECT_EQ(AddDays(*ParseDay("2024-02-28"), 1), ParseDay("2024-02-29"));
  EXPECT_EQ(AddDays(*ParseDay("2026-12-31"), 1), ParseDay("2027-01-01"));
  EXPECT_EQ(AddDays(*ParseDay("2026-03-01"), -1), ParseDay("2026-02-28"));
  EXPECT_EQ(AddDays(*ParseDay("2026-01-01"), 365), ParseDay("2027-01-01"));
  EXPECT_EQ(AddDays(*ParseDay("2026-01-01"), 0), ParseDay("2026-01-01"));
}

TEST(Instant, GoesToTextAndBack) {
  const std::string text = "2026-11-23T18:05:09.042Z";
  const auto instant = ParseInstant(text);
  ASSERT_TRUE(instant);
  EXPECT_EQ(FormatInstant(*instant), text);
  EXPECT_EQ(instant->time_since_epoch().count(), 1795457109042);
}

TEST(Instant, MayBeBeforeTheEpoch) {
  EXPECT_EQ(FormatInstant(Instant(std::chrono::milliseconds(-1))), "1969-12-31T23:59:59.999Z");
  EXPECT_EQ(ParseInstant("1969-12-31T23:59:59.999Z"), Instant(std::chrono::milliseconds(-1)));
}

TEST(Instant, IsReadInNoOtherForm) {
  for (const char* text : {"", "2026-11-23", "2026-11-23T18:05:09Z", "2026-11-23T18:05:09.042",
                           "2026-11-23 18:05:09.042Z", "2026-11-23T18:05:09.042+", "2026-11-23T24:00:00.000Z",
                           "2026-11-23T18:60:00.000Z", "2026-11-23T18:05:60.000Z", "2026-02-30T18:05:09.042Z",
                           "2026-11-23T-8:05:09.042Z", "2026-11-23T18:05:09.x42Z"}) {
    EXPECT_EQ(ParseInstant(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace kith
