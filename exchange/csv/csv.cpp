// SPDX-License-Identifier: Apache-2.0
#include "exchange/csv/csv.h"

#include <algorithm>

#include "core/text.h"
#include "exchange/contact_text.h"

namespace kith::exchange {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kExtension = " ext. ";

bool IsPlainPhone(std::string_view text) {
  if (!text.starts_with('+')) return false;
  text.remove_prefix(1);
  const std::size_t extension = text.find(kExtension);
  const std::string_view number = text.substr(0, extension);
  const std::string_view digits =
      extension == std::string_view::npos ? "0" : text.substr(extension + kExtension.size());
  return !number.empty() && IsAsciiDigit(number.front()) && !digits.empty() &&
         std::all_of(number.begin(), number.end(), [](char c) { return IsAsciiDigit(c) || c == ' '; }) &&
         std::all_of(digits.begin(), digits.end(), IsAsciiDigit);
}

/// A formula, or one behind single quotes: one more quote makes it differ from a guarded one.
bool BeginsFormula(std::u32string_view text, std::size_t at) {
  at = text.find_first_not_of(U'\'', at);
  return at != std::u32string_view::npos &&
         std::u32string_view(U"=+-@＝＋－＠").find(text[at]) != std::u32string_view::npos;
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
  // All of them are ASCII, or full-width forms, whose first byte is EF.
  if (clean.find_first_of("=+-@\xEF") == std::string::npos) return clean;
  const std::u32string text32 = DecodeUtf8(clean);
  std::u32string guarded;
  bool at_cell_begin = true;
  for (std::size_t i = 0; i < text32.size(); ++i) {
    const char32_t c = text32[i];
    if (at_cell_begin && BeginsFormula(text32, i)) guarded += U'\'';
    guarded += c;
    at_cell_begin = EndsCell(c) || (at_cell_begin && c == U' ');
  }
  return EncodeUtf8(guarded);
}

std::string UnguardedCell(std::string_view cell, Guards guards) {
  const std::u32string text = DecodeUtf8(cell);
  std::u32string unguarded;
  bool at_cell_begin = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool guard = at_cell_begin && text[i] == U'\'' && BeginsFormula(text, i);
    if (guard) ++i;
    unguarded += text[i];
    at_cell_begin =
        (guards == Guards::kEverywhere && EndsCell(text[i])) || (at_cell_begin && text[i] == U' ');
  }
  return EncodeUtf8(unguarded);
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

void AppendCsvCell(std::string& out, std::string_view cell) {
  if (cell.empty()) {
    out += "\"\"";
  } else {
    AppendQuoted(out, GuardedCell(cell));
  }
}

void AppendCsvRow(std::string& out, const CsvRow& row) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i > 0) out += ',';
    AppendCsvCell(out, row[i]);
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
