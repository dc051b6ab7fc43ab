// SPDX-License-Identifier: Apache-2.0
#include "exchange/csv/reader.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <utility>

#include "core/language.h"

namespace kith::exchange {
namespace {

constexpr std::size_t kPieceBytes = 64U << 10U;
constexpr int kMostBroken = 20;  // quotes that never end: each makes lines be read twice

std::string ReadPiece(std::istream& in) {
  std::string piece(kPieceBytes, '\0');
  in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
  piece.resize(static_cast<std::size_t>(in.gcount()));
  return piece;
}

void Rewind(std::istream& in, std::size_t to) {
  in.clear();
  in.seekg(static_cast<std::streamoff>(to));
}

/// How many of the first rows have as many cells as the first one, and how many that are.
struct Division {
  std::size_t columns = 0;
  int alike = 0;
};

Division DivisionBy(char delimiter, const std::string& begin) {
  std::istringstream in(begin);
  CsvReader reader(in, {.delimiter = delimiter});
  Division division;
  constexpr int kRows = 30;
  for (int i = 0; i < kRows; ++i) {
    const std::optional<CsvRecord> record = reader.Next();
    if (!record) break;
    if (i == 0) division.columns = record->cells.size();
    division.alike += record->cells.size() == division.columns ? 1 : 0;
  }
  return division;
}

char DelimiterOf(const std::string& begin) {
  char best = ',';
  Division most;
  for (const char delimiter : {',', ';', '\t', '|'}) {
    const Division division = DivisionBy(delimiter, begin);
    if (division.columns < 2) continue;
    const bool better = most.columns < 2 || division.alike > most.alike ||
                        (division.alike == most.alike && division.columns > most.columns);
    if (!better) continue;
    most = division;
    best = delimiter;
  }
  return best;
}

/// "sep=;" and nothing else.
std::optional<char> NamedDelimiter(std::string_view line) {
  while (line.ends_with('\r') || line.ends_with('\n') || line.ends_with('"'))
    line.remove_suffix(1);
  if (line.starts_with('"')) line.remove_prefix(1);
  if (line.size() != 5 || !line.starts_with("sep=")) return std::nullopt;
  return line[4];
}

bool IsBlank(const CsvRow& cells) {
  return std::all_of(cells.begin(), cells.end(), [](const std::string& cell) {
    return cell.find_first_not_of(" \t\n") == std::string::npos;
  });
}

}  // namespace

Result<CsvForm> DetectCsvForm(std::istream& in) {
  CharsetDetector detector;
  std::string begin;
  bool ended = false;
  while (!ended) {
    const std::string piece = ReadPiece(in);
    ended = piece.empty();
    detector.Add(piece);
    if (begin.empty()) begin = piece;
  }
  CsvForm form{.charset = detector.Charset(), .mark_bytes = detector.MarkBytes()};
  Rewind(in, 0);
  std::optional<Utf8Decoder> decoder = Utf8Decoder::For(form.charset);
  if (!decoder)
    return Error{ErrorCode::kUnreadable, std::string(Tr("Kith doesn't know what the text is written in."))};
  const std::string text =
      decoder->Decode(std::string_view(begin).substr(std::min(form.mark_bytes, begin.size())), true);
  // Pictures and archives have zero bytes; text has at most a stray one.
  if (std::count(text.begin(), text.end(), '\0') > 2)
    return Error{
        ErrorCode::kUnreadable,
        std::string(Tr(
            "It is neither a vCard nor a table in text form. A program with tables can save them as CSV."))};
  const std::size_t first_end = std::min(text.find('\n'), text.size());
  if (const auto named = NamedDelimiter(std::string_view(text).substr(0, first_end))) {
    form.delimiter = *named;
    form.names_delimiter = true;
  } else {
    form.delimiter = DelimiterOf(text);
  }
  return form;
}

/// Takes a row apart, over as many lines as its quoted cells go on.
class CsvReader::Cells {
 public:
  Cells(char delimiter, CsvRow& cells) : delimiter_(delimiter), cells_(cells) {}

  bool in_quotes() const { return in_quotes_; }
  std::size_t longest() const { return longest_; }
  int quote_line() const { return quote_line_; }

  void Add(const Line& line) {
    const std::string& text = line.text;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      if (in_quotes_) {
        i += InQuotes(text, i);
      } else if (c == delimiter_) {
        EndCell();
      } else if (c == '"' && !was_quoted_ && cell_.find_first_not_of(' ') == std::string::npos) {
        cell_.clear();
        in_quotes_ = was_quoted_ = true;
        quote_line_ = line.number;
      } else if (!(was_quoted_ && c == ' ')) {
        cell_ += c;
      }
    }
    if (in_quotes_) {
      cell_ += '\n';
    } else {
      EndCell();
    }
    longest_ = std::max(longest_, cell_.size());
  }

