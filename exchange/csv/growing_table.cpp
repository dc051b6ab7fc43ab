// SPDX-License-Identifier: Apache-2.0
#include "exchange/csv/growing_table.h"

#include <charconv>

namespace kith::exchange {
namespace {

/// Around the number of cells that a piece has. No cell holds one: clean text has no control characters.
constexpr char kMark = '\x1F';

void RaiseTo(std::atomic<std::size_t>& most, std::size_t count) {
  std::size_t before = most;
  while (before < count && !most.compare_exchange_weak(before, count)) {
  }
}

}  // namespace

GrowingTable::GrowingTable(const std::vector<std::size_t>& cells) : cells_(cells.begin(), cells.end()) {}

void GrowingTable::AppendRow(std::string& out, std::initializer_list<std::span<const std::string>> pieces) {
  bool first = true;
  auto most = cells_.begin();
  for (const std::span<const std::string> piece : pieces) {
    for (const std::string& cell : piece) {
      if (!first) out += ',';
      first = false;
      AppendCsvCell(out, cell);
    }
    out += kMark + std::to_string(piece.size()) + kMark;
    RaiseTo(*most++, piece.size());
  }
  out += "\r\n";
}

std::string GrowingTable::Filled(std::string_view rows) const {
  std::string filled;
  filled.reserve(rows.size());
  std::size_t piece = 0;
  for (;;) {
    const std::size_t begin = rows.find(kMark);
    filled += rows.substr(0, begin);
    if (begin == std::string_view::npos) return filled;
    const std::size_t end = rows.find(kMark, begin + 1);
    std::size_t cells = 0;
    std::from_chars(rows.data() + begin + 1, rows.data() + end, cells);
    for (; cells < cells_[piece]; ++cells)
      filled += ",\"\"";
    piece = (piece + 1) % cells_.size();
    rows.remove_prefix(end + 1);
  }
}

}  // namespace kith::exchange
