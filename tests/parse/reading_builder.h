// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <string>
#include <string_view>

#include "core/reading.h"
#include "core/text.h"

namespace kith::parse {

/// Lays lines of text out as an OCR engine would report them: letters 0.55 of the type size wide, spaces 0.3.
class ReadingBuilder {
 public:
  explicit ReadingBuilder(int width = 1000, int height = 600) {
    reading_.width = width;
    reading_.height = height;
    Pass();
  }

  /// What follows was read by another pass.
  ReadingBuilder& Pass() {
    reading_.passes.push_back({"pass " + std::to_string(reading_.passes.size() + 1), {}});
    return *this;
  }

  /// A line whose first word begins at (x, y); `size` is the height of the words.
  ReadingBuilder& Line(int x, int y, int size, std::string_view text, double confidence = 0.95) {
    TextLine line;
    AddWords(line, x, y, size, text, confidence);
    reading_.passes.back().lines.push_back(line);
    return *this;
  }

  /// Words that the engine took for the continuation of the last line.
  ReadingBuilder& More(int x, int y, int size, std::string_view text, double confidence = 0.95) {
    AddWords(reading_.passes.back().lines.back(), x, y, size, text, confidence);
    return *this;
  }

  ReadingBuilder& Code(std::string payload) {
    reading_.codes.push_back({std::move(payload), {800, 400, 150, 150}});
    return *this;
  }

  /// Something that no pass could read.
  ReadingBuilder& Unread(const Box& place) {
    reading_.unread.push_back(place);
    return *this;
  }

  const Reading& Done() const { return reading_; }

 private:
  static void AddWords(TextLine& line, int x, int y, int size, std::string_view text, double confidence) {
    double at = x;
    for (const std::string& word : SplitText(text, " ")) {
      const double width = 0.55 * size * static_cast<double>(DecodeUtf8(word).size());
      line.words.push_back(
          {word,
           {static_cast<int>(std::lround(at)), y, static_cast<int>(std::lround(width)), size},
           confidence});
      at += width + 0.3 * size;
    }
  }

  Reading reading_;
};

}  // namespace kith::parse
