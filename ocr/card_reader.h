// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "core/reading.h"
#include "ocr/turn_hint.h"

namespace kith::ocr {

class AutomaticLanguages;
class PassReader;
class PpocrEngine;
class TesseractEngine;
struct CardToRead;

struct ReaderOptions {
  /// As Tesseract names them, joined by "+": "eng+deu". "auto": one pass with the letters of every European
  /// language, if the data of the Latin script is installed, and one with English, which reads addresses of
  /// the web better; where both read a card badly, that of the installed scripts that reads it.
  std::string languages = "eng";
  std::filesystem::path tessdata = {};  ///< folder of the language data; empty: where the system keeps it
  std::filesystem::path models = {};    ///< of the second reader (see PpocrEngine); empty: Tesseract alone
};

/// Whether the second reader can be used: kUnavailable, with what to do about it, if one of its models isn't
/// in the folder or isn't what it should be. Takes about 0.1 s.
Result<void> CheckSecondReader(const std::filesystem::path& models);

/// Reads card images: several passes of Tesseract over differently prepared pictures, a second reader for the
/// lines that those leave in doubt or didn't see, and QR codes. It keeps everything that was seen; which pass
/// to believe where is the parser's decision. One object a thread.
class CardReader : public TextReader {
 public:
  /// kUnavailable if the data of a language isn't installed. Where CheckSecondReader fails it reads with
  /// Tesseract alone.
  static Result<std::unique_ptr<CardReader>> Open(const ReaderOptions& options);
  ~CardReader() override;

  /// A word whose box would leave the card image is cut at its edge. kCancelled soon after `stop` is
  /// requested.
  Result<Reading> Read(const Image& card, std::stop_token stop) override;

  /// The language data beside that which it reads with.
  std::vector<std::string> InstalledLanguages() const;

  /// How many clockwise quarter turns (0 to 3) make the text upright; 0 for a card without text. To be asked
  /// before Read when the picture may be turned.
  Result<int> QuarterTurnsToUpright(const Image& card, TurnHint hint, std::stop_token stop = {});

 private:
  CardReader(std::unique_ptr<TesseractEngine> engine, std::unique_ptr<PpocrEngine> second,
             const ReaderOptions& options);
  Result<void> ReadTwice(const CardToRead& card, std::vector<Pass>& passes, const std::stop_token& stop);
  Result<bool> ReadOtherScript(const CardToRead& card, std::vector<Pass>& passes,
                               const std::stop_token& stop);

  std::unique_ptr<TesseractEngine> engine_;
  std::unique_ptr<AutomaticLanguages> automatic_;  // if the languages are chosen by what is seen
  std::unique_ptr<PassReader> third_;  // where two passes leave a doubt: the second reader, if there is one
};

}  // namespace kith::ocr
