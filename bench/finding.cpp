// SPDX-License-Identifier: Apache-2.0
// How well and how quickly cards are found: on pictures with their truth beside them, as cardpress makes, and
// on tables without a card.
#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <limits>
#include <map>
#include <numeric>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>
#include <opencv2/core/utility.hpp>

#include "capture/card_finder.h"
#include "capture/quad.h"
#include "imaging/codec.h"
#include "imaging/mat.h"
#include "tools/cardpress/table.h"
#include "tools/cardpress/true_corners.h"

namespace {

using namespace kith;
namespace fs = std::filesystem;

constexpr double kRight = 0.015;  // mean corner error over the card's diagonal

/// Processor time: what else the machine does at the same time isn't the finder's.
double ProcessorMilliseconds() {
  return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

double Quantile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  std::ranges::sort(values);
  return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

double Mean(const std::vector<double>& values) {
  return values.empty() ? 0 : std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
}

/// What the finder did with any number of frames.
struct Tally {
  capture::FinderOptions options = {.may_be_whole_picture = false};
  int frames = 0, cards = 0, right = 0, first = 0;
  int frames_with_others = 0;                               ///< in which something else was taken for a card
  std::map<std::string, std::vector<double>> milliseconds;  ///< by the size of the frame
  std::vector<double> error_pixels, error_shares;           ///< of the cards that were found right

  std::vector<capture::FoundCard> Find(const Image& frame) {
    const double begun = ProcessorMilliseconds();
    std::vector<capture::FoundCard> found = capture::FindCards(frame, options);
    const std::string size = std::to_string(frame.width()) + "x" + std::to_string(frame.height());
    milliseconds[size].push_back(ProcessorMilliseconds() - begun);
    return found;
  }

  /// Looks for the cards in the frame and says what went wrong, if anything did.
  std::string Measure(const Image& frame, const std::vector<Quad>& truths) {
    const std::vector<capture::FoundCard> found = Find(frame);
    std::ostringstream wrong;
    std::size_t taken = 0;
    for (const Quad& truth : truths) {
      double least = std::numeric_limits<double>::infinity();
      std::size_t rank = 0;
      for (std::size_t i = 0; i < found.size(); ++i) {
        const double error = capture::CornerError(found[i].corners, truth);
        if (error < least) {
          least = error;
          rank = i;
        }
      }
      ++cards;
      if (least > kRight) {
        wrong << " error " << least;
        continue;
      }
      ++taken;
      ++right;
      first += rank < truths.size() ? 1 : 0;
      error_shares.push_back(least);
      error_pixels.push_back(least * capture::Diagonal(truth));
    }
    ++frames;
    frames_with_others += found.size() > taken ? 1 : 0;
    if (found.size() > taken) wrong << ", " << found.size() - taken << " other things";
    if (!wrong.str().empty() && !found.empty()) wrong << ", most confidence " << found.front().confidence;
    return wrong.str();
  }

  void Print(const std::string& of) const {
    std::cout << of << ": " << right << " of " << cards << " cards found, " << first
              << " before anything else; "
              << "other things on " << frames_with_others << " of " << frames << " pictures";
    if (right > 0) {
      std::cout << "; corners off by " << Mean(error_pixels) << " pixels, " << 100 * Mean(error_shares)
                << " % of the diagonal";
    }
    std::cout << '\n';
    for (const auto& [size, times] : milliseconds) {
      std::cout << "  " << size << " (" << times.size() << "): median " << Quantile(times, 0.5) << " ms, p95 "
                << Quantile(times, 0.95) << " ms\n";
    }
  }
};

void MeasurePictures(const fs::path& folder, const capture::FinderOptions& options) {
  std::ifstream in(folder / "truth.json");
  const auto truths = nlohmann::json::parse(in);
  Tally tally;
  tally.options = options;
  for (const auto& [name, truth] : truths.items()) {
    const Result<Image> picture = imaging::LoadPicture(folder / name);
    if (!picture) throw std::runtime_error(picture.error().message);
    const std::string wrong = tally.Measure(*picture, tools::TrueCorners(truth));
    if (!wrong.empty()) std::cout << name << ' ' << truth.value("scene", "") << ':' << wrong << '\n';
  }
  tally.Print(folder.string());
}

void MeasureTables(int count, std::uint64_t seed) {
  Tally tally;
  for (int i = 0; i < count; ++i) {
    tools::Rng rng(seed, "table", i);
    const double grey_of_card = rng.Real(60, 250);
    const Image table = imaging::ToImage(tools::DrawTable({1280, 720}, rng, grey_of_card, i % 2 == 1));
    const std::string wrong = tally.Measure(table, {});
    if (!wrong.empty()) std::cout << "table " << i << ':' << wrong << '\n';
  }
  tally.Print("tables without a card, every other one cluttered");
}

}  // namespace

int main(int argc, char** argv) {
  cv::setNumThreads(1);
  if (argc < 2) {
    std::cerr << "usage: kith_finding [--live | --live-usual] FOLDER... | --tables COUNT SEED\n";
    return 2;
  }
  if (std::string(argv[1]) == "--tables" && argc == 4) {
    MeasureTables(std::stoi(argv[2]), std::stoull(argv[3]));
    return 0;
  }
  using Sizes = capture::FinderOptions::Sizes;
  const std::string how = argv[1];
  const bool live = how == "--live" || how == "--live-usual";
  const Sizes sizes = how == "--live" ? Sizes::kSmall : Sizes::kUsual;
  const auto options = live ? capture::FinderOptions::OfCamera(sizes, capture::FinderOptions::kAvoidsOthers)
                            : capture::FinderOptions{.may_be_whole_picture = false};
  for (int i = live ? 2 : 1; i < argc; ++i)
    MeasurePictures(argv[i], options);
  return 0;
}
