// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/geometry.h"
#include "parse/layout.h"

namespace kith::parse {

/// A stretch of a text, in bytes.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool empty() const { return end <= begin; }
  friend bool operator==(const Span&, const Span&) = default;
};

bool Overlap(const Span& a, const Span& b);

/// The words of a text between spaces and bars; bullets separate only where spaces stand around them.
std::vector<Span> WordSpans(std::string_view text);

/// A run as one string, and the way back from the string to the card.
class RunText {
 public:
  explicit RunText(const Run& run);

  const std::string& text() const { return text_; }
  /// Union of the boxes of the words that the span touches; a word that is touched in part gives its share.
  Box BoxOf(const Span& span) const;
  /// Mean confidence of those words, by their length.
  double ConfidenceOf(const Span& span) const;

 private:
  struct Piece {
    Span span;
    Box box;
    double confidence = 0;
  };

  std::string text_;
  std::vector<Piece> pieces_;
};

}  // namespace kith::parse
