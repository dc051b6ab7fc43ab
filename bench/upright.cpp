// SPDX-License-Identifier: Apache-2.0
// How often and how quickly the way up of a card is found: cards with their truth beside them, cut out at
// their true corners and turned all four ways.
#include <exception>
#include <filesystem>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

#include <opencv2/core/utility.hpp>

#include "bench/true_pictures.h"
#include "capture/rectify.h"
#include "ocr/card_reader.h"

namespace {

using namespace kith;

void MeasureFolder(const std::filesystem::path& folder, ocr::TurnHint hint, ocr::CardReader& reader) {
  std::vector<double> milliseconds, upright_milliseconds;
  int right = 0;
  for (const bench::TruePicture& picture : bench::PicturesIn(folder)) {
    const Image upright = bench::TrueCard(picture);
    for (int turned = 0; turned < 4; ++turned) {
      const Image card = capture::Turn(upright, turned);
      const double begun = bench::ProcessorMilliseconds();
      const Result<int> turns = reader.QuarterTurnsToUpright(card, hint);
      milliseconds.push_back(bench::ProcessorMilliseconds() - begun);
      if (!turns) throw std::runtime_error(turns.error().message);
      if (turned == 0) upright_milliseconds.push_back(milliseconds.back());
      const bool is_right = (*turns + turned) % 4 == 0;
      right += is_right ? 1 : 0;
      if (!is_right)
        std::cout << picture.file.string() << " turned " << turned << ": told to turn " << *turns << '\n';
    }
  }
  std::cout << folder.string() << ": " << right << " of " << milliseconds.size() << " right; median "
            << bench::Quantile(milliseconds, 0.5) << " ms, p95 " << bench::Quantile(milliseconds, 0.95)
            << " ms; of upright ones " << bench::Quantile(upright_milliseconds, 0.5) << " ms" << std::endl;
}

}  // namespace

int main(int argc, char** argv) try {
  cv::setNumThreads(1);
  ocr::TurnHint hint = ocr::TurnHint::kAnyWay;
  std::string languages = "eng";
  std::vector<std::string> folders;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--scans") {
      hint = ocr::TurnHint::kProbablyUpright;
    } else if (argument == "--lang" && i + 1 < argc) {
      languages = argv[++i];
    } else {
      folders.push_back(argument);
    }
  }
  if (folders.empty()) {
    std::cerr << "usage: kith_upright [--scans] [--lang eng+deu] FOLDER...\n";
    return 2;
  }
  const auto reader = ocr::CardReader::Open({.languages = languages});
  if (!reader) throw std::runtime_error(reader.error().message);
  for (const std::string& folder : folders)
    MeasureFolder(folder, hint, **reader);
  return 0;
} catch (const std::exception& error) {
  std::cerr << "kith_upright: " << error.what() << '\n';
  return 1;
}
