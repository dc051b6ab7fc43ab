// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "storage/database.h"

namespace kith::storage {

/// Some rows of contacts whose other rows are read together: one statement a table instead of one a contact.
/// Row numbers rise, so that the file is read from front to back.
class RowBatch {
 public:
  static constexpr std::size_t kMost = 100;

  /// At least one, at most kMost.
  explicit RowBatch(std::vector<std::int64_t> rising);

  std::size_t size() const { return rows_.size(); }
  const std::vector<std::int64_t>& rows() const { return rows_; }
  /// Which of them it is; it must be one.
  std::size_t PlaceOf(std::int64_t row) const;

  /// What follows the name of a column: " = ?", " BETWEEN ? AND ?" where no row is left out between them, or
  /// " IN (?, …)", with Values() for it. Of three lengths only, since each is a prepared statement.
  const std::string& Condition() const;
  kith::storage::Values Values() const;

 private:
  bool IsRun() const;

  std::vector<std::int64_t> rows_;
};

}  // namespace kith::storage
