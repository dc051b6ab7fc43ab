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
bool BeginsFormula(std::string_view text) {
  while (text.starts_with('\''))
    text.remove_prefix(1);
  if (text.empty()) return false;
  const char c = text.front();
  if (c == '=' || c == '+' || c == '-' || c == '@') return true;
  constexpr char kFirstOfWide = '\xEF';  // nearly all texts begin otherwise
  return c == kFirstOfWide && (text.starts_with("＝") || text.starts_with("＋") || text.starts_with("－") ||
                               text.starts_with("＠"));
}

/// No function, so that it is inlined where every byte is asked.
constexpr auto kEndsCell = [](char c) { return c == ',' || c == ';' || c == '"' || c == '\n'; };

/// Nothing has to be cleaned, guarded or doubled in it.
bool IsHarmless(std::string_view cell) {
  return IsCleanWithout(kEndsCell, cell) && !BeginsFormula(cell);
}

void AppendQuoted(std::string& out, std::string_view cell) {
  out += '"';
  for (std::size_t quote = cell.find('"'); quote != std::string_view::npos; quote = cell.find('"')) {
    out.append(cell.substr(0, quote)) += "\"\"";
    cell.remove_prefix(quote + 1);
  }
  out.append(cell) += '"';
}

}  // namespace

std::string GuardedCell(std::string_view text) {
  std::string clean = CleanText(text);
  if (IsPlainPhone(clean)) return clean;
  std::string guarded;
  std::size_t copied = 0;
  for (auto at = clean.begin(); at != clean.end();) {
    at = std::find_if(at, clean.end(), [](char c) { return c != ' '; });
    if (BeginsFormula({at, clean.end()})) {
      const auto begin = static_cast<std::size_t>(at - clean.begin());
      guarded.append(clean, copied, begin - copied) += '\'';
      copied = begin;
    }
    at = std::find_if(at, clean.end(), kEndsCell);
    if (at != clean.end()) ++at;
  }
  if (guarded.empty()) return clean;
  return guarded.append(clean, copied);
}

std::string UnguardedCell(std::string_view cell, Guards guards) {
  std::string unguarded;
  bool at_cell_begin = true;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    const bool guard = at_cell_begin && cell[i] == '\'' && BeginsFormula(cell.substr(i));
    if (guard) ++i;
    unguarded += cell[i];
    at_cell_begin =
        (guards == Guards::kEverywhere && kEndsCell(cell[i])) || (at_cell_begin && cell[i] == ' ');
  }
  return unguarded;
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
  if (cell.empty() || IsHarmless(cell)) {
    out += '"';
    out.append(cell) += '"';
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
