// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/geometry.h"
#include "core/reading.h"

namespace kith::parse {

/// Words of one pass that stand together on one line of one column.
struct Run {
  std::vector<Word> words;  ///< from left to right
  Box box;
  Box row;  ///< as wide as `box`, as high as the words typically are: a stray tall word doesn't count
  double height = 0;      ///< typical height of the words in pixels: the size of the type
  double confidence = 0;  ///< mean of the words, by their letters
  std::size_t pass = 0;

  std::string Text() const;
};

/// A line of text on the card, as each pass read it.
struct LineGroup {
  Box box;
  Box row;  ///< see Run
  double height = 0;
  std::vector<Run> runs;  ///< at most one of each pass; the best reading first
};

/// The lines of a card, from top to bottom and, at one height, from left to right. Engine lines are split at
/// column gaps, specks are dropped, and what the passes read at one place is put together.
std::vector<LineGroup> GroupLines(const Reading& reading);

/// A Run of words, its box, height and confidence worked out.
Run MakeRun(std::vector<Word> words, std::size_t pass);

/// Share of the lower one's height that both have in common.
double VerticalOverlap(const Box& a, const Box& b);
/// Share of the narrower one's width that both have in common.
double HorizontalOverlap(const Box& a, const Box& b);

/// For each word of the first run, the word that most of the runs agree on (a vote by confidence).
Run VoteWords(const LineGroup& group);

}  // namespace kith::parse
