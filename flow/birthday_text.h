// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "core/contact.h"

namespace kith::flow {

/// A birthday as a person types it, with or without the year: "14 March", "March 14, 1990", "1990-03-14",
/// "3/14". Where both numbers could be the month, the region (ISO 3166) decides: "12-10" is 10 December in
/// the US and 12 October in Germany. nullopt: no such day. Pure.
std::optional<Birthday> ReadBirthday(std::string_view text, std::string_view region);

}  // namespace kith::flow
