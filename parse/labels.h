// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "core/contact.h"
#include "parse/run_text.h"

namespace kith::parse {

/// What stands beside a number to say what it is.
struct Label {
  std::optional<PhoneType> type;  ///< nullopt: the number is no phone number (VAT, P.O. box, suite …)
  Span span;                      ///< in the text that was searched
};

/// The label that ends right before `number`, in text[from, number.begin): "Tel.", "(M)", "Office Fax no:".
std::optional<Label> LabelBefore(std::string_view text, std::size_t from, std::size_t number_begin);

/// The label that begins right behind the number, in text[number.end, to): "fax", "(cell)", "- O".
std::optional<Label> LabelBehind(std::string_view text, std::size_t number_end, std::size_t to);

/// The whole text as a label; nullopt if it holds anything else.
std::optional<Label> WholeLabel(std::string_view text);

}  // namespace kith::parse
