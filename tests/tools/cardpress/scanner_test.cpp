// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/scanner.h"

#include <gtest/gtest.h>

namespace kith::tools {
namespace {

std::size_t CountValues(const CardTruth& truth) {
  return (truth.name.empty() ? 0U : 1U) + truth.org.size() + truth.title.size() + truth.phone.size() +
         truth.email.size() + truth.url.size() + truth.address.size() + truth.department.size();
}

TEST(ScanCard, MovesCutValuesToCutAndLosesNone) {
  int cut_cards = 0;
  for (int i = 0; i < 60; ++i) {
    Rng rng(21, "scan", i);
    const Result<Composition> card = ComposeCard(rng, Domains::kReserved, 400);
    ASSERT_TRUE(card);
    const Picture scan = ScanCard(*card, rng);
    std::size_t cut = 0;
    for (const auto& [field, values] : scan.truth.cut)
      cut += field == "name" ? 1 : values.size();
    EXPECT_EQ(CountValues(scan.truth) + cut, CountValues(card->design.truth));
    cut_cards += cut > 0;
    EXPECT_GE(std::max(scan.image.width(), scan.image.height()), 420);
    EXPECT_LE(std::max(scan.image.width(), scan.image.height()), 1350);
  }
  EXPECT_GE(cut_cards, 1);
  EXPECT_LE(cut_cards, 20);
}

TEST(WithoutHidden, TakesAllAlternativesOfAHiddenName) {
  CardTruth truth;
  truth.name = {"Ada Example", "Ada Example, MBA"};
  truth.org = {"Example", "Example Ltd"};
  truth.phone = {{"020 7946 0001", PhoneType::kWork, {}}, {"020 7946 0002", PhoneType::kFax, {}}};
  const CardTruth left =
      WithoutHidden(truth, {{ValueKind::kName, 0}, {ValueKind::kOrg, 1}, {ValueKind::kPhone, 0}});
  EXPECT_TRUE(left.name.empty());
  EXPECT_EQ(left.org, std::vector<std::string>{"Example"});
  ASSERT_EQ(left.phone.size(), 1U);
  EXPECT_EQ(left.phone[0].type, PhoneType::kFax);
  EXPECT_EQ(left.cut.at("phone"), std::vector<std::string>{"020 7946 0001"});
  EXPECT_EQ(left.cut.at("name").size(), 2U);
  EXPECT_FALSE(left.cut.contains("email"));
}

}  // namespace
}  // namespace kith::tools
