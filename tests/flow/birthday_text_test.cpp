// SPDX-License-Identifier: Apache-2.0
#include "flow/birthday_text.h"

#include <gtest/gtest.h>

#include "core/contact_changes.h"

namespace kith::flow {
namespace {

/// As the store keeps it; "none" if it isn't understood.
std::string Read(std::string_view text, std::string_view region = "DE") {
  const auto birthday = ReadBirthday(text, region);
  return birthday ? BirthdayText(*birthday) : "none";
}

TEST(ReadBirthday, TakesAMonthThatIsWrittenOutInAnyOrder) {
  for (const char* text : {"14 March", "March 14", "14 mar", "14. March", "mar 14th", "14th of March"})
    EXPECT_EQ(Read(text), "--03-14") << text;
  EXPECT_EQ(Read("14 March 1990"), "1990-03-14");
  EXPECT_EQ(Read("March 14, 1990"), "1990-03-14");
  EXPECT_EQ(Read("1990 March 14"), "1990-03-14");
}

TEST(ReadBirthday, LetsTheRegionSayWhichNumberIsTheMonthWhereBothCouldBe) {
  for (const char* text : {"12-10", "12/10", "12.10.", "12 10"}) {
    EXPECT_EQ(Read(text, "DE"), "--10-12") << text;
    EXPECT_EQ(Read(text, "GB"), "--10-12") << text;
    EXPECT_EQ(Read(text, "US"), "--12-10") << text;
    EXPECT_EQ(Read(text, "JP"), "--12-10") << text;
  }
  EXPECT_EQ(Read("3/4/1990", "US"), "1990-03-04");
  EXPECT_EQ(Read("3/4/1990", "FR"), "1990-04-03");
}

TEST(ReadBirthday, TakesWhatCanOnlyBeMeantOneWayInEveryRegion) {
  for (const char* region : {"DE", "US"}) {
    EXPECT_EQ(Read("14.3.", region), "--03-14");
    EXPECT_EQ(Read("03-14", region), "--03-14");
    EXPECT_EQ(Read("1990-12-10", region), "1990-12-10") << "a year in front: the month comes next";
    EXPECT_EQ(Read("--12-10", region), "--12-10") << "as vCards have it";
    EXPECT_EQ(Read("29 February", region), "--02-29");
  }
}

TEST(ReadBirthday, RefusesWhatIsNoDay) {
  for (const char* text : {"", "March", "14", "31 April", "30.2.", "29 Feb 1990", "soon", "14 March April",
                           "1990", "14-15", "1-2-3", "14 ma", "990214123"}) {
    EXPECT_EQ(Read(text), "none") << text;
  }
}

}  // namespace
}  // namespace kith::flow
