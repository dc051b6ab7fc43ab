// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "core/contact.h"

namespace kith::test {

/// Values of one field that were read, over one card or many.
struct FieldScore {
  int right = 0;   ///< agree with the truth as a whole
  int wrong = 0;   ///< were read but aren't on the card so
  int wanted = 0;  ///< are on the card

  FieldScore& operator+=(const FieldScore& other);
};

/// By field: "name", "org", "title", "phone", "email", "url".
using CardScore = std::map<std::string, FieldScore>;

/// Compares a draft with the truth of its picture, an object of the truth.json that cardpress writes. A value
/// is right as a whole or not at all: letters and digits must agree (case, accents, spacing and punctuation
/// are free); of a phone number six or more digits from the end, so that it may lack its country code; e-mail
/// and web addresses but for case, "http://" and "www.". Of "name" and "org" any alternative is right. A
/// department is neither wanted nor wrong among the titles. Of a field with values in `cut` nothing is wrong.
CardScore Score(const nlohmann::json& truth, const ContactDetails& details);

}  // namespace kith::test
