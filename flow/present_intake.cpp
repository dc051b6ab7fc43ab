// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <utility>

#include "core/enum_names.h"
#include "core/language.h"
#include "core/text.h"
#include "flow/day_names.h"
#include "flow/intake_state.h"

namespace kith::flow {
namespace {

constexpr EnumNames<ColumnField, 34> kTexts = {{{ColumnField::kRemark, TrLater("Goes to the notes")},
                                                {ColumnField::kLeftOut, TrLater("Not taken")},
                                                {ColumnField::kName, TrLater("Whole name")},
                                                {ColumnField::kNamePrefix, TrLater("Title before the name")},
                                                {ColumnField::kGivenName, TrLater("First name")},
                                                {ColumnField::kMiddleName, TrLater("Middle name")},
                                                {ColumnField::kFamilyName, TrLater("Last name")},
                                                {ColumnField::kNameSuffix, TrLater("Behind the name")},
                                                {ColumnField::kOtherName, TrLater("Other name")},
                                                {ColumnField::kOrganization, TrLater("Organization")},
                                                {ColumnField::kDepartment, TrLater("Department")},
                                                {ColumnField::kTitle, TrLater("Job title")},
                                                {ColumnField::kPhone, TrLater("Phone")},
                                                {ColumnField::kMobilePhone, TrLater("Phone (mobile)")},
                                                {ColumnField::kWorkPhone, TrLater("Phone (work)")},
                                                {ColumnField::kHomePhone, TrLater("Phone (home)")},
                                                {ColumnField::kFax, TrLater("Fax")},
                                                {ColumnField::kOtherPhone, TrLater("Phone (other)")},
                                                {ColumnField::kEmail, TrLater("E-mail")},
                                                {ColumnField::kUrl, TrLater("Web page")},
                                                {ColumnField::kHandle, TrLater("Social network")},
                                                {ColumnField::kAddress, TrLater("Whole address")},
                                                {ColumnField::kStreet, TrLater("Street")},
                                                {ColumnField::kCity, TrLater("City")},
                                                {ColumnField::kRegion, TrLater("State or province")},
                                                {ColumnField::kPostalCode, TrLater("Postcode")},
                                                {ColumnField::kCountry, TrLater("Country")},
                                                {ColumnField::kBirthday, TrLater("Birthday")},
                                                {ColumnField::kInterests, TrLater("Likes to talk about")},
                                                {ColumnField::kNotes, TrLater("Notes")},
                                                {ColumnField::kEvent, TrLater("Event where you met")},
                                                {ColumnField::kMetOn, TrLater("Day that you met")},
                                                {ColumnField::kId, TrLater("Its own number")},
                                                {ColumnField::kKind, TrLater("Kind of the next column")}}};

std::string PlaceText(int line) {
  return line > 0 ? Filled(Tr("line {0}"), {std::to_string(line)}) : std::string();
}

IntakeTone ToneOf(const TakenIn& taken) {
  if (!taken.alike.empty()) return IntakeTone::kAlike;
  switch (taken.outcome) {
    case Imported::kNew:
      return IntakeTone::kNew;
    case Imported::kChanged:
      return IntakeTone::kChanged;
    case Imported::kSame:
    case Imported::kErased:
      break;
  }
  return IntakeTone::kSame;
}

int Order(IntakeTone tone) {
  static constexpr std::array kOrder = {IntakeTone::kRefused, IntakeTone::kAlike, IntakeTone::kChanged,
                                        IntakeTone::kNew, IntakeTone::kSame};
  return static_cast<int>(std::find(kOrder.begin(), kOrder.end(), tone) - kOrder.begin());
}

IntakeRow RowOf(const TakenIn& taken) {
  IntakeRow row{ToneOf(taken), PlaceText(taken.line), taken.who, {}};
  std::vector<std::string> more;
  for (const std::string& alike : taken.alike)
    more.push_back(Filled(Tr("Perhaps the same as {0}"), {alike}));
  more.insert(more.end(), taken.remarks.begin(), taken.remarks.end());
  if (taken.outcome == Imported::kErased) more.emplace_back(Tr("Was erased here, and doesn't come back."));
  for (const std::string& line : more)
    row.more += (row.more.empty() ? "" : "\n") + line;
  return row;
}

}  // namespace

std::string_view ColumnFieldText(ColumnField field) {
  return Tr(NameOf(kTexts, field).data());  // literals
}

std::string IntakeText(const IntakeReport& report) {
  std::vector<std::string> parts;
  const auto add = [&](long count, std::string text) {
    if (count > 0) parts.push_back(std::move(text));
  };
  const long new_ones = report.Count(Imported::kNew), changed = report.Count(Imported::kChanged);
  const long same = report.Count(Imported::kSame), alike = report.CountAlike();
  const long refused = static_cast<long>(report.refused.size()), erased = report.Count(Imported::kErased);
  add(new_ones, Counted("{0} new", "{0} new", new_ones));
  add(changed, Counted("{0} changed", "{0} changed", changed));
  add(same, Counted("{0} the same", "{0} the same", same));
  add(alike, Counted("{0} likely duplicate", "{0} likely duplicates", alike));
  add(refused, Counted("{0} refused", "{0} refused", refused));
  add(erased, Counted("{0} erased here before", "{0} erased here before", erased));
  return parts.empty() ? std::string(Tr("No contacts")) : Joined(parts);
}

std::vector<IntakeRow> IntakeRows(const IntakeReport& report) {
  std::vector<IntakeRow> rows;
  for (const NotTakenIn& refused : report.refused)
    rows.push_back({IntakeTone::kRefused, PlaceText(refused.line), refused.reason, {}});
  for (const TakenIn& taken : report.contacts)
    rows.push_back(RowOf(taken));
  std::stable_sort(rows.begin(), rows.end(),
                   [](const IntakeRow& a, const IntakeRow& b) { return Order(a.tone) < Order(b.tone); });
  return rows;
}

bool MayHoldContacts(const std::filesystem::path& path) {
  static constexpr std::array kEndings = {".csv", ".tsv", ".vcf", ".vcard"};
  const std::string ending = LowerCase(path.extension().string());
  return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

}  // namespace kith::flow
