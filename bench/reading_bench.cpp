// SPDX-License-Identifier: Apache-2.0
// What each step from a picture to a draft takes, on the bundled samples.
#include <filesystem>
#include <stdexcept>
#include <vector>

#include <benchmark/benchmark.h>

#include "capture/card_finder.h"
#include "imaging/codec.h"
#include "ocr/card_reader.h"
#include "parse/card_parser.h"

namespace {

using namespace kith;
namespace fs = std::filesystem;

constexpr int kSamples = 8;

template <typename T>
T OrThrow(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message);
  return *std::move(result);
}

const Image& Sample(std::int64_t index) {
  static const std::vector<Image> samples = [] {
    std::vector<Image> images;
    for (int i = 1; i <= kSamples; ++i) {
      const std::string name = "0" + std::to_string(i) + ".jpg";
      images.push_back(
          OrThrow(imaging::LoadPicture(fs::path(KITH_SOURCE_DIR) / "assets" / "samples" / name)));
    }
    return images;
  }();
  return samples.at(static_cast<std::size_t>(index));
}

ocr::CardReader& Reader() {
  static const std::unique_ptr<ocr::CardReader> reader =
      OrThrow(ocr::CardReader::Open({.models = fs::path(KITH_SOURCE_DIR) / "assets" / "models"}));
  return *reader;
}

void LoadPicture(benchmark::State& state) {
  const fs::path file = fs::path(KITH_SOURCE_DIR) / "assets" / "samples" / "01.jpg";
  for (auto _ : state)
    benchmark::DoNotOptimize(OrThrow(imaging::LoadPicture(file)));
}
BENCHMARK(LoadPicture)->Unit(benchmark::kMillisecond);

void FindCardsInAFrame(benchmark::State& state) {
  for (auto _ : state) {
    for (int i = 0; i < kSamples; ++i)
      benchmark::DoNotOptimize(capture::FindCards(Sample(i), capture::FinderOptions::OfCamera()));
  }
  state.SetItemsProcessed(state.iterations() * kSamples);
}
BENCHMARK(FindCardsInAFrame)->Unit(benchmark::kMillisecond);

void QuarterTurnsToUpright(benchmark::State& state) {
  for (auto _ : state) {
    for (int i = 0; i < kSamples; ++i)
      benchmark::DoNotOptimize(OrThrow(Reader().QuarterTurnsToUpright(Sample(i), ocr::TurnHint::kAnyWay)));
  }
  state.SetItemsProcessed(state.iterations() * kSamples);
}
BENCHMARK(QuarterTurnsToUpright)->Unit(benchmark::kMillisecond);

void ReadCard(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(OrThrow(Reader().Read(Sample(state.range(0)), {})));
}
// OpenCV lets several threads work on the networks of the second reader.
BENCHMARK(ReadCard)->DenseRange(0, kSamples - 1)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();

void ParseCard(benchmark::State& state) {
  const Reading reading = OrThrow(Reader().Read(Sample(state.range(0)), {}));
  for (auto _ : state)
    benchmark::DoNotOptimize(parse::ParseCard(reading, {.region = "US"}));
}
BENCHMARK(ParseCard)->DenseRange(0, kSamples - 1)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
