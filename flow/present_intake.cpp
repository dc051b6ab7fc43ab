// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <utility>

#include "core/enum_names.h"
#include "core/text.h"
#include "flow/intake_state.h"

namespace kith::flow {
namespace {

constexpr EnumNames<ColumnField, 34> kTexts = {{{ColumnField::kRemark, "Goes to the notes"},
                                                {ColumnField::kLeftOut, "Not taken"},
                                                {ColumnField::kName, "Whole name"},
                                                {ColumnField::kNamePrefix, "Title before the name"},
                                                {ColumnField::kGivenName, "First name"},
                                                {ColumnField::kMiddleName, "Middle name"},
                                                {ColumnField::kFamilyName, "Last name"},
                                                {ColumnField::kNameSuffix, "Behind the name"},
                                                {ColumnField::kOtherName, "Other name"},
                                                {ColumnField::kOrganization, "Organization"},
                                                {ColumnField::kDepartment, "Department"},
                                                {ColumnField::kTitle, "Job title"},
                                                {ColumnField::kPhone, "Phone"},
                                                {ColumnField::kMobilePhone, "Phone (mobile)"},
                                                {ColumnField::kWorkPhone, "Phone (work)"},
                                                {ColumnField::kHomePhone, "Phone (home)"},
                                                {ColumnField::kFax, "Fax"},
                                                {ColumnField::kOtherPhone, "Phone (other)"},
                                                {ColumnField::kEmail, "E-mail"},
                                                {ColumnField::kUrl, "Web page"},
                                                {ColumnField::kHandle, "Social network"},
                                                {ColumnField::kAddress, "Whole address"},
                                                {ColumnField::kStreet, "Street"},
                                                {ColumnField::kCity, "City"},
                                                {ColumnField::kRegion, "State or province"},
                                                {ColumnField::kPostalCode, "Postcode"},
                                                {ColumnField::kCountry, "Country"},
                                                {ColumnField::kBirthday, "Birthday"},
                                                {ColumnField::kInterests, "Likes to talk about"},
                                                {ColumnField::kNotes, "Notes"},
                                                {ColumnField::kEvent, "Event where you met"},
                                                {ColumnField::kMetOn, "Day that you met"},
                                                {ColumnField::kId, "Its own number"},
                                                {ColumnField::kKind, "Kind of the next column"}}};

std::string PlaceText(int line) {
  return line > 0 ? "line " + std::to_string(line) : std::string();
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
    more.push_back("Perhaps the same as " + alike);
  more.insert(more.end(), taken.remarks.begin(), taken.remarks.end());
  if (taken.outcome == Imported::kErased) more.emplace_back("Was erased here, and doesn't come back.");
  for (const std::string& line : more)
    row.more += (row.more.empty() ? "" : "\n") + line;
  return row;
}

}  // namespace

std::string_view ColumnFieldText(ColumnField field) {
  return NameOf(kTexts, field);
}

std::string IntakeText(const IntakeReport& report) {
  std::string text;
  const auto add = [&](std::size_t count, std::string_view what) {
    if (count > 0) text += (text.empty() ? "" : ", ") + std::to_string(count) + " " + std::string(what);
  };
  const auto count = [&](Imported outcome) { return static_cast<std::size_t>(report.Count(outcome)); };
  add(count(Imported::kNew), "new");
  add(count(Imported::kChanged), "changed");
  add(count(Imported::kSame), "the same");
  const auto alike = static_cast<std::size_t>(report.CountAlike());
  add(alike, alike == 1 ? "likely duplicate" : "likely duplicates");
  add(report.refused.size(), "refused");
  add(count(Imported::kErased), "erased here before");
  return text.empty() ? "No contacts" : text;
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
