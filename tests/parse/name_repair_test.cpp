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

TEST(RepairName, PutsLettersRightThatEnglishDoesNotHave) {
  EXPECT_EQ(RepairName("Wtadek Kowal", {"wladek.kowal"}), "W\u0142adek Kowal");
  EXPECT_EQ(RepairName("Ondfej Mraz", {"ondrej.mraz"}), "Ond\u0159ej Mraz");
  EXPECT_EQ(RepairName("Pilar Ortuho", {"p.ortuno"}), "Pilar Ortu\u00f1o");
  EXPECT_EQ(RepairName("Guogiang Fan", {"guoqiang.fan"}), "Guoqiang Fan");
}

TEST(RepairName, PutsSeveralLettersOfAWordRight) {
  EXPECT_EQ(RepairName("S00-YEON Oh", {"sooyeon.oh"}), "SOO-YEON Oh");
  EXPECT_EQ(RepairName("Miecystaw Statnik", {"m.slalnik", "miecyslaw"}), "Miecys\u0142aw S\u0142a\u0142nik");
}

TEST(RepairName, MakesAListedNameOfOneThatIsNoneWhereTheAddressHasIt) {
  EXPECT_EQ(RepairName("BirciTTa Falk", {"birgitta.falk"}), "Birgitta Falk");
  EXPECT_EQ(RepairName("Martin Falk", {"marvin.falk"}), "Martin Falk") << "a name, too";
}

TEST(RepairOrganization, PutsLegalFormsRight) {
  EXPECT_EQ(RepairOrganization("Northwind Sp. z 0.0. Sp. k.", {}), "Northwind Sp. z o.o. Sp. k.");
  EXPECT_EQ(RepairOrganization("Northwind Pvt. Lid.", {}), "Northwind Pvt. Ltd.");
  EXPECT_EQ(RepairOrganization("Northwind, lnc.", {}), "Northwind, Inc.");
  EXPECT_EQ(RepairOrganization("The Lidless Eye", {}), "The Lidless Eye");
}

TEST(RepairOrganization, FollowsTheDomainWhereLettersLookAlike) {
  EXPECT_EQ(RepairOrganization("lsolda Trading", {"isolda"}), "Isolda Trading");
  EXPECT_EQ(RepairOrganization("lsolda Trading", {"northwind"}), "lsolda Trading");
}

TEST(RepairName, LeavesWhatNoAddressConfirms) {
  EXPECT_EQ(RepairName("Wtadek Kowal", {"office"}), "Wtadek Kowal");
  EXPECT_EQ(RepairName("Thea Stott", {"thea.stott"}), "Thea Stott");
}

}  // namespace
}  // namespace kith::parse
