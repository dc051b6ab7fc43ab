// SPDX-License-Identifier: Apache-2.0
#include "storage/row_batch.h"

#include <algorithm>
#include <utility>

namespace kith::storage {
namespace {

std::string ConditionOfMany() {
  std::string condition = " IN (?";
  for (std::size_t i = 1; i < RowBatch::kMost; ++i)
    condition += ", ?";
  return condition + ")";
}

}  // namespace

RowBatch::RowBatch(std::vector<std::int64_t> rising) : rows_(std::move(rising)) {}

std::size_t RowBatch::PlaceOf(std::int64_t row) const {
  return static_cast<std::size_t>(std::lower_bound(rows_.begin(), rows_.end(), row) - rows_.begin());
}

bool RowBatch::IsRun() const {
  return rows_.size() > 1 && rows_.back() - rows_.front() + 1 == static_cast<std::int64_t>(rows_.size());
}

const std::string& RowBatch::Condition() const {
  static const std::string one = " = ?";
  static const std::string run = " BETWEEN ? AND ?";
  static const std::string many = ConditionOfMany();
  return rows_.size() == 1 ? one : IsRun() ? run : many;
}

Values RowBatch::Values() const {
  if (IsRun()) return {rows_.front(), rows_.back()};
  kith::storage::Values values(rows_.begin(), rows_.end());
  // The last one again says nothing new.
  if (values.size() > 1) values.resize(kMost, rows_.back());
  return values;
}

}  // namespace kith::storage
