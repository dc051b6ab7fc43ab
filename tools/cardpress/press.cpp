// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/press.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <ostream>
#include <utility>

#include <opencv2/imgcodecs.hpp>

#include "imaging/mat.h"
#include "tools/cardpress/composer.h"
#include "tools/cardpress/filmmaker.h"
#include "tools/cardpress/photographer.h"
#include "tools/cardpress/scanner.h"
#include "tools/cardpress/several_cards.h"
#include "tools/cardpress/strangers.h"
#include "tools/cardpress/style.h"

namespace kith::tools {
namespace {

namespace fs = std::filesystem;

/// Pixels of the longer side that a card is printed with before it is scanned or photographed.
constexpr int kPrintWidth = 1600;

struct Kind {
  const char* stream;
  const char* extension;
};

Kind KindOf(PictureKind kind) {
  switch (kind) {
    case PictureKind::kCard:
      return {"card", ".jpg"};
    case PictureKind::kScan:
      return {"scan", ".png"};
    case PictureKind::kPhoto:
      return {"photo", ".jpg"};
    case PictureKind::kVideo:
      return {"video", ".avi"};
    case PictureKind::kTable:
      return {"cards on a table", ".jpg"};
    case PictureKind::kPage:
      return {"cards on a page", ".jpg"};
    case PictureKind::kStranger:
      return {"stranger", ".jpg"};
  }
  return {"card", ".jpg"};
}

/// A picture of the series and the file that it gets.
struct Job {
  int number = 0;
  std::string file;
};

std::vector<Job> Jobs(const PressOptions& options) {
  const bool all = options.picked.empty();
  const int count = all ? options.count : static_cast<int>(options.picked.size());
  std::vector<Job> jobs;
  for (int i = 1; i <= count; ++i) {
    char name[32];
    std::snprintf(name, sizeof name, all ? "%03d%s" : "%02d%s", i, KindOf(options.kind).extension);
    jobs.push_back({all ? i : options.picked[static_cast<std::size_t>(i - 1)], name});
  }
  return jobs;
}

Result<void> WriteImage(const fs::path& path, const Image& image) {
  const bool written = cv::imwrite(path.string(), imaging::ViewAsMat(image),
                                   {cv::IMWRITE_JPEG_QUALITY, 90, cv::IMWRITE_PNG_COMPRESSION, 6});
  if (written) return {};
  return Error{ErrorCode::kStorage, "Can't write " + path.string() + ". Is the disk full?"};
}

Picture MakePicture(const PressOptions& options, const Composition& card, Rng& rng) {
  if (options.kind == PictureKind::kScan) return ScanCard(card, rng);
  if (options.kind == PictureKind::kPhoto)
    return PhotographCard(card, rng, options.hard, options.camouflaged);
  return {card.print.image, card.design.truth};
}

Result<std::vector<Composition>> ComposeCards(Rng& rng, Domains domains, int count) {
  std::vector<Composition> cards;
  for (int i = 0; i < count; ++i) {
    Result<Composition> card = ComposeCard(rng, domains, kPrintWidth);
    if (!card) return card.error();
    cards.push_back(std::move(*card));
  }
  return cards;
}

Result<Scene> MakeScene(const PressOptions& options, Rng& rng) {
  const bool table = options.kind == PictureKind::kTable;
  const Result<std::vector<Composition>> cards =
      ComposeCards(rng, options.domains, table ? rng.Int(2, 12) : rng.Int(4, 10));
  if (!cards) return cards.error();
  return table ? PhotographTable(*cards, rng, options.hard) : ScanPage(*cards, rng);
}

bool IsScene(PictureKind kind) {
  return kind == PictureKind::kTable || kind == PictureKind::kPage;
}

Result<std::string> Film(const PressOptions& options, const Composition& front, Rng& rng,
                         const std::string& path) {
  std::optional<Composition> back;
  if (options.two_sided) {
    Result<Composition> composed = ComposeBack(rng, front, kPrintWidth);
    if (!composed) return composed.error();
    back = std::move(*composed);
  }
  const Result<Clip> clip =
      FilmCard(front, back ? &*back : nullptr, options.fps, rng, path, options.camouflaged);
  if (!clip) return clip.error();
  return FormatTruth(clip->truth, clip->clip);
}

/// With `before`: also the same without what came there, of the same name in a folder beside the picture.
Result<std::string> MakeStranger(const PressOptions& options, Rng& rng, const fs::path& path) {
  const StrangerScene stranger = PhotographStranger(rng, options.hard);
  Result<void> written = WriteImage(path, stranger.scene.image);
  if (written && options.before) {
    const fs::path folder = path.parent_path() / "before";
    std::error_code failure;
    fs::create_directory(folder, failure);
    written = WriteImage(folder / path.filename(), stranger.before);
  }
  if (!written) return written.error();
  return FormatTruth(stranger.scene.truth);
}

/// Makes picture `number` and returns its truth.
Result<std::string> MakeOne(const PressOptions& options, int number, const fs::path& path) {
  Rng rng(options.seed, KindOf(options.kind).stream, number);
  if (options.kind == PictureKind::kStranger) return MakeStranger(options, rng, path);
  if (IsScene(options.kind)) {
    const Result<Scene> scene = MakeScene(options, rng);
    if (!scene) return scene.error();
    const Result<void> written = WriteImage(path, scene->image);
    if (!written) return written.error();
    return FormatTruth(scene->truth);
  }
  Rng same_card(options.seed, KindOf(PictureKind::kCard).stream, number);
  const int width = options.kind == PictureKind::kCard ? options.width : kPrintWidth;
  const Result<Composition> card = ComposeCard(options.same_cards ? same_card : rng, options.domains, width,
                                               options.spare ? SpareLayouts() : Layouts());
  if (!card) return card.error();
  if (options.kind == PictureKind::kVideo) {
    return Film(options, *card, rng, path.string());
  }
  const Picture picture = MakePicture(options, *card, rng);
  const Result<void> written = WriteImage(path, picture.image);
  if (!written) return written.error();
  return FormatTruth(picture.truth);
}

Result<void> CheckFonts() {
  const std::vector<WantedFont> missing = MissingFonts();
  if (missing.empty()) return {};
  std::string packages;
  for (const WantedFont& font : missing)
    packages += " " + font.package;
  return Error{ErrorCode::kUnavailable, "Fonts are missing. Install them: apt-get install" + packages};
}

}  // namespace

int ListFonts(std::ostream& out) {
  const std::vector<WantedFont> missing = MissingFonts();
  for (const WantedFont& font : WantedFonts()) {
    const bool absent = std::any_of(missing.begin(), missing.end(),
                                    [&](const WantedFont& other) { return other.family == font.family; });
    out << font.family << "\t" << font.package << (absent ? "\tmissing" : "") << "\n";
  }
  return missing.empty() ? 0 : 1;
}

Result<void> Press(const PressOptions& options) {
  const Result<void> fonts = CheckFonts();
  if (!fonts) return fonts;
  std::error_code failure;
  fs::create_directories(options.folder, failure);
  if (failure)
    return Error{ErrorCode::kStorage, "Can't make the folder " + options.folder + ": " + failure.message()};
  std::map<std::string, std::string> truth;
  for (const Job& job : Jobs(options)) {
    const Result<std::string> made = MakeOne(options, job.number, fs::path(options.folder) / job.file);
    if (!made) return made.error();
    truth[job.file] = *made;
  }
  std::ofstream file(fs::path(options.folder) / "truth.json");
  file << FormatTruthFile(truth);
  if (!file.flush()) return Error{ErrorCode::kStorage, "Can't write truth.json in " + options.folder + "."};
  return {};
}

}  // namespace kith::tools
