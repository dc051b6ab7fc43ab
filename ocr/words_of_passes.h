// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/reading.h"

/// Private to ocr/.
namespace kith::ocr {

/// A line as the second reader saw it, cut into words where the pass does that reads it most alike, and with
/// the words on which two passes agree in place of its own: it has a say where they don't. A line that no
/// pass reads alike stays as it is.
TextLine WithWordsOf(const std::vector<Pass>& passes, TextLine line);

/// Parts of one line put together; columns stay apart by their gap.
std::vector<TextLine> JoinParts(std::vector<TextLine> parts);

}  // namespace kith::ocr
