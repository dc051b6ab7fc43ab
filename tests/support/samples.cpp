// SPDX-License-Identifier: Apache-2.0
#include "tests/support/samples.h"

namespace kith::test {
namespace {

using std::chrono::day;
using std::chrono::December;
using std::chrono::November;
using std::chrono::year;

constexpr Instant kMade = std::chrono::sys_days(year(2026) / November / day(23));

ContactDetails SampleDetails(const std::string& name) {
  ContactDetails details;
  details.name = {name, name.substr(0, name.find(' ')), name.substr(name.rfind(' ') + 1)};
  details.organization = "Analytical Engines Ltd";
  details.department = "Research";
  details.titles = {"Chief Programmer", "Fellow"};
  details.phones = {{"+14155550123", "(415) 555-0123", "12", PhoneType::kMobile},
                    {"+442079460018", "+44 (0)20 7946 0018", "", PhoneType::kFax}};
  details.emails = {"ada@example.com", "ada@example.org"};
  details.urls = {"www.example.com/ada"};
  details.addresses = {"1 Main St, Springfield"};
  details.notes = "Weaving numbers since 1843";
  return details;
}

}  // namespace

NewCapture SampleCapture(const std::string& bytes, Instant taken) {
  NewCapture capture;
  capture.front = {{bytes.begin(), bytes.end()}, "image/jpeg"};
  capture.taken = taken;
  capture.source = "Test camera";
  return capture;
}

Draft SampleDraft(const std::string& name) {
  Draft draft;
  draft.details = SampleDetails(name);
  draft.fields = {{FieldKind::kName, name, 0.97, {10, 20, 300, 40}},
                  {FieldKind::kPhone, "+14155550123", 0.5, {10, 80, 200, 30}},
                  {FieldKind::kEmail, "ada@example.com", 1.0, {}}};
  draft.lines = {
      {name, {10, 20, 300, 40}}, {"(415) 555-0123", {10, 70, 200, 30}}, {"\xE2\x98\x8E \"quoted\" \\ \n"}};
  return draft;
}

Contact NamedContact(const std::string& name) {
  Contact contact;
  contact.id = MakeId<ContactId>(kMade);
  contact.details.name.full = name;
  return contact;
}

Contact FullContact(const std::string& name) {
  Contact contact = NamedContact(name);
  contact.details = SampleDetails(name);
  contact.birthday = Birthday{December / 10, year(1985)};
  contact.interests = {"looms", "sea bathing"};
  contact.met_on = year(2026) / November / 23;
  return contact;
}

FollowUp SampleFollowUp(ContactId contact, Day due, const std::string& text) {
  return {MakeId<FollowUpId>(kMade), contact, FollowUpKind::kSayHello, due, text, 90, std::nullopt};
}

}  // namespace kith::test
