// SPDX-License-Identifier: Apache-2.0
#include "flow/job_runner.h"

#include <stdexcept>

#include <gtest/gtest.h>

#include "flow/manual_executor.h"
#include "tests/flow/fake_ports.h"

namespace kith::flow {
namespace {

class JobRunnerTest : public testing::Test {
 protected:
  template <typename T>
  T OnlyAction() {
    executor_.RunAll();
    std::vector<Action> actions = mailbox_.Drain();
    EXPECT_EQ(actions.size(), 1U);
    const T* action = actions.at(0).As<T>();
    if (!action) throw std::runtime_error("something else");
    return *action;
  }

  test::FakePorts fakes_;
  ManualExecutor executor_{&fakes_.ports()};
  Mailbox<Action> mailbox_;
  JobRunner runner_{executor_, mailbox_};
};

TEST_F(JobRunnerTest, PostsWhatCameOfTheEffect) {
  runner_.Run(
      effect::StoreCapture{.ticket = 7, .card = test::TestCard(), .source = "Demo camera", .event = {}});
  EXPECT_TRUE(mailbox_.Drain().empty());
  EXPECT_EQ(OnlyAction<CaptureStored>().ticket, 7U);
}

TEST_F(JobRunnerTest, TurnsAnExceptionIntoTheFailureOfThatEffect) {
  fakes_.ports().plan = [](const Contact&, const followup::EventDays&, followup::DayLoad&,
                           Instant) -> std::vector<FollowUp> { throw std::runtime_error("broken plan"); };
  const CaptureId capture = MakeId<CaptureId>(fakes_.clock.Now());
  runner_.Run(effect::ConfirmContact{.capture = capture, .details = {}, .interests = {}, .event = {}});
  const ConfirmFailed failed = OnlyAction<ConfirmFailed>();
  EXPECT_EQ(failed.capture, capture);
  EXPECT_EQ(failed.error.code, ErrorCode::kInternal);
  EXPECT_EQ(failed.error.detail, "broken plan");
}

TEST_F(JobRunnerTest, EndsAReadingQuietlyWhenAskedToStop) {
  executor_.RequestStop();
  runner_.Run(effect::ReadNext{});
  OnlyAction<EffectCancelled>();
}

TEST_F(JobRunnerTest, SaysThatACardWasNotKeptWhenTheQueueIsFull) {
  executor_.Refuse({ErrorCode::kUnavailable, "Kith is busy."});
  runner_.Run(effect::StoreCapture{.ticket = 3, .card = test::TestCard(), .source = "", .event = {}});
  const CaptureNotStored failed = OnlyAction<CaptureNotStored>();
  EXPECT_EQ(failed.ticket, 3U);
  EXPECT_EQ(failed.error.message, "Kith is busy.");
}

TEST_F(JobRunnerTest, SaysWhyThereIsNoWorkbench) {
  ManualExecutor without_ports(Error{ErrorCode::kStorage, "The database can't be opened."});
  JobRunner runner(without_ports, mailbox_);
  runner.Run(effect::FindContacts{.ticket = 1, .query = {.text = "ada"}});
  without_ports.RunAll();
  const std::vector<Action> actions = mailbox_.Drain();
  ASSERT_EQ(actions.size(), 1U);
  EXPECT_EQ(actions[0].As<EffectFailed>()->error.message, "The database can't be opened.");
}

}  // namespace
}  // namespace kith::flow
