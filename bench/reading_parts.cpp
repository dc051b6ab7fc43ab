// SPDX-License-Identifier: Apache-2.0
// What each part of reading adds: the same cards read with one pass, with two, with all of Tesseract's, and
// with the second reader, as a table per folder. docs/reading.md is made of it.
#include <algorithm>
#include <exception>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include <opencv2/core/utility.hpp>

#include "app/paths.h"
#include "app/picture_scanner.h"
#include "bench/true_pictures.h"
#include "ocr/card_reader.h"
#include "ocr/tesseract_reader.h"
#include "parse/card_parser.h"
#include "tests/cards/score.h"

namespace {

using namespace kith;
namespace fs = std::filesystem;

template <typename T>
T OrThrow(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message);
  return *std::move(result);
}

/// What one way of reading reached on a folder.
struct Row {
  test::CardScore fields;
  std::vector<double> milliseconds;  ///< processor time of reading and parsing each card
};

struct Readers {
  std::unique_ptr<ocr::TesseractEngine> engine;
  std::unique_ptr<ocr::CardReader> tesseract;
  std::unique_ptr<ocr::CardReader> both;
  std::unique_ptr<ocr::CardReader> automatic;
};

Readers OpenReaders(const std::string& languages) {
  Readers readers;
  readers.engine = OrThrow(ocr::TesseractEngine::Open(languages, {}));
  readers.tesseract = OrThrow(ocr::CardReader::Open({.languages = languages}));
  if (const auto usable = ocr::CheckSecondReader(app::ModelsFolder()); !usable)
    throw std::runtime_error(usable.error().message);
  readers.automatic = OrThrow(ocr::CardReader::Open({.languages = "auto", .models = app::ModelsFolder()}));
  readers.both = OrThrow(ocr::CardReader::Open({.languages = languages, .models = app::ModelsFolder()}));
  return readers;
}

/// The first passes alone, whatever they agree on.
Reading ReadPasses(const Image& card, const std::vector<ocr::TesseractPlan>& plans,
                   ocr::TesseractEngine& engine) {
  Reading reading{card.width(), card.height(), {}, {}};
  const ocr::CardToRead to_read = ocr::ToRead(card);
  for (const ocr::TesseractPlan& plan : plans) {
    ocr::TesseractReader reader(engine, plan);
    reading.passes.push_back(OrThrow(reader.Read(to_read, reading.passes, {})).pass);
  }
  return reading;
}

template <typename Read>
void AddTo(Row& row, const nlohmann::json& truth, const Image& card, const Read& read) {
  const double begin = bench::ProcessorMilliseconds();
  const Draft draft = card.empty() ? Draft() : parse::ParseCard(read(card), {.region = "US"});
  row.milliseconds.push_back(bench::ProcessorMilliseconds() - begin);
  for (const auto& [field, score] : test::Score(truth, draft.details))
    row.fields[field] += score;
}

/// By the name of the row, in the order of the table.
std::map<std::string, Row> ReadFolder(const fs::path& folder, Readers& readers) {
  std::map<std::string, Row> rows;
  for (const bench::TruePicture& picture : bench::PicturesIn(folder)) {
    const auto cards = app::CutOutCards({picture.file}, *readers.tesseract);
    const Image card = cards ? cards->front().card : Image();
    AddTo(rows["1 one pass"], picture.truth, card,
          [&](const Image& image) { return ReadPasses(image, {ocr::kPlain}, *readers.engine); });
    AddTo(rows["2 two passes"], picture.truth, card, [&](const Image& image) {
      return ReadPasses(image, {ocr::kPlain, ocr::kContrast}, *readers.engine);
    });
    AddTo(rows["3 Tesseract alone: a third where they differ"], picture.truth, card,
          [&](const Image& image) { return OrThrow(readers.tesseract->Read(image, {})); });
    AddTo(rows["4 two passes, and the second reader where they leave a doubt"], picture.truth, card,
          [&](const Image& image) { return OrThrow(readers.both->Read(image, {})); });
    AddTo(rows["5 Kith: the same, the first pass in every Latin language"], picture.truth, card,
          [&](const Image& image) { return OrThrow(readers.automatic->Read(image, {})); });
  }
  return rows;
}

test::FieldScore Sum(const test::CardScore& fields) {
  test::FieldScore sum;
  for (const auto& [field, score] : fields)
    sum += score;
  return sum;
}

double Share(int part, int whole) {
  return whole == 0 ? 1 : static_cast<double>(part) / whole;
}

void PrintScore(const test::FieldScore& score) {
  std::cout << " | " << Share(score.right, score.right + score.wrong) << " / "
            << Share(score.right, score.wanted) << " / "
            << Share(2 * score.right, score.right + score.wrong + score.wanted);
}

void Print(const fs::path& folder, const std::map<std::string, Row>& rows) {
  const Row& first = rows.begin()->second;
  std::cout << "\n"
            << folder.filename().string() << ", " << first.milliseconds.size() << " cards with "
            << Sum(first.fields).wanted << " values: precision / recall / F1\n\n| reading";
  for (const auto& [field, score] : first.fields)
    std::cout << " | " << field;
  std::cout << " | all | median, p95 ms |\n|---";
  for (std::size_t i = 0; i < first.fields.size() + 2; ++i)
    std::cout << "|---";
  std::cout << "|\n";
  for (const auto& [name, row] : rows) {
    std::cout << std::fixed << std::setprecision(2) << "| " << name.substr(2);
    for (const auto& [field, score] : row.fields)
      PrintScore(score);
    std::cout << std::setprecision(3);
    PrintScore(Sum(row.fields));
    std::cout << std::setprecision(0) << " | " << bench::Quantile(row.milliseconds, 0.5) << ", "
              << bench::Quantile(row.milliseconds, 0.95) << " |\n";
  }
}

}  // namespace

int main(int argc, char** argv) try {
  cv::setNumThreads(1);
  if (argc < 2) {
    std::cerr << "usage: kith_reading_parts FOLDER...\n"
                 "Folders of pictures with a truth.json, as cardpress makes them.\n";
    return 2;
  }
  Readers readers = OpenReaders("eng");
  for (int i = 1; i < argc; ++i)
    Print(argv[i], ReadFolder(argv[i], readers));
  return 0;
} catch (const std::exception& error) {
  std::cerr << "kith_reading_parts: " << error.what() << '\n';
  return 1;
}
