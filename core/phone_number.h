// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/contact.h"

namespace kith {

/// A phone number that libphonenumber understood.
struct PhoneNumber {
  std::string e164;       ///< "+14155550123"
  std::string extension;  ///< digits, or empty
  std::string region;     ///< ISO 3166 alpha-2 of the numbering plan, "US"; may be empty for "+800…"
  std::optional<PhoneType> type;  ///< kMobile or kWork (fixed line) if the numbering plan tells them apart
  bool valid = false;             ///< false: only its length is possible
};

/// A number found in running text, by bytes.
struct PhoneMatch {
  std::size_t begin = 0;
  std::size_t end = 0;
  PhoneNumber number;
};

/// `region` (ISO 3166 alpha-2) is used for numbers without a country code; empty: only "+…" is understood.
/// "(0)" after a country code is dropped; "ext. 12", "x12" become the extension; vanity letters become
/// digits. A label before the number is skipped; any other letters make it no number. Of the ways to
/// understand the digits (national; 00, or the region's country code without "+") the first that is valid
/// wins. nullopt if not even the length is possible. Safe to call from every thread, as is everything here.
std::optional<PhoneNumber> ParsePhoneNumber(std::string_view text, std::string_view region);

/// All numbers in `text` that are valid for their region, from left to right.
std::vector<PhoneMatch> FindPhoneNumbers(std::string_view text, std::string_view region);

/// As people write it internationally: "+1 415-555-0123". The text itself if it isn't E.164.
std::string FormatPhoneForPeople(std::string_view e164);

/// "US" -> 1; nullopt for a region without a calling code.
std::optional<int> CallingCode(std::string_view region);

}  // namespace kith
