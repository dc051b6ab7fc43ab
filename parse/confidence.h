// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/geometry.h"
#include "parse/decide.h"
#include "parse/values.h"

namespace kith::parse {

/// How likely a value is wholly right, 0 to 1. The maps were set so that, on scanned cards, about as many
/// values of a confidence are right as it says.
double ConfidenceOf(const ContactValue& value, int card_width);
double ConfidenceOf(const Labelled& labelled, int card_width);

/// Whether a box touches the left or right edge of the card: the text is probably cut off there.
bool TouchesEdge(const Box& box, int card_width);

}  // namespace kith::parse
