// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/contact.h"
#include "parse/labels.h"
#include "parse/run_text.h"

namespace kith::parse {

/// A phone number in a line of text.
struct FoundPhone {
  Span span;                   ///< the number with its extension, without its label
  std::optional<Label> label;  ///< the label on the same line
  Phone phone;                 ///< type: from the label, else what the numbering plan tells
  double quality = 0;          ///< 1: valid and plain; lower: only possible, repaired, or without any sign
  std::string region;          ///< of a number printed with its country code; else empty
};

/// Phone numbers from left to right. `regions` (ISO 3166 alpha-2), the likeliest first, are tried for numbers
/// without a country code. `label` is what stands beside or above the line, if something does: it helps to
/// tell a number from other digits. Postcodes, tax numbers, dates and house numbers are left out.
std::vector<FoundPhone> FindPhones(std::string_view text, const std::vector<std::string>& regions,
                                   const std::optional<Label>& label = std::nullopt);

}  // namespace kith::parse
