// SPDX-License-Identifier: Apache-2.0
// How well cards must be read, found and left unfound, set by set. The floors stand in floors.json, a little
// below what is reached; they are raised when reading gets better. One field may give way to others of its
// set, the sum never.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "app/picture_scanner.h"
#include "capture/card_finder.h"
#include "imaging/mat.h"
#include "tests/cards/score.h"
#include "tests/support/second_reader.h"
#include "tests/support/temp_folder.h"
#include "tools/cardpress/press.h"
#include "tools/cardpress/table.h"

namespace kith::test {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

Json ReadJson(const fs::path& file) {
  std::ifstream in(file);
  return Json::parse(in);
}

Json FloorsOf(const std::string& set) {
  return ReadJson(fs::path(KITH_SOURCE_DIR) / "tests" / "cards" / "floors.json").at(set);
}

struct TrueCard {
  Json truth;
  Image card;  ///< empty if it wasn't found
};

std::unique_ptr<app::PictureScanner> OpenScanner(const fs::path& models) {
  auto scanner = app::PictureScanner::Open("eng", "US", models);
  if (!scanner) throw std::runtime_error(scanner.error().message);
  return *std::move(scanner);
}

/// The cards on every picture of a folder that truth.json knows, found as the program does.
std::vector<TrueCard> CardsIn(const fs::path& folder) {
  const auto scanner = OpenScanner({});
  std::vector<TrueCard> found;
  const Json truths = ReadJson(folder / "truth.json");
  for (const auto& [name, truth] : truths.items()) {
    const auto cards = scanner->FindCards({folder / name});
    found.push_back({truth, cards ? cards->front().card : Image()});
  }
  return found;
}

CardScore ReadCards(const std::vector<TrueCard>& cards, const fs::path& models) {
  const auto scanner = OpenScanner(models);
  CardScore total;
  for (const auto& [truth, card] : cards) {
    const auto draft = card.empty() ? Result<Draft>(Draft()) : scanner->ReadCard(card);
    for (const auto& [field, score] : Score(truth, draft ? draft->details : ContactDetails()))
      total[field] += score;
  }
  return total;
}

void ExpectFloors(const CardScore& reached, const Json& floors) {
  for (const auto& [field, score] : reached) {
    EXPECT_GE(score.right, floors.at(field).at("right").get<int>()) << field << ", of " << score.wanted;
    EXPECT_LE(score.wrong, floors.at(field).at("wrong").get<int>()) << field << ", of " << score.wanted;
    std::cout << field << ": " << score.right << " of " << score.wanted << " right, " << score.wrong
              << " wrong\n";
  }
}

/// With Tesseract alone, and with both readers.
void ExpectFloorsOfCards(const std::vector<TrueCard>& cards, const std::string& set) {
  ExpectFloors(ReadCards(cards, {}), FloorsOf(set));
  KITH_SKIP_WITHOUT_MODELS();
  std::cout << "with both readers:\n";
  ExpectFloors(ReadCards(cards, Models()), FloorsOf(set + ", both readers"));
}

void ExpectFloorsOfPressed(tools::PictureKind kind, const std::string& set) {
  const Json floors = FloorsOf(set);
  const TempFolder folder;
  tools::PressOptions options;
  options.kind = kind;
  options.count = floors.at("pictures");
  options.seed = floors.at("seed");
  options.folder = folder.path().string();
  const auto pressed = tools::Press(options);
  ASSERT_TRUE(pressed) << pressed.error().message;
  ExpectFloorsOfCards(CardsIn(folder.path()), set);
}

/// On how many of the tables, none of which has a card on it, one was found.
int CardsFoundOnTables(const Json& floors, bool cluttered) {
  int found = 0;
  for (int i = 0; i < floors.at("pictures"); ++i) {
    tools::Rng rng(floors.at("seed"), "table", i);
    const double grey_of_card = rng.Real(60, 250);
    const Image table = imaging::ToImage(tools::DrawTable({1280, 720}, rng, grey_of_card, cluttered));
    found += capture::FindCards(table, capture::FinderOptions::OfCamera()).empty() ? 0 : 1;
  }
  std::cout << "a card on " << found << " of " << floors.at("pictures") << " tables\n";
  return found;
}

TEST(Floors, OfTheBundledSamples) {
  ExpectFloorsOfCards(CardsIn(fs::path(KITH_SOURCE_DIR) / "assets" / "samples"), "samples");
}

TEST(Floors, OfOfficeScans) {
  ExpectFloorsOfPressed(tools::PictureKind::kScan, "scans");
}

TEST(Floors, OfPhotographs) {
  ExpectFloorsOfPressed(tools::PictureKind::kPhoto, "photos");
}

TEST(Floors, OfTablesWithoutACard) {
  EXPECT_LE(CardsFoundOnTables(FloorsOf("tables"), false), FloorsOf("tables").at("found").get<int>());
}

// Papers, pens and cups on most of them; a whole sheet of paper looks like a card until somebody reads it.
TEST(Floors, OfClutteredTables) {
  const Json floors = FloorsOf("cluttered_tables");
  EXPECT_LE(CardsFoundOnTables(floors, true), floors.at("found").get<int>());
}

}  // namespace
}  // namespace kith::test
