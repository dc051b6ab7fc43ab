// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/store_contract.h"
#include "tests/support/samples.h"

namespace kith::test {
namespace {

using ReadingQueueContract = StoreContract;
KITH_ON_EVERY_STORE(ReadingQueueContract);

const Error kFailure{ErrorCode::kUnreadable, "The card can't be read."};

TEST_P(ReadingQueueContract, GivesTheOldestCaptureOnce) {
  const CaptureId later = captures().Add(SampleCapture("b", At(2))).value();
  const CaptureId sooner = captures().Add(SampleCapture("a", At(1))).value();
  EXPECT_EQ(queue().Claim().value(), sooner);
  EXPECT_EQ(queue().Claim().value(), later);
  EXPECT_EQ(queue().Claim().value(), std::nullopt);
}

TEST_P(ReadingQueueContract, GivesTheCardOnTheScreenOutOfTurn) {
  const CaptureId first = captures().Add(SampleCapture("a", At(1))).value();
  const CaptureId shown = captures().Add(SampleCapture("b", At(2))).value();
  EXPECT_TRUE(queue().ClaimCapture(shown).value());
  EXPECT_FALSE(queue().ClaimCapture(shown).value()) << "it is being read";
  EXPECT_EQ(queue().Claim().value(), first);
  EXPECT_EQ(queue().Claim().value(), std::nullopt);
  EXPECT_FALSE(queue().ClaimCapture(MakeId<CaptureId>(clock_.Now())).value());
}

TEST_P(ReadingQueueContract, FinishesWithADraft) {
  const CaptureId id = captures().Add(SampleCapture()).value();
  ASSERT_EQ(queue().Claim().value(), id);
  ASSERT_TRUE(queue().Finish(id, SampleDraft()));
  EXPECT_EQ(captures().Get(id).value().state, CaptureState::kDrafted);
  EXPECT_EQ(captures().GetDraft(id).value(), SampleDraft());
  EXPECT_EQ(queue().Claim().value(), std::nullopt);
  EXPECT_FALSE(queue().ClaimCapture(id).value());
}

TEST_P(ReadingQueueContract, ReplacesTheDraftWhenFinishedAgain) {
  const CaptureId id = captures().Add(SampleCapture()).value();
  ASSERT_TRUE(queue().Finish(id, SampleDraft("First Example")));
  ASSERT_TRUE(queue().Finish(id, SampleDraft("Second Example")));
  EXPECT_EQ(captures().GetDraft(id).value(), SampleDraft("Second Example"));
}

TEST_P(ReadingQueueContract, ChangesNothingOnceAPersonHasConfirmed) {
  const CaptureId id = captures().Add(SampleCapture()).value();
  ASSERT_EQ(queue().Claim().value(), id);
  ASSERT_TRUE(queue().Finish(id, SampleDraft("First Example")));
  Contact contact = NamedContact("Ada Example");
  contact.capture = id;
  ASSERT_TRUE(contacts().Confirm(contact, {}));

  EXPECT_TRUE(queue().Finish(id, SampleDraft("Second Example")));
  EXPECT_TRUE(queue().Fail(id, kFailure));

  EXPECT_EQ(captures().Get(id).value().state, CaptureState::kConfirmed);
  EXPECT_EQ(captures().GetDraft(id).value(), SampleDraft("First Example"));
}

TEST_P(ReadingQueueContract, ForgetsTheJobOfACardThatAPersonTyped) {
  const CaptureId id = captures().Add(SampleCapture()).value();
  Contact contact = NamedContact("Ada Example");
  contact.capture = id;
  ASSERT_TRUE(contacts().Confirm(contact, {}));
  EXPECT_EQ(queue().Claim().value(), std::nullopt);
  EXPECT_FALSE(queue().ClaimCapture(id).value());
}

TEST_P(ReadingQueueContract, TriesThreeTimes) {
  const CaptureId id = captures().Add(SampleCapture()).value();
  for (int attempt = 1; attempt <= 3; ++attempt) {
    EXPECT_EQ(captures().Get(id).value().state, CaptureState::kWaiting) << attempt;
    ASSERT_EQ(queue().Claim().value(), id) << attempt;
    ASSERT_TRUE(queue().Fail(id, kFailure));
  }
  EXPECT_EQ(captures().Get(id).value().state, CaptureState::kFailed);
  EXPECT_EQ(queue().Claim().value(), std::nullopt);
  EXPECT_TRUE(captures().CardImage(id, CardSide::kFront)) << "there to be typed by hand";
}

TEST_P(ReadingQueueContract, TakesADraftThatComesAfterTheFailure) {
  const CaptureId id = captures().Add(SampleCapture()).value();
  for (int attempt = 1; attempt <= 3; ++attempt) {
    ASSERT_EQ(queue().Claim().value(), id);
    ASSERT_TRUE(queue().Fail(id, kFailure));
  }
  ASSERT_TRUE(queue().Finish(id, SampleDraft()));
  EXPECT_EQ(captures().Get(id).value().state, CaptureState::kDrafted);
}

TEST_P(ReadingQueueContract, IgnoresAFailureOfWhatIsNotBeingRead) {
  const CaptureId id = captures().Add(SampleCapture()).value();
  for (int attempt = 1; attempt <= 4; ++attempt)
    ASSERT_TRUE(queue().Fail(id, kFailure));
  EXPECT_EQ(captures().Get(id).value().state, CaptureState::kWaiting);
}

TEST_P(ReadingQueueContract, TellsThatACaptureIsGone) {
  const auto unknown = MakeId<CaptureId>(clock_.Now());
  EXPECT_EQ(CodeOf(queue().Finish(unknown, SampleDraft())), ErrorCode::kNotFound);
  EXPECT_EQ(CodeOf(queue().Fail(unknown, kFailure)), ErrorCode::kNotFound);
}

TEST_P(ReadingQueueContract, TakesUpWhatWasInterrupted) {
  const CaptureId begun = captures().Add(SampleCapture("a", At(1))).value();
  const CaptureId waiting = captures().Add(SampleCapture("b", At(2))).value();
  ASSERT_EQ(queue().Claim().value(), begun);
  EXPECT_EQ(queue().ResumeInterrupted().value(), 1);
  EXPECT_EQ(queue().ResumeInterrupted().value(), 0);
  EXPECT_EQ(queue().Claim().value(), waiting) << "if the other is what crashed us, this one is read by then";
  EXPECT_EQ(queue().Claim().value(), begun);
}

TEST_P(ReadingQueueContract, SetsACardAsideThatCrashesTheProgramEveryTime) {
  const CaptureId id = captures().Add(SampleCapture()).value();
  for (int begun = 1; begun <= kCrashedAttempts; ++begun) {
    ASSERT_EQ(queue().Claim().value(), id);
    EXPECT_EQ(queue().ResumeInterrupted().value(), begun < kCrashedAttempts ? 1 : 0);
  }
  EXPECT_EQ(captures().Get(id).value().state, CaptureState::kFailed);
  EXPECT_EQ(queue().Claim().value(), std::nullopt);
}

}  // namespace
}  // namespace kith::test
