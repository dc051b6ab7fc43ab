// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/contact.h"
#include "core/follow_up.h"
#include "core/time.h"

namespace kith::followup {

/// One thing to do some days after meeting a person.
struct PlanStep {
  int after_days = 0;  ///< counted from the day that they were met
  FollowUpKind kind = FollowUpKind::kOther;
  std::string text;                ///< "{name}" stands for the person: "Check in with {name}"
  std::optional<int> repeat_days;  ///< see FollowUp::repeat_days

  friend bool operator==(const PlanStep&, const PlanStep&) = default;
};

/// What an event or a contact gets.
using Plan = std::vector<PlanStep>;

/// Next day: say that it was nice to meet. After a week: ask how things are. Then every 90 days: check in.
Plan DefaultPlan();

/// One follow-up for each step, in the order of the plan. "{name}" becomes the given name, else the full
/// name, else the organization, else "them": so a step's text has it where English wants an object. `now`
/// goes into the new ids.
std::vector<FollowUp> FollowUpsFor(const Plan& plan, const Contact& contact, Day met_on, Instant now);

/// What follows on a repeating one: the same again, `repeat_days` after the day it was done (not after the
/// day it was due, so being late never piles anything up). nullopt for one that doesn't repeat.
std::optional<FollowUp> NextAfter(const FollowUp& done, Day done_on, Instant now);

/// How a text addresses a person: see FollowUpsFor.
std::string NameInText(const Contact& contact);

}  // namespace kith::followup
