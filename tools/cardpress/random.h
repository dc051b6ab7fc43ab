// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <random>
#include <string_view>
#include <utility>
#include <vector>

namespace kith::tools {

/// The one source of chance in cardpress. The engine's numbers are fixed by the C++ standard, those of the
/// standard distributions are not, so the distributions here are our own: a seed gives the same cards with
/// every compiler.
class Rng {
 public:
  /// An independent stream for each `purpose` and `index`, so that picture 7 stays the same when picture 6
  /// changes or more pictures are asked for.
  Rng(std::uint64_t seed, std::string_view purpose, int index);

  std::uint64_t Bits() { return engine_(); }
  /// Both ends included.
  int Int(int low, int high);
  /// `low` included, `high` not.
  double Real(double low, double high);
  /// Bell-shaped, never further than six `sigma` from `mean` (sum of twelve uniform numbers).
  double Bell(double mean, double sigma);
  bool Chance(double probability) { return Real(0, 1) < probability; }

  template <typename T>
  const T& Pick(const std::vector<T>& from) {
    return from[Below(from.size())];
  }
  template <typename T>
  T PickOf(std::initializer_list<T> from) {
    return from.begin()[Below(from.size())];
  }
  /// One of those, each as often as its `weight` says.
  template <typename List>
  const auto& PickByWeight(const List& from) {
    double total = 0;
    for (const auto& item : from)
      total += item.weight;
    double at = Real(0, total);
    for (const auto& item : from) {
      at -= item.weight;
      if (at < 0) return item;
    }
    return *(std::end(from) - 1);
  }
  template <typename T>
  void Shuffle(std::vector<T>& values) {
    for (std::size_t i = values.size(); i > 1; --i)
      std::swap(values[i - 1], values[Below(i)]);
  }

 private:
  std::size_t Below(std::size_t count);

  std::mt19937_64 engine_;
};

}  // namespace kith::tools
