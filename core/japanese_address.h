// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "core/postal_address.h"

/// Private to postal_address.cpp.
namespace kith {

/// The parts of an address in Japanese script, from large to small: "〒105-9999 東京都港区見本町1-2";
/// nullopt if it isn't one.
std::optional<PostalAddress> SplitJapaneseAddress(std::string_view address);

}  // namespace kith
