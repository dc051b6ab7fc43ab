// SPDX-License-Identifier: Apache-2.0
#include "exchange/csv/reader.h"

#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/exchange/samples.h"

namespace kith::exchange {
namespace {

using namespace std::string_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

struct Rows {
  CsvForm form;
  std::vector<CsvRow> cells;
  std::vector<int> lines;
  std::vector<std::string> troubles;
};

Rows ReadRows(const std::string& text, CsvReading reading = {}) {
  std::istringstream in(text);
  const Result<CsvForm> form = DetectCsvForm(in);
  EXPECT_TRUE(form) << (form ? "" : form.error().message);
  Rows rows;
  if (!form) return rows;
  rows.form = *form;
  CsvReader reader(in, *form, reading);
  while (const std::optional<CsvRecord> record = reader.Next()) {
    rows.lines.push_back(record->line);
    if (record->trouble.empty()) {
      rows.cells.push_back(record->cells);
    } else {
      rows.troubles.push_back(record->trouble);
    }
  }
  return rows;
}

TEST(CsvReader, ReadsRfc4180) {
  const Rows rows = ReadRows("Name,Notes\r\n\"Ada, \"\"Countess\"\"\",\"two\r\nlines\"\r\n,\r\n\"\",x");
  EXPECT_THAT(rows.cells, ElementsAre(CsvRow{"Name", "Notes"}, CsvRow{"Ada, \"Countess\"", "two\nlines"},
                                      CsvRow{"", "x"}));
  EXPECT_THAT(rows.lines, ElementsAre(1, 2, 5));
}

TEST(CsvReader, ReadsEveryLineBreak) {
  for (const std::string end : {"\n", "\r\n", "\r"})
    EXPECT_THAT(ReadRows("a,b" + end + end + "c,d" + end).cells,
                ElementsAre(CsvRow{"a", "b"}, CsvRow{"c", "d"}));
}

TEST(CsvReader, TakesQuotesAsTheyAreFound) {
  EXPECT_THAT(ReadRows("5\" pipe,\"Ada \"the\" Example\", \"spaced\" \n\"a \" b\",c,d").cells,
              ElementsAre(CsvRow{"5\" pipe", "Ada \"the\" Example", "spaced"}, CsvRow{"a \" b", "c", "d"}));
}

TEST(CsvReader, FindsTheDelimiter) {
  EXPECT_EQ(ReadRows("Name;Ort\nExample, Ada;Berlin\n\"a;b\";c\n").form.delimiter, ';');
  EXPECT_EQ(ReadRows("Name\tOrt\nAda\tBerlin\n").form.delimiter, '\t');
  EXPECT_EQ(ReadRows("Name,City\nAda,\"a;b;c\"\n").form.delimiter, ',');
  EXPECT_EQ(ReadRows("Name|City\nAda|Berlin\n").form.delimiter, '|');
  const Rows named = ReadRows("sep=;\r\nName;City\r\n");
  EXPECT_EQ(named.form.delimiter, ';');
  EXPECT_THAT(named.cells, ElementsAre(CsvRow{"Name", "City"}));
  EXPECT_THAT(named.lines, ElementsAre(2));
}

TEST(CsvReader, FindsTheCharset) {
  const std::string utf8 = "Name,Ort\nJ\xC3\xBCrgen,K\xC3\xB6ln\n";
  EXPECT_EQ(ReadRows(utf8).form.charset, "UTF-8");
  const auto expected = ElementsAre(CsvRow{"Name", "Ort"}, CsvRow{"J\xC3\xBCrgen", "K\xC3\xB6ln"});
  EXPECT_THAT(ReadRows("\xEF\xBB\xBF" + utf8).cells, expected);
  EXPECT_THAT(ReadRows("Name,Ort\nJ\xFCrgen,K\xF6ln\n").cells, expected);
  std::string little("\xFF\xFE");
  std::string big;
  for (const char32_t c : std::u32string_view(U"Name,Ort\nJürgen,Köln\n")) {
    little += {static_cast<char>(c), '\0'};
    big += {'\0', static_cast<char>(c)};
  }
  EXPECT_THAT(ReadRows(little).cells, expected);
  EXPECT_THAT(ReadRows(little.substr(2)).cells, expected) << "without a mark";
  EXPECT_THAT(ReadRows("\xFE\xFF" + big).cells, expected);
}

TEST(CsvReader, FindsACyrillicCharset) {
  // "Имя;Город" and names, in windows-1251.
  const std::string text =
      "\xC8\xEC\xFF;\xC3\xEE\xF0\xEE\xE4\n\xC8\xE2\xE0\xED "
      "\xCF\xF0\xE8\xEC\xE5\xF0\xEE\xE2;\xCC\xEE\xF1\xEA\xE2"
      "\xE0\n\xC0\xED\xED\xE0 \xCE\xE1\xF0\xE0\xE7\xF6\xEE\xE2\xE0;\xCD\xEE\xE2\xE3\xEE\xF0\xEE\xE4\n";
  const Rows rows = ReadRows(text);
  EXPECT_EQ(rows.form.charset, "windows-1251");
  EXPECT_EQ(rows.cells.at(1).at(1), "\xD0\x9C\xD0\xBE\xD1\x81\xD0\xBA\xD0\xB2\xD0\xB0");
}

TEST(CsvReader, TellsALateByteThatIsNoUtf8) {
  std::string text = "Name,City\n";
  for (int i = 0; i < 30'000; ++i)
    text += "Ada Example,Springfield\n";
  EXPECT_EQ(ReadRows(text + "J\xC3\xBCrgen,x\n").form.charset, "UTF-8");
  EXPECT_EQ(ReadRows(text + "J\xFCrgen,x\n").cells.back()[0], "J\xC3\xBCrgen");
}

TEST(CsvReader, TellsTheLineOfAQuoteThatNeverEnds) {
  const Rows rows = ReadRows("Name,Notes\nAda,\"cut off\nBen,fine\n");
  EXPECT_THAT(rows.troubles, ElementsAre("The quote that begins a cell on line 2 never ends."));
  EXPECT_THAT(rows.cells, ElementsAre(CsvRow{"Name", "Notes"}, CsvRow{"Ben", "fine"}));
  EXPECT_THAT(rows.lines, ElementsAre(1, 2, 3));
}

TEST(CsvReader, StopsWhereQuotesNeverEndAgainAndAgain) {
  std::string text = "Name,Notes\n";
  for (int i = 0; i < 1000; ++i)
    text += "Ada,\"x y" + std::string(100, 'z') + "\"q\n";
  const Rows rows = ReadRows(text);
  ASSERT_FALSE(rows.troubles.empty());
  EXPECT_LE(rows.troubles.size(), 22U);
  EXPECT_THAT(rows.troubles.back(), HasSubstr("the rest wasn't read"));
}

TEST(CsvReader, RefusesRowsBeyondTheLimits) {
  const CsvReading reading{.most_cell_bytes = 100, .most_columns = 3};
  const std::string longer(101, 'x');
  const std::vector<std::string> broken = {longer + ",b", "\"" + longer + "\",b", "a,b,c,d",
                                           std::string(5000, 'x')};
  for (const std::string& row : broken) {
    const Rows rows = ReadRows("a,b\n" + row + "\nc,d\n", reading);
    EXPECT_THAT(rows.troubles, SizeIs(1)) << row;
    EXPECT_EQ(rows.cells.back(), (CsvRow{"c", "d"}));
  }
}

TEST(CsvReader, RefusesWhatIsNoText) {
  std::istringstream in("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\0"s);
  EXPECT_EQ(DetectCsvForm(in).error().code, ErrorCode::kUnreadable);
}

TEST(CsvReader, OfAnEmptyFileGivesNothing) {
  EXPECT_THAT(ReadRows("").cells, IsEmpty());
  EXPECT_THAT(ReadRows("\n \n,,\n").cells, IsEmpty());
}

TEST(CsvReader, ReadsBackWhatKithWrites) {
  std::vector<CsvRow> rows;
  for (const std::string& nasty : test::NastyTexts())
    rows.push_back({nasty, "second", nasty});
  for (const std::string text :
       {"'=1", "''=1", "x;'=1", "it's", "'", "'a", "a\n'-1", "' =1", "+1 415", "'+1 415"})
    rows.push_back({text, "second", text});
  for (const ByteOrderMark mark : {ByteOrderMark::kYes, ByteOrderMark::kNo}) {
    const Rows read = ReadRows(WriteCsv(rows, mark));
    ASSERT_EQ(read.cells.size(), rows.size());
    EXPECT_THAT(read.troubles, IsEmpty());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      EXPECT_EQ(read.cells[i][1], "second");
      for (const std::size_t cell : {0U, 2U})
        EXPECT_EQ(UnguardedCell(read.cells[i][cell], Guards::kEverywhere), CleanText(rows[i][cell]));
    }
  }
}

TEST(UnguardedCell, LooksAtTheBeginOnlyInFilesOfOtherPrograms) {
  EXPECT_EQ(UnguardedCell("'=1, '-1", Guards::kAtBegin), "=1, '-1");
  EXPECT_EQ(UnguardedCell("'=1, '-1", Guards::kEverywhere), "=1, -1");
  EXPECT_EQ(UnguardedCell("'tis, 'a'", Guards::kEverywhere), "'tis, 'a'");
}

}  // namespace
}  // namespace kith::exchange
