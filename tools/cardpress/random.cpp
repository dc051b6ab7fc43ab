// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/random.h"

namespace kith::tools {
namespace {

// SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", 2014): spreads seeds that
// differ in one bit over the whole state.
std::uint64_t Mix(std::uint64_t value) {
  value += 0x9E3779B97F4A7C15U;
  value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
  value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
  return value ^ (value >> 31U);
}

std::uint64_t StreamSeed(std::uint64_t seed, std::string_view purpose, int index) {
  std::uint64_t state = Mix(seed);
  for (const char c : purpose)
    state = Mix(state ^ static_cast<unsigned char>(c));
  return Mix(state ^ static_cast<std::uint64_t>(index));
}

}  // namespace

Rng::Rng(std::uint64_t seed, std::string_view purpose, int index)
    : engine_(StreamSeed(seed, purpose, index)) {}

std::size_t Rng::Below(std::size_t count) {
  return static_cast<std::size_t>(engine_() % count);
}

int Rng::Int(int low, int high) {
  return low + static_cast<int>(Below(static_cast<std::size_t>(high - low) + 1));
}

double Rng::Real(double low, double high) {
  constexpr double kStep = 1.0 / 9007199254740992.0;  // 2^-53: every double in [0, 1) is equally likely
  return low + (high - low) * static_cast<double>(engine_() >> 11U) * kStep;
}

double Rng::Bell(double mean, double sigma) {
  double sum = -6;
  for (int i = 0; i < 12; ++i)
    sum += Real(0, 1);
  return mean + sigma * sum;
}

}  // namespace kith::tools
