// SPDX-License-Identifier: Apache-2.0
#include "exchange/contact_text.h"

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

}  // namespace

std::string CleanText(std::string_view text) {
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
  const std::size_t begin = clean.find_first_not_of(U" \n");
  if (begin == std::u32string::npos) return {};
  const std::size_t end = clean.find_last_not_of(U" \n") + 1;
  return EncodeUtf8(std::u32string_view(clean).substr(begin, end - begin));
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

std::string PhoneForPeople(const Phone& phone) {
  std::string text = phone.number.empty() ? phone.raw : FormatPhoneForPeople(phone.number);
  if (!phone.extension.empty()) text += " ext. " + phone.extension;
  return text;
}

}  // namespace kith::exchange
