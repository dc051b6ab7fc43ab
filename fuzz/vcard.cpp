// SPDX-License-Identifier: Apache-2.0
// Any bytes as a file of vCards; what is taken is written in both versions and read again, which must give
// the same.
#include "exchange/vcard/vcard.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

#include "exchange/vcard/reader.h"

namespace {

using namespace kith;
using exchange::Vcard;

std::vector<Vcard> Read(const std::string& text) {
  // Small limits, so that they are met.
  const exchange::VcardReading reading{
      .region = "DE", .most_line_bytes = 3000, .most_card_bytes = 6000, .most_lines = 100};
  std::istringstream in(text);
  std::vector<Vcard> cards;
  (void)exchange::ReadVcards(
      in, reading, [&](Vcard card) { cards.push_back(std::move(card)); },
      [](const exchange::RefusedVcard&) {});
  return cards;
}

void RoundTrip(const Vcard& card, exchange::VcardVersion version) {
  std::string text;
  exchange::AppendVcard(text, {card.contact, card.extras}, {}, {.version = version});
  std::istringstream in(text);
  int count = 0;
  ContactId id;
  (void)exchange::ReadVcards(
      in, {.region = "DE"},
      [&](const Vcard& again) {
        ++count;
        id = again.contact.id;
      },
      [](const exchange::RefusedVcard&) {});
  if (count != 1 || id != card.contact.id) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  for (const Vcard& card : Read(std::string(reinterpret_cast<const char*>(data), size))) {
    RoundTrip(card, exchange::VcardVersion::k3);
    RoundTrip(card, exchange::VcardVersion::k4);
  }
  return 0;
}
