// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith {

/// ISO 3166 alpha-2 of a country's name in English or in a language spoken there ("Germany", "Deutschland",
/// "U.K." …), compared without case and accents; nullopt if it is none. Nothing but the name may stand in
/// `name`. The first call builds the table (12 to 40 ms, measured); safe to call from every thread.
std::optional<std::string> RegionOfCountryName(std::string_view name);

/// ISO 3166 alpha-2 of a host's country-code top-level domain: "example.co.uk" -> "GB"; nullopt for the
/// generic ones and for those used as such (.io, .co, .tv, .me, .ai …).
std::optional<std::string> RegionOfHost(std::string_view host);

struct NamedRegion {
  std::string region;
  std::string name;
};

/// All of ISO 3166 in that language ("de"), by name.
std::vector<NamedRegion> RegionNames(const std::string& language);

/// A language in that language: "deu" or "de" -> "German"; what can't be named as it is.
std::string LanguageName(const std::string& code, const std::string& language);

/// The English name: "DE" -> "Germany"; empty if unknown.
std::string CountryName(std::string_view region);

}  // namespace kith
