// SPDX-License-Identifier: Apache-2.0
#include "exchange/vcard_text.h"

#include <array>
#include <cstddef>

#include "exchange/contact_text.h"

namespace kith::exchange {
namespace {

constexpr std::size_t kMaxLineBytes = 75;  // without the line break
constexpr std::string_view kBase64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

bool IsContinuationByte(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

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

/// Of each byte: its value as a digit of base 64, or -1. "-" and "_" stand for "+" and "/" in addresses.
constexpr std::array<std::int8_t, 256> DigitValues() {
  std::array<std::int8_t, 256> values{};
  for (std::int8_t& value : values)
    value = -1;
  for (std::size_t i = 0; i < kBase64Digits.size(); ++i)
    values[static_cast<unsigned char>(kBase64Digits[i])] = static_cast<std::int8_t>(i);
  values['-'] = 62;
  values['_'] = 63;
  return values;
}

}  // namespace

void AppendFolded(std::string& out, std::string_view line) {
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
  out += "\r\n";
}

std::string EscapedText(std::string_view text, std::string_view marks) {
  std::string escaped;
  for (const char c : CleanText(text)) {
    if (marks.find(c) != std::string_view::npos) escaped += '\\';
    if (c == '\n') {
      escaped += "\\n";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

std::string StructuredValue(std::initializer_list<std::string_view> components) {
  std::string value;
  const char* separator = "";
  for (const std::string_view component : components) {
    value += separator + EscapedText(component);
    separator = ";";
  }
  return value;
}

std::string ParameterText(const VcardParameters& parameters) {
  std::string text;
  std::string_view previous;
  for (const auto& [name, value] : parameters) {
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

std::string Base64(std::span<const std::uint8_t> bytes) {
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t bits = 0;
    for (std::size_t j = 0; j < 3; ++j)
      bits = bits << 8U | (i + j < bytes.size() ? bytes[i + j] : 0U);
    for (std::size_t j = 0; j < 4; ++j)
      text += i + j <= bytes.size() ? kBase64Digits[bits >> (18 - 6 * j) & 63U] : '=';
  }
  return text;
}

std::vector<std::uint8_t> DecodeBase64(std::string_view text) {
  static constexpr std::array<std::int8_t, 256> kValues = DigitValues();
  std::vector<std::uint8_t> bytes;
  bytes.reserve(text.size() / 4 * 3);
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    const int value = kValues[static_cast<unsigned char>(c)];
    if (value < 0) continue;
    bits = bits << 6U | static_cast<std::uint32_t>(value);
    if ((count += 6) < 8) continue;
    count -= 8;
    bytes.push_back(static_cast<std::uint8_t>(bits >> static_cast<unsigned>(count)));
  }
  return bytes;
}

}  // namespace kith::exchange
