// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time.h"
#include "followup/book.h"

namespace kith::bench {

inline constexpr Day kBenchDay{std::chrono::year(2026), std::chrono::November, std::chrono::day(23)};

struct BookSize {
  int contacts = 0;
  bool one_event = false;  ///< all were met there, on kBenchDay
  unsigned seed = 7;
};

/// People who were met within the last year: a third with a birthday, in circles as one has them (a tenth
/// close, four tenths friends, the rest yearly), with one open follow-up each, two to four interests of a few
/// hundred that some share more than others, some who look for or offer something, towns and languages.
followup::Book FictionalBook(const BookSize& size);

}  // namespace kith::bench
