// SPDX-License-Identifier: Apache-2.0
#include "exchange/vcard/content_lines.h"

#include <algorithm>
#include <utility>

#include "core/charset.h"
#include "core/text.h"
#include "exchange/vcard/text.h"

namespace kith::exchange {
namespace {

constexpr int kEnd = std::istream::traits_type::eof();

std::string AsciiUpper(std::string_view text) {
  std::string upper(text);
  for (char& c : upper) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return upper;
}

bool EqualsInAnyCase(std::string_view a, std::string_view b) {
  return a.size() == b.size() && AsciiUpper(a) == AsciiUpper(b);
}

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

std::string DecodeQuotedPrintable(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool coded =
        text[i] == '=' && i + 2 < text.size() && HexDigit(text[i + 1]) >= 0 && HexDigit(text[i + 2]) >= 0;
    if (coded) {
      out += static_cast<char>(16 * HexDigit(text[i + 1]) + HexDigit(text[i + 2]));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

/// Where the name and the parameters end: the first colon outside of quotes.
std::size_t EndOfHead(std::string_view line) {
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"') quoted = !quoted;
    if (line[i] == ':' && !quoted) return i;
  }
  // A quote that nobody closed must not swallow the value.
  return line.find(':');
}

/// The parts of the head between separators outside of quotes, which are dropped. Each knows whether a comma
/// stands before it.
struct HeadPart {
  std::string text = {};
  bool goes_on = false;  ///< with the list of the part before
};

std::vector<HeadPart> SplitHead(std::string_view head) {
  std::vector<HeadPart> parts(1);
  bool quoted = false;
  for (const char c : head) {
    if (c == '"') {
      quoted = !quoted;
    } else if ((c == ';' || c == ',') && !quoted) {
      parts.push_back({{}, c == ','});
    } else {
      parts.back().text += c;
    }
  }
  return parts;
}

void ReadHead(std::string_view head, ContentLine& line) {
  const std::vector<HeadPart> parts = SplitHead(head);
  const std::string& first = parts[0].text;
  const std::size_t dot = first.rfind('.');
  if (dot != std::string::npos && IsHeadName(std::string_view(first).substr(0, dot)))
    line.group = first.substr(0, dot);
  const std::string name = AsciiUpper(std::string_view(first).substr(dot == std::string::npos ? 0 : dot + 1));
  if (!IsPropertyName(name)) return;
  line.name = name;
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const std::string& text = parts[i].text;
    const std::size_t equals = text.find('=');
    if (parts[i].goes_on && !line.parameters.empty()) {
      line.parameters.push_back({line.parameters.back().name, text});
    } else if (equals == std::string::npos) {
      line.parameters.push_back({"", text});
    } else {
      line.parameters.push_back({AsciiUpper(text.substr(0, equals)), text.substr(equals + 1)});
    }
  }
}

/// Whether the line goes on after "=" at its end.
bool IsQuotedPrintable(std::string_view line) {
  const std::size_t colon = EndOfHead(line);
  return colon != std::string_view::npos &&
         AsciiUpper(line.substr(0, colon)).find("QUOTED-PRINTABLE") != std::string::npos;
}

void ReadProperty(ContentLine& line) {
  const std::size_t colon = EndOfHead(line.raw);
  if (colon == std::string::npos) return;
  ReadHead(std::string_view(line.raw).substr(0, colon), line);
  line.value = line.raw.substr(colon + 1);
  if (line.Says("ENCODING", "QUOTED-PRINTABLE")) line.value = DecodeQuotedPrintable(line.value);
  const std::string charset(line.Value("CHARSET"));
  if (!charset.empty() && !EqualsInAnyCase(charset, "UTF-8"))
    line.value = Utf8From(line.value, charset).value_or(line.value);
  if (!IsUtf8(line.value)) line.value = Utf8From(line.value, "windows-1252").value_or("");
  if (!IsUtf8(line.raw)) line.raw = Utf8From(line.raw, "windows-1252").value_or("");
}

}  // namespace

bool ContentLine::Says(std::string_view parameter, std::string_view word) const {
  return std::any_of(parameters.begin(), parameters.end(), [&](const Parameter& one) {
    if (!one.name.empty() && one.name != parameter) return false;
    const std::vector<std::string> words = SplitText(one.value, ",");
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& each) { return EqualsInAnyCase(each, word); });
  });
}

