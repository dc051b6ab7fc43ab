// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/csv/csv.h"

namespace kith::exchange {

/// Rows of CSV in which lists have as many columns as the row with the most values needs: that is known
/// behind the last row only. So a row is appended with marks where cells may be wanting, and Fill puts them
/// in.
class GrowingTable {
 public:
  /// How many cells each piece of a row has at least; the first has one or more, and never grows.
  explicit GrowingTable(const std::vector<std::size_t>& cells);

  /// The cells of each piece. Every cell goes through GuardedCell. Several threads may append, each to its
  /// own.
  void AppendRow(std::string& out, std::initializer_list<std::span<const std::string>> pieces);
  /// How many cells that piece needs, by the rows that were appended.
  std::size_t Cells(std::size_t piece) const { return cells_[piece]; }
  /// Whole rows that were appended, with all the cells of the widest.
  std::string Filled(std::string_view rows) const;

 private:
  std::vector<std::atomic<std::size_t>> cells_;
};

}  // namespace kith::exchange
