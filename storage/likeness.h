// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/contact.h"
#include "core/duplicates.h"

namespace kith::storage {

/// What tells one person from another in a contact, folded for comparing. Pure values.
struct Traits {
  struct Number {
    std::string digits;  ///< the last nine, so that a country code or a trunk zero doesn't matter
    std::string extension;
    PhoneType type = PhoneType::kWork;
  };

  std::vector<std::string> given;   ///< words of the given name
  std::vector<std::string> family;  ///< words of the family name, without particles
  std::string generation;           ///< "jr", "iii"; usually empty
  std::string organization;
  std::vector<std::string> emails;
  std::vector<std::string> profiles;  ///< pages of one person, such as "linkedin.com/in/ada-example"
  std::vector<std::string> addresses;
  std::vector<Number> numbers;
  std::optional<Birthday> birthday;
};

Traits TraitsOf(const Contact& contact);

/// Adds up what speaks for and against one person behind both, each with its reason. The weights are natural
/// logarithms of odds, rounded, judged by how often the same thing is seen in two cards of one person and in
/// cards of two; they were tried on the labelled pairs of bench/duplicates.cpp.
Likeness Compare(const Traits& one, const Traits& other);

/// Contacts that share a key are worth comparing; a key that more than kCrowd contacts have says nothing (a
/// switchboard, a common name) and is passed over, which is what keeps the search for all pairs linear.
std::vector<std::string> DuplicateKeys(const Traits& traits);
inline constexpr int kCrowd = 40;

/// Whether sharing the key says much by itself. Two who share nothing but other keys (a name, a name and a
/// company) are likely duplicates only if an address or a birthday speaks for it, too.
bool IsStrongKey(std::string_view key);

}  // namespace kith::storage