std::string_view ContentLine::Value(std::string_view parameter) const {
  for (const Parameter& one : parameters) {
    if (one.name == parameter) return one.value;
  }
  return {};
}

ContentLineReader::ContentLineReader(std::istream& in, std::size_t most_bytes)
    : in_(in), most_bytes_(most_bytes) {
  if (in_.peek() == 0xEF) {
    for (const int mark : {0xEF, 0xBB, 0xBF}) {
      if (in_.peek() == mark) in_.get();
    }
  } else if (in_.peek() == 0xFF || in_.peek() == 0xFE) {
    const bool little = in_.get() == 0xFF;
    in_.get();
    encoding_ = little ? Encoding::kUtf16Le : Encoding::kUtf16Be;
  }
}

/// The next byte of the file as UTF-8.
int ContentLineReader::ReadByte() {
  if (encoding_ == Encoding::kBytes) return in_.get();
  if (pending_at_ < pending_.size()) return static_cast<unsigned char>(pending_[pending_at_++]);
  const auto unit = [&]() -> int {
    const int first = in_.get();
    const int second = in_.get();
    if (first == kEnd || second == kEnd) return kEnd;
    return encoding_ == Encoding::kUtf16Le ? first | second << 8 : first << 8 | second;
  };
  int character = unit();
  if (character == kEnd) return kEnd;
  if (character >= 0xD800 && character < 0xDC00) {
    const int low = unit();
    if (low == kEnd) return kEnd;
    character = 0x10000 + ((character - 0xD800) << 10) + (low - 0xDC00);
  }
  pending_ = EncodeUtf8(std::u32string(1, static_cast<char32_t>(character)));
  pending_at_ = 1;
  return static_cast<unsigned char>(pending_[0]);
}

int ContentLineReader::PeekByte() {
  if (encoding_ == Encoding::kBytes) return in_.peek();
  const int byte = ReadByte();
  if (byte != kEnd) --pending_at_;
  return byte;
}

/// One line as it stands in the file, without its break. False at the end.
bool ContentLineReader::ReadLine(std::string& line) {
  line.clear();
  int byte = ReadByte();
  if (byte == kEnd) return false;
  ++line_number_;
  for (; byte != kEnd && byte != '\n' && byte != '\r'; byte = ReadByte()) {
    if (line.size() <= most_bytes_) line += static_cast<char>(byte);
  }
  if (byte == '\r' && PeekByte() == '\n') ReadByte();
  return true;
}

void ContentLineReader::Append(ContentLine& line, std::string_view part) const {
  const std::size_t room = most_bytes_ - std::min(most_bytes_, line.raw.size());
  line.too_long = line.too_long || part.size() > room;
  line.raw += part.substr(0, room);
}

std::optional<ContentLine> ContentLineReader::Next() {
  std::string part;
  do {
    if (!ReadLine(part)) return std::nullopt;
  } while (part.empty());
  ContentLine line{.number = line_number_};
  Append(line, part);
  bool soft_break = part.ends_with('=') && IsQuotedPrintable(line.raw);
  while (true) {
    const int next = PeekByte();
    const bool folded = next == ' ' || next == '\t';
    if (!folded && !soft_break) break;
    if (!ReadLine(part)) break;
    if (soft_break) line.raw.pop_back();
    // Behind a soft break a space belongs to the text; else it is the fold.
    Append(line, soft_break ? std::string_view(part) : std::string_view(part).substr(1));
    soft_break = soft_break ? part.ends_with('=') : part.ends_with('=') && IsQuotedPrintable(line.raw);
  }
  ReadProperty(line);
  return line;
}

namespace {

/// Without a separator all of it is one part.
std::vector<std::string> Unescaped(std::string_view value, std::optional<char> separator) {
  std::vector<std::string> parts(1);
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] == '\\' && i + 1 < value.size()) {
      ++i;
      parts.back() += value[i] == 'n' || value[i] == 'N' ? '\n' : value[i];
    } else if (value[i] == separator) {
      parts.emplace_back();
    } else {
      parts.back() += value[i];
    }
  }
  return parts;
}

}  // namespace

std::vector<std::string> SplitValue(std::string_view value, char separator) {
  return Unescaped(value, separator);
}

std::string PlainValue(std::string_view value) {
  return Unescaped(value, std::nullopt).front();
}

}  // namespace kith::exchange
