// SPDX-License-Identifier: Apache-2.0
#include "flow/review_rows.h"

#include <algorithm>
#include <array>

#include "core/language.h"
#include "core/person_name.h"
#include "core/phone_number.h"
#include "core/text.h"
#include "flow/present.h"
#include "parse/unread.h"

namespace kith::flow {
namespace {

constexpr std::array kManyTimes = {FieldKind::kTitle,   FieldKind::kEmail,  FieldKind::kUrl,
                                   FieldKind::kAddress, FieldKind::kHandle, FieldKind::kOtherName};

std::ptrdiff_t Rank(FieldKind kind) {
  const std::vector<FieldKind>& order = FieldOrder();
  return std::find(order.begin(), order.end(), kind) - order.begin();
}

std::vector<std::string>* ListOf(ContactDetails& details, FieldKind kind) {
  switch (kind) {
    case FieldKind::kTitle:
      return &details.titles;
    case FieldKind::kEmail:
      return &details.emails;
    case FieldKind::kUrl:
      return &details.urls;
    case FieldKind::kAddress:
      return &details.addresses;
    case FieldKind::kHandle:
      return &details.handles;
    case FieldKind::kOtherName:
      return &details.other_names;
    default:
      return nullptr;
  }
}

/// Takes the field of that value out of `fields`, so that equal values get different boxes.
std::optional<Field> TakeField(std::vector<Field>& fields, FieldKind kind, std::string_view value) {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const Field& f) { return f.kind == kind && f.value == value; });
  if (found == fields.end()) return std::nullopt;
  Field field = std::move(*found);
  fields.erase(found);
  return field;
}

/// Collects the rows of one draft.
class RowMaker {
 public:
  explicit RowMaker(const Draft& draft) : fields_(draft.fields) {}

  ReviewRow& Add(FieldKind kind, const std::string& value, std::string shown) {
    const std::optional<Field> field = TakeField(fields_, kind, value);
    ReviewRow row;
    row.kind = kind;
    row.text = row.shown = std::move(shown);
    row.position = static_cast<int>(rows_.size());
    row.box = field ? field->box : Box{};
    row.doubtful = field && field->confidence < kDoubtful;
    return rows_.emplace_back(std::move(row));
  }
  void AddIfKnown(FieldKind kind, const std::string& value) {
    if (!value.empty()) Add(kind, value, value);
  }
  void AddNote(const std::string& line) {
    const bool unread = line == parse::kUnreadNote;
    if (!line.empty()) Add(FieldKind::kNote, line, unread ? std::string(Tr(parse::kUnreadNote)) : line);
  }
  void AddPhone(const Phone& phone) {
    ReviewRow& row = Add(FieldKind::kPhone, phone.number, PhoneText(phone));
    row.phone = phone;
    row.phone_type = phone.type;
  }
  std::vector<ReviewRow> Take() { return std::move(rows_); }

 private:
  std::vector<Field> fields_;
  std::vector<ReviewRow> rows_;
};

Phone PhoneOf(const ReviewRow& row, const std::string& text, std::string_view region) {
  Phone phone = row.phone;
  if (row.text != row.shown || row.shown.empty()) {
    const std::optional<PhoneNumber> number = ParsePhoneNumber(text, region);
    phone = Phone{.number = number ? number->e164 : text,
                  .raw = text,
                  .extension = number ? number->extension : std::string()};
  }
  phone.type = row.phone_type;
  return phone;
}

void AppendLine(std::string& notes, const std::string& line) {
  if (!notes.empty()) notes += '\n';
  notes += line;
}

}  // namespace

const std::vector<FieldKind>& FieldOrder() {
  static const std::vector<FieldKind> order = {
      FieldKind::kName,       FieldKind::kOtherName, FieldKind::kTitle, FieldKind::kOrganization,
      FieldKind::kDepartment, FieldKind::kPhone,     FieldKind::kEmail, FieldKind::kUrl,
      FieldKind::kHandle,     FieldKind::kAddress,   FieldKind::kNote};
  return order;
}

