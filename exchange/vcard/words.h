// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/contact.h"
#include "core/contact_extras.h"
#include "exchange/vcard/text.h"

/// What writing and reading a vCard must agree about, so that Kith's own cards come back as they were.
namespace kith::exchange {

inline constexpr std::string_view kProductId = "-//Kith//Kith//EN";

/// A parameter in which Kith notes what else it knows of a value.
inline constexpr std::string_view kKithParameter = "X-KITH";
inline constexpr std::string_view kWholeName = "whole";  ///< N: the parts of the name aren't known
inline constexpr std::string_view kMadeName = "made";    ///< FN: there is no name, this stands for it
inline constexpr std::string_view kPrinted = "printed";  ///< ADR: made of the LABEL; LABEL: as printed
inline constexpr std::string_view kOfUrl = "of-url";     ///< X-SOCIALPROFILE: made of a URL
inline constexpr std::string_view kEvent = "event";      ///< CATEGORIES: where they met
inline constexpr std::string_view kBare = "bare";        ///< URL: it had no scheme
inline constexpr std::string_view kSpaced = "spaced";    ///< URL: it had spaces or quotes

/// When they met.
inline constexpr std::string_view kMetOnProperty = "X-KITH-MET-ON";

// VcardProperty::of of what says more of a value. Of e-mails, web addresses and postal ones it is the value.
std::string OfPhone(const Phone& phone);
std::string OfName(const PersonName& name);
std::string OfOrganization(const ContactDetails& details);

/// The types that a phone has by its PhoneType, as PlainTypes forms them.
VcardParameters TypesOf(PhoneType type);

/// The words of TYPE, each for itself, in capitals and sorted, and other parameters behind them; without
/// those that a contact knows (PREF), that say nothing (INTERNET, VOICE) or that tell how the value is
/// written.
VcardParameters PlainTypes(const VcardParameters& parameters);

/// What NOTE has behind the notes, for programs that have no other place for it.
std::string NoteAddition(const std::vector<std::string>& interests, const std::string& event,
                         const std::optional<Day>& met_on);

}  // namespace kith::exchange
