// SPDX-License-Identifier: Apache-2.0
#include "exchange/calendar/icalendar.h"

#include <memory>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <libical/ical.h>

#include "core/text.h"
#include "tests/exchange/samples.h"

namespace kith::exchange {
namespace {

using namespace std::chrono_literals;
using followup::DueItem;
using test::FullContact;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

struct Free {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Calendar = std::unique_ptr<icalcomponent, Free>;

const FollowUpId kFollowUp(UuidBytes{0x01, 0x92, 0xF0, 0xC1, 0x7A, 0x3E, 0x7B, 0xB2, 0x9D, 0x51, 0, 0, 0, 0,
                                     0, 3});

DueItem SayHello(const Contact& contact, const std::string& text = "Tell Ada it was nice to meet") {
  return {kFollowUp, contact.id, FollowUpKind::kSayHello, 2026y / 11 / 24, text};
}

DueItem BirthdayOf(const Contact& contact) {
  return {std::nullopt, contact.id, FollowUpKind::kBirthday, 2027y / 6 / 12, "Wish Ada a happy birthday"};
}

std::string Write(const DueItem& item, const Contact& contact) {
  const auto text =
      WriteCalendar(std::span(&item, 1), std::span(&contact, 1), test::SampleEvents(), test::kNow);
  EXPECT_TRUE(text);
  return text ? *text : "";
}

/// As libical reads it back; fails the test on any error that it finds.
Calendar Parse(const std::string& text) {
  Calendar calendar(icalparser_parse_string(text.c_str()));
  EXPECT_TRUE(calendar);
  if (calendar) {
    EXPECT_EQ(icalcomponent_count_errors(calendar.get()), 0);
    EXPECT_EQ(icalrestriction_check(calendar.get()), 1);
  }
  return calendar;
}

icalcomponent* FirstEvent(const Calendar& calendar) {
  return icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
}

/// The first days of a birthday's entry, as libical expands its rule.
std::vector<std::string> Occurrences(const Contact& contact, int count) {
  const Calendar calendar = Parse(Write(BirthdayOf(contact), contact));
  icalcomponent* event = FirstEvent(calendar);
  icalproperty* rule = icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY);
  icalrecur_iterator* iterator =
      icalrecur_iterator_new(icalproperty_get_rrule(rule), icalcomponent_get_dtstart(event));
  std::vector<std::string> days;
  for (int i = 0; i < count; ++i)
    days.emplace_back(icaltime_as_ical_string(icalrecur_iterator_next(iterator)));
  icalrecur_iterator_free(iterator);
  return days;
}

TEST(Icalendar, WritesAFollowUpAsAnAllDayEvent) {
  const Contact ada = FullContact();
  const std::string text = Write(SayHello(ada), ada);
  const Calendar calendar = Parse(text);
  icalcomponent* event = FirstEvent(calendar);

  EXPECT_STREQ(icalcomponent_get_uid(event), "0192f0c1-7a3e-7bb2-9d51-000000000003");
  EXPECT_STREQ(icalcomponent_get_summary(event), "Tell Ada it was nice to meet");
  EXPECT_STREQ(
      icalcomponent_get_description(event),
      "Dr. Ada van der Example\nExample, Sons; & Co.\nPhone: +1 415-555-0123 ext. 12\nPhone: +1 "
      "415-555-0124\nPhone: +1 415-555-0126\nPhone: 555 0127\nE-mail: ada@example.com\nE-mail: "
      "ada@example.org\nLikes to talk about: chess, sailing\nMet at Example Meetup, Autumn on 2026-11-23");
  EXPECT_THAT(text, HasSubstr("DTSTART;VALUE=DATE:20261124\r\n"));
  EXPECT_THAT(text, HasSubstr("DTSTAMP:20261123T180000Z\r\n"));
  EXPECT_THAT(text, HasSubstr("TRANSP:TRANSPARENT\r\n"));
  EXPECT_THAT(text, HasSubstr("PRODID:-//Kith//Kith//EN\r\n"));
  EXPECT_THAT(text, Not(HasSubstr("RRULE")));
}

TEST(Icalendar, HasTheAlarmLastAtNineInTheMorning) {
  const Contact ada = FullContact();
  EXPECT_THAT(Write(SayHello(ada), ada),
              HasSubstr("BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Tell Ada it was nice to meet\r\n"
                        "TRIGGER:PT9H\r\nEND:VALARM\r\nEND:VEVENT\r\n"));
}

TEST(Icalendar, RepeatsBirthdaysFromTheYearOfBirth) {
  Contact ada = FullContact();
  EXPECT_THAT(Occurrences(ada, 3), ElementsAre("19840612", "19850612", "19860612"));
  ada.birthday->year.reset();
  EXPECT_THAT(Occurrences(ada, 2), ElementsAre("19720612", "19730612"));

  const Calendar calendar = Parse(Write(BirthdayOf(ada), ada));
  EXPECT_STREQ(icalcomponent_get_uid(FirstEvent(calendar)), "birthday-0192f0c1-7a3e-7bb2-9d51-000000000002");
  EXPECT_STREQ(icalcomponent_get_summary(FirstEvent(calendar)), "Dr. Ada van der Example: birthday");
}

TEST(Icalendar, HasLeapDayBirthdaysOnTheLastDayOfFebruary) {
  Contact ada = FullContact();
  ada.birthday = Birthday{std::chrono::February / 29, 1992y};
  EXPECT_THAT(Occurrences(ada, 5), ElementsAre("19920229", "19930228", "19940228", "19950228", "19960229"));
  ada.birthday->year.reset();
  EXPECT_THAT(Occurrences(ada, 2), ElementsAre("19720229", "19730228"));
}

TEST(Icalendar, IsTheSameForTheSameInput) {
  const Contact ada = FullContact();
  EXPECT_EQ(Write(SayHello(ada), ada), Write(SayHello(ada), ada));
}

TEST(Icalendar, WithoutItemsIsAnEmptyCalendar) {
  const auto text = WriteCalendar({}, {}, {}, test::kNow);
  ASSERT_TRUE(text);
  EXPECT_EQ(*text, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Kith//Kith//EN\r\nEND:VCALENDAR\r\n");
}

TEST(Icalendar, KeepsAFollowUpWhoseContactIsNotThere) {
  const DueItem item = SayHello(FullContact());
  const auto text = WriteCalendar(std::span(&item, 1), {}, {}, test::kNow);
  ASSERT_TRUE(text);
  EXPECT_STREQ(icalcomponent_get_summary(FirstEvent(Parse(*text))), "Tell Ada it was nice to meet");
}

TEST(Icalendar, CarriesEveryTextUnchangedAndFolded) {
  for (const std::string& nasty : test::NastyTexts()) {
    Contact contact = test::NamedContact(nasty);
    contact.details.organization = "Example Ltd";
    const std::string text = Write(SayHello(contact, nasty), contact);
    const Calendar calendar = Parse(text);
    EXPECT_EQ(icalcomponent_count_components(calendar.get(), ICAL_VEVENT_COMPONENT), 1);
    EXPECT_EQ(icalcomponent_get_summary(FirstEvent(calendar)), CleanText(nasty));
    EXPECT_EQ(icalcomponent_get_description(FirstEvent(calendar)), CleanText(nasty + "\nExample Ltd"));
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = text.find("\r\n", begin);
      ASSERT_NE(end, std::string::npos);
      EXPECT_LE(end - begin, 75U);
      const std::string line = text.substr(begin, end - begin);
      EXPECT_EQ(EncodeUtf8(DecodeUtf8(line)), line) << "a character was split";
      begin = end + 2;
    }
  }
}

}  // namespace
}  // namespace kith::exchange
