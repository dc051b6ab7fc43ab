// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::exchange {

/// One property of a vCard: "item1.TEL;TYPE=CELL:+1…".
struct ContentLine {
  struct Parameter {
    std::string name;   ///< upper case; empty for the bare types of vCard 2.1: ";CELL"
    std::string value;  ///< without quotes, as written; a list without them is several parameters
  };

  int number = 0;          ///< of the line in the file on which it begins, from 1
  std::string raw = {};    ///< the whole line, unfolded, still escaped and encoded
  std::string group = {};  ///< "item1"; usually empty
  std::string name = {};   ///< upper case; empty: this is no property
  std::vector<Parameter> parameters = {};
  std::string value = {};  ///< UTF-8: quoted-printable and the character set resolved, escapes not
  bool too_long = false;   ///< longer than the limit: the rest was read over

  /// Whether a parameter says so, in any case: Says("TYPE", "CELL") is true for ";TYPE=home,cell" and
  /// ";CELL".
  bool Says(std::string_view parameter, std::string_view word) const;
  /// What the first parameter of that name says; empty if there is none.
  std::string_view Value(std::string_view name) const;
};

/// Reads the content lines of a file one after the other, folded in any way: a line break (CRLF, LF or CR)
/// before a space or tab, or "=" at the end of a quoted-printable line. A byte order mark is skipped, and
/// UTF-16, in which some address books write, is understood. Bytes that aren't UTF-8 and have no CHARSET are
/// taken for Windows-1252. At most one line is held in memory.
class ContentLineReader {
 public:
  ContentLineReader(std::istream& in, std::size_t most_bytes);

  /// nullopt at the end of the file. Empty lines are passed over.
  std::optional<ContentLine> Next();

 private:
  bool ReadLine(std::string& line);
  int GetByte();
  int PeekByte();
  int ReadByte();
  void Append(ContentLine& line, std::string_view part) const;

  std::istream& in_;
  std::size_t most_bytes_;
  int line_number_ = 0;
  enum class Encoding { kBytes, kUtf16Le, kUtf16Be } encoding_ = Encoding::kBytes;
  std::string pending_;  ///< UTF-8 of a character of UTF-16 that is being read
  std::size_t pending_at_ = 0;
};

/// The parts of a value between unescaped separators, escapes resolved (RFC 6350, section 3.4).
std::vector<std::string> SplitValue(std::string_view value, char separator);
/// The whole value with its escapes resolved.
std::string PlainValue(std::string_view value);

}  // namespace kith::exchange
