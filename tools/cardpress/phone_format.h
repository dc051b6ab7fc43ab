// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "tools/cardpress/people.h"

namespace kith::tools {

/// The phones of one person, all written in one style of their country: national or international, with the
/// punctuation of one of its formats. None on a few cards, up to four on others.
/// Realistic domains go with numbers that pass for valid, where those reserved for fiction don't.
std::vector<FictionalPhone> MakePhones(Rng& rng, const Country& country, Domains domains);

/// Puts the groups of a number ("20 7946 0123") into a format of the country files: "{1}" is the first group,
/// "{ }", "{-}", "{.}" are the other groups joined by that character and "{}" all of them run together.
std::string FormatGroups(const std::string& format, const std::string& groups);

}  // namespace kith::tools
