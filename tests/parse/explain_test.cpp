// SPDX-License-Identifier: Apache-2.0
#include "parse/explain.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/parse/reading_builder.h"

namespace kith::parse {
namespace {

ReadingBuilder Card() {
  ReadingBuilder card;
  card.Line(60, 60, 40, "Northwind Traders Ltd.")
      .Line(60, 200, 34, "Maria Fictional")
      .Line(60, 250, 22, "Head of Sales")
      .Line(60, 430, 20, "Tel. (415) 555-0123")
      .Line(60, 490, 20, "maria.fictional@northwind.example.org");
  card.Pass().Line(60, 200, 34, "Maria Fictiona1", 0.6);
  return card;
}

TEST(ExplainCard, GivesTheDraftOfTheParser) {
  const Reading reading = Card().Done();
  EXPECT_EQ(ExplainCard(reading, {"US"}).draft, ParseCard(reading, {"US"}));
}

TEST(ExplainCard, PutsTheChosenHypothesisFirstWithReasonsThatAddUp) {
  const Explanation explanation = ExplainCard(Card().Done(), {"US"});
  ASSERT_FALSE(explanation.names.empty());
  const Hypothesis& name = explanation.names.front();
  EXPECT_EQ(name.text, "Maria Fictional");
  EXPECT_TRUE(name.chosen);
  double sum = 0;
  for (const auto& [sign, amount] : name.reasons)
    sum += amount;
  EXPECT_NEAR(sum, name.score, 1e-9);
  EXPECT_TRUE(explanation.organizations.front().chosen);
  EXPECT_EQ(std::ranges::count(explanation.names, true, &Hypothesis::chosen), 1);
}

TEST(ExplainCard, ShowsWhatEveryPassRead) {
  const Explanation explanation = ExplainCard(Card().Done(), {"US"});
  const auto line =
      std::ranges::find_if(explanation.lines, [](const LineReadings& l) { return l.readings.size() == 2; });
  ASSERT_NE(line, explanation.lines.end());
  EXPECT_EQ(line->readings[0].text, "Maria Fictional");
  EXPECT_EQ(line->readings[1].text, "Maria Fictiona1");
}

TEST(ExplainCard, OfAnEmptyReadingIsEmpty) {
  const Explanation explanation = ExplainCard({}, {});
  EXPECT_TRUE(explanation.lines.empty());
  EXPECT_TRUE(explanation.draft.fields.empty());
}

}  // namespace
}  // namespace kith::parse
