// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "core/ids.h"

namespace kith::exchange {

/// The same text gives the same id: version 8 of RFC 9562, made by two FNV-1a hashes.
ContactId StableContactId(std::string_view text);

}  // namespace kith::exchange
