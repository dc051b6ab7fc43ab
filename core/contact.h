// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/ids.h"
#include "core/time.h"

namespace kith {

/// A person's name as printed, and its parts where they are sure.
struct PersonName {
  std::string full;    ///< "Dr. Ada van der Example", without degrees behind it
  std::string given;   ///< "Ada"
  std::string family;  ///< "van der Example"

  friend bool operator==(const PersonName&, const PersonName&) = default;
};

enum class PhoneType { kMobile, kWork, kFax, kHome, kOther };

struct Phone {
  std::string number;  ///< E.164 ("+14155550123") where it is sure, else the digits as printed
  std::string raw;     ///< as printed
  std::string extension = {};
  PhoneType type = PhoneType::kWork;

  friend bool operator==(const Phone&, const Phone&) = default;
};

/// What can stand on a card. Lists have the best value first; an empty string or list means: not known.
struct ContactDetails {
  PersonName name;
  std::string organization;
  std::string department;
  std::vector<std::string> titles;
  std::vector<Phone> phones;
  std::vector<std::string> emails;
  std::vector<std::string> urls;
  std::vector<std::string> addresses;    ///< each on one line, parts by ", "; see core/postal_address.h
  std::vector<std::string> handles;      ///< "LinkedIn: ada-example"; see core/social_handle.h
  std::vector<std::string> other_names;  ///< the name in another script, or as it is spoken
  std::string notes;                     ///< what is none of these: tag lines, opening hours, handwriting

  friend bool operator==(const ContactDetails&, const ContactDetails&) = default;
};

/// A day of the year; the year of birth is often not told.
struct Birthday {
  std::chrono::month_day day{};
  std::optional<std::chrono::year> year;

  friend bool operator==(const Birthday&, const Birthday&) = default;
};

/// A person whom the host keeps.
struct Contact {
  ContactId id;
  ContactDetails details;
  std::optional<Birthday> birthday;
  std::vector<std::string> interests;  ///< what they like to talk about
  std::optional<EventId> event;        ///< where they were met
  std::optional<Day> met_on;
  std::optional<CaptureId> capture;  ///< the card that it came from
  Instant created{};
  Instant updated{};

  friend bool operator==(const Contact&, const Contact&) = default;
};

/// "mobile", "work", "fax", "home", "other".
std::string_view PhoneTypeName(PhoneType type);
std::optional<PhoneType> ParsePhoneType(std::string_view name);

}  // namespace kith
