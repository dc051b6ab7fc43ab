// SPDX-License-Identifier: Apache-2.0
#include "exchange/csv/contacts.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "core/country.h"
#include "core/language.h"
#include "core/phone_number.h"
#include "core/postal_address.h"
#include "core/social_handle.h"
#include "core/text.h"
#include "exchange/contact_text.h"
#include "exchange/csv/notes.h"
#include "exchange/csv/row_name.h"
#include "exchange/csv/values.h"
#include "exchange/stable_id.h"

namespace kith::exchange {
namespace {

struct AddressParts {
  std::string whole;
  PostalAddress parts;
};

std::string AddressOf(const AddressParts& address) {
  return address.whole.empty() ? AddressLine(address.parts) : Join(SplitText(address.whole, "\n"), ", ");
}

template <typename T>
void AddTo(std::vector<T>& list, T value, bool first) {
  if (std::find(list.begin(), list.end(), value) != list.end()) return;
  list.insert(first ? list.begin() : list.end(), std::move(value));
}

/// Makes one contact of one row.
class RowReader {
 public:
  RowReader(const CsvTable& table, const std::string& default_region, const CsvRecord& record)
      : table_(table), program_(table.program.program), region_(default_region), name_(program_) {
    found_.line = record.line;
    const Guards guards = program_ == CsvProgram::kUnknown ? Guards::kAtBegin : Guards::kEverywhere;
    for (const std::string& cell : record.cells)
      cells_.push_back(CleanText(UnguardedCell(CleanText(cell), guards)));
  }

  FoundContact Read() {
    LookForKinds();
    LookForRegion();
    for (std::size_t i = 0; i < cells_.size(); ++i)
      Take(i);
    for (const std::string& unsaid : name_.Finish(details()))
      Remark("Name", unsaid);
    for (const auto& [group, parts] : addresses_)
      AddTo(details().addresses, AddressOf(parts), false);
    FinishNotes();
    Identify();
    return std::move(found_);
  }

 private:
  ContactDetails& details() { return found_.contact.details; }

  void LookForKinds() {
    for (std::size_t i = 0; i < std::min(cells_.size(), table_.columns.size()); ++i) {
      if (table_.columns[i].shown.field == ColumnField::kKind) kinds_[table_.columns[i].group] = cells_[i];
    }
  }

  /// Where numbers without a country code are from.
  void LookForRegion() {
    for (std::size_t i = 0; i < std::min(cells_.size(), table_.columns.size()); ++i) {
      if (table_.columns[i].shown.field != ColumnField::kCountry || cells_[i].empty()) continue;
      if (const auto region = RegionOfCountryName(cells_[i])) {
        region_ = *region;
        return;
      }
    }
  }

  void Take(std::size_t i) {
    if (cells_[i].empty()) return;
    if (i >= table_.columns.size()) {
      found_.remarks.emplace_back(Tr("The row has more cells than there are columns."));
      return Remark(Filled(Tr("Column {0}"), {std::to_string(i + 1)}), cells_[i]);
    }
    const CsvColumn& column = table_.columns[i];
    const auto kind = kinds_.find(column.group);
    kind_ = kind == kinds_.end() ? std::string() : kind->second;
    preferred_ = kind_.starts_with("* ");
    if (preferred_) kind_.erase(0, 2);
    // Outlook has it behind the personal one.
    if (program_ == CsvProgram::kOutlook && column.shown.name == "Web Page") preferred_ = true;
    for (const std::string& value : Values(column.shown.field, cells_[i])) {
      TakeValue(column, value);
      preferred_ = false;
    }
  }

  /// Google puts several values into one cell.
  std::vector<std::string> Values(ColumnField field, const std::string& cell) const {
    constexpr std::string_view kBetween = " ::: ";
    const bool one = field == ColumnField::kNotes || field == ColumnField::kLeftOut;
    if (program_ != CsvProgram::kGoogle || one) return {cell};
    std::vector<std::string> values;
    std::size_t begin = 0;
    for (std::size_t at = cell.find(kBetween); at != std::string::npos; at = cell.find(kBetween, begin)) {
      values.push_back(cell.substr(begin, at - begin));
      begin = at + kBetween.size();
    }
    values.push_back(cell.substr(begin));
    return values;
  }

