// SPDX-License-Identifier: Apache-2.0
#include "exchange/csv/table.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/email_address.h"
#include "core/language.h"
#include "core/person_name.h"
#include "core/text.h"
#include "core/url.h"
#include "exchange/contact_text.h"

namespace kith::exchange {
namespace {

constexpr int kSampledCells = 200;
constexpr std::size_t kMostExample = 200;  // bytes

bool LooksLikePhone(std::string_view text) {
  int digits = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      ++digits;
    } else if (std::string_view("+()-./ \xC2\xA0").find(c) == std::string_view::npos) {
      return false;
    }
  }
  const bool date = ReadDayCell(text, DateOrder::kDayFirst).kind != DateKind::kOther;
  // A bare number is as likely a number of something else: one begins with + or 0, or has groups.
  const bool has_form =
      text.starts_with('+') || text.starts_with('0') || text.find_first_of(" -/(") != text.npos;
  return digits >= 6 && digits <= 15 && has_form && !date;
}

bool LooksLikeDay(std::string_view text) {
  const DateKind kind = ReadDayCell(text, DateOrder::kUnknown).kind;
  return kind == DateKind::kDay || kind == DateKind::kAmbiguous;
}

/// "Ada Example", "van der Example, Ada".
bool LooksLikeName(std::string_view text) {
  const std::vector<std::string> words = SplitText(text, " ,");
  return words.size() >= 2 && words.size() <= 5 &&
         std::none_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '@'; });
}

/// What the cells of a column look like.
struct Looks {
  int cells = 0;
  int emails = 0;
  int phones = 0;
  int urls = 0;
  int days = 0;
  int names = 0;
  int affixes = 0;  ///< "Dr.", "Ms"

  void Add(const std::string& text) {
    if (cells >= kSampledCells) return;
    ++cells;
    if (text.find('@') != std::string::npos && ParseEmailAddress(text)) {
      ++emails;
    } else if (LooksLikePhone(text)) {
      ++phones;
    } else if (LooksLikeDay(text)) {
      ++days;
    } else if (text.find('.') != std::string::npos && text.find(' ') == std::string::npos && ParseUrl(text)) {
      ++urls;
    } else if (IsNameAffix(text)) {
      ++affixes;
    } else if (LooksLikeName(text)) {
      ++names;
    }
  }

  bool Mostly(int count) const { return cells > 0 && 10 * count >= 8 * cells; }
};

struct Column {
  CsvColumn column;
  Looks looks;
  DateColumn dates;
  std::optional<HeaderMeaning> meaning;
};

bool HasField(const std::vector<Column>& columns, ColumnField field) {
  return std::any_of(columns.begin(), columns.end(),
                     [&](const Column& column) { return column.column.shown.field == field; });
}

bool IsHeader(const CsvRow& row, CsvProgram program) {
  if (program != CsvProgram::kUnknown) return true;
  Looks looks;
  for (const std::string& cell : row) {
    if (const std::string text = CleanText(cell); !text.empty()) looks.Add(text);
  }
  const bool has_values = looks.emails + looks.phones + looks.urls + looks.days > 0;
  return !has_values && looks.cells > 0;
}

ColumnField FieldByCells(const Column& column, bool has_header) {
  const Looks& looks = column.looks;
  if (looks.Mostly(looks.emails)) return ColumnField::kEmail;
  if (looks.Mostly(looks.phones)) return ColumnField::kPhone;
  if (looks.Mostly(looks.urls)) return ColumnField::kUrl;
  if (!has_header && looks.Mostly(looks.days)) return ColumnField::kBirthday;
  return ColumnField::kRemark;
}

/// Whether a name that only hints at something is borne out by the cells: "Email opt-in" is none.
bool CellsAgree(ColumnField field, const Looks& looks) {
  if (looks.cells == 0) return true;
  switch (field) {
    case ColumnField::kEmail:
      return looks.Mostly(looks.emails);
    case ColumnField::kPhone:
    case ColumnField::kMobilePhone:
    case ColumnField::kWorkPhone:
    case ColumnField::kHomePhone:
    case ColumnField::kOtherPhone:
    case ColumnField::kFax:
      return looks.Mostly(looks.phones);
    case ColumnField::kUrl:
      return looks.Mostly(looks.urls);
    case ColumnField::kBirthday:
      return looks.Mostly(looks.days);
    default:
      return looks.emails + looks.urls + looks.phones == 0;
  }
}

void Guess(Column& column, const CsvTable& table) {
  CsvColumn& guessed = column.column;
  if (table.has_header) column.meaning = MeaningOf(guessed.shown.name, table.program.program);
  const bool known = table.program.program != CsvProgram::kUnknown;
  if (column.meaning && (known || column.meaning->sure || CellsAgree(column.meaning->field, column.looks))) {
    guessed.shown.field = column.meaning->field;
    guessed.group = column.meaning->group;
  } else if (!known) {
    guessed.shown.field = FieldByCells(column, table.has_header);
  }
  const bool honorifics = column.looks.Mostly(column.looks.affixes);
  if (!known && guessed.shown.field == ColumnField::kTitle && honorifics)
    guessed.shown.field = ColumnField::kNamePrefix;
}