 private:
  /// Takes the character, and says how many more were taken with it.
  std::size_t InQuotes(const std::string& text, std::size_t i) {
    if (text[i] != '"') {
      cell_ += text[i];
      return 0;
    }
    if (i + 1 < text.size() && text[i + 1] == '"') {
      cell_ += '"';
      return 1;
    }
    const std::size_t next = text.find_first_not_of(' ', i + 1);
    if (next == std::string::npos || text[next] == delimiter_) {
      in_quotes_ = false;
    } else {
      cell_ += '"';
    }
    return 0;
  }

  void EndCell() {
    longest_ = std::max(longest_, cell_.size());
    cells_.push_back(std::exchange(cell_, {}));
    was_quoted_ = false;
  }

  char delimiter_;
  CsvRow& cells_;
  std::string cell_;
  std::size_t longest_ = 0;
  int quote_line_ = 0;
  bool in_quotes_ = false;
  bool was_quoted_ = false;
};

CsvReader::CsvReader(std::istream& in, const CsvForm& form, CsvReading reading)
    : in_(in), form_(form), reading_(reading), decoder_(Utf8Decoder::For(form.charset)) {
  Rewind(in_, form_.mark_bytes);
  Line named;
  if (form_.names_delimiter) ReadLine(named);
}

std::optional<CsvRecord> CsvReader::Next() {
  while (true) {
    Line line;
    if (!again_.empty()) {
      line = std::move(again_.front());
      again_.pop_front();
    } else if (broken_ > kMostBroken || !ReadLine(line)) {
      return std::nullopt;
    }
    CsvRecord record = Record(std::move(line));
    if (!record.trouble.empty() || !IsBlank(record.cells)) return record;
  }
}

CsvRecord CsvReader::Record(Line first) {
  CsvRecord record{.line = first.number};
  Cells cells(form_.delimiter, record.cells);
  cells.Add(first);
  bool too_long = first.too_long || cells.longest() > reading_.most_cell_bytes;
  std::deque<Line> more;
  while (cells.in_quotes() && !too_long) {
    Line line;
    if (!again_.empty()) {
      line = std::move(again_.front());
      again_.pop_front();
    } else if (!ReadLine(line)) {
      break;
    }
    cells.Add(line);
    too_long = line.too_long || cells.longest() > reading_.most_cell_bytes;
    more.push_back(std::move(line));
  }
  if (cells.in_quotes()) {
    record.trouble =
        Filled(too_long ? Tr("The quote that begins a cell on line {0} has too much text behind it.")
                        : Tr("The quote that begins a cell on line {0} never ends."),
               {std::to_string(cells.quote_line())});
    if (++broken_ > kMostBroken)
      record.trouble.append(" ").append(Tr("There are too many of these: the rest wasn't read."));
    const auto behind = std::find_if(more.begin(), more.end(),
                                     [&](const Line& line) { return line.number > cells.quote_line(); });
    again_.insert(again_.begin(), std::make_move_iterator(behind), std::make_move_iterator(more.end()));
    if (broken_ > kMostBroken) again_.clear();
  } else if (too_long) {
    record.trouble = Tr("A cell is longer than Kith reads.");
  } else if (record.cells.size() > reading_.most_columns) {
    record.trouble = Tr("The row has more cells than Kith reads.");
  }
  if (!record.trouble.empty()) record.cells.clear();
  return record;
}

bool CsvReader::Fill() {
  if (ended_ || !decoder_) return false;
  buffer_.erase(0, std::exchange(at_, 0));
  const std::string piece = ReadPiece(in_);
  ended_ = piece.empty();
  buffer_ += decoder_->Decode(piece, ended_);
  return true;
}

bool CsvReader::ReadLine(Line& line) {
  // Beyond it no cell can be whole any more; the rest of the line is read over.
  const std::size_t most = reading_.most_cell_bytes * 4;
  line.text.clear();
  bool any = false;
  while (true) {
    if (at_ >= buffer_.size() && !Fill()) break;
    if (at_ >= buffer_.size()) continue;
    any = true;
    const std::size_t end = std::min(buffer_.find_first_of("\r\n", at_), buffer_.size());
    if (line.text.size() + (end - at_) <= most) {
      line.text.append(buffer_, at_, end - at_);
    } else {
      line.too_long = true;
    }
    at_ = end;
    if (at_ >= buffer_.size()) continue;
    const bool carriage_return = buffer_[at_++] == '\r';
    if (carriage_return && at_ >= buffer_.size()) Fill();
    if (carriage_return && at_ < buffer_.size() && buffer_[at_] == '\n') ++at_;
    break;
  }
  if (any) line.number = ++line_;
  return any;
}

}  // namespace kith::exchange
