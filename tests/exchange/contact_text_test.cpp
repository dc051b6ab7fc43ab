// SPDX-License-Identifier: Apache-2.0
#include "exchange/contact_text.h"

#include <gtest/gtest.h>

#include "tests/exchange/samples.h"

namespace kith::exchange {
namespace {

using namespace std::string_literals;

TEST(CleanText, MakesEveryLineBreakOneNewline) {
  EXPECT_EQ(CleanText("a\r\nb\rc\nd\ve\ff\xC2\x85g\xE2\x80\xA8h\xE2\x80\xA9i"), "a\nb\nc\nd\ne\nf\ng\nh\ni");
  EXPECT_EQ(CleanText("a\r\r\n\nb"), "a\n\n\nb");
}

TEST(CleanText, DropsControlCharactersAndMarksBytesThatAreNotUtf8) {
  EXPECT_EQ(CleanText("a\0b\x1B[0m\x7F\tc"s), "ab[0m c");
  EXPECT_EQ(CleanText("a\xFF"
                      "b"),
            "a\xEF\xBF\xBD"
            "b");
}

TEST(CleanText, HasNoWhiteSpaceAtTheEnds) {
  EXPECT_EQ(CleanText("\r\n\t a  b \n\n"), "a  b");
  EXPECT_EQ(CleanText(" \n "), "");
}

TEST(CleanText, KeepsEmojiAndRightToLeftScripts) {
  const std::string text = "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x9A\x80 \xD7\xA2\xD7\x93\xD7\x94";
  EXPECT_EQ(CleanText(text), text);
}

TEST(DisplayName, FallsBackFromNameToOrganizationEmailAndPhone) {
  Contact contact;
  EXPECT_EQ(DisplayName(contact), "No name");
  contact.details.phones = {{"+14155550123", "", "", PhoneType::kWork}};
  EXPECT_EQ(DisplayName(contact), "+1 415-555-0123");
  contact.details.emails = {"ada@example.com"};
  EXPECT_EQ(DisplayName(contact), "ada@example.com");
  contact.details.organization = "Example Ltd";
  EXPECT_EQ(DisplayName(contact), "Example Ltd");
  contact.details.name.family = "Example";
  EXPECT_EQ(DisplayName(contact), "Example");
  contact.details.name.given = "Ada";
  EXPECT_EQ(DisplayName(contact), "Ada Example");
  contact.details.name.full = "Dr. Ada Example";
  EXPECT_EQ(DisplayName(contact), "Dr. Ada Example");
}

TEST(HowMet, SaysWhatIsKnown) {
  Contact contact = test::FullContact();
  EXPECT_EQ(HowMet(contact, test::SampleEvents()), "Met at Example Meetup, Autumn on 2026-11-23");
  EXPECT_EQ(HowMet(contact, {}), "Met on 2026-11-23");
  contact.met_on.reset();
  EXPECT_EQ(HowMet(contact, test::SampleEvents()), "Met at Example Meetup, Autumn");
  EXPECT_EQ(HowMet(contact, {}), "");
}

TEST(PhoneForPeople, HasSpacesAndExtension) {
  EXPECT_EQ(PhoneForPeople({"+14155550123", "x", "12", PhoneType::kWork}), "+1 415-555-0123 ext. 12");
  EXPECT_EQ(PhoneForPeople({"", "ask Ada", "", PhoneType::kOther}), "ask Ada");
}

TEST(SplitList, IsTheInverseOfJoinList) {
  EXPECT_EQ(JoinList({"chess", "sailing"}), "chess, sailing");
  EXPECT_EQ(JoinList({"chess", "boats, and \"bees\""}), "chess, \"boats, and \"\"bees\"\"\"");
  for (const std::vector<std::string>& values : std::vector<std::vector<std::string>>{
           {}, {"a"}, {"a", "b"}, {"a, b", "c;d"}, {"\"", "\"a\", b"}, {"5\" pipe"}})
    EXPECT_EQ(SplitList(JoinList(values)), values);
  EXPECT_EQ(SplitList("chess;sailing\n, boats "), (std::vector<std::string>{"chess", "sailing", "boats"}));
}

TEST(AddressLine, FollowsTheOrderOfTheCountry) {
  EXPECT_EQ(AddressLine({"1 Main St", "Springfield", "IL", "62701", "USA"}),
            "1 Main St, Springfield, IL 62701, USA");
  EXPECT_EQ(AddressLine({"Beispielweg 5", "Berlin", "", "10999", ""}), "Beispielweg 5, 10999 Berlin");
  EXPECT_EQ(AddressLine({"The Mill\n1 Main St", "Springfield", "", "AB1 2CD", ""}),
            "The Mill, 1 Main St, Springfield AB1 2CD");
}

TEST(NameParts, StandInTheOrderOfTheScript) {
  EXPECT_EQ((NameParts{.prefix = "Dr.", .given = "Ada", .family = "Example", .suffix = "Jr."}.Composed()),
            "Dr. Ada Example Jr.");
  EXPECT_EQ((NameParts{.given = "花子", .family = "山田"}.Composed()), "山田 花子");
}

}  // namespace
}  // namespace kith::exchange
