// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/draft.h"
#include "core/reading.h"

namespace kith::parse {

struct ParseOptions {
  std::string region;  ///< ISO 3166 alpha-2, for numbers on cards that don't tell their country; may be empty
};

/// Turns what was seen on a card into the contact that it suggests: lines are put together from all passes,
/// phone numbers, e-mail addresses and URLs are found by their validators, and the rest of the lines are
/// given their kinds together. QR codes with contact data count more than print. Pure: no files, no clock, no
/// state; safe from every thread. Never fails: an empty reading gives an empty draft.
Draft ParseCard(const Reading& reading, const ParseOptions& options);

}  // namespace kith::parse