/// "Name" beside "First name" is the family name; "Nom" or "Nombre" alone is the whole one.
void SettleNames(std::vector<Column>& columns, bool has_header) {
  const bool given = HasField(columns, ColumnField::kGivenName);
  const bool family = HasField(columns, ColumnField::kFamilyName);
  const bool whole = HasField(columns, ColumnField::kName);
  for (Column& column : columns) {
    ColumnField& field = column.column.shown.field;
    const std::string name = Join(HeaderWords(column.column.shown.name), " ");
    if (field == ColumnField::kName && given && !family && (name == "name" || name == "naam")) {
      field = ColumnField::kFamilyName;
    } else if (!whole && given != family &&
               (name == "nom" || name == "nombre" || name == "nome" || name == "xing" || name == "ming")) {
      field = ColumnField::kName;
    }
  }
  if (given || family || whole) return;
  const auto found = std::find_if(columns.begin(), columns.end(), [&](const Column& column) {
    return column.column.shown.field == ColumnField::kRemark && !has_header &&
           column.looks.Mostly(column.looks.names);
  });
  if (found != columns.end()) found->column.shown.field = ColumnField::kName;
}

/// "Address 1", "Address 2" beside a city are lines of one address.
void SettleAddresses(std::vector<Column>& columns) {
  const bool divided = HasField(columns, ColumnField::kCity) || HasField(columns, ColumnField::kPostalCode);
  for (Column& column : columns) {
    CsvColumn& address = column.column;
    if (!divided || address.shown.field != ColumnField::kAddress) continue;
    if (address.group.starts_with("address ")) address.group.clear();
    address.shown.field = ColumnField::kStreet;
  }
}

/// Only one column can be the one that a row is known by.
void SettleIds(std::vector<Column>& columns) {
  bool found = false;
  for (Column& column : columns) {
    ColumnField& field = column.column.shown.field;
    if (field != ColumnField::kId) continue;
    if (found) field = ColumnField::kRemark;
    found = true;
  }
}

std::string Example(const std::string& text) {
  if (text.size() <= kMostExample) return text;
  std::size_t end = kMostExample;
  while (end > 0 && (text[end] & 0xC0) == 0x80)
    --end;
  return text.substr(0, end) + "\u2026";
}

void AddRow(const CsvRow& cells, CsvTable& table, std::vector<Column>& columns) {
  ++table.rows;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i >= columns.size()) {
      if (table.has_header) break;
      columns.emplace_back().column.shown.name = Filled(Tr("Column {0}"), {std::to_string(i + 1)});
    }
    const std::size_t begin = cells[i].find_first_not_of(" \t\n");
    if (begin == std::string::npos) continue;
    Column& column = columns[i];
    TableColumn& shown = column.column.shown;
    column.dates.Add(std::string_view(cells[i]).substr(begin));
    if (++shown.filled > kSampledCells) continue;
    const std::string text = CleanText(UnguardedCell(cells[i], Guards::kAtBegin));
    if (shown.example.empty()) shown.example = Example(text);
    column.looks.Add(text);
  }
}

void TakeHeader(const CsvRow& row, CsvTable& table, std::vector<Column>& columns) {
  table.program = ProgramOf(row);
  table.has_header = IsHeader(row, table.program.program);
  for (std::size_t i = 0; i < row.size(); ++i) {
    std::string name = table.has_header ? CleanText(UnguardedCell(row[i], Guards::kAtBegin)) : std::string();
    if (name.empty()) name = Filled(Tr("Column {0}"), {std::to_string(i + 1)});
    columns.emplace_back().column.shown.name = Example(name);
  }
  if (!table.has_header) AddRow(row, table, columns);
}

bool CanMakeContacts(const std::vector<Column>& columns) {
  static constexpr std::array kFields = {
      ColumnField::kName,         ColumnField::kGivenName, ColumnField::kFamilyName,
      ColumnField::kOrganization, ColumnField::kEmail,     ColumnField::kPhone,
      ColumnField::kMobilePhone,  ColumnField::kWorkPhone, ColumnField::kHomePhone};
  return std::any_of(kFields.begin(), kFields.end(),
                     [&](ColumnField field) { return HasField(columns, field); });
}

}  // namespace

Result<CsvTable> InspectCsv(std::istream& in) {
  const Result<CsvForm> form = DetectCsvForm(in);
  if (!form) return form.error();
  CsvTable table{.form = *form, .program = {}, .columns = {}};
  CsvReader reader(in, *form);
  std::vector<Column> columns;
  bool first = true;
  while (const std::optional<CsvRecord> record = reader.Next()) {
    if (!record->trouble.empty()) {
      if (first)
        return Error{ErrorCode::kUnreadable,
                     Filled(Tr("The first row can't be read. {0}"), {record->trouble})};
      continue;
    }
    if (std::exchange(first, false)) {
      TakeHeader(record->cells, table, columns);
    } else {
      AddRow(record->cells, table, columns);
    }
  }
  if (first) return Error{ErrorCode::kUnreadable, std::string(Tr("There is nothing in it."))};
  for (Column& column : columns)
    Guess(column, table);
  if (table.program.program == CsvProgram::kUnknown) {
    SettleNames(columns, table.has_header);
    SettleAddresses(columns);
  }
  SettleIds(columns);
  // Of a table a person can still say which column is what.
  if (columns.size() < 2 && !CanMakeContacts(columns)) {
    return Error{
        ErrorCode::kUnreadable,
        std::string(Tr("It is neither a vCard nor a table with names, e-mail addresses or phone numbers."))};
  }
  for (Column& column : columns) {
    column.column.dates = column.dates.order();
    table.columns.push_back(std::move(column.column));
  }
  return table;
}

}  // namespace kith::exchange
