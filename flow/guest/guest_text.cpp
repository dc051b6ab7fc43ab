// SPDX-License-Identifier: Apache-2.0
#include "flow/guest/guest_text.h"

#include <chrono>

#include "core/language.h"
#include "flow/day_names.h"
#include "flow/present.h"

namespace kith::flow {
namespace {

void FillIn(std::string& words, const char* own) {
  if (words.empty()) words = Tr(own);
}

class Lines {
 public:
  void Add(std::string_view label, const std::string& text) {
    if (!text.empty()) lines_.push_back({std::string(label), text});
  }
  void Add(std::string_view label, const std::vector<std::string>& texts) {
    for (const std::string& text : texts)
      Add(label, text);
  }
  std::vector<KeptLine> Take() { return std::move(lines_); }

 private:
  std::vector<KeptLine> lines_;
};

void AddDetails(const ContactDetails& details, Lines& lines) {
  lines.Add(FieldLabel(FieldKind::kName), details.name.full);
  lines.Add(FieldLabel(FieldKind::kOtherName), details.other_names);
  lines.Add(FieldLabel(FieldKind::kTitle), details.titles);
  lines.Add(FieldLabel(FieldKind::kOrganization), details.organization);
  lines.Add(FieldLabel(FieldKind::kDepartment), details.department);
  for (const Phone& phone : details.phones)
    lines.Add(FieldLabel(FieldKind::kPhone), PhoneText(phone));
  lines.Add(FieldLabel(FieldKind::kEmail), details.emails);
  lines.Add(FieldLabel(FieldKind::kUrl), details.urls);
  lines.Add(FieldLabel(FieldKind::kHandle), details.handles);
  lines.Add(FieldLabel(FieldKind::kAddress), details.addresses);
  lines.Add(FieldLabel(FieldKind::kNote), details.notes);
}

}  // namespace

GuestWords WordsFor(const std::optional<Event>& event) {
  GuestWords words = event ? event->words : GuestWords();
  FillIn(words.question, TrLater("What do you like to talk about?"));
  FillIn(words.keep_in_touch, TrLater("My host may keep in touch with me."));
  FillIn(words.introduce, TrLater("My host may introduce me to others who came."));
  FillIn(
      words.privacy,
      TrLater(
          "Your card is kept on this machine, for your host and nobody else. You can have it erased at any "
          "time."));
  return words;
}

std::vector<KeptLine> KeptLines(const GuestRecord& record, Day today) {
  Lines lines;
  AddDetails(record.contact.details, lines);
  if (record.contact.birthday) lines.Add(Tr("Birthday"), BirthdayName(*record.contact.birthday));
  lines.Add(Tr("Likes to talk about"), record.contact.interests);
  lines.Add(Tr("Met at"), record.event_name);
  if (record.contact.met_on) lines.Add(Tr("Met on"), DayName(*record.contact.met_on, today));
  if (record.has_picture) lines.Add(Tr("Picture"), std::string(Tr("of your card")));
  for (const Consent& consent : record.consents)
    lines.Add(consent.given ? Tr("You agreed") : Tr("You did not agree"), consent.words);
  return lines.Take();
}

std::vector<std::string> MonthNames() {
  std::vector<std::string> names;
  for (unsigned month = 1; month <= 12; ++month)
    names.emplace_back(MonthName(month));
  return names;
}

int DaysOfMonth(int month) {
  using namespace std::chrono;
  constexpr year kLeapYear{2024};
  const year_month_day_last last(kLeapYear / std::chrono::month(static_cast<unsigned>(month)) /
                                 std::chrono::last);
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

}  // namespace kith::flow
