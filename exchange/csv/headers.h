// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/contact_file.h"

namespace kith::exchange {

/// Programs whose tables Kith knows.
enum class CsvProgram { kUnknown, kKith, kGoogle, kOutlook, kHubspot, kSalesforce };

/// What the name of a column says.
struct HeaderMeaning {
  ColumnField field = ColumnField::kRemark;
  std::string group = {};  ///< columns of one value have the same one: "phone 2", "business"; may be empty
  bool sure = false;       ///< the whole name is known, not just a word in it

  friend bool operator==(const HeaderMeaning&, const HeaderMeaning&) = default;
};

struct HeaderProgram {
  CsvProgram program = CsvProgram::kUnknown;
  std::string_view name = {};  ///< for people: "Google Contacts"; empty: unknown
};

/// Whose header it is, by the columns that only that program has. A part of its columns in any order will do.
HeaderProgram ProgramOf(std::span<const std::string> header);

/// What a column of that name is for that program; of unknown ones by the words for it in English, German and
/// some more languages, in any case, with or without accents, numbered or not. nullopt if it says nothing.
std::optional<HeaderMeaning> MeaningOf(std::string_view header, CsvProgram program);

/// Without accents and marks, in lower case: "E-Mail-Adresse (geschäftlich)" -> {"email", "adresse",
/// "geschaftlich"}, "MailingPostalCode" -> {"mailing", "postal", "code"}.
std::vector<std::string> HeaderWords(std::string_view header);

}  // namespace kith::exchange
