// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/ids.h"
#include "core/time.h"
#include "followup/book.h"

namespace kith::followup {

/// What becomes of a contact.
enum class Fate {
  kPlanned,  ///< something is to be done on a day
  kLetGo,    ///< the host decided that nothing is
  kNothing,  ///< neither: here a person may get lost
};

struct NextStep {
  ContactId contact;
  Fate fate = Fate::kNothing;
  std::optional<Day> day = {};  ///< of kPlanned
  std::string text = {};
};

/// The next step of every contact, in the book's order: the first open follow-up, else the check-in of their
/// circle, else the next birthday (which lies within a year).
std::vector<NextStep> NextSteps(const Book& book, const People& people, const Rules& rules, Day today);

}  // namespace kith::followup
