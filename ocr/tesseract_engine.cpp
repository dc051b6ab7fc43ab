// SPDX-License-Identifier: Apache-2.0
#include "ocr/tesseract_engine.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <utility>

#include <leptonica/allheaders.h>
#include <omp.h>
#include <tesseract/baseapi.h>
#include <tesseract/ocrclass.h>
#include <tesseract/resultiterator.h>

#include "core/language.h"
#include "core/text.h"
#include "ocr/letters_data.h"

/// Between finding a line and reading it Tesseract keeps its picture packed as PNG, by this function of
/// Leptonica. The dynamic linker takes a program's own function of that name first, and this one doesn't
/// pack: 5 to 8 % of the time of a card (20 real ones, least of three or four runs each), for the same words.
/// Nothing else in Kith writes PNG with Leptonica.
extern "C" l_ok pixWriteMemPng(l_uint8** data, size_t* size, PIX* picture, l_float32 /*gamma*/) {
  return pixWriteMemSpix(data, size, picture);
}

namespace kith::ocr {
namespace {

constexpr int kSmallestSide = 8;  ///< of a picture that could hold a letter

bool Cancelled(void* stop, int /*words*/) {
  return static_cast<const std::stop_token*>(stop)->stop_requested();
}

bool HasLetterOrDigit(const std::string& text) {
  for (const char32_t c : DecodeUtf8(text)) {
    if (c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return true;
  }
  return false;
}

Word WordAt(const tesseract::ResultIterator& at) {
  Word word;
  const std::unique_ptr<char[]> text(at.GetUTF8Text(tesseract::RIL_WORD));
  if (text) word.text = NormalizeText(text.get());
  int left = 0, top = 0, right = 0, bottom = 0;
  if (at.BoundingBox(tesseract::RIL_WORD, &left, &top, &right, &bottom)) {
    word.box = {left, top, right - left, bottom - top};
  }
  word.confidence = at.Confidence(tesseract::RIL_WORD) / 100.0;
  return word;
}

bool IsChinese(char32_t c) {  // or Japanese: written without spaces
  constexpr char32_t kFirst = 0x2E80;
  constexpr char32_t kHangul = 0xAC00;
  constexpr char32_t kAfterHangul = 0xD7B0;
  return c >= kFirst && (c < kHangul || c >= kAfterHangul);
}

/// Tesseract takes Chinese and Japanese letters for words of one or two; only a wide gap is a space.
void JoinChinese(TextLine& line) {
  std::vector<Word> joined;
  for (Word& word : line.words) {
    const std::u32string letters = DecodeUtf8(word.text);
    const std::u32string before = joined.empty() ? U"" : DecodeUtf8(joined.back().text);
    const bool goes_on = !before.empty() && IsChinese(before.back()) && IsChinese(letters.front()) &&
                         4 * (word.box.x - joined.back().box.right()) < 3 * word.box.height;
    if (!goes_on) {
      joined.push_back(std::move(word));
      continue;
    }
    Word& whole = joined.back();
    const auto count = static_cast<double>(before.size());
    const auto more = static_cast<double>(letters.size());
    whole.confidence = (count * whole.confidence + more * word.confidence) / (count + more);
    whole.text += word.text;
    whole.box = Union(whole.box, word.box);
  }
  line.words = std::move(joined);
}

/// Textures read as text give lines of short words, none of them believed. One doubtful letter makes a long
/// word doubtful (its confidence is that of its worst letter), so those are kept: they may be an e-mail
/// address. Measured on 60 real cards: 2 % of all words are left out and no value with them.
bool IsJunk(const TextLine& line) {
  constexpr double kBelieved = 0.3;
  constexpr std::size_t kLongWord = 8;
  return std::none_of(line.words.begin(), line.words.end(), [](const Word& word) {
    return word.confidence >= kBelieved || word.text.size() >= kLongWord;
  });
}

std::vector<TextLine> CollectLines(tesseract::TessBaseAPI& api) {
  std::vector<TextLine> lines;
  const std::unique_ptr<tesseract::ResultIterator> at(api.GetIterator());
  if (!at || at->Empty(tesseract::RIL_WORD)) return lines;
  bool line_begins = true;
  do {
    line_begins = line_begins || at->IsAtBeginningOf(tesseract::RIL_TEXTLINE);
    Word word = WordAt(*at);
    if (word.box.empty() || !HasLetterOrDigit(word.text)) continue;
    if (std::exchange(line_begins, false)) lines.emplace_back();
    lines.back().words.push_back(std::move(word));
  } while (at->Next(tesseract::RIL_WORD));
  for (TextLine& line : lines)
    JoinChinese(line);
  std::erase_if(lines, IsJunk);
  return lines;
}

/// Names joined by "+"; no dots, so that none can leave the folder of the language data.
bool AreLanguageNames(const std::string& languages) {
  const auto in_name = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '/';
  };
  char before = '+';
  for (const char c : languages) {
    if (c == '+' ? before == '+' : !in_name(c)) return false;
    before = c;
  }
  return before != '+';
}

Error Missing(const std::string& language, const std::string& folder) {
  std::string package = "tesseract-ocr-" + (language == "Latin" ? "script-latn" : LowerCase(language));
  std::replace(package.begin(), package.end(), '_', '-');
  return {ErrorCode::kUnavailable,
          Filled(folder.empty() ? Tr("The data for reading the language \"{0}\" isn't installed. Install the "
                                     "package {1} (Debian, Ubuntu).")
                                : Tr("The data for reading the language \"{0}\" isn't in {2}. Install the "
                                     "package {1} (Debian, Ubuntu)."),
                 {language, package, folder})};
}

/// Tesseract and Leptonica print remarks about pictures to stderr. Both switches are of the whole process,
/// and have no lock.
void BeSilent(tesseract::TessBaseAPI& api) {
  static std::once_flag once;
  std::call_once(once, [&api] {
    api.SetVariable("debug_file", "/dev/null");
    setMsgSeverity(L_SEVERITY_NONE);
  });
}

}  // namespace

TesseractEngine::TesseractEngine() : api_(std::make_unique<tesseract::TessBaseAPI>()) {}
TesseractEngine::~TesseractEngine() = default;

Result<std::unique_ptr<TesseractEngine>> TesseractEngine::Open(const std::string& languages,
                                                               const std::filesystem::path& tessdata) {
  if (!AreLanguageNames(languages)) {
    return Error{
        ErrorCode::kInvalidInput,
        Filled(Tr("\"{0}\" isn't a list of languages; write them as \"eng\" or \"eng+deu\"."), {languages})};
  }
  std::unique_ptr<TesseractEngine> engine(new TesseractEngine);
  BeSilent(*engine->api_);
  const std::string folder = tessdata.string();
  std::vector<std::string> loaded;
  if (engine->api_->Init(folder.empty() ? nullptr : folder.c_str(), languages.c_str(),
                         tesseract::OEM_LSTM_ONLY) == 0) {
    engine->api_->GetLoadedLanguagesAsVector(&loaded);
  }
  // A language that is missing beside one that isn't is no error to Tesseract.
  for (const std::string& language : SplitText(languages, "+")) {
    if (std::find(loaded.begin(), loaded.end(), language) == loaded.end()) return Missing(language, folder);
  }
  return engine;
}

Result<std::unique_ptr<TesseractEngine>> TesseractEngine::OpenLetters(const std::string& language,
                                                                      const std::filesystem::path& tessdata) {
  const Result<std::string> data = LoadWithoutWords(tessdata / (language + ".traineddata"));
  if (!data) return data.error();
  std::unique_ptr<TesseractEngine> engine(new TesseractEngine);
  BeSilent(*engine->api_);
  if (engine->api_->Init(data->data(), static_cast<int>(data->size()), language.c_str(),
                         tesseract::OEM_LSTM_ONLY, nullptr, 0, nullptr, nullptr, false, nullptr) != 0)
    return Missing(language, tessdata.string());
  return engine;
}

std::filesystem::path TesseractEngine::Folder() const {
  return api_->GetDatapath();
}

std::vector<std::string> TesseractEngine::Installed() const {
  std::vector<std::string> languages;
  api_->GetAvailableLanguagesAsVector(&languages);
  return languages;
}

Result<std::vector<TextLine>> TesseractEngine::Recognize(const cv::Mat& gray, Layout layout, Ink ink,
                                                         const std::stop_token& stop) {
  // Tesseract asks OpenMP for four spinning threads a line; on pictures of this size that is 6 to 12 times
  // slower than one (measured). The setting belongs to the calling thread, so it can't be made once in Open.
  omp_set_max_active_levels(0);
  if (std::min(gray.cols, gray.rows) < kSmallestSide) return std::vector<TextLine>();
  api_->SetPageSegMode(static_cast<tesseract::PageSegMode>(layout));
  api_->SetVariable("tessedit_do_invert", ink == Ink::kEither ? "1" : "0");
  api_->SetImage(gray.data, gray.cols, gray.rows, 1, static_cast<int>(gray.step));
  api_->SetSourceResolution(300);
  tesseract::ETEXT_DESC monitor;
  monitor.cancel = Cancelled;
  monitor.cancel_this = const_cast<std::stop_token*>(&stop);
  const bool recognized = api_->Recognize(&monitor) == 0;
  if (stop.stop_requested()) {
    api_->Clear();
    return Error{ErrorCode::kCancelled, std::string(Tr("Reading was stopped."))};
  }
  if (!recognized)
    return Error{ErrorCode::kInternal, std::string(Tr("The text on the picture couldn't be read."))};
  std::vector<TextLine> lines = CollectLines(*api_);
  api_->Clear();
  return lines;
}

}  // namespace kith::ocr