  void TakeValue(const CsvColumn& column, const std::string& text) {
    const ColumnField field = column.shown.field;
    if (name_.Take(field, text) || TakePhone(field, text) || TakeAddress(column, text) ||
        TakeDay(column, text))
      return;
    switch (field) {
      case ColumnField::kRemark:
        if (IsNoDay(text)) return;
        return Remark(kind_.empty() ? column.shown.name : kind_, text);
      case ColumnField::kOrganization:
        return TakeOnce(column, details().organization, text);
      case ColumnField::kDepartment:
        return TakeOnce(column, details().department, text);
      case ColumnField::kOtherName:
        return AddTo(details().other_names, text, false);
      case ColumnField::kTitle:
        return AddTo(details().titles, text, false);
      case ColumnField::kEmail:
        if (text.find('@') == std::string::npos) return Remark(column.shown.name, text);
        return AddTo(details().emails, text, preferred_);
      case ColumnField::kUrl:
        return AddTo(details().urls, text, preferred_);
      case ColumnField::kHandle:
        return TakeHandle(column, text);
      case ColumnField::kInterests:
        for (std::string& interest : SplitList(text))
          AddTo(found_.contact.interests, std::move(interest), false);
        return;
      case ColumnField::kNotes:
        notes_.push_back(text);
        return;
      case ColumnField::kEvent:
        return TakeEvent(column, text);
      case ColumnField::kId:
        id_ = text;
        return;
      default:  // left out, or said with another column
        return;
    }
  }

  bool TakePhone(ColumnField field, const std::string& text) {
    PhoneType type = PhoneType::kWork;
    switch (field) {
      case ColumnField::kPhone:
        type = TypeOfKind(kind_);
        break;
      case ColumnField::kMobilePhone:
        type = PhoneType::kMobile;
        break;
      case ColumnField::kWorkPhone:
        break;
      case ColumnField::kHomePhone:
        type = PhoneType::kHome;
        break;
      case ColumnField::kFax:
        type = PhoneType::kFax;
        break;
      case ColumnField::kOtherPhone:
        type = PhoneType::kOther;
        break;
      default:
        return false;
    }
    if (field == ColumnField::kPhone && kind_.empty()) {
      if (const auto number = ParsePhoneNumber(text, region_)) type = number->type.value_or(type);
    }
    AddTo(details().phones, PhoneOfCell(text, type, region_), preferred_);
    return true;
  }

  bool TakeAddress(const CsvColumn& column, const std::string& text) {
    const ColumnField field = column.shown.field;
    if (field < ColumnField::kAddress || field > ColumnField::kCountry) return false;
    auto found = std::find_if(addresses_.begin(), addresses_.end(),
                              [&](const auto& entry) { return entry.first == column.group; });
    if (found == addresses_.end()) found = addresses_.insert(addresses_.end(), {column.group, {}});
    PostalAddress& parts = found->second.parts;
    const auto put = [&](std::string& part, std::string_view between) { part = Join({part, text}, between); };
    if (field == ColumnField::kAddress) {
      put(found->second.whole, " ");
    } else if (field == ColumnField::kStreet) {
      put(parts.street, ", ");
    } else if (field == ColumnField::kCity) {
      put(parts.city, " ");
    } else if (field == ColumnField::kRegion) {
      put(parts.region, " ");
    } else if (field == ColumnField::kPostalCode) {
      put(parts.postal_code, " ");
    } else {
      put(parts.country, " ");
    }
    return true;
  }

  bool TakeDay(const CsvColumn& column, const std::string& text) {
    const ColumnField field = column.shown.field;
    if (field != ColumnField::kBirthday && field != ColumnField::kMetOn) return false;
    const ReadDay day = ReadDayCell(text, column.dates);
    Contact& contact = found_.contact;
    if (day.kind == DateKind::kNone) return true;
    if (day.kind == DateKind::kDay && field == ColumnField::kBirthday && !contact.birthday) {
      contact.birthday = day.day;
      return true;
    }
    if (day.kind == DateKind::kDay && field == ColumnField::kMetOn && day.day.year && !contact.met_on) {
      contact.met_on = Day(*day.day.year, day.day.day.month(), day.day.day.day());
      return true;
    }
    if (day.kind == DateKind::kAmbiguous) {
      found_.remarks.push_back(
          Filled(Tr("\"{0}\" in {1} may be two days, and no other row tells which: it is in the notes."),
                 {text, column.shown.name}));
    }
    Remark(column.shown.name, text);
    return true;
  }

  void TakeOnce(const CsvColumn& column, std::string& kept, const std::string& text) {
    if (kept.empty()) {
      kept = text;
    } else if (kept != text) {
      Remark(column.shown.name, text);
    }
  }

  void TakeHandle(const CsvColumn& column, const std::string& text) {
    if (program_ == CsvProgram::kKith) return AddTo(details().handles, text, false);
    const bool own = kind_.empty();
    if (const auto handle = ParseSocialHandle(text))
      return AddTo(details().handles, handle->ToString(), false);
    const std::string label = own ? column.shown.name : kind_;
    const std::vector<std::string> words = HeaderWords(label);
    const auto service = SocialServiceOf(own && !words.empty() ? words.front() : kind_);
    const auto handle = service ? ParseSocialHandle(*service + ": " + text) : std::nullopt;
    if (handle) return AddTo(details().handles, handle->ToString(), false);
    Remark(label, text);
  }

