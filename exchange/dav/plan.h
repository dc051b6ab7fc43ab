// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace kith::exchange::dav {

enum class Direction {
  kBothWays,
  kPublish,  ///< the server follows this machine, which takes nothing from it
};

/// What became of a record here that isn't among those that are kept.
enum class Absence { kUnknown, kMerged, kPutAside, kErased };

/// One record as it is at both ends.
struct Situation {
  bool is_here = false;
  bool changed_here = false;            ///< since both ends agreed; only of use with `was_agreed`
  bool is_settled = false;              ///< done with: not worth creating there
  Absence absence = Absence::kUnknown;  ///< if it isn't here
  bool was_agreed = false;              ///< both ends had it the last time
  enum class There { kAbsent, kSame, kChanged } there = There::kAbsent;
};

enum class Step {
  kNothing,
  kCreateThere,
  kReconcile,  ///< merge both, and write what differs to either end
  kTakeHere,   ///< it is new here
  kFoldIn,     ///< what is new there goes to the contact that it was merged into; then it is deleted there
  kDeleteThere,
  kRemoveHere,
  kForget,  ///< it is gone at both ends
};

/// What was erased or deleted at one end goes at the other, unless that end changed it since; what was erased
/// here goes in any case. Pure.
Step NextStep(const Situation& situation, Direction direction);

/// Whether a person is asked before so many of `known` records are deleted at either end: more than five, or
/// more than a tenth if they are three and more.
bool IsManyToDelete(std::size_t deletions, std::size_t known);

}  // namespace kith::exchange::dav
