// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kith {

struct EmailAddress {
  std::string local;   ///< as printed
  std::string domain;  ///< lower case

  std::string ToString() const { return local + "@" + domain; }
};

/// The addresses that occur on cards: the dot-atom form of RFC 5322 with a domain whose last label is a known
/// top-level domain (Public Suffix List). Brackets and stops around it are dropped. nullopt for everything
/// else.
std::optional<EmailAddress> ParseEmailAddress(std::string_view text);

}  // namespace kith
