// SPDX-License-Identifier: Apache-2.0
#include "exchange/csv/csv.h"

#include <gtest/gtest.h>

namespace kith::exchange {
namespace {

using namespace std::string_literals;

TEST(WriteCsv, IsRfc4180WithAByteOrderMark) {
  const std::vector<CsvRow> rows = {{"Name", "Notes"}, {"Ada, \"Countess\"", "two\nlines"}, {"", "x"}};
  EXPECT_EQ(WriteCsv(rows),
            "\xEF\xBB\xBF\"Name\",\"Notes\"\r\n\"Ada, \"\"Countess\"\"\",\"two\nlines\"\r\n\"\",\"x\"\r\n");
}

TEST(WriteCsv, GuardsEveryCell) {
  const std::vector<CsvRow> rows = {{"=1+1", "Ada"}};
  EXPECT_EQ(WriteCsv(rows), "\xEF\xBB\xBF\"'=1+1\",\"Ada\"\r\n");
}

TEST(GuardedCell, PutsAQuoteBeforeFormulas) {
  EXPECT_EQ(GuardedCell("=HYPERLINK(\"http://example.com\",\"x\")"),
            "'=HYPERLINK(\"http://example.com\",\"x\")");
  EXPECT_EQ(GuardedCell("+1+cmd|' /C calc'!A0"), "'+1+cmd|' /C calc'!A0");
  EXPECT_EQ(GuardedCell("-2+3"), "'-2+3");
  EXPECT_EQ(GuardedCell("@SUM(A1)"), "'@SUM(A1)");
  EXPECT_EQ(GuardedCell("\xEF\xBC\x9D"
                        "1"),
            "'\xEF\xBC\x9D"
            "1")
      << "full-width =";
}

TEST(GuardedCell, SeesThroughSpacesTabsAndControlCharacters) {
  EXPECT_EQ(GuardedCell("  =1"), "'=1");
  EXPECT_EQ(GuardedCell("\t=1"), "'=1");
  EXPECT_EQ(GuardedCell("\0=1"s), "'=1");
  EXPECT_EQ(GuardedCell("\r=1"), "'=1");
}

TEST(GuardedCell, GuardsWhatWouldBeginACellWithAnotherSeparator) {
  EXPECT_EQ(GuardedCell("x;=1"), "x;'=1");
  EXPECT_EQ(GuardedCell("x, -1"), "x, '-1");
  EXPECT_EQ(GuardedCell("x\"=1"), "x\"'=1");
  EXPECT_EQ(GuardedCell("x\r\n@1"), "x\n'@1");
}

TEST(GuardedCell, LeavesOrdinaryTextAlone) {
  for (const char* text : {"", "Ada Example", "1 Main St, Springfield", "a=b", "ada@example.com",
                           "Smith-Example", "C++", "5 + 5", "2026-11-23", "XXXX-06-12", "O'Example"}) {
    EXPECT_EQ(GuardedCell(text), text);
  }
}

TEST(GuardedCell, LeavesPhoneNumbersCleanForOtherPrograms) {
  EXPECT_EQ(GuardedCell("+1 415 555 0123"), "+1 415 555 0123");
  EXPECT_EQ(GuardedCell("+14155550123"), "+14155550123");
  EXPECT_EQ(GuardedCell("+1 415 555 0123 ext. 12"), "+1 415 555 0123 ext. 12");
}

TEST(GuardedCell, GuardsWhatOnlyLooksLikeAPhoneNumber) {
  for (const char* text : {"+1-415", "+1 415+1", "+A1", "+ 1", "+", "+1 ext. A1", "+1 ext. ", "+1 ext. 1+1",
                           "+1 ext. 1 ext. 1", "+1\n+1"}) {
    EXPECT_TRUE(GuardedCell(text).starts_with("'+")) << text;
  }
}

TEST(PhoneCell, SeparatesGroupsBySpacesOnly) {
  EXPECT_EQ(PhoneCell("+1 415-555-0123"), "+1 415 555 0123");
  EXPECT_EQ(PhoneCell("+1 (415) 555-0123 ext. 12"), "+1 415 555 0123 ext. 12");
  EXPECT_EQ(PhoneCell("555-0123"), "555-0123") << "a national number is no formula";
}

}  // namespace
}  // namespace kith::exchange