std::vector<ReviewRow> RowsOf(const Draft& draft) {
  RowMaker maker(draft);
  const ContactDetails& details = draft.details;
  maker.Add(FieldKind::kName, details.name.full, details.name.full);
  maker.AddIfKnown(FieldKind::kOrganization, details.organization);
  maker.AddIfKnown(FieldKind::kDepartment, details.department);
  ContactDetails lists = details;
  for (const FieldKind kind : kManyTimes) {
    for (const std::string& value : *ListOf(lists, kind))
      maker.AddIfKnown(kind, value);
  }
  for (const Phone& phone : details.phones)
    maker.AddPhone(phone);
  for (const std::string& line : SplitText(details.notes, "\n"))
    maker.AddNote(line);

  std::vector<ReviewRow> rows = maker.Take();
  for (ReviewRow& row : rows)
    row.doubtful = row.doubtful || (row.kind == FieldKind::kName && row.text.empty());
  std::stable_sort(rows.begin(), rows.end(), [](const ReviewRow& a, const ReviewRow& b) {
    if (a.doubtful != b.doubtful) return a.doubtful;
    return Rank(a.kind) < Rank(b.kind);
  });
  return rows;
}

ContactDetails DetailsOf(const std::vector<ReviewRow>& rows, const ContactDetails& drafted,
                         std::string_view region) {
  std::vector<ReviewRow> in_order = rows;
  std::stable_sort(in_order.begin(), in_order.end(),
                   [](const ReviewRow& a, const ReviewRow& b) { return a.position < b.position; });
  ContactDetails details;
  for (const ReviewRow& row : in_order) {
    const std::string text = row.text == row.shown ? row.text : NormalizeText(row.text);
    if (text.empty()) continue;
    switch (row.kind) {
      case FieldKind::kName:
        details.name = text == drafted.name.full ? drafted.name : SplitPersonName(text);
        break;
      case FieldKind::kOrganization:
        details.organization = text;
        break;
      case FieldKind::kDepartment:
        details.department = text;
        break;
      case FieldKind::kPhone:
        details.phones.push_back(PhoneOf(row, text, region));
        break;
      case FieldKind::kNote:
        AppendLine(details.notes, text);
        break;
      default:
        ListOf(details, row.kind)->push_back(text);
    }
  }
  return details;
}

std::string ValueInLine(FieldKind kind, std::string_view line) {
  if (kind == FieldKind::kPhone) {
    const std::size_t begin = line.find_first_of("+(0123456789");
    return std::string(begin == std::string_view::npos ? line : line.substr(begin));
  }
  if (kind == FieldKind::kEmail || kind == FieldKind::kUrl) {
    for (const std::string& word : SplitText(line, " \t|")) {
      if (word.find(kind == FieldKind::kEmail ? '@' : '.') != std::string::npos) return word;
    }
  }
  return std::string(line);
}

std::vector<std::string> InterestsOf(std::string_view text) {
  return SplitText(text, ",;\n");
}

bool IsWorthKeeping(const ContactDetails& details) {
  return !details.name.full.empty() || !details.organization.empty() || !details.phones.empty() ||
         !details.emails.empty();
}

bool MayRepeat(FieldKind kind) {
  return kind != FieldKind::kName && kind != FieldKind::kOrganization && kind != FieldKind::kDepartment;
}

std::vector<ReviewRow> WithNewRows(std::vector<ReviewRow> edited, const std::vector<ReviewRow>& before,
                                   const std::vector<ReviewRow>& now) {
  if (edited == before) return now;
  for (const ReviewRow& row : now) {
    const bool known = std::ranges::any_of(
        before, [&](const ReviewRow& other) { return other.kind == row.kind && other.shown == row.shown; });
    if (known || row.text.empty()) continue;
    const auto taken = std::ranges::find_if(edited, [&](const ReviewRow& other) {
      return other.kind == row.kind && (other.text == row.text || !MayRepeat(row.kind));
    });
    if (taken == edited.end()) {
      edited.push_back(row);
    } else if (taken->text.empty()) {
      *taken = row;
    }
  }
  return edited;
}

}  // namespace kith::flow
