// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/composer.h"

#include <map>
#include <set>

#include <gtest/gtest.h>

#include "core/text.h"
#include "tools/cardpress/layouts.h"
#include "tools/cardpress/style.h"

namespace kith::tools {
namespace {

constexpr int kFew = 60, kMany = 300;

/// Small prints: what they say doesn't depend on their size.
std::vector<Composition> Cards(int count) {
  std::vector<Composition> cards;
  for (int i = 0; i < count; ++i) {
    Rng rng(11, "card", i);
    Result<Composition> card = ComposeCard(rng, Domains::kReserved, 300);
    EXPECT_TRUE(card) << i;
    if (card) cards.push_back(std::move(*card));
  }
  return cards;
}

/// Letters and digits of all runs that print a value, in the order of printing.
std::string PrintedAs(const Composition& card, ValueRef value) {
  std::string text;
  for (const PrintedRun& run : card.print.runs) {
    if (run.value == value) text += FoldToAlnum(run.text);
  }
  return text;
}

void ExpectPrinted(const Composition& card, ValueKind kind, const std::vector<std::string>& values) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    EXPECT_EQ(PrintedAs(card, {kind, i}), FoldToAlnum(values[i])) << card.design.layout;
  }
}

class ComposeCardTest : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(MissingFonts().empty()) << "fonts are missing: cardpress --fonts lists them";
  }
};

TEST_F(ComposeCardTest, PrintsEveryValueOfItsTruth) {
  for (const Composition& card : Cards(kFew)) {
    const CardTruth& truth = card.design.truth;
    ASSERT_FALSE(truth.name.empty()) << card.design.layout;
    EXPECT_EQ(PrintedAs(card, {ValueKind::kName, 0}), FoldToAlnum(truth.name.front())) << card.design.layout;
    ExpectPrinted(card, ValueKind::kOrg, truth.org);
    ExpectPrinted(card, ValueKind::kTitle, truth.title);
    ExpectPrinted(card, ValueKind::kDepartment, truth.department);
    ExpectPrinted(card, ValueKind::kEmail, truth.email);
    ExpectPrinted(card, ValueKind::kUrl, truth.url);
    ExpectPrinted(card, ValueKind::kAddress, truth.address);
    std::vector<std::string> numbers;
    for (const PhoneTruth& phone : truth.phone)
      numbers.push_back(phone.number);
    ExpectPrinted(card, ValueKind::kPhone, numbers);
  }
}

TEST_F(ComposeCardTest, KeepsAllTextOnTheCard) {
  for (const Composition& card : Cards(kFew)) {
    for (const PrintedRun& run : card.print.runs) {
      if (run.ink.width <= 0) continue;
      EXPECT_GE(run.ink.x, 0) << card.design.layout << ": " << run.text;
      EXPECT_GE(run.ink.y, 0) << card.design.layout << ": " << run.text;
      EXPECT_LE(run.ink.right(), card.design.width) << card.design.layout << ": " << run.text;
      EXPECT_LE(run.ink.bottom(), card.design.height) << card.design.layout << ": " << run.text;
    }
  }
}

TEST_F(ComposeCardTest, PrintsNoValueOverAnother) {
  for (const Composition& card : Cards(kFew)) {
    const auto& runs = card.print.runs;
    for (std::size_t i = 0; i < runs.size(); ++i) {
      for (std::size_t j = i + 1; j < runs.size(); ++j) {
        // Tails of letters may reach into the line below.
        const double across =
            std::min(runs[i].ink.right(), runs[j].ink.right()) - std::max(runs[i].ink.x, runs[j].ink.x);
        const double down =
            std::min(runs[i].ink.bottom(), runs[j].ink.bottom()) - std::max(runs[i].ink.y, runs[j].ink.y);
        EXPECT_FALSE(across > 0.6 && down > 0.7)
            << card.design.layout << ": " << runs[i].text << " over " << runs[j].text;
      }
    }
  }
}

TEST_F(ComposeCardTest, UsesTwelveLayoutsOrMoreAndFifteenCountries) {
  std::set<std::string> layouts;
  std::set<std::string> countries;
  for (const Composition& card : Cards(kMany)) {
    layouts.insert(card.design.layout);
    countries.insert(card.design.truth.country);
  }
  EXPECT_GE(layouts.size(), 12U);
  EXPECT_EQ(layouts.size(), Layouts().size());
  EXPECT_GE(countries.size(), 15U);
}

TEST_F(ComposeCardTest, PrintsAFaxOnlyWithItsLabel) {
  for (const Composition& card : Cards(kFew)) {
    for (const PhoneTruth& phone : card.design.truth.phone) {
      if (phone.type == PhoneType::kFax) {
        EXPECT_TRUE(phone.also.empty()) << phone.number;
      }
    }
  }
}

TEST(ComposeCard, GivesTheSamePixelsForTheSameSeed) {
  Rng first(12, "card", 5);
  Rng second(12, "card", 5);
  const Result<Composition> a = ComposeCard(first, Domains::kReserved, 600);
  const Result<Composition> b = ComposeCard(second, Domains::kReserved, 600);
  ASSERT_TRUE(a && b);
  EXPECT_TRUE(std::equal(a->print.image.pixels().begin(), a->print.image.pixels().end(),
                         b->print.image.pixels().begin(), b->print.image.pixels().end()));
}

TEST(PrintCard, RefusesTextThatWouldBeTooSmall) {
  CardDesign design;
  design.layout = "test";
  design.text.push_back(
      {{1, 1, 20, 5},
       Align::kStart,
       Align::kStart,
       {{{{"A line that is much too long for twenty millimetres", {"Inter"}, 9, kBlack}}}}});
  const Result<PrintedCard> print = PrintCard(design, 5);
  ASSERT_FALSE(print);
  EXPECT_EQ(print.error().code, ErrorCode::kInvalidInput);
  EXPECT_NE(print.error().message.find("test"), std::string::npos);
}

}  // namespace
}  // namespace kith::tools
