// SPDX-License-Identifier: Apache-2.0
#include "exchange/dav/plan.h"

#include <gtest/gtest.h>

namespace kith::exchange::dav {
namespace {

using There = Situation::There;

Step Both(const Situation& situation) {
  return NextStep(situation, Direction::kBothWays);
}

TEST(NextStep, CreatesAndTakesWhatIsNew) {
  EXPECT_EQ(Both({.is_here = true}), Step::kCreateThere);
  EXPECT_EQ(Both({.is_here = true, .is_settled = true}), Step::kNothing);
  EXPECT_EQ(Both({.there = There::kChanged}), Step::kTakeHere);
  EXPECT_EQ(NextStep({.there = There::kChanged}, Direction::kPublish), Step::kNothing);
}

TEST(NextStep, MergesWhatChangedOrMeetsForTheFirstTime) {
  EXPECT_EQ(Both({.is_here = true, .was_agreed = true, .there = There::kSame}), Step::kNothing);
  EXPECT_EQ(Both({.is_here = true, .changed_here = true, .was_agreed = true, .there = There::kSame}),
            Step::kReconcile);
  EXPECT_EQ(Both({.is_here = true, .was_agreed = true, .there = There::kChanged}), Step::kReconcile);
  EXPECT_EQ(Both({.is_here = true, .there = There::kChanged}), Step::kReconcile)
      << "as after a write whose answer was lost";
}

TEST(NextStep, DeletesAtOneEndWhatWentAtTheOther) {
  EXPECT_EQ(Both({.is_here = true, .was_agreed = true}), Step::kRemoveHere);
  EXPECT_EQ(Both({.absence = Absence::kErased, .was_agreed = true, .there = There::kSame}),
            Step::kDeleteThere);
  EXPECT_EQ(Both({.absence = Absence::kErased, .was_agreed = true}), Step::kForget);
}

TEST(NextStep, KeepsWhatTheOtherEndChangedUnlessItWasErasedHere) {
  EXPECT_EQ(Both({.is_here = true, .changed_here = true, .was_agreed = true}), Step::kCreateThere);
  EXPECT_EQ(Both({.was_agreed = true, .there = There::kChanged}), Step::kTakeHere);
  EXPECT_EQ(Both({.absence = Absence::kErased, .was_agreed = true, .there = There::kChanged}),
            Step::kDeleteThere);
  EXPECT_EQ(Both({.absence = Absence::kErased, .there = There::kChanged}), Step::kDeleteThere);
  EXPECT_EQ(Both({.absence = Absence::kPutAside, .there = There::kChanged}), Step::kTakeHere);
}

TEST(NextStep, FoldsWhatWasMergedIntoAnother) {
  EXPECT_EQ(Both({.absence = Absence::kMerged, .was_agreed = true, .there = There::kSame}),
            Step::kDeleteThere);
  EXPECT_EQ(Both({.absence = Absence::kMerged, .was_agreed = true, .there = There::kChanged}), Step::kFoldIn);
}

TEST(NextStep, TakesNothingAndRemovesNothingHereWhenPublishing) {
  const Situation gone_there = {.is_here = true, .was_agreed = true};
  EXPECT_EQ(NextStep(gone_there, Direction::kPublish), Step::kCreateThere);
  const Situation changed_there = {.is_here = true, .was_agreed = true, .there = There::kChanged};
  EXPECT_EQ(NextStep(changed_there, Direction::kPublish), Step::kNothing);
}

TEST(IsManyToDelete, MeansMoreThanFiveOrATenth) {
  EXPECT_FALSE(IsManyToDelete(5, 1000));
  EXPECT_TRUE(IsManyToDelete(6, 1000));
  EXPECT_FALSE(IsManyToDelete(2, 4)) << "one or two are seen at a glance";
  EXPECT_TRUE(IsManyToDelete(3, 20));
  EXPECT_FALSE(IsManyToDelete(3, 40));
}

}  // namespace
}  // namespace kith::exchange::dav
