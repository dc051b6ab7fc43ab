// SPDX-License-Identifier: Apache-2.0
#include "exchange/dav/plan.h"

namespace kith::exchange::dav {
namespace {

using There = Situation::There;

Step OfWhatIsHere(const Situation& now, Direction direction) {
  switch (now.there) {
    case There::kAbsent:
      if (!now.was_agreed) return now.is_settled ? Step::kNothing : Step::kCreateThere;
      if (direction == Direction::kPublish || now.changed_here) return Step::kCreateThere;
      return Step::kRemoveHere;
    case There::kSame:
      return now.changed_here ? Step::kReconcile : Step::kNothing;
    case There::kChanged:
      break;
  }
  if (direction == Direction::kPublish && now.was_agreed && !now.changed_here) return Step::kNothing;
  return Step::kReconcile;
}

Step OfWhatIsGone(const Situation& now, Direction direction) {
  if (now.there == There::kAbsent) return now.was_agreed ? Step::kForget : Step::kNothing;
  const bool is_new_there = !now.was_agreed;
  if (direction == Direction::kPublish) return is_new_there ? Step::kNothing : Step::kDeleteThere;
  const bool has_news = now.there == There::kChanged;
  switch (now.absence) {
    case Absence::kErased:
      return Step::kDeleteThere;
    case Absence::kMerged:
      return has_news ? Step::kFoldIn : Step::kDeleteThere;
    case Absence::kPutAside:
    case Absence::kUnknown:
      break;
  }
  return has_news ? Step::kTakeHere : Step::kDeleteThere;
}

}  // namespace

Step NextStep(const Situation& situation, Direction direction) {
  return situation.is_here ? OfWhatIsHere(situation, direction) : OfWhatIsGone(situation, direction);
}

bool IsManyToDelete(std::size_t deletions, std::size_t known) {
  constexpr std::size_t kMany = 5;
  constexpr std::size_t kFew = 2;
  constexpr std::size_t kShare = 10;
  return deletions > kMany || (deletions > kFew && deletions * kShare > known);
}

}  // namespace kith::exchange::dav
