// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "core/draft.h"
#include "core/result.h"

namespace kith::storage {

/// A draft as JSON text, the form in which it is stored. Bytes that aren't UTF-8 become U+FFFD.
std::string FormatDraft(const Draft& draft);

/// kStorage if it isn't a draft. Keys that are missing leave their value empty, unknown ones are ignored.
Result<Draft> ParseDraft(std::string_view json);

}  // namespace kith::storage
