// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith::exchange {

using CsvRow = std::vector<std::string>;

/// Without one Excel takes a file for the local 8-bit encoding; other programs take it for a part of the
/// first column's name.
enum class ByteOrderMark { kYes, kNo };

/// RFC 4180 (CRLF, every cell in double quotes) in UTF-8. Every cell goes through GuardedCell.
std::string WriteCsv(std::span<const CsvRow> rows, ByteOrderMark mark = ByteOrderMark::kYes);

void AppendCsvCell(std::string& out, std::string_view cell);
/// One row of it, and what stands before the first.
void AppendCsvRow(std::string& out, const CsvRow& row);
std::string_view ByteOrderMarkText(ByteOrderMark mark);

/// The cell so that no spreadsheet takes it for a formula: anybody can print =HYPERLINK(...) on a card.
/// After OWASP ("CSV Injection") a single quote goes before = + - @ (and their full-width forms) where a cell
/// begins, or would begin if the program splits at another separator than ours: behind , ; a quote or a line
/// break, with or without spaces between. Single quotes before such a character get one more.
/// One exception, since a quote would spoil it for every other program: a phone number of "+", digits and
/// spaces, and maybe " ext. " with digits, as PhoneCell writes it. No formula can be made of these.
std::string GuardedCell(std::string_view text);

/// Where somebody may have guarded a cell: Kith does wherever another program may see a begin, other programs
/// at the begin only.
enum class Guards { kEverywhere, kAtBegin };

/// The text without the quotes that GuardedCell put there: its inverse, for clean text.
std::string UnguardedCell(std::string_view cell, Guards guards);

/// A phone number as GuardedCell leaves it: "+1 415-555-0123" -> "+1 415 555 0123". With its spaces a
/// spreadsheet doesn't take it for a number either, which would drop the plus.
std::string PhoneCell(std::string_view phone_for_people);

}  // namespace kith::exchange
