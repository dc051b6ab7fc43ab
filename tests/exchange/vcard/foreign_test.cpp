// SPDX-License-Identifier: Apache-2.0
// What three programs that have nothing to do with Kith see in its vCards: all of it.
#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/text.h"
#include "exchange/base64.h"
#include "exchange/vcard/text.h"
#include "exchange/vcard/vcard.h"
#include "tests/exchange/foreign_vcards.h"
#include "tests/support/fictional_people.h"

namespace kith::exchange {
namespace {

using kith::test::FictionalEvents;
using kith::test::FictionalPerson;
using test::SeenCard;
using test::SeenProperty;
using ::testing::Contains;

constexpr std::uint32_t kPeople = 200;

struct Program {
  std::string name;
  std::vector<SeenCard> (*read)(const std::string& text);
  VcardVersion version;
  std::string photo_before = {};       ///< what stands before the bytes of a picture
  bool divides_at_semicolons = false;  ///< it knows 3.0, where none stands in a text without a backslash
};

class ForeignProgram : public testing::TestWithParam<Program> {
 protected:
  /// Each value of the properties of that name, which have one each.
  static std::vector<std::string> Values(const SeenCard& card, const std::string& name) {
    std::vector<std::string> values;
    for (const SeenProperty& property : card) {
      if (property.name != name) continue;
      if (GetParam().divides_at_semicolons) {
        values.push_back(Join(property.values, ";"));
      } else {
        values.insert(values.end(), property.values.begin(), property.values.end());
      }
    }
    return values;
  }

  /// Of the first of that name, without empty ones at the end: programs differ about those.
  static std::vector<std::string> Parts(const SeenCard& card, const std::string& name) {
    const auto found = std::find_if(card.begin(), card.end(),
                                    [&](const SeenProperty& property) { return property.name == name; });
    std::vector<std::string> parts;
    if (found != card.end()) parts = found->values;
    while (!parts.empty() && parts.back().empty())
      parts.pop_back();
    return parts;
  }

  static void ExpectName(const SeenCard& card, const PersonName& name) {
    std::vector<std::string> parts = {name.family, name.given};
    if (name.given.empty() && name.family.empty()) parts[1] = name.full;
    while (!parts.empty() && parts.back().empty())
      parts.pop_back();
    EXPECT_EQ(Parts(card, "N"), parts);
    if (!name.full.empty()) {
      EXPECT_EQ(Values(card, "FN"), std::vector{name.full});
    }
  }

  static void ExpectDetails(const SeenCard& card, const ContactDetails& details) {
    EXPECT_EQ(Values(card, "TITLE"), details.titles);
    EXPECT_EQ(Values(card, "EMAIL"), details.emails);
    std::vector<std::string> organization = {details.organization, details.department};
    while (!organization.empty() && organization.back().empty())
      organization.pop_back();
    EXPECT_EQ(Parts(card, "ORG"), organization);
    EXPECT_EQ(Values(card, "TEL").size(), details.phones.size());
    EXPECT_EQ(Values(card, "URL").size(), details.urls.size());
    if (!details.notes.empty()) {
      ASSERT_EQ(Values(card, "NOTE").size(), 1U);
      EXPECT_THAT(Values(card, "NOTE")[0], testing::StartsWith(details.notes));
    }
  }

  static void ExpectNumbers(const SeenCard& card, const std::vector<Phone>& phones, VcardVersion version) {
    const std::vector<std::string> seen = Values(card, "TEL");
    for (std::size_t i = 0; i < std::min(seen.size(), phones.size()); ++i) {
      const bool address = version == VcardVersion::k4 && phones[i].number.starts_with('+');
      const std::string number = (address ? "tel:" : "") + phones[i].number;
      const std::string& extension = phones[i].extension;
      EXPECT_EQ(seen[i], number + (extension.empty() ? "" : (address ? ";ext=" : ",") + extension));
    }
  }

  static void ExpectExtras(const SeenCard& card, const ContactExtras& extras,
                           const std::string& photo_before) {
    std::vector<std::string> pictures;
    for (const EncodedImage& picture : extras.pictures)
      pictures.push_back(photo_before.empty()
                             ? Base64(picture.bytes)
                             : "data:" + picture.media_type + photo_before + Base64(picture.bytes));
    EXPECT_EQ(Values(card, "PHOTO"), pictures);
    for (const VcardProperty& property : extras.properties) {
      EXPECT_TRUE(std::any_of(card.begin(), card.end(),
                              [&](const SeenProperty& seen) {
                                return seen.name == property.name &&
                                       LowerCase(seen.group) == LowerCase(property.group);
                              }))
          << property.group << "." << property.name;
    }
  }
};

TEST_P(ForeignProgram, SeesAllOfEveryPerson) {
  std::string text;
  for (std::uint32_t number = 0; number < kPeople; ++number)
    AppendVcard(text, FictionalPerson(number), FictionalEvents(), {.version = GetParam().version});
  const std::vector<SeenCard> cards = GetParam().read(text);
  ASSERT_EQ(cards.size(), kPeople);
  for (std::uint32_t number = 0; number < kPeople; ++number) {
    SCOPED_TRACE("person " + std::to_string(number));
    const WholeContact person = FictionalPerson(number);
    const SeenCard& card = cards[number];
    EXPECT_EQ(Values(card, "UID"), std::vector{"urn:uuid:" + person.contact.id.ToString()});
    ExpectName(card, person.contact.details.name);
    ExpectDetails(card, person.contact.details);
    ExpectNumbers(card, person.contact.details.phones, GetParam().version);
    ExpectExtras(card, person.extras, GetParam().photo_before);
    if (person.contact.event) {
      EXPECT_THAT(Values(card, "CATEGORIES"), Contains(FictionalEvents().at(*person.contact.event)));
    }
    if (HasFailure()) break;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Programs, ForeignProgram,
    testing::Values(Program{"Vobject3", test::SeenByVobject, VcardVersion::k3},
                    Program{"Evolution3", test::SeenByEvolution, VcardVersion::k3},
                    Program{"Evolution4", test::SeenByEvolution, VcardVersion::k4, ";base64,", true},
                    Program{"IcalJs3", test::SeenByIcalJs, VcardVersion::k3},
                    Program{"IcalJs4", test::SeenByIcalJs, VcardVersion::k4, ";base64,"}),
    [](const auto& program) { return program.param.name; });

}  // namespace
}  // namespace kith::exchange
