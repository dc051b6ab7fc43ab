// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/reading.h"

namespace kith::ocr {

/// Share (0 to 1) of the letters and digits of both passes that stand in words which the other pass read the
/// same, give or take case and punctuation, in the same place. 1 if neither read anything.
double Agreement(const Pass& a, const Pass& b);

/// The words of a pass whose middles lie in `place`, from left to right.
std::vector<Word> WordsAt(const Pass& pass, const Box& place);

/// Whether the pass read the same letters as `word` in the same place, give or take case and punctuation.
bool HasWord(const Pass& pass, const Word& word);

/// Whether all passes read the same letters at a place of the card, and believed them. What looks like an
/// e-mail or web address must be the same in every sign, and one.
bool AreSureOf(const std::vector<Pass>& passes, const Box& place);

/// Whether two passes over a whole card leave nothing for a third reader to settle: they agree on nearly all
/// letters, and on every sign of what looks like an e-mail or web address, all of which are valid. Measured
/// on 260 cards, real and fictional: a fifth of them are so, and F1 is the same without the second reader
/// there.
bool LeaveNoDoubt(const Pass& a, const Pass& b);

/// Whether something is written at a place that none of the passes reads: no two read the same word there,
/// and none believes what it read, if it isn't nothing. Handwriting is so, and decorated type.
bool IsUnread(const std::vector<Pass>& passes, const Box& place);

/// Takes out what a pass made of a picture: words of up to three letters that it doubts, that no other pass
/// read and that stand where there is no text.
void DropSpecks(std::vector<Pass>& passes, const std::vector<Box>& text_places);

}  // namespace kith::ocr
