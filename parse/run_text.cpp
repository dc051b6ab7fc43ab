// SPDX-License-Identifier: Apache-2.0
#include "parse/run_text.h"

#include <algorithm>
#include <cmath>

namespace kith::parse {

bool Overlap(const Span& a, const Span& b) {
  return a.begin < b.end && b.begin < a.end;
}

std::vector<Span> WordSpans(std::string_view text) {
  constexpr std::string_view kSeparators = " |";
  std::vector<Span> spans;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find_first_not_of(kSeparators, at);
    if (begin == std::string_view::npos) break;
    const std::size_t end = std::min(text.size(), text.find_first_of(kSeparators, begin));
    const std::string_view word = text.substr(begin, end - begin);
    if (word != "\u2022" && word != "\u00b7") spans.push_back({begin, end});
    at = end;
  }
  return spans;
}

RunText::RunText(const Run& run) {
  for (const Word& word : run.words) {
    if (!text_.empty()) text_ += ' ';
    pieces_.push_back({{text_.size(), text_.size() + word.text.size()}, word.box, word.confidence});
    text_ += word.text;
  }
}

Box RunText::BoxOf(const Span& span) const {
  Box box;
  for (const Piece& piece : pieces_) {
    if (!Overlap(piece.span, span)) continue;
    const auto length = static_cast<double>(piece.span.end - piece.span.begin);
    const auto from = static_cast<double>(std::max(span.begin, piece.span.begin) - piece.span.begin) / length;
    const auto to = static_cast<double>(std::min(span.end, piece.span.end) - piece.span.begin) / length;
    Box part = piece.box;
    part.x = piece.box.x + static_cast<int>(std::lround(from * piece.box.width));
    part.width = static_cast<int>(std::lround((to - from) * piece.box.width));
    box = Union(box, part);
  }
  return box;
}

double RunText::ConfidenceOf(const Span& span) const {
  double sum = 0;
  double weight = 0;
  for (const Piece& piece : pieces_) {
    if (!Overlap(piece.span, span)) continue;
    const auto letters =
        static_cast<double>(std::min(span.end, piece.span.end) - std::max(span.begin, piece.span.begin));
    sum += letters * piece.confidence;
    weight += letters;
  }
  return weight > 0 ? sum / weight : 0;
}

}  // namespace kith::parse
