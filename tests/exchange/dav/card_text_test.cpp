// SPDX-License-Identifier: Apache-2.0
#include "exchange/dav/card_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith::exchange::dav {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kOthersCard =
    "BEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:-//Example//Phone//EN\r\nUID:4711\r\n"
    "N:Example;Ada;Augusta;Dr.;\r\nFN:Dr. Ada Example\r\n"
    "item1.TEL;TYPE=pref:+14155550123\r\nitem1.X-ABLabel:_$!<Main>!$_\r\n"
    "item2.EMAIL;TYPE=INTERNET:ada@example.com\r\nitem2.X-ABLabel:School\r\n"
    "CATEGORIES:Friends\r\nX-OTHER:kept\r\nNICKNAME:Countess\r\nEND:VCARD\r\n";

ServerCard Read(const std::string& text, bool is_kiths = false) {
  return ReadCard(text, "US", is_kiths).value();
}

TEST(PatchCard, LeavesACardAsItIsIfNothingChanges) {
  EXPECT_EQ(PatchCard(kOthersCard, Read(kOthersCard).card, "US", false), kOthersCard);
}

TEST(PatchCard, ChangesWhatChangedAndNothingElse) {
  Vcard target = Read(kOthersCard).card;
  target.contact.details.emails = {"ada@new.example", "ada@example.com"};
  target.contact.details.phones.clear();
  target.contact.details.name = {"Dr. Ada Sample", "Ada", "Sample"};
  target.contact.interests = {"Looms"};
  const std::string text = PatchCard(kOthersCard, target, "US", false);
  EXPECT_THAT(text, AllOf(HasSubstr("N:Sample;Ada;Augusta;Dr.;"), HasSubstr("X-OTHER:kept"),
                          HasSubstr("CATEGORIES:Friends"), HasSubstr("item2.X-ABLabel:School"),
                          HasSubstr("NICKNAME:Countess"), Not(HasSubstr("item1.")), Not(HasSubstr("555"))));
  const Vcard read = Read(text).card;
  EXPECT_EQ(read.contact.details, target.contact.details);
  EXPECT_EQ(read.contact.interests, target.contact.interests);
}

TEST(PatchCard, RenewsWhatKithMakesForOtherPrograms) {
  Contact contact;
  contact.id = ContactId::Parse("0192f0c1-7a3e-7bb2-9d51-0a4f2c1b3e5d").value();
  contact.details.name = {"Ada Example", "Ada", "Example"};
  contact.details.addresses = {"1 Main St, Springfield", "2 Main St, Springfield"};
  contact.details.notes = "A note";
  contact.interests = {"Looms"};
  const std::string text = CardText(contact, {});
  Vcard target = Read(text, true).card;
  target.contact.details.addresses = {"2 Main St, Springfield"};
  target.contact.interests = {"Looms", "Sailing"};
  const std::string patched = PatchCard(text, target, "US", true);
  EXPECT_THAT(patched, AllOf(Not(HasSubstr("1 Main St")), HasSubstr("Looms\\, Sailing")));
  const ServerCard read = Read(patched, true);
  EXPECT_TRUE(read.is_kiths);
  EXPECT_EQ(read.card.contact.details, target.contact.details);
  EXPECT_EQ(read.card.contact.interests, target.contact.interests);
}

TEST(ReadCard, KnowsKithsLinesAmongTheNotesOfOthers) {
  std::string text = kOthersCard;
  text.insert(
      text.find("END:VCARD"),
      "NOTE:Mine\\nLikes to talk about: Looms\\, Sailing\\nMet at Example Meetup on 2026-11-23\\nTheirs\r\n");
  const Vcard card = Read(text).card;
  EXPECT_EQ(card.contact.details.notes, "Mine\nTheirs");
  EXPECT_THAT(card.contact.interests, testing::ElementsAre("Looms", "Sailing"));
  EXPECT_EQ(card.event, "Example Meetup");
  EXPECT_EQ(card.contact.met_on, ParseDay("2026-11-23"));
}

TEST(ReadCard, RefusesListsAndWhatIsNoCard) {
  EXPECT_EQ(ReadCard("BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:group\r\nFN:Choir\r\nEND:VCARD\r\n", "US", false)
                .error()
                .code,
            ErrorCode::kNotAllowed);
  EXPECT_EQ(ReadCard("Nonsense", "US", false).error().code, ErrorCode::kUnreadable);
}

}  // namespace
}  // namespace kith::exchange::dav
