// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "core/following_store.h"
#include "followup/book.h"
#include "followup/changes.h"

namespace kith::followup {

/// What becomes of one follow-up when its plan or the calendar has changed.
struct PlanMove {
  std::optional<FollowUp> before;  ///< nullopt: a new step
  std::optional<FollowUp> after;   ///< nullopt: its step is gone
};

struct PlanPreview {
  std::vector<PlanMove> moves;  ///< by the day before, new ones last
  FollowingChange change;       ///< does all of them
};

/// What isn't done yet, put in line with `rules`: changed words and days, steps that are new or gone, days
/// that are skipped now. Nothing that was done changes, nor a day that a person chose, nor what has no
/// plan or a plan that isn't in the rules any more. Nothing moves that the plan doesn't want to move: the
/// same rules twice change nothing.
PlanPreview PreviewPlans(const Book& book, const Rules& rules, Moment moment);

}  // namespace kith::followup
