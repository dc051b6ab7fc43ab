// SPDX-License-Identifier: Apache-2.0
#include "parse/name_repair.h"

#include <gtest/gtest.h>

namespace kith::parse {
namespace {

TEST(RepairName, FollowsTheLocalPartWhereLettersLookAlike) {
  EXPECT_EQ(RepairName("Hugh Maclnnes", {"hugh.macinnes"}), "Hugh MacInnes");
  EXPECT_EQ(RepairName("Heike Griinewald", {"hgruenewald"}), "Heike Gr\u00fcnewald");
  EXPECT_EQ(RepairName("Heike Griinewald", {"h.grunewald"}), "Heike Gr\u00fcnewald");
  EXPECT_EQ(RepairName("Marta Zirnmer", {"zimmer"}), "Marta Zimmer");
}

TEST(RepairName, LeavesWhatNothingConfirms) {
  EXPECT_EQ(RepairName("Hugh Maclnnes", {"office"}), "Hugh Maclnnes");
  EXPECT_EQ(RepairName("Heike Griinewald", {}), "Heike Griinewald");
}

TEST(RepairName, LeavesWhatTheLocalPartSpellsAsItWasRead) {
  EXPECT_EQ(RepairName("Bernard Vogel", {"bernard.vogel", "bemard"}), "Bernard Vogel");
}

TEST(RepairName, WritesGivenNamesWithACapitalI) {
  EXPECT_EQ(RepairName("lan Example", {}), "Ian Example");
  EXPECT_EQ(RepairName("Ada la Example", {}), "Ada la Example");
  EXPECT_EQ(RepairName("lan example", {}), "lan example");
}

}  // namespace
}  // namespace kith::parse
