// SPDX-License-Identifier: Apache-2.0
// Reads pictures once and parses what was read as often as one likes: parsing takes milliseconds, reading
// most of a second a card.
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "app/paths.h"
#include "app/picture_scanner.h"
#include "app/scan_json.h"
#include "core/reading.h"
#include "ocr/card_reader.h"
#include "parse/card_parser.h"

namespace {

using namespace kith;
namespace fs = std::filesystem;

std::string TextOf(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("cannot open " + file.string());
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

fs::path ReadingOf(const fs::path& folder, const std::string& picture) {
  return folder / "readings" / (picture + ".reading");
}

std::vector<std::string> PicturesIn(const fs::path& folder) {
  std::vector<std::string> pictures;
  const nlohmann::json truth = nlohmann::json::parse(TextOf(folder / "truth.json"));
  for (const auto& [name, card] : truth.items())
    pictures.push_back(name);
  return pictures;
}

void Read(const fs::path& pictures, const fs::path& folder, const std::string& languages) {
  auto reader = ocr::CardReader::Open({.languages = languages, .models = app::ModelsFolder()});
  if (!reader) throw std::runtime_error(reader.error().message);
  fs::create_directories(folder / "readings");
  fs::copy_file(pictures / "truth.json", folder / "truth.json", fs::copy_options::overwrite_existing);
  for (const std::string& name : PicturesIn(pictures)) {
    const auto cards = app::CutOutCards({pictures / name}, **reader);
    const auto reading = cards ? (*reader)->Read(cards->front().card, {}) : Result<Reading>(cards.error());
    if (reading) {
      std::ofstream(ReadingOf(folder, name)) << FormatReading(*reading);
    } else {
      std::cerr << name << ": " << reading.error().message << '\n';
    }
  }
}

void Parse(const fs::path& folder) {
  for (const std::string& name : PicturesIn(folder)) {
    if (!fs::exists(ReadingOf(folder, name))) continue;
    const auto reading = ParseReading(TextOf(ReadingOf(folder, name)));
    if (!reading) throw std::runtime_error(name + ": " + reading.error().message);
    app::ScanRecord record;
    record.source = (folder / name).string();
    record.draft = parse::ParseCard(*reading, {.region = "US"});
    std::cout << app::ScanRecordToJson(record) << '\n';
  }
}

}  // namespace

int main(int argc, char** argv) try {
  const std::vector<std::string> words(argv + 1, argv + argc);
  if ((words.size() == 3 || words.size() == 4) && words[0] == "read") {
    Read(words[1], words[2], words.size() == 4 ? words[3] : "auto");
  } else if (words.size() == 2 && words[0] == "parse") {
    Parse(words[1]);
  } else {
    std::cerr << "usage: kith_readings read PICTURES FOLDER [LANGUAGES]\n"
                 "           reads the pictures of a folder with a truth.json\n"
                 "       kith_readings parse FOLDER\n"
                 "           prints what `kith scan --json` would of those\n";
    return 2;
  }
  return 0;
} catch (const std::exception& error) {
  std::cerr << "kith_readings: " << error.what() << '\n';
  return 1;
}
