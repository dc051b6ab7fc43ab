// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <deque>
#include <istream>
#include <optional>
#include <string>

#include "core/charset.h"
#include "core/result.h"
#include "exchange/csv/csv.h"

namespace kith::exchange {

struct CsvReading {
  std::size_t most_cell_bytes = 1U << 20U;
  std::size_t most_columns = 1000;
};

/// What can be said of a CSV file from its bytes.
struct CsvForm {
  std::string charset = "UTF-8";  ///< see CharsetDetector
  std::size_t mark_bytes = 0;     ///< of a byte order mark
  char delimiter = ',';           ///< , ; | or a tab
  /// A first line "sep=;", which Excel understands, says the delimiter.
  bool names_delimiter = false;

  friend bool operator==(const CsvForm&, const CsvForm&) = default;
};

/// Reads the file to its end, and goes back to its begin. The delimiter is the one that divides most of the
/// first rows into the same number of cells. kUnreadable if it is no text.
Result<CsvForm> DetectCsvForm(std::istream& in);

/// One row, or why it can't be read.
struct CsvRecord {
  int line = 0;  ///< of the file on which it begins, from 1
  CsvRow cells = {};
  std::string trouble = {};  ///< for a person; empty: it was read

  friend bool operator==(const CsvRecord&, const CsvRecord&) = default;
};

/// Reads the rows of a CSV file one after the other: RFC 4180, and what is found beside it.
///
/// - Lines end in CRLF, LF or CR; in quoted cells as "\n". Rows without any text are passed over.
/// - A quote within a cell that doesn't begin with one is a quote; so is one within a quoted cell that is
///   neither doubled nor before a delimiter or the end of the line. Spaces around quoted cells are dropped.
/// - If a quoted cell never ends (the file was cut off, or the quote was none) or is too long, the row is
/// told
///   as broken with the line of the quote, and reading goes on behind that line.
///
/// The stream must outlive it. Holds one row in memory, and lines of a row that broke.
class CsvReader {
 public:
  CsvReader(std::istream& in, const CsvForm& form, CsvReading reading = {});

  /// nullopt at the end.
  std::optional<CsvRecord> Next();
  /// Whether a quoted cell never ended before here: what looks like a row may be a part of it.
  bool broken() const { return broken_ > 0; }

 private:
  struct Line {
    int number = 0;
    std::string text;
    bool too_long = false;
  };
  class Cells;

  bool ReadLine(Line& line);
  bool Fill();
  CsvRecord Record(Line first);

  std::istream& in_;
  CsvForm form_;
  CsvReading reading_;
  std::optional<Utf8Decoder> decoder_;
  std::string buffer_;  ///< UTF-8 that isn't read yet, from at_ on
  std::size_t at_ = 0;
  bool ended_ = false;
  int line_ = 0;
  int broken_ = 0;
  std::deque<Line> again_;  ///< lines behind a quote that never ended
};

}  // namespace kith::exchange
