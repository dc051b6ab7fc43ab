// SPDX-License-Identifier: Apache-2.0
#include "exchange/contact_text.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "core/phone_number.h"
#include "core/text.h"

namespace kith::exchange {
namespace {

bool IsLineBreak(char32_t c) {
  return c == U'\n' || c == U'\r' || c == U'\v' || c == U'\f' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool IsControl(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

bool IsEastAsian(std::string_view text) {
  const std::u32string letters = DecodeUtf8(text);
  return !letters.empty() && std::all_of(letters.begin(), letters.end(), [](char32_t c) {
    return c == U' ' || (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF) ||
           (c >= 0xF900 && c <= 0xFAFF);
  });
}

std::string_view Trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \n") + 1 - begin);
}

/// Most texts are all ASCII and clean, and nearly all are clean: they need no more than to be trimmed.
bool IsPlainAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c >= ' ' && c < 0x7F) || c == '\n'; });
}

bool IsClean(char32_t c) {
  return c == U'\n' || !(IsLineBreak(c) || IsControl(c));
}

}  // namespace

std::string NameParts::Composed() const {
  if (IsEastAsian(given) && IsEastAsian(family)) return Join({family, given}, " ");
  return Join({prefix, given, middle, family, suffix}, " ");
}

std::string CleanText(std::string_view text) {
  if (IsPlainAscii(text) || AllCodePoints(text, IsClean)) return std::string(Trimmed(text));
  const std::u32string characters = DecodeUtf8(text);
  std::u32string clean;
  clean.reserve(characters.size());
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const char32_t c = characters[i];
    if (c == U'\n' && i > 0 && characters[i - 1] == U'\r') continue;
    if (IsLineBreak(c)) {
      clean += U'\n';
    } else if (c == U'\t') {
      clean += U' ';
    } else if (!IsControl(c)) {
      clean += c;
    }
  }
  return std::string(Trimmed(EncodeUtf8(clean)));
}

std::string AddressLine(const PostalAddress& parts) {
  std::string place;
  if (!parts.region.empty()) {
    place = Join({parts.city, Join({parts.region, parts.postal_code}, " ")}, ", ");
  } else if (std::any_of(parts.postal_code.begin(), parts.postal_code.end(),
                         [](unsigned char c) { return std::isalpha(c) != 0; })) {
    place = Join({parts.city, parts.postal_code}, " ");
  } else {
    place = Join({parts.postal_code, parts.city}, " ");
  }
  return Join(SplitText(Join({parts.street, place, parts.country}, ", "), "\n"), ", ");
}

std::string JoinList(const std::vector<std::string>& values) {
  std::vector<std::string> parts;
  for (const std::string& value : values) {
    std::string& part = parts.emplace_back();
    const bool quoted = value.find_first_of(",;\"\n") != std::string::npos;
    for (const char c : value)
      part += c == '"' ? "\"\"" : std::string(1, c);
    if (quoted) part = '"' + part + '"';
  }
  return Join(parts, ", ");
}

std::vector<std::string> SplitList(std::string_view text) {
  std::vector<std::string> values;
  std::string value;
  bool in_quotes = false;
  const auto end_value = [&] {
    if (std::string clean = CleanText(std::exchange(value, {})); !clean.empty())
      values.push_back(std::move(clean));
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool doubled = in_quotes && c == '"' && i + 1 < text.size() && text[i + 1] == '"';
    const bool opens = c == '"' && value.find_first_not_of(' ') == std::string::npos;
    if (doubled) {
      value += text[++i];
    } else if (c == '"' && (in_quotes || opens)) {
      in_quotes = !in_quotes;
    } else if (!in_quotes && (c == ',' || c == ';' || c == '\n')) {
      end_value();
    } else {
      value += c;
    }
  }
  end_value();
  return values;
}

std::string Join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string joined;
  for (const std::string& part : parts) {
    if (!joined.empty() && !part.empty()) joined += separator;
    joined += part;
  }
  return joined;
}

std::string DisplayName(const Contact& contact) {
  const ContactDetails& details = contact.details;
  if (!details.name.full.empty()) return details.name.full;
  std::string parts = Join({details.name.given, details.name.family}, " ");
  if (!parts.empty()) return parts;
  if (!details.organization.empty()) return details.organization;
  if (!details.emails.empty()) return details.emails.front();
  if (!details.phones.empty()) return PhoneForPeople(details.phones.front());
  return "No name";
}

std::string EventName(const Contact& contact, const EventNames& event_names) {
  if (!contact.event) return {};
  const auto found = event_names.find(*contact.event);
  return found == event_names.end() ? std::string() : found->second;
}

std::string HowMet(const Contact& contact, const EventNames& event_names) {
  return HowMet(EventName(contact, event_names), contact.met_on);
}

std::string HowMet(const std::string& event, const std::optional<Day>& met_on) {
  if (event.empty() && !met_on) return {};
  std::string text = "Met";
  if (!event.empty()) text += " at " + event;
  if (met_on) text += " on " + FormatDay(*met_on);
  return text;
}

bool IsWorthKeeping(const ContactDetails& details) {
  return !details.name.full.empty() || !details.organization.empty() || !details.phones.empty() ||
         !details.emails.empty();
}

std::string PhoneForPeople(const Phone& phone) {
  std::string text = phone.number.empty() ? phone.raw : FormatPhoneForPeople(phone.number);
  if (!phone.extension.empty()) text += " ext. " + phone.extension;
  return text;
}

}  // namespace kith::exchange
