// SPDX-License-Identifier: Apache-2.0
// What reading loses on the way through a camera: the same fictional cards as clean card images, as scans and
// as photographs, read as the program reads them, and the photographs once more cut out at their true
// corners.
#include <exception>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <stdexcept>
#include <string>

#include <opencv2/core/utility.hpp>

#include "app/picture_scanner.h"
#include "bench/true_pictures.h"
#include "capture/quad.h"
#include "tests/cards/score.h"
#include "tools/cardpress/press.h"

namespace {

using namespace kith;
namespace fs = std::filesystem;

void MakePictures(tools::PictureKind kind, const fs::path& folder, int count, std::uint64_t seed, bool hard) {
  tools::PressOptions options;
  options.kind = kind;
  options.count = count;
  options.seed = seed;
  options.folder = folder.string();
  options.hard = hard;
  options.same_cards = true;
  const Result<void> made = tools::Press(options);
  if (!made) throw std::runtime_error(made.error().message);
}

double F1(const test::FieldScore& score) {
  const int all = 2 * score.right + score.wrong + (score.wanted - score.right);
  return all == 0 ? 1 : 2.0 * score.right / all;
}

test::FieldScore Sum(const test::CardScore& fields) {
  test::FieldScore sum;
  for (const auto& [field, score] : fields)
    sum += score;
  return sum;
}

test::CardScore ScoreOf(const nlohmann::json& truth, const Image& card, app::PictureScanner& scanner) {
  const Result<Draft> draft = card.empty() ? Error{ErrorCode::kNoCard, ""} : scanner.ReadCard(card);
  return test::Score(truth, draft ? draft->details : ContactDetails());
}

/// Reads the picture as the program does: the card that was found, the first if there are several.
test::CardScore ReadAsFound(const bench::TruePicture& picture, app::PictureScanner& scanner,
                            double& corner_error) {
  const auto cards = scanner.FindCards({picture.file});
  if (cards && picture.corners) corner_error = capture::CornerError(cards->front().corners, *picture.corners);
  return ScoreOf(picture.truth, cards ? cards->front().card : Image(), scanner);
}

void Add(test::CardScore& total, const test::CardScore& score) {
  for (const auto& [field, values] : score)
    total[field] += values;
}

struct Totals {
  test::CardScore cards, scans, photos, photos_at_true_corners;
};

/// Reads the pictures pair by pair and prints those that lost.
Totals ReadAll(const fs::path& folder, app::PictureScanner& scanner) {
  const auto cards = bench::PicturesIn(folder / "cards");
  const auto scans = bench::PicturesIn(folder / "scans");
  const auto photos = bench::PicturesIn(folder / "photos");
  Totals totals;
  for (std::size_t i = 0; i < scans.size(); ++i) {
    double error = 1;
    Add(totals.cards, ReadAsFound(cards.at(i), scanner, error));
    const test::CardScore scan = ReadAsFound(scans[i], scanner, error);
    const test::CardScore photo = ReadAsFound(photos.at(i), scanner, error);
    const test::CardScore cut_out = ScoreOf(photos[i].truth, bench::TrueCard(photos[i]), scanner);
    Add(totals.scans, scan);
    Add(totals.photos, photo);
    Add(totals.photos_at_true_corners, cut_out);
    if (F1(Sum(photo)) >= F1(Sum(scan))) continue;
    std::cout << photos[i].file.filename().string() << ": F1 " << F1(Sum(photo)) << ", of its scan "
              << F1(Sum(scan)) << ", at true corners " << F1(Sum(cut_out)) << "; corner error " << error
              << std::endl;
  }
  return totals;
}

void Print(const char* name, const test::CardScore& fields) {
  std::cout << std::left << std::setw(32) << name << std::right;
  for (const auto& [field, score] : fields)
    std::cout << "  " << field << ' ' << F1(score);
  std::cout << "  F1 " << F1(Sum(fields)) << " of " << Sum(fields).wanted << " values\n";
}

}  // namespace

int main(int argc, char** argv) try {
  cv::setNumThreads(1);
  const bool hard = argc == 5 && std::string(argv[4]) == "--hard";
  if (argc != 4 && !hard) {
    std::cerr << "usage: kith_photo_loss FOLDER COUNT SEED [--hard]\n";
    return 2;
  }
  const fs::path folder = argv[1];
  const int count = std::stoi(argv[2]);
  const std::uint64_t seed = std::stoull(argv[3]);
  MakePictures(tools::PictureKind::kCard, folder / "cards", count, seed, hard);
  MakePictures(tools::PictureKind::kScan, folder / "scans", count, seed, hard);
  MakePictures(tools::PictureKind::kPhoto, folder / "photos", count, seed, hard);
  auto scanner = app::PictureScanner::Open("eng", "US");
  if (!scanner) throw std::runtime_error(scanner.error().message);

  std::cout << std::fixed << std::setprecision(3);
  const Totals totals = ReadAll(folder, **scanner);
  Print("card images", totals.cards);
  Print("scans", totals.scans);
  Print("photographs", totals.photos);
  Print("photographs at true corners", totals.photos_at_true_corners);
  const double of_scans = F1(Sum(totals.scans));
  std::cout << "lost by photographing: " << of_scans - F1(Sum(totals.photos)) << "; at true corners "
            << of_scans - F1(Sum(totals.photos_at_true_corners)) << '\n';
  return 0;
} catch (const std::exception& error) {
  std::cerr << "kith_photo_loss: " << error.what() << '\n';
  return 1;
}
