// SPDX-License-Identifier: Apache-2.0
#include "core/email_address.h"

#include <algorithm>

#include "core/text.h"
#include "core/url.h"

namespace kith {
namespace {

constexpr std::size_t kLongestLocal = 64;  // RFC 5321, section 4.5.3.1.1

bool IsAtomCharacter(char c) {
  constexpr std::string_view kMarks = "!#$%&'*+-/=?^_`{|}~";  // RFC 5322, section 3.2.3
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         kMarks.find(c) != std::string_view::npos;
}

bool IsDotAtom(std::string_view text) {
  return !text.empty() && text.front() != '.' && text.back() != '.' &&
         text.find("..") == std::string_view::npos &&
         std::all_of(text.begin(), text.end(), [](char c) { return c == '.' || IsAtomCharacter(c); });
}

}  // namespace

std::optional<EmailAddress> ParseEmailAddress(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n(<[");
  const std::size_t last = text.find_last_not_of(" \t\r\n)>].,;:");
  if (first == std::string_view::npos || last == std::string_view::npos || last < first) return std::nullopt;
  text = text.substr(first, last - first + 1);

  const std::size_t at = text.find('@');
  if (at == std::string_view::npos || at > kLongestLocal) return std::nullopt;
  EmailAddress address{std::string(text.substr(0, at)), LowerCase(text.substr(at + 1))};
  if (!IsDotAtom(address.local) || RegistrableDomain(address.domain).empty()) return std::nullopt;
  return address;
}

}  // namespace kith
