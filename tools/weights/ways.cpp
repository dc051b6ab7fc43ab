// SPDX-License-Identifier: Apache-2.0
// All ways to label each card of a folder that kith_readings made, and which of them are right, for fit.py:
// one JSON object a line.
#include <algorithm>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/reading.h"
#include "core/text.h"
#include "parse/card_model.h"
#include "parse/card_text.h"
#include "parse/likeness.h"

namespace {

using namespace kith;
using namespace kith::parse;
using Json = nlohmann::json;
namespace fs = std::filesystem;

std::string TextOf(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("cannot open " + file.string());
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

/// [[index, amount], …] of those that aren't 0.
Json Sparse(const Signs& signs) {
  Json sparse = Json::array();
  for (std::size_t i = 0; i < kSigns; ++i) {
    if (signs.amounts()[i] != 0) sparse.push_back({i, signs.amounts()[i]});
  }
  return sparse;
}

/// The same but for what a reader may get wrong.
bool IsRead(const std::string& text, const std::string& printed) {
  const std::string a = FoldToAlnum(text);
  const std::string b = FoldToAlnum(printed);
  return !b.empty() && EditDistance(a, b) <= b.size() / 4;
}

bool IsAnyOf(const std::string& text, const Json& printed) {
  return std::any_of(printed.begin(), printed.end(),
                     [&](const Json& value) { return IsRead(text, value.get<std::string>()); });
}

/// Whether the text is a line of one of the values.
bool IsPartOfAny(const std::string& text, const Json& printed) {
  constexpr std::size_t kShortest = 3;
  const std::string folded = FoldToAlnum(text);
  return folded.size() >= kShortest && std::any_of(printed.begin(), printed.end(), [&](const Json& value) {
           return FoldToAlnum(value.get<std::string>()).find(folded) != std::string::npos ||
                  IsRead(text, value.get<std::string>());
         });
}

FieldKind TrueKind(const std::string& text, const Json& truth) {
  if (IsPartOfAny(text, truth.at("title"))) return FieldKind::kTitle;
  if (IsPartOfAny(text, truth.at("department"))) return FieldKind::kDepartment;
  return IsPartOfAny(text, truth.at("address")) ? FieldKind::kAddress : FieldKind::kNote;
}

Json CandidatesToJson(const std::vector<Candidate>& candidates, const Json& printed) {
  Json json = Json::array();
  bool any = false;
  for (const Candidate& candidate : candidates) {
    const bool right = !candidate.parts.empty() && IsAnyOf(candidate.piece.text, printed);
    any = any || right;
    json.push_back({{"signs", Sparse(candidate.signs)}, {"parts", candidate.parts}, {"right", right}});
  }
  json.back()["right"] = !any;  // "none of the lines" is right if the value can't be read
  return json;
}

Json WaysOf(const CardText& card, const Json& truth) {
  const CardModel model(card.pieces, card.context);
  Json pieces = Json::array();
  std::vector<FieldKind> kinds;
  for (std::size_t i = 0; i < card.pieces.size(); ++i) {
    kinds.push_back(TrueKind(card.pieces[i].text, truth));
    bool below_title = false;
    for (std::size_t j = 0; j < i; ++j) {
      below_title |= kinds[j] == FieldKind::kTitle && IsRightBelow(card.pieces[j], card.pieces[i], 1.0);
    }
    Json signs = Json::array();
    for (const FieldKind kind : kOtherKinds)
      signs.push_back(Sparse(model.SignsOf(i, kind, model.names().back(), below_title)));
    Json near = Json::array();
    constexpr auto kBelowName = static_cast<std::size_t>(Sign::kTitleBelowName);
    for (const Candidate& name : model.names())
      near.push_back(model.SignsOf(i, FieldKind::kTitle, name, below_title).amounts()[kBelowName]);
    const auto kind = std::find(kOtherKinds.begin(), kOtherKinds.end(), kinds[i]) - kOtherKinds.begin();
    pieces.push_back({{"text", card.pieces[i].text}, {"signs", signs}, {"near", near}, {"kind", kind}});
  }
  return {{"names", CandidatesToJson(model.names(), truth.at("name"))},
          {"organizations", CandidatesToJson(model.organizations(), truth.at("org"))},
          {"pieces", pieces}};
}

void Print(const fs::path& folder) {
  const Json truths = Json::parse(TextOf(folder / "truth.json"));
  for (const auto& [name, truth] : truths.items()) {
    const fs::path file = folder / "readings" / (name + ".reading");
    if (!fs::exists(file)) continue;
    const auto reading = ParseReading(TextOf(file));
    if (!reading) throw std::runtime_error(name + ": " + reading.error().message);
    Json ways = WaysOf(TextOfCard(*reading, "US"), truth);
    ways["card"] = (folder / name).string();
    std::cout << ways.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
  }
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc < 2) {
    std::cerr << "usage: kith_ways FOLDER...\nFolders that `kith_readings read` made.\n";
    return 2;
  }
  for (int i = 1; i < argc; ++i)
    Print(argv[i]);
  return 0;
} catch (const std::exception& error) {
  std::cerr << "kith_ways: " << error.what() << '\n';
  return 1;
}
