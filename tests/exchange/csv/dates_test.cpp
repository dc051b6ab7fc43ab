// SPDX-License-Identifier: Apache-2.0
#include "exchange/csv/dates.h"

#include <gtest/gtest.h>

namespace kith::exchange {
namespace {

using namespace std::chrono_literals;

constexpr Birthday kDay{std::chrono::June / 12, 1984y};
constexpr Birthday kWithoutYear{std::chrono::June / 12, std::nullopt};

TEST(ReadDayCell, ReadsWhatProgramsAndPeopleWrite) {
  for (const char* text :
       {"1984-06-12", "1984/6/12", "1984.06.12", "19840612", "12.06.1984", "12. 6. 1984", "12 June 1984",
        "June 12, 1984", "Jun 12 1984", "12-Jun-84", "12. Juni 1984", "12 juin 1984", "12 de junio de 1984",
        "12 giugno 1984", "12th of June 1984", "1984年6月12日", "1984-06-12T00:00:00Z", "12.06.1984 00:00"})
    EXPECT_EQ(ReadDayCell(text, DateOrder::kUnknown), (ReadDay{DateKind::kDay, kDay})) << text;
  for (const char* text : {"--06-12", "--0612", "XXXX-06-12", "12 June", "June 12", "12.6.", "1604-06-12"})
    EXPECT_EQ(ReadDayCell(text, DateOrder::kUnknown), (ReadDay{DateKind::kDay, kWithoutYear})) << text;
}

TEST(ReadDayCell, FollowsTheOrderOfTheColumn) {
  EXPECT_EQ(ReadDayCell("12/06/1984", DateOrder::kDayFirst).day, kDay);
  EXPECT_EQ(ReadDayCell("6/12/1984", DateOrder::kMonthFirst).day, kDay);
  EXPECT_EQ(ReadDayCell("6/12/84", DateOrder::kMonthFirst).day, kDay);
  EXPECT_EQ(ReadDayCell("6/12/1984", DateOrder::kUnknown).kind, DateKind::kAmbiguous);
  EXPECT_EQ(ReadDayCell("13/06/1984", DateOrder::kUnknown).day.day, std::chrono::June / 13);
  EXPECT_EQ(ReadDayCell("06/13/1984", DateOrder::kUnknown).day.day, std::chrono::June / 13);
  EXPECT_EQ(ReadDayCell("06/06/1984", DateOrder::kUnknown).day.day, std::chrono::June / 6);
}

TEST(ReadDayCell, KnowsWhatIsNoDay) {
  for (const char* text : {"", " ", "0/0/00", "00/00/0000", "0000-00-00", "1/1/4501"})
    EXPECT_EQ(ReadDayCell(text, DateOrder::kUnknown).kind, DateKind::kNone) << text;
  for (const char* text : {"tomorrow", "1984-13-12", "31.02.1984", "29.02.1985", "12", "+1 415 555 0123",
                           "99999999999", "12 Nonsense 1984", "1.2.3.4", "May be"})
    EXPECT_EQ(ReadDayCell(text, DateOrder::kUnknown).kind, DateKind::kOther) << text;
}

TEST(DateColumn, TakesTheOrderFromDaysBeyondTheTwelfth) {
  const auto order = [](std::initializer_list<const char*> cells) {
    DateColumn column;
    for (const char* cell : cells)
      column.Add(cell);
    return column.order();
  };
  EXPECT_EQ(order({"03/04/1990", "25/12/1990"}), DateOrder::kDayFirst);
  EXPECT_EQ(order({"03/04/1990", "12/25/1990"}), DateOrder::kMonthFirst);
  EXPECT_EQ(order({"03/04/1990"}), DateOrder::kUnknown);
  EXPECT_EQ(order({"25/12/1990", "12/25/1990"}), DateOrder::kUnknown) << "they disagree";
  EXPECT_EQ(order({"1990-12-25", "Ada", "25", ""}), DateOrder::kUnknown);
  EXPECT_EQ(order({"33333333333333333333/12/1990", "333/12/1990"}), DateOrder::kUnknown) << "no days";
}

}  // namespace
}  // namespace kith::exchange
