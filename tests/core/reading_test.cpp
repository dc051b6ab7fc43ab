// SPDX-License-Identifier: Apache-2.0
#include "core/reading.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith {
namespace {

using testing::HasSubstr;

Reading Example() {
  Reading reading;
  reading.width = 1000;
  reading.height = 600;
  reading.codes = {{"BEGIN:VCARD\r\nFN:Ada\tExample\nNOTE:back\\slash \\n\nEND:VCARD\n", {700, 40, 200, 200}},
                   {"", {}}};
  reading.passes = {{"plain/6",
                     {{{{"Ada", {10, 20, 60, 30}, 0.96875}, {"Ex\u00E4mple", {80, 20, 120, 30}, 0.5}}},
                      {{{"\u5C71\u7530", {-1, 70, 60, 30}, 0}}}}},
                    {"plain/11", {TextLine{}}},
                    {"", {}}};
  return reading;
}

TEST(Reading, GoesToTextAndBack) {
  const Result<Reading> read = ParseReading(FormatReading(Example()));
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(*read, Example());
}

TEST(Reading, OfNothingGoesToTextAndBack) {
  const Result<Reading> read = ParseReading(FormatReading(Reading{}));
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, Reading{});
}

TEST(Reading, KeepsConfidenceExactly) {
  Reading reading;
  reading.passes = {{"p", {{{{"word", {1, 2, 3, 4}, 1.0 / 3.0}}}}}};
  const Result<Reading> read = ParseReading(FormatReading(reading));
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, reading);
}

TEST(Reading, KeepsTabsAtTheEndsOfAPayload) {
  Reading reading;
  reading.codes = {{"\tpayload\t", {1, 2, 3, 4}}};
  const Result<Reading> read = ParseReading(FormatReading(reading));
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, reading);
}

TEST(Reading, IsWrittenOneWordALine) {
  Reading reading;
  reading.width = 100;
  reading.height = 60;
  reading.passes = {{"plain/6", {{{{"Ada", {1, 2, 3, 4}, 0.5}, {"Example", {5, 2, 7, 4}, 1}}}}}};
  EXPECT_EQ(FormatReading(reading),
            "card\t100\t60\npass\tplain/6\nline\nword\t1\t2\t3\t4\t0.5\tAda\n"
            "word\t5\t2\t7\t4\t1\tExample\n");
}

TEST(Reading, MayHaveEmptyLinesInItsText) {
  const Result<Reading> read = ParseReading("card\t10\t6\n\npass\tp\n\nline\n");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->passes.size(), 1U);
}

TEST(Reading, NamesTheLineThatMakesNoSense) {
  for (const char* record :
       {"what", "card\tten\t6", "card", "word\t1\t2\t3\t4\t0.5\tAda", "line", "code\t1\t2\tx\t4\tpayload"}) {
    const Result<Reading> read = ParseReading("card\t10\t6\n" + std::string(record) + "\n");
    ASSERT_FALSE(read) << record;
    EXPECT_EQ(read.error().code, ErrorCode::kUnreadable);
    EXPECT_THAT(read.error().message, HasSubstr("Line 2"));
    EXPECT_THAT(read.error().message, HasSubstr(record));
  }
}

TEST(Reading, RefusesWordsThatAreNotWhole) {
  for (const char* record : {"word", "word\t1\t2\t3", "word\t1\t2\t3\t4\tsure\tAda", "word\t1\t2\t3\t4\t0.5",
                             "word\t1\t2\t3\t4\t0.5\t"}) {
    EXPECT_FALSE(ParseReading("card\t10\t6\npass\tp\nline\n" + std::string(record) + "\n")) << record;
  }
  EXPECT_FALSE(ParseReading("card\t10\t6\npass\tp\nword\t1\t2\t3\t4\t0.5\tAda\n")) << "a word outside a line";
}

}  // namespace
}  // namespace kith
