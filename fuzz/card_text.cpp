// SPDX-License-Identifier: Apache-2.0
// Any bytes as what was read on a card: a line of text each, words between spaces, laid out by the first
// bytes of a line; a second pass reads every other line again.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/reading.h"
#include "core/text.h"
#include "parse/card_parser.h"
#include "parse/explain.h"

namespace {

using namespace kith;

constexpr std::size_t kMostBytes = 500;  // a card has some hundred letters
constexpr int kExplainedOne = 16;        // in so many: explaining decides everything once more
constexpr std::size_t kLayoutBytes = 4;

/// x, y, size and confidence in the first bytes, then the text.
TextLine LineOf(std::string_view bytes) {
  const auto byte = [&](std::size_t i) { return static_cast<int>(static_cast<std::uint8_t>(bytes[i])); };
  int x = 4 * byte(0);
  const int y = 3 * byte(1);
  const int size = byte(2) % 64;
  const double confidence = byte(3) / 255.0;
  TextLine line;
  for (const std::string& text : SplitText(NormalizeText(bytes.substr(kLayoutBytes)), " ")) {
    const int width = size * static_cast<int>(text.size()) / 2;
    line.words.push_back({text, {x, y, width, size}, confidence});
    x += width + size / 3;
  }
  return line;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > kMostBytes) return -1;
  std::string_view text(reinterpret_cast<const char*>(data), size);
  Reading reading{1000, 600, {{"first", {}}, {"second", {}}}, {}};
  for (bool again = false; !text.empty(); again = !again) {
    const std::size_t end = text.find('\n');
    const std::string_view bytes = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (bytes.size() <= kLayoutBytes) continue;
    TextLine line = LineOf(bytes);
    if (line.words.empty()) continue;
    if (again) reading.passes[1].lines.push_back(line);
    reading.passes[0].lines.push_back(std::move(line));
  }
  const parse::ParseOptions options{.region = "US"};
  (void)parse::ParseCard(reading, options);
  if (size > 0 && data[0] % kExplainedOne == 0) (void)parse::ExplainCard(reading, options);
  (void)ParseReading(FormatReading(reading));
  return 0;
}
