// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tools/cardpress/card_writer.h"
#include "tools/cardpress/layouts.h"
#include "tools/cardpress/logo.h"

namespace kith::tools {

/// Distance between the card's edge and the text, millimetres.
double Margin(const CardDesign& design, Rng& rng);

/// Adds a block unless there is nothing to say.
void Put(CardDesign& design, Area area, Align across, Align down, const Lines& lines, double leading = 1.22);

/// All lines run together, with `joint` between them.
Lines OneLine(const Lines& lines, const std::string& joint);

/// The organization's legal name above its address, or the address alone where a wordmark already says it.
Lines OrgAndAddress(CardWriter& writer);

}  // namespace kith::tools
