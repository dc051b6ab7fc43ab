// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/draft.h"

namespace kith {

/// A draft beside what a person made of it.
struct ReadingCheck {
  int fields = 0;
  int sure = 0;       ///< of the fields: not doubtful
  int corrected = 0;  ///< changed, taken away or added; a changed one counts once

  friend bool operator==(const ReadingCheck&, const ReadingCheck&) = default;
};

ReadingCheck CheckReading(const Draft& draft, const ContactDetails& confirmed);

}  // namespace kith
