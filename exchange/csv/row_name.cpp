// SPDX-License-Identifier: Apache-2.0
#include "exchange/csv/row_name.h"

#include <utility>

#include "core/person_name.h"
#include "core/text.h"
#include "exchange/contact_text.h"
#include "exchange/csv/values.h"

namespace kith::exchange {
namespace {

/// What programs write where a name is needed and there is none.
bool StandsForName(const std::string& text, const ContactDetails& all) {
  if (text.empty()) return false;
  const bool of_phone =
      !all.phones.empty() && FoldToAlnum(text) == FoldToAlnum(PhoneForPeople(all.phones[0]));
  return text == all.organization || (!all.emails.empty() && text == all.emails[0]) || of_phone;
}

}  // namespace

bool RowName::Take(ColumnField field, const std::string& text) {
  const auto add = [&](std::string& part) { part = Join({part, text}, " "); };
  switch (field) {
    case ColumnField::kName:
      return add(whole_), true;
    case ColumnField::kNamePrefix:
      return IsSalutation(text) || (add(parts_.prefix), true);
    case ColumnField::kGivenName:
      return add(parts_.given), true;
    case ColumnField::kMiddleName:
      return add(parts_.middle), true;
    case ColumnField::kFamilyName:
      return add(parts_.family), true;
    case ColumnField::kNameSuffix:
      return add(parts_.suffix), true;
    default:
      return false;
  }
}

std::vector<std::string> RowName::Finish(ContactDetails& details) {
  PersonName& name = details.name;
  name.given = parts_.given;
  name.family = parts_.family;
  if (!is_kiths_ && StandsForName(whole_, details)) whole_.clear();
  if (!is_kiths_ && parts_.given.empty() && StandsForName(name.family, details))
    name.family = parts_.family = "";
  name.full = WholeName();
  if (!is_kiths_ && name.given.empty() && name.family.empty() && !name.full.empty()) {
    const std::string whole = name.full;
    name = SplitPersonName(whole);
    const bool dropped = FoldToAlnum(name.full).size() < FoldToAlnum(parts_.Composed() + whole_).size();
    if (dropped) unsaid_.push_back(whole);
  } else if (!is_kiths_ && name.family.empty() && name.given.find(' ') != std::string::npos) {
    const PersonName split = SplitPersonName(name.full);
    if (split.full == name.full) name = split;
  }
  return std::move(unsaid_);
}

/// The whole name where it says all that the parts say, else the parts.
std::string RowName::WholeName() {
  const std::string composed = parts_.Composed();
  if (whole_.empty() || composed.empty()) return composed.empty() ? whole_ : composed;
  const std::string whole = FoldToAlnum(whole_);
  const bool says_all = whole.find(FoldToAlnum(parts_.given)) != std::string::npos &&
                        whole.find(FoldToAlnum(parts_.family)) != std::string::npos;
  const bool reversed = whole_.find(',') != std::string::npos && composed.find(',') == std::string::npos;
  if (is_kiths_ || (says_all && !reversed)) return whole_;
  if (!says_all) unsaid_.push_back(whole_);
  return composed;
}

}  // namespace kith::exchange
