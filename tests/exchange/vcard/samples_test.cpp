// SPDX-License-Identifier: Apache-2.0
// Cards in the way of other programs, of people who don't exist: read right, and written again with all they
// had.
#include <algorithm>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "exchange/vcard/properties.h"
#include "exchange/vcard/reader.h"
#include "exchange/vcard/vcard.h"

namespace kith::exchange {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsSupersetOf;

std::vector<Vcard> ReadAll(std::istream& in) {
  std::vector<Vcard> cards;
  EXPECT_TRUE(ReadVcards(
      in, {}, [&](Vcard card) { cards.push_back(std::move(card)); },
      [](const RefusedVcard& refused) { ADD_FAILURE() << refused.line << ": " << refused.reason; }));
  return cards;
}

std::vector<Vcard> ReadVcardSample(const std::string& name) {
  std::ifstream in(std::string(KITH_SOURCE_DIR) + "/tests/exchange/data/" + name + ".vcf", std::ios::binary);
  return ReadAll(in);
}

std::vector<std::string> Numbers(const Contact& contact) {
  std::vector<std::string> numbers;
  for (const Phone& phone : contact.details.phones)
    numbers.push_back(std::string(PhoneTypeName(phone.type)) + " " + phone.number);
  return numbers;
}

/// The properties that no contact has a place for, as they are written again in 3.0.
std::vector<std::string> Others(const Vcard& card) {
  std::vector<std::string> others;
  for (const VcardProperty& property : card.extras.properties) {
    if (property.of.empty()) others.push_back(PropertyLine(property, VcardVersion::k3));
  }
  return others;
}

TEST(VcardSamples, OfGoogle) {
  const std::vector<Vcard> cards = ReadVcardSample("google");
  ASSERT_EQ(cards.size(), 2U);
  const Contact& ada = cards[0].contact;
  EXPECT_EQ(ada.details.name, (PersonName{"Dr. Ada Mary Example", "Ada", "Example"}));
  EXPECT_THAT(ada.details.other_names, ElementsAre("Eida", "Addie"));
  EXPECT_THAT(ada.details.emails, ElementsAre("ada@example.com", "ada@example.org"));
  EXPECT_THAT(Numbers(ada), ElementsAre("mobile +14155550123", "other +14155550124", "fax +14155550125"));
  EXPECT_THAT(ada.details.addresses, ElementsAre("1 Main St Apt 2, Springfield, IL, 62701, USA"));
  EXPECT_EQ(ada.details.organization, "Example Works");
  EXPECT_EQ(ada.details.department, "Gardens");
  EXPECT_THAT(ada.details.urls,
              ElementsAre("http://www.google.com/profiles/1234", "https://example.com/ada"));
  EXPECT_EQ(ada.birthday, (Birthday{std::chrono::April / 12, std::nullopt}));
  EXPECT_EQ(ada.details.notes, "First line\nSecond, with a comma; and more");
  EXPECT_THAT(Others(cards[0]),
              IsSupersetOf({"item2.X-ABLABEL:Boat", "item6.X-ABDATE:2010-06-12", "item7.X-ABRELATEDNAMES:Bob",
                            "CATEGORIES:Friends,myContacts"}));
  EXPECT_THAT(cards[1].contact.details.emails, ElementsAre("info@example.net"));
}

TEST(VcardSamples, OfICloud) {
  const std::vector<Vcard> cards = ReadVcardSample("icloud");
  ASSERT_EQ(cards.size(), 2U);
  const Contact& ada = cards[0].contact;
  EXPECT_EQ(ada.id.ToString(), "6f1b6f8e-1d2c-4b7a-9a55-0123456789ab");
  EXPECT_EQ(ada.details.name, (PersonName{"Ada Example", "Ada", "Example"}));
  EXPECT_THAT(ada.details.emails, ElementsAre("ada@example.com", "boat@example.com"));
  EXPECT_THAT(Numbers(ada), ElementsAre("mobile +14155550123", "fax +14155550124"));
  EXPECT_THAT(ada.details.addresses, ElementsAre("1 Main St, Springfield, IL, 62701, United States"));
  EXPECT_THAT(ada.details.handles, Contains("X: ada_example"));
  EXPECT_EQ(ada.birthday, (Birthday{std::chrono::April / 12, std::nullopt}));
  ASSERT_EQ(cards[0].extras.pictures.size(), 1U);
  EXPECT_EQ(cards[0].extras.pictures[0].media_type, "image/jpeg");
  EXPECT_EQ(cards[0].extras.pictures[0].bytes.size(), 132U);
  EXPECT_THAT(Others(cards[0]), IsSupersetOf({"item1.X-ABLABEL:Boat", "item2.X-ABADR:us",
                                              "item3.X-ABLABEL:_$!<HomePage>!$_", "X-IMAGETYPE:PHOTO"}));
  EXPECT_EQ(cards[1].contact.details.name, PersonName());
  EXPECT_EQ(cards[1].contact.details.organization, "Sample Boats");
}

TEST(VcardSamples, OfOutlook) {
  const std::vector<Vcard> cards = ReadVcardSample("outlook");
  ASSERT_EQ(cards.size(), 1U);
  const Contact& joerg = cards[0].contact;
  EXPECT_EQ(joerg.details.name, (PersonName{"Dr. Jörg Müller", "Jörg", "Müller"}));
  EXPECT_EQ(joerg.details.organization, "Müller & Söhne");
  EXPECT_EQ(joerg.details.department, "Gärten");
  EXPECT_EQ(joerg.details.notes, "First line\nSecond line");
  EXPECT_THAT(Numbers(joerg), ElementsAre("work +14155550123", "mobile +14155550124", "fax +14155550125",
                                          "other +14155550126"));
  EXPECT_THAT(joerg.details.emails, ElementsAre("joerg@example.com"));
  EXPECT_EQ(joerg.birthday, (Birthday{std::chrono::April / 12, std::chrono::year(1985)}));
  ASSERT_EQ(cards[0].extras.pictures.size(), 1U);
  EXPECT_EQ(cards[0].extras.pictures[0].bytes.size(), 132U);
  EXPECT_THAT(Others(cards[0]), IsSupersetOf({"LABEL;TYPE=WORK,PREF:1 Main St\\nSpringfield, IL 62701",
                                              "X-MS-SPOUSE;TYPE=N:Bob", "X-MS-ANNIVERSARY:20100612"}));
}

TEST(VcardSamples, OfNextcloud) {
  const std::vector<Vcard> cards = ReadVcardSample("nextcloud");
  ASSERT_EQ(cards.size(), 1U);
  const Contact& ada = cards[0].contact;
  EXPECT_EQ(ada.id.ToString(), "0c1f2b34-8a6b-4c1d-9e2f-0123456789ab");
  EXPECT_THAT(Numbers(ada), ElementsAre("mobile +14155550124", "home +14155550123"));
  EXPECT_EQ(ada.details.department, "Gardens, Roofs");
  EXPECT_EQ(ada.birthday, (Birthday{std::chrono::April / 12, std::chrono::year(1985)}));
  EXPECT_EQ(cards[0].extras.pictures.size(), 1U);
  EXPECT_THAT(
      Others(cards[0]),
      IsSupersetOf({"X-ANNIVERSARY:2010-06-12", "CATEGORIES:Friends,Boats", "X-MANAGERSNAME:Carol Sample",
                    "RELATED;TYPE=spouse:Bob", "LANG:en", "GENDER:F", "CLOUD:ada@cloud.example.org",
                    "X-SOCIALPROFILE;TYPE=MASTODON:https://social.example.org/@ada"}));
}

TEST(VcardSamples, OfThunderbird) {
  const std::vector<Vcard> cards = ReadVcardSample("thunderbird");
  ASSERT_EQ(cards.size(), 1U);
  const Contact& ada = cards[0].contact;
  EXPECT_THAT(ada.details.other_names, ElementsAre("Addie"));
  EXPECT_THAT(ada.details.emails, ElementsAre("ada@example.com", "ada@example.org"));
  EXPECT_THAT(Numbers(ada), ElementsAre("mobile +14155550123", "other +14155550124"));
  EXPECT_THAT(ada.details.addresses, ElementsAre("Floor 2, 1 Main St, Springfield, IL, 62701, USA"));
  EXPECT_EQ(ada.birthday, (Birthday{std::chrono::April / 12, std::nullopt}));
  EXPECT_THAT(ada.details.titles, ElementsAre("Skipper"));
  EXPECT_THAT(Others(cards[0]), IsSupersetOf({"IMPP:xmpp:ada@example.org", "TZ;VALUE=TEXT:Europe/Berlin",
                                              "X-CUSTOM1;VALUE=TEXT:A value of one's own"}));
}

TEST(VcardSamples, OfAndroidInShiftJis) {
  const std::vector<Vcard> cards = ReadVcardSample("android-sjis");
  ASSERT_EQ(cards.size(), 1U);
  const Contact& hanako = cards[0].contact;
  EXPECT_EQ(hanako.details.name, (PersonName{"山田 花子", "花子", "山田"}));
  EXPECT_THAT(hanako.details.other_names, ElementsAre("ハナコ ヤマダ"));
  EXPECT_THAT(hanako.details.addresses, ElementsAre("東京都千代田区千代田1-1"));
  EXPECT_EQ(hanako.details.notes, "一行目\n二行目");
  EXPECT_THAT(Others(cards[0]),
              Contains("X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Bob;14;;;;;;;;;;;;;"));
}

TEST(VcardSamples, OfAndroidInWindows1252) {
  const std::vector<Vcard> cards = ReadVcardSample("android-windows-1252");
  ASSERT_EQ(cards.size(), 1U);
  const Contact& joerg = cards[0].contact;
  EXPECT_EQ(joerg.details.name, (PersonName{"Jörg Müller", "Jörg", "Müller"}));
  EXPECT_EQ(joerg.details.organization, "Müller „Gärten“ – Söhne");
  EXPECT_THAT(Numbers(joerg), ElementsAre("mobile +493023125001", "other +493023125002"));
  ASSERT_EQ(cards[0].extras.pictures.size(), 1U);
  EXPECT_EQ(cards[0].extras.pictures[0].bytes.size(), 132U);
}

std::vector<std::string> Lines(const std::vector<VcardProperty>& properties) {
  std::vector<std::string> lines;
  for (const VcardProperty& property : properties)
    lines.push_back(PropertyLine(property, VcardVersion::k3) + " of " + property.of);
  std::sort(lines.begin(), lines.end());
  return lines;
}

/// Kith's card of another program's card has all that was in it, in both versions.
TEST(VcardSamples, AreWrittenAgainWithAllTheyHad) {
  for (const char* name :
       {"google", "icloud", "outlook", "nextcloud", "thunderbird", "android-sjis", "android-windows-1252"}) {
    for (const Vcard& card : ReadVcardSample(name)) {
      for (const VcardVersion version : {VcardVersion::k3, VcardVersion::k4}) {
        std::stringstream text;
        std::string written;
        AppendVcard(written, {card.contact, card.extras}, {}, {.version = version});
        text << written;
        const std::vector<Vcard> again = ReadAll(text);
        ASSERT_EQ(again.size(), 1U);
        Vcard wanted = card;
        if (version == VcardVersion::k4)
          std::erase_if(wanted.extras.properties, [](const auto& one) { return one.name == "LABEL"; });
        ContactDetails details = again[0].contact.details;
        for (std::size_t i = 0; i < details.phones.size() && i < card.contact.details.phones.size(); ++i)
          details.phones[i].raw = card.contact.details.phones[i].raw;
        EXPECT_EQ(details, card.contact.details) << written;
        EXPECT_EQ(again[0].contact.id, card.contact.id);
        EXPECT_EQ(again[0].contact.birthday, card.contact.birthday);
        EXPECT_EQ(again[0].extras.pictures, card.extras.pictures);
        EXPECT_EQ(Lines(again[0].extras.properties), Lines(wanted.extras.properties)) << written;
      }
    }
  }
}

}  // namespace
}  // namespace kith::exchange