  void TakeEvent(const CsvColumn& column, const std::string& text) {
    if (program_ == CsvProgram::kGoogle && IsSystemLabel(text)) return;
    const std::string line = column.shown.name + ": " + text;
    if (!found_.event.empty()) return remarks_.push_back(line);
    found_.event = text;
    found_.unless_event = program_ == CsvProgram::kKith ? "Met at " + text : line;
  }

  void FinishNotes() {
    std::string notes = Join(notes_, "\n");
    const bool own_lines = program_ == CsvProgram::kGoogle || program_ == CsvProgram::kOutlook ||
                           program_ == CsvProgram::kSalesforce;
    if (own_lines) {
      FoundContact said;
      notes = TakeBackNotes(notes, region_, said);
      TakeOver(std::move(said));
    }
    details().notes = Join({notes, Join(remarks_, "\n")}, "\n");
  }

  void TakeOver(FoundContact said) {
    ContactDetails& from = said.contact.details;
    const auto all = [](auto& to, auto& list) {
      for (auto& value : list)
        AddTo(to, std::move(value), false);
    };
    if (!from.name.full.empty()) {
      details().name.full = from.name.full;
      std::erase(remarks_, "Name: " + from.name.full);
    }
    all(details().titles, from.titles);
    all(details().phones, from.phones);
    all(details().emails, from.emails);
    all(details().urls, from.urls);
    all(details().addresses, from.addresses);
    all(details().handles, from.handles);
    all(details().other_names, from.other_names);
    all(found_.contact.interests, said.contact.interests);
    if (said.contact.birthday && !found_.contact.birthday) found_.contact.birthday = said.contact.birthday;
    if (said.contact.met_on) found_.contact.met_on = said.contact.met_on;
    if (said.event.empty()) return;
    if (!found_.event.empty() && found_.event != said.event) remarks_.push_back(found_.unless_event);
    found_.event = said.event;
    found_.unless_event = said.unless_event;
  }

  void Remark(const std::string& label, const std::string& text) { remarks_.push_back(label + ": " + text); }

  /// By its own id, and by the name too if that is a number that other lists have as well; else by e-mail
  /// address and name, so that everything else may change; else by the name with a number or the company.
  void Identify() {
    ContactId& id = found_.contact.id;
    const std::string name = FoldToAlnum(details().name.full);
    if (const auto uuid = ContactId::Parse(LowerCase(id_)); uuid && !uuid->is_nil()) {
      id = *uuid;
    } else if (!id_.empty()) {
      const bool alone = program_ != CsvProgram::kUnknown || IsUniqueId(id_);
      id = StableContactId(Join({"csv id", std::string(table_.program.name), id_, alone ? "" : name}, "\n"));
    } else {
      id = StableContactId("csv " + KeyWithoutId() + "\n" + name);
    }
  }

  std::string KeyWithoutId() {
    const ContactDetails& all = details();
    if (!all.emails.empty()) return LowerCase(all.emails[0]);
    if (!all.phones.empty()) return all.phones[0].number;
    return FoldToAlnum(all.organization);
  }

  const CsvTable& table_;
  CsvProgram program_;
  std::string region_;
  CsvRow cells_;
  FoundContact found_;
  RowName name_;
  std::map<std::string, std::string> kinds_;  ///< by group
  std::string kind_;                          ///< of the value that is being taken
  bool preferred_ = false;
  std::vector<std::pair<std::string, AddressParts>> addresses_;  ///< by group, in order
  std::vector<std::string> notes_;
  std::vector<std::string> remarks_;  ///< lines for the notes
  std::string id_;
};

}  // namespace

void ReadCsvContacts(std::istream& in, const CsvTable& table, const std::string& region,
                     const std::function<void(FoundContact)>& take,
                     const std::function<void(RefusedContact)>& refuse) {
  CsvReader reader(in, table.form);
  if (table.has_header) (void)reader.Next();
  while (const std::optional<CsvRecord> record = reader.Next()) {
    if (!record->trouble.empty()) {
      refuse({record->line, record->trouble});
    } else if (reader.broken() && record->cells.size() != table.columns.size()) {
      refuse({record->line,
              std::string(Tr("It stands behind a quote that never ends, and isn't a whole row."))});
    } else {
      FoundContact found = RowReader(table, region, *record).Read();
      if (IsWorthKeeping(found.contact.details)) {
        take(std::move(found));
      } else {
        refuse({record->line, std::string(Tr("There is no name, company, number or e-mail address in it."))});
      }
    }
  }
}

}  // namespace kith::exchange
