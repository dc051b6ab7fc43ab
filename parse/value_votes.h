// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "parse/values.h"

/// How passes vote on a value. Private to values.cpp.
namespace kith::parse {

/// One pass's reading of a value.
struct Vote {
  ContactValue value;
  std::string key;  ///< equal for readings that are the same value
  double weight = 0;
};

/// Readings of one place.
struct Cluster {
  Box box;
  FieldKind kind = FieldKind::kPhone;
  std::vector<Vote> votes;

  double Weight() const {
    double sum = 0;
    for (const Vote& vote : votes)
      sum += vote.weight;
    return sum;
  }
};

/// The digits and letters of a number: equal for numbers that are the same.
std::string PhoneKey(const Phone& phone);

/// The reading with the most weight; `bonus`: weight to be added, by key; `runs` passes saw the line.
ContactValue Winner(const Cluster& cluster, const std::map<std::string, double>& bonus, std::size_t runs);

}  // namespace kith::parse
