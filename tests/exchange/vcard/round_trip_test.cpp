// SPDX-License-Identifier: Apache-2.0
// Many people to vCards of both versions and back: 1,000, or as many as KITH_PEOPLE says.
#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "core/contact_changes.h"
#include "exchange/vcard/properties.h"
#include "exchange/vcard/reader.h"
#include "exchange/vcard/vcard.h"
#include "tests/support/fictional_people.h"

namespace kith::exchange {
namespace {

std::uint32_t CountPeople() {
  const char* const wanted = std::getenv("KITH_PEOPLE");
  return wanted ? static_cast<std::uint32_t>(std::stoul(wanted)) : 1000;
}

std::vector<std::string> Lines(const ContactExtras& extras) {
  std::vector<std::string> lines;
  for (const VcardProperty& property : extras.properties)
    lines.push_back(PropertyLine(property, VcardVersion::k4) + " of " + property.of);
  std::sort(lines.begin(), lines.end());
  return lines;
}

/// What differs, for a person; empty if nothing does.
std::string Difference(const WholeContact& wanted, const Vcard& got) {
  Contact contact = got.contact;
  contact.event = wanted.contact.event;
  std::string text;
  for (const ContactChange& change : ChangesBetween(wanted.contact, contact, {}))
    text += change.field + ": \"" + change.before + "\" became \"" + change.after + "\"\n";
  const auto event = wanted.contact.event ? kith::test::FictionalEvents().at(*wanted.contact.event) : "";
  if (got.event != event) text += "event: \"" + event + "\" became \"" + got.event + "\"\n";
  if (contact.id != wanted.contact.id) text += "the id became another one\n";
  if (got.extras.pictures != wanted.extras.pictures) text += "the pictures differ\n";
  if (Lines(got.extras) != Lines(wanted.extras)) text += "the properties differ\n";
  return text;
}

class VcardRoundTrip : public testing::TestWithParam<VcardVersion> {};

TEST_P(VcardRoundTrip, GivesEveryPersonBackAsTheyWere) {
  const std::uint32_t people = CountPeople();
  std::stringstream file;
  for (std::uint32_t number = 0; number < people; ++number) {
    std::string card;
    AppendVcard(card, kith::test::FictionalPerson(number), kith::test::FictionalEvents(),
                {.version = GetParam()});
    file << card;
  }
  std::uint32_t number = 0;
  int differ = 0;
  const auto take = [&](const Vcard& card) {
    const std::string difference = Difference(kith::test::FictionalPerson(number), card);
    if (!difference.empty() && ++differ <= 5) ADD_FAILURE() << "person " << number << "\n" << difference;
    ++number;
  };
  const auto refuse = [&](const RefusedVcard& refused) {
    ADD_FAILURE() << "line " << refused.line << ": " << refused.reason;
    ++number;
  };
  ASSERT_TRUE(ReadVcards(file, {.region = "DE"}, take, refuse));
  EXPECT_EQ(number, people);
  EXPECT_EQ(differ, 0);
}

INSTANTIATE_TEST_SUITE_P(Versions, VcardRoundTrip, testing::Values(VcardVersion::k3, VcardVersion::k4),
                         [](const auto& version) {
                           return version.param == VcardVersion::k3 ? "Version3" : "Version4";
                         });

}  // namespace
}  // namespace kith::exchange
