// SPDX-License-Identifier: Apache-2.0
#include "exchange/csv.h"

#include <algorithm>

#include "core/text.h"
#include "exchange/contact_text.h"

namespace kith::exchange {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kExtension = " ext. ";

bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}

bool IsPlainPhone(std::string_view text) {
  if (!text.starts_with('+')) return false;
  text.remove_prefix(1);
  const std::size_t extension = text.find(kExtension);
  const std::string_view number = text.substr(0, extension);
  const std::string_view digits =
      extension == std::string_view::npos ? "0" : text.substr(extension + kExtension.size());
  return !number.empty() && IsDigit(number.front()) && !digits.empty() &&
         std::all_of(number.begin(), number.end(), [](char c) { return IsDigit(c) || c == ' '; }) &&
         std::all_of(digits.begin(), digits.end(), IsDigit);
}

bool BeginsFormula(char32_t c) {
  return std::u32string_view(U"=+-@＝＋－＠").find(c) != std::u32string_view::npos;
}

bool EndsCell(char32_t c) {
  return std::u32string_view(U",;\"\n").find(c) != std::u32string_view::npos;
}

void AppendQuoted(std::string& out, std::string_view cell) {
  out += '"';
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace

std::string GuardedCell(std::string_view text) {
  std::string clean = CleanText(text);
  if (IsPlainPhone(clean)) return clean;
  std::u32string guarded;
  bool at_cell_begin = true;
  for (const char32_t c : DecodeUtf8(clean)) {
    if (at_cell_begin && BeginsFormula(c)) guarded += U'\'';
    guarded += c;
    at_cell_begin = EndsCell(c) || (at_cell_begin && c == U' ');
  }
  return EncodeUtf8(guarded);
}

std::string PhoneCell(std::string_view phone_for_people) {
  if (!phone_for_people.starts_with('+')) return std::string(phone_for_people);
  const std::size_t number_end = std::min(phone_for_people.find(kExtension), phone_for_people.size());
  std::string cell;
  for (const char c : phone_for_people.substr(0, number_end)) {
    const bool separator = c == ' ' || c == '-' || c == '.' || c == '/' || c == '(' || c == ')';
    if (!separator) {
      cell += c;
    } else if (!cell.ends_with(' ')) {
      cell += ' ';
    }
  }
  return cell + std::string(phone_for_people.substr(number_end));
}

std::string_view ByteOrderMarkText(ByteOrderMark mark) {
  return mark == ByteOrderMark::kYes ? kByteOrderMark : std::string_view();
}

void AppendCsvRow(std::string& out, const CsvRow& row) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i > 0) out += ',';
    AppendQuoted(out, GuardedCell(row[i]));
  }
  out += "\r\n";
}

std::string WriteCsv(std::span<const CsvRow> rows, ByteOrderMark mark) {
  std::string out(ByteOrderMarkText(mark));
  for (const CsvRow& row : rows)
    AppendCsvRow(out, row);
  return out;
}

}  // namespace kith::exchange
