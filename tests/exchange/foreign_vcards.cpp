// SPDX-License-Identifier: Apache-2.0
#include "tests/exchange/foreign_vcards.h"

#include <array>
#include <cctype>
#include <cstdio>
#include <memory>

#include <gtest/gtest.h>
#include <libebook-contacts/libebook-contacts.h>
#include <nlohmann/json.hpp>

#include "exchange/atomic_file.h"
#include "exchange/base64.h"
#include "exchange/vcard/text.h"
#include "tests/exchange/temporary_folder.h"

namespace kith::exchange::test {
namespace {

/// What the command prints when it is given a file of that text.
std::vector<SeenCard> ReadBy(const std::string& command, const std::string& text) {
  const TemporaryFolder folder;
  EXPECT_TRUE(WriteFileAtomically(folder / "cards.vcf", text));
  std::FILE* const pipe = popen((command + " '" + (folder / "cards.vcf").string() + "'").c_str(), "r");
  if (pipe == nullptr) return {};
  std::string output;
  std::array<char, 65536> piece{};
  while (const std::size_t count = std::fread(piece.data(), 1, piece.size(), pipe))
    output.append(piece.data(), count);
  EXPECT_EQ(pclose(pipe), 0) << command
                             << " failed; did scripts/install-packages and scripts/install-test-tools run?";
  std::vector<SeenCard> cards;
  const auto json = nlohmann::json::parse(output, nullptr, /*allow_exceptions=*/false);
  for (const auto& card : json) {
    cards.emplace_back();
    for (const auto& line : card)
      cards.back().push_back({line.at(0), line.at(1), line.at(2)});
  }
  return cards;
}

std::vector<std::string> ValuesOf(EVCardAttribute* attribute) {
  std::vector<std::string> values;
  const bool encoded = e_vcard_attribute_get_param(attribute, EVC_ENCODING) != nullptr;
  for (GList* value = encoded ? e_vcard_attribute_get_values_decoded(attribute) : nullptr; value;
       value = value->next) {
    const auto* const bytes = static_cast<const GString*>(value->data);
    values.push_back(Base64({reinterpret_cast<const std::uint8_t*>(bytes->str), bytes->len}));
  }
  for (GList* value = encoded ? nullptr : e_vcard_attribute_get_values(attribute); value; value = value->next)
    values.emplace_back(static_cast<const char*>(value->data));
  return values;
}

SeenCard SeenInOne(const std::string& text) {
  EVCard* const card = e_vcard_new_from_string(text.c_str());
  SeenCard seen;
  for (GList* one = e_vcard_get_attributes(card); one; one = one->next) {
    auto* const attribute = static_cast<EVCardAttribute*>(one->data);
    const char* const group = e_vcard_attribute_get_group(attribute);
    std::string name = e_vcard_attribute_get_name(attribute);
    for (char& c : name)
      c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    seen.push_back({group ? group : "", name, ValuesOf(attribute)});
  }
  g_object_unref(card);
  return seen;
}

}  // namespace

std::vector<SeenCard> SeenByVobject(const std::string& text) {
  return ReadBy(KITH_SYSTEM_PYTHON " '" KITH_SOURCE_DIR "/tests/exchange/read_vcards.py'", text);
}

std::vector<SeenCard> SeenByIcalJs(const std::string& text) {
  return ReadBy("node '" KITH_SOURCE_DIR "/tests/exchange/read_vcards.js' '" KITH_SOURCE_DIR
                "/build/test-tools/ical.cjs'",
                text);
}

std::vector<SeenCard> SeenByEvolution(const std::string& text) {
  std::vector<SeenCard> cards;
  static constexpr std::string_view kEnd = "\r\nEND:VCARD\r\n";
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find(kEnd, begin) + kEnd.size();
    cards.push_back(SeenInOne(text.substr(begin, end - begin)));
    begin = end;
  }
  return cards;
}

}  // namespace kith::exchange::test
