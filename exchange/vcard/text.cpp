// SPDX-License-Identifier: Apache-2.0
#include "exchange/vcard/text.h"

#include <algorithm>
#include <cstddef>

#include "core/text.h"
#include "exchange/contact_text.h"

namespace kith::exchange {
namespace {

constexpr std::size_t kMaxLineBytes = 75;  // without the line break

std::string ParameterValue(std::string_view value) {
  std::string text;
  bool quoted = false;
  for (const char c : value) {
    quoted = quoted || c == ',' || c == ';' || c == ':';
    if (c == '^') {
      text += "^^";
    } else if (c == '"') {
      text += "^'";
    } else if (c == '\n') {
      text += "^n";
    } else if (static_cast<unsigned char>(c) >= 0x20) {
      text += c;
    }
  }
  return quoted ? '"' + text + '"' : text;
}

void AppendInLines(std::string& out, std::string_view line) {
  std::size_t room = kMaxLineBytes;
  while (line.size() > room) {
    std::size_t cut = room;
    while (cut > 1 && IsContinuationByte(line[cut]))
      --cut;
    out += line.substr(0, cut);
    out += "\r\n ";
    line.remove_prefix(cut);
    room = kMaxLineBytes - 1;
  }
  out += line;
}

}  // namespace

void AppendFolded(std::string& out, std::initializer_list<std::string_view> pieces) {
  const std::size_t begin = out.size();
  for (const std::string_view piece : pieces)
    out += piece;
  if (out.size() - begin > kMaxLineBytes) {
    const std::string line = out.substr(begin);
    out.resize(begin);
    AppendInLines(out, line);
  }
  out += "\r\n";
}

std::string EscapedText(std::string_view text, Semicolons semicolons) {
  const bool escape_semicolons = semicolons == Semicolons::kEscaped;
  const auto is_mark = [=](char c) { return c == '\\' || c == ',' || (c == ';' && escape_semicolons); };
  if (IsCleanWithout(is_mark, text)) return std::string(text);
  const std::string clean = CleanText(text);
  std::string escaped;
  escaped.reserve(clean.size());
  std::size_t copied = 0;
  for (std::size_t i = 0; i < clean.size(); ++i) {
    const bool line_break = clean[i] == '\n';
    if (!line_break && !is_mark(clean[i])) continue;
    escaped.append(clean, copied, i - copied) += line_break ? "\\n" : "\\";
    copied = line_break ? i + 1 : i;
  }
  return escaped.append(clean, copied);
}

std::string StructuredValue(std::initializer_list<std::string_view> components) {
  std::string value;
  const char* separator = "";
  for (const std::string_view component : components) {
    value += separator;
    value += EscapedText(component);
    separator = ";";
  }
  return value;
}

bool IsPropertyName(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
  });
}

bool IsHeadName(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return IsAsciiDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' ||
           c == '.';
  });
}

std::string GroupText(std::string_view group) {
  return IsHeadName(group) ? std::string(group) + "." : std::string();
}

std::string ParameterText(const VcardParameters& parameters) {
  std::string text;
  std::string_view previous;
  for (const auto& [name, value] : parameters) {
    if (!IsHeadName(name)) continue;
    text += name == previous ? "," : ";" + name + "=";
    text += ParameterValue(value);
    previous = name;
  }
  return text;
}

std::string PlainParameter(std::string_view value) {
  std::string text;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char next = value[i] == '^' && i + 1 < value.size() ? value[i + 1] : '\0';
    const char stands_for = next == '^' ? '^' : next == '\'' ? '"' : next == 'n' ? '\n' : '\0';
    text += stands_for == '\0' ? value[i] : stands_for;
    if (stands_for != '\0') ++i;
  }
  return text;
}

}  // namespace kith::exchange
