// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "core/geometry.h"
#include "core/image.h"
#include "core/result.h"

namespace kith {

/// A run of characters without a space, as one pass saw it.
struct Word {
  std::string text;       ///< UTF-8, NFC, never empty
  Box box;                ///< in pixels of the card image
  double confidence = 0;  ///< 0 (a guess) to 1 (sure)

  friend bool operator==(const Word&, const Word&) = default;
};

/// Words that the engine took for one line, from left to right. Lines may span columns: splitting them by
/// gaps is the parser's work.
struct TextLine {
  std::vector<Word> words;

  friend bool operator==(const TextLine&, const TextLine&) = default;
};

/// All that one way of preparing and reading the card image saw. Passes fail on different lines, so every one
/// is kept: the parser groups them by place and lets validators choose.
struct Pass {
  std::string name;  ///< "plain/6", for the log and for tests
  std::vector<TextLine> lines;

  friend bool operator==(const Pass&, const Pass&) = default;
};

/// What a QR code on the card says.
struct Code {
  std::string payload;  ///< UTF-8
  Box box;

  friend bool operator==(const Code&, const Code&) = default;
};

/// What was seen on a card image. Boxes of all passes are in the pixels of that image.
struct Reading {
  int width = 0;
  int height = 0;
  std::vector<Pass> passes;
  std::vector<Code> codes;
  std::vector<Box> unread = {};  ///< where something is written that no pass could read: handwriting, signs

  friend bool operator==(const Reading&, const Reading&) = default;
};

/// Port: pixels to words. One object a thread; it may be expensive to make (language data) and is kept.
class TextReader {
 public:
  virtual ~TextReader() = default;
  /// Reads an upright card image. A card without any text gives a Reading without lines, not an error.
  virtual Result<Reading> Read(const Image& card, std::stop_token stop) = 0;
};

/// A reading as text, for fixtures and traces: line-based, one word a line, readable and diffable.
std::string FormatReading(const Reading& reading);
Result<Reading> ParseReading(std::string_view text);

}  // namespace kith
