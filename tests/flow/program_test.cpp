// SPDX-License-Identifier: Apache-2.0
#include "flow/program.h"

#include <gtest/gtest.h>

#include "flow/manual_executor.h"
#include "tests/flow/fake_ports.h"

namespace kith::flow {
namespace {

class ProgramTest : public testing::Test {
 protected:
  /// Works and steps until nothing happens any more.
  void Settle(Program& program) {
    do {
      program.Step();
    } while (executor_.RunAll() > 0);
    program.Step();
  }

  test::FakePorts fakes_;
  ManualExecutor executor_{&fakes_.ports()};
  Inlets inlets_{{}};
};

TEST_F(ProgramTest, LeadsACardFromTheCameraToAContactThatIsDueTomorrow) {
  Program program({}, inlets_, executor_, fakes_.clock);
  program.Start();
  inlets_.mailbox.Post(CardCaptured{test::TestCard(), "Demo camera"});
  Settle(program);
  ASSERT_TRUE(program.state().review);
  EXPECT_EQ(program.state().review->draft.details.name.full, "Ada Example");

  const ReviewState& review = *program.state().review;
  program.Dispatch({ConfirmReview{DetailsOf(review.rows, review.draft.details, "US"), {}}});
  Settle(program);
  EXPECT_EQ(program.state().screen, Screen::kScan);
  EXPECT_EQ(fakes_.store.contacts().Search({})->at(0).details.name.family, "Example");
  ASSERT_EQ(program.state().due.groups.size(), 1U);
  EXPECT_EQ(program.state().due.groups[0].rows.at(0).when, "tomorrow");
}

TEST_F(ProgramTest, WantsTheCameraOnlyWhileItsPictureIsOnTheScreen) {
  Program program({}, inlets_, executor_, fakes_.clock);
  program.Start();
  program.Step();
  EXPECT_TRUE(inlets_.camera_wanted);
  program.Dispatch({ShowScreen{Screen::kContacts}});
  EXPECT_FALSE(inlets_.camera_wanted);
  program.Dispatch({ShowScreen{Screen::kScan}});
  EXPECT_TRUE(inlets_.camera_wanted);
}

TEST_F(ProgramTest, TakesUpAfterARestartWhatWasCapturedButNotRead) {
  {
    Program program({}, inlets_, executor_, fakes_.clock);
    inlets_.mailbox.Post(CardCaptured{test::TestCard(), "Demo camera"});
    program.Step();
    executor_.RunOne();  // stored, and then the power goes
  }
  ASSERT_TRUE(fakes_.store.queue().Claim());
  ManualExecutor executor(&fakes_.ports());
  Inlets inlets({});
  Program program({}, inlets, executor, fakes_.clock);
  program.Start();
  do {
    program.Step();
  } while (executor.RunAll() > 0);
  program.Step();
  ASSERT_EQ(program.state().scan.cards.size(), 1U);
  EXPECT_EQ(program.state().scan.cards[0].stage, CardStage::kToReview);
  EXPECT_FALSE(program.state().review) << "nobody stands there";
}

TEST_F(ProgramTest, NothingChangesWhileNothingComesIn) {
  Program program({}, inlets_, executor_, fakes_.clock);
  program.Step();
  fakes_.clock.Advance(std::chrono::minutes(5));
  EXPECT_EQ(program.Step(), Change::kNothing);
  inlets_.preview.Put({test::TestCard(), std::nullopt, ScanHint::kHoldStill});
  EXPECT_EQ(program.Step(), Change::kPreview);
  EXPECT_EQ(program.state().scan.preview.hint, ScanHint::kHoldStill);
  EXPECT_EQ(program.Step(), Change::kNothing);
}

TEST_F(ProgramTest, ADeadlineIsAChange) {
  Program program({}, inlets_, executor_, fakes_.clock);
  inlets_.mailbox.Post(CaptureStored{1, MakeId<CaptureId>(fakes_.clock.Now())});
  program.Step();
  ASSERT_TRUE(program.NextDeadline());
  fakes_.clock.SetNow(*program.NextDeadline());
  EXPECT_EQ(program.Step(), Change::kState);
  EXPECT_FALSE(program.state().scan.moment);
}

TEST_F(ProgramTest, ActsOnTheTimeAtWhichAPersonTouched) {
  Program program({}, inlets_, executor_, fakes_.clock);
  fakes_.clock.Advance(std::chrono::minutes(1));
  program.Dispatch({PersonIsThere{}});
  EXPECT_EQ(program.state().last_input, fakes_.clock.Now());
}

}  // namespace
}  // namespace kith::flow
