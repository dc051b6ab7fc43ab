// SPDX-License-Identifier: Apache-2.0
#include "core/language.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

namespace kith {
namespace {

constexpr const char* kCatalogue = R"(msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n<5 ? 1 : 2);\n"

msgid "Good morning"
msgstr "Dzień dobry"

msgid "{0} card"
msgid_plural "{0} cards"
msgstr[0] "{0} karta"
msgstr[1] "{0} karty"
msgstr[2] "{0} kart"

msgctxt "month"
msgid "May"
msgstr "maj"
)";

class InPolish : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = testing::TempDir() + "kith-languages-XXXXXX";
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
    const std::filesystem::path folder = folder_ / "pl" / "LC_MESSAGES";
    std::filesystem::create_directories(folder);
    std::ofstream(folder_ / "pl.po") << kCatalogue;
    const std::string command =
        "msgfmt -o " + (folder / "kith.mo").string() + " " + (folder_ / "pl.po").string();
    ASSERT_EQ(std::system(command.c_str()), 0);
    UseLanguage("pl", folder_);
  }
  void TearDown() override {
    UseLanguage("en", folder_);
    std::filesystem::remove_all(folder_);
  }

  std::filesystem::path folder_;
};

TEST_F(InPolish, TextsAreThoseOfTheCatalogue) {
  EXPECT_EQ(Tr("Good morning"), "Dzień dobry");
}

TEST_F(InPolish, WhatTheCatalogueLacksIsEnglish) {
  EXPECT_EQ(Tr("Good night"), "Good night");
  EXPECT_EQ(Tr("{0} person", "{0} people", 3), "{0} people");
  EXPECT_EQ(TrIn("verb", "May"), "May");
}

TEST_F(InPolish, NumbersTakeTheirForm) {
  EXPECT_EQ(Filled(Tr("{0} card", "{0} cards", 1), {"1"}), "1 karta");
  EXPECT_EQ(Filled(Tr("{0} card", "{0} cards", 3), {"3"}), "3 karty");
  EXPECT_EQ(Filled(Tr("{0} card", "{0} cards", 12), {"12"}), "12 kart");
}

TEST_F(InPolish, ContextTellsEqualTextsApart) {
  EXPECT_EQ(TrIn("month", "May"), "maj");
}

TEST_F(InPolish, ALanguageWithoutACatalogueIsEnglish) {
  const std::string_view before = Tr("Good morning");
  UseLanguage("fr", folder_);
  EXPECT_EQ(Tr("Good morning"), "Good morning");
  EXPECT_EQ(before, "Dzień dobry");
}

TEST_F(InPolish, ADamagedCatalogueIsEnglish) {
  std::ofstream(folder_ / "pl" / "LC_MESSAGES" / "kith.mo") << "not a catalogue";
  UseLanguage("pl", folder_);
  EXPECT_EQ(Tr("Good morning"), "Good morning");
}

TEST(Filled, PutsValuesWhereTheLanguageWantsThem) {
  EXPECT_EQ(Filled("{1}, {0}", {"Ada", "Example"}), "Example, Ada");
  EXPECT_EQ(Filled("{0} {0}", {"Ada"}), "Ada Ada");
}

TEST(Filled, LeavesOtherBracesAlone) {
  EXPECT_EQ(Filled("{} {2} {x} {0", {"Ada"}), "{} {2} {x} {0");
  EXPECT_EQ(Filled("{0}", {"{0}"}), "{0}");
}

}  // namespace
}  // namespace kith
