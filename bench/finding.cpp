// SPDX-License-Identifier: Apache-2.0
// How well and how quickly cards are found: on pictures with their truth beside them, as cardpress makes, and
// on tables without a card.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <limits>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>
#include <opencv2/core/utility.hpp>

#include "capture/card_finder.h"
#include "capture/quad.h"
#include "imaging/codec.h"
#include "imaging/mat.h"
#include "tools/cardpress/table.h"

namespace {

using namespace kith;
namespace fs = std::filesystem;

constexpr double kRight = 0.015;  // mean corner error over the card's diagonal

struct Tally {
  std::vector<double> milliseconds;

  std::vector<capture::FoundCard> Find(const Image& frame) {
    const auto begun = std::chrono::steady_clock::now();
    std::vector<capture::FoundCard> found = capture::FindCards(frame, {.may_be_whole_picture = false});
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begun;
    milliseconds.push_back(took.count());
    return found;
  }

  double Quantile(double share) {
    if (milliseconds.empty()) return 0;
    std::ranges::sort(milliseconds);
    return milliseconds[static_cast<std::size_t>(share * static_cast<double>(milliseconds.size() - 1))];
  }
};

Quad CornersOf(const nlohmann::json& truth) {
  Quad quad;
  for (std::size_t i = 0; i < 4; ++i)
    quad[i] = {truth.at("corners").at(i).at(0), truth.at("corners").at(i).at(1)};
  return quad;
}

void MeasurePictures(const fs::path& folder) {
  std::ifstream in(folder / "truth.json");
  const auto truths = nlohmann::json::parse(in);
  Tally tally;
  int right = 0, first = 0, strangers = 0, count = 0;
  for (const auto& [name, truth] : truths.items()) {
    const Result<Image> picture = imaging::LoadPicture(folder / name);
    if (!picture) throw std::runtime_error(picture.error().message);
    const Quad corners = CornersOf(truth);
    double least = std::numeric_limits<double>::infinity();
    std::size_t rank = 0;
    const auto found = tally.Find(*picture);
    for (std::size_t i = 0; i < found.size(); ++i) {
      const double error = capture::CornerError(found[i].corners, corners);
      if (error < least) {
        least = error;
        rank = i;
      }
    }
    const bool is_right = least <= kRight;
    ++count;
    right += is_right ? 1 : 0;
    first += is_right && rank == 0 ? 1 : 0;
    strangers += static_cast<int>(found.size()) - (is_right ? 1 : 0);
    if (!is_right || rank > 0)
      std::cout << name << ": error " << least << ", " << found.size() << " found, rank " << rank << '\n';
  }
  std::cout << folder.string() << ": " << right << " of " << count << " cards found, " << first
            << " as the first; " << strangers << " other things; median " << tally.Quantile(0.5)
            << " ms, p95 " << tally.Quantile(0.95) << " ms\n";
}

void MeasureTables(int count, std::uint64_t seed) {
  Tally tally;
  int found = 0;
  for (int i = 0; i < count; ++i) {
    tools::Rng rng(seed, "table", i);
    const double grey_of_card = rng.Real(60, 250);
    const Image table = imaging::ToImage(tools::DrawTable({1280, 720}, rng, grey_of_card, i % 2 == 1));
    const auto cards = tally.Find(table);
    found += cards.empty() ? 0 : 1;
    if (!cards.empty()) std::cout << "table " << i << ": confidence " << cards.front().confidence << '\n';
  }
  std::cout << "a card on " << found << " of " << count << " tables, every other one cluttered; median "
            << tally.Quantile(0.5) << " ms\n";
}

}  // namespace

int main(int argc, char** argv) {
  cv::setNumThreads(1);
  if (argc < 2) {
    std::cerr << "usage: kith_finding FOLDER... | --tables COUNT SEED\n";
    return 2;
  }
  if (std::string(argv[1]) == "--tables" && argc == 4) {
    MeasureTables(std::stoi(argv[2]), std::stoull(argv[3]));
    return 0;
  }
  for (int i = 1; i < argc; ++i)
    MeasurePictures(argv[i]);
  return 0;
}
