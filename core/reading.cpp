// SPDX-License-Identifier: Apache-2.0
#include "core/reading.h"

#include <array>
#include <charconv>
#include <sstream>
#include <utility>

namespace kith {
namespace {

// One record a line, values separated by a tab, the text last:
//   card <width> <height>
//   code <x> <y> <width> <height> <payload>      (\\ and \n escaped)
//   unread <x> <y> <width> <height>
//   pass <name>
//   line
//   word <x> <y> <width> <height> <confidence> <text>

std::string Escape(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '\\') {
      escaped += "\\\\";
    } else if (c == '\n') {
      escaped += "\\n";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

std::string Unescape(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) {
      ++i;
      plain += text[i] == 'n' ? '\n' : text[i];
    } else {
      plain += text[i];
    }
  }
  return plain;
}

void Write(std::ostream& out, const Box& box) {
  out << box.x << '\t' << box.y << '\t' << box.width << '\t' << box.height << '\t';
}

/// The shortest digits that give the same number back.
std::string Shortest(double value) {
  std::array<char, 32> buffer{};
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return {buffer.data(), end};
}

bool Read(std::istream& in, Box& box) {
  return static_cast<bool>(in >> box.x >> box.y >> box.width >> box.height);
}

/// What is left of the line behind one tab.
std::string Rest(std::istream& in) {
  in.ignore(1, '\t');
  std::string rest;
  std::getline(in, rest);
  return rest;
}

/// False if the record makes no sense.
bool ReadRecord(const std::string& record, Reading& reading) {
  std::istringstream in(record);
  std::string kind;
  in >> kind;
  if (kind == "card") return static_cast<bool>(in >> reading.width >> reading.height);
  if (kind == "code") {
    Code code;
    if (!Read(in, code.box)) return false;
    code.payload = Unescape(Rest(in));
    reading.codes.push_back(std::move(code));
    return true;
  }
  if (kind == "unread") {
    reading.unread.emplace_back();
    return Read(in, reading.unread.back());
  }
  if (kind == "pass") {
    reading.passes.push_back({Rest(in), {}});
    return true;
  }
  if (reading.passes.empty()) return false;
  std::vector<TextLine>& lines = reading.passes.back().lines;
  if (kind == "line") {
    lines.emplace_back();
    return true;
  }
  if (kind != "word" || lines.empty()) return false;
  Word word;
  if (!Read(in, word.box) || !(in >> word.confidence)) return false;
  word.text = Rest(in);
  if (word.text.empty()) return false;
  lines.back().words.push_back(std::move(word));
  return true;
}

}  // namespace

std::string FormatReading(const Reading& reading) {
  std::ostringstream out;
  out << "card\t" << reading.width << '\t' << reading.height << '\n';
  for (const Code& code : reading.codes) {
    out << "code\t";
    Write(out, code.box);
    out << Escape(code.payload) << '\n';
  }
  for (const Box& box : reading.unread)
    out << "unread\t" << box.x << '\t' << box.y << '\t' << box.width << '\t' << box.height << '\n';
  for (const Pass& pass : reading.passes) {
    out << "pass\t" << pass.name << '\n';
    for (const TextLine& line : pass.lines) {
      out << "line\n";
      for (const Word& word : line.words) {
        out << "word\t";
        Write(out, word.box);
        out << Shortest(word.confidence) << '\t' << word.text << '\n';
      }
    }
  }
  return out.str();
}

Result<Reading> ParseReading(std::string_view text) {
  Reading reading;
  std::istringstream in{std::string(text)};
  std::string record;
  for (int number = 1; std::getline(in, record); ++number) {
    if (!record.empty() && !ReadRecord(record, reading)) {
      return Error{ErrorCode::kUnreadable, "Line " + std::to_string(number) +
                                               " of the stored reading makes no sense: \"" + record + "\"."};
    }
  }
  return reading;
}

}  // namespace kith
