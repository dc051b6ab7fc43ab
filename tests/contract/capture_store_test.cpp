// SPDX-License-Identifier: Apache-2.0
#include "core/capture_store.h"

#include "tests/contract/store_contract.h"
#include "tests/support/samples.h"

namespace kith::test {
namespace {

using CaptureStoreContract = StoreContract;
KITH_ON_EVERY_STORE(CaptureStoreContract);

TEST_P(CaptureStoreContract, KeepsACaptureWithBothSides) {
  NewCapture capture = SampleCapture(std::string("front\0\xFF", 7), At(5));
  capture.back = EncodedImage{{9, 0, 9}, "image/png"};
  capture.event = events().FindOrCreate("Spring Meetup").value().id;

  const CaptureId id = captures().Add(capture).value();

  EXPECT_EQ(captures().Get(id).value(),
            (Capture{id, At(5), "Test camera", CaptureState::kWaiting, capture.event}));
  EXPECT_EQ(captures().CardImage(id, CardSide::kFront).value(), capture.front);
  EXPECT_EQ(captures().CardImage(id, CardSide::kBack).value(), *capture.back);
}

TEST_P(CaptureStoreContract, KeepsABackThatComesLaterAndReadsBothSides) {
  const CaptureId id = captures().Add(SampleCapture("front")).value();
  ASSERT_EQ(queue().Claim().value(), id);
  ASSERT_TRUE(queue().Finish(id, SampleDraft()));

  ASSERT_TRUE(captures().AttachBack(id, {{9, 0, 9}, "image/png"}));

  EXPECT_EQ(captures().CardImage(id, CardSide::kBack).value(), (EncodedImage{{9, 0, 9}, "image/png"}));
  EXPECT_EQ(captures().CardImage(id, CardSide::kFront).value(), SampleCapture("front").front);
  EXPECT_EQ(captures().Get(id).value().state, CaptureState::kWaiting);
  EXPECT_EQ(captures().GetDraft(id).value(), SampleDraft()) << "until both sides are read";
  EXPECT_EQ(queue().Claim().value(), id);
  ASSERT_TRUE(queue().Finish(id, SampleDraft("Both Sides")));
  EXPECT_EQ(queue().Claim().value(), std::nullopt);
}

TEST_P(CaptureStoreContract, ReadsAgainIfTheBackCameWhileTheFrontWasRead) {
  const CaptureId id = captures().Add(SampleCapture()).value();
  ASSERT_EQ(queue().Claim().value(), id);
  ASSERT_TRUE(captures().AttachBack(id, {{9}, "image/png"}));
  ASSERT_TRUE(queue().Finish(id, SampleDraft("Front Only")));

  EXPECT_EQ(captures().GetDraft(id).value(), SampleDraft("Front Only"));
  EXPECT_TRUE(queue().ClaimCapture(id).value()) << "the reader of the front alone doesn't end the job";
  ASSERT_TRUE(queue().Finish(id, SampleDraft("Both Sides")));
  EXPECT_EQ(captures().GetDraft(id).value(), SampleDraft("Both Sides"));
  EXPECT_EQ(queue().Claim().value(), std::nullopt);
}

TEST_P(CaptureStoreContract, ReadsACardThatFailedAgainWithItsBack) {
  const CaptureId id = captures().Add(SampleCapture()).value();
  for (int attempt = 0; attempt < kReadingAttempts; ++attempt) {
    ASSERT_EQ(queue().Claim().value(), id);
    ASSERT_TRUE(queue().Fail(id, {ErrorCode::kUnreadable, "No text."}));
  }
  ASSERT_EQ(captures().Get(id).value().state, CaptureState::kFailed);
  ASSERT_TRUE(captures().AttachBack(id, {{9}, "image/png"}));
  EXPECT_EQ(captures().Get(id).value().state, CaptureState::kWaiting);
  EXPECT_EQ(queue().Claim().value(), id);
}

TEST_P(CaptureStoreContract, OnlyKeepsABackThatComesAfterAPersonHasConfirmed) {
  const CaptureId id = captures().Add(SampleCapture()).value();
  ASSERT_TRUE(queue().Finish(id, SampleDraft()));
  Contact contact = NamedContact("Ada Example");
  contact.capture = id;
  ASSERT_TRUE(contacts().Confirm(contact, {}));

  ASSERT_TRUE(captures().AttachBack(id, {{9}, "image/png"}));

  EXPECT_EQ(captures().CardImage(id, CardSide::kBack).value().bytes.size(), 1U);
  EXPECT_EQ(captures().Get(id).value().state, CaptureState::kConfirmed);
  EXPECT_EQ(queue().Claim().value(), std::nullopt);
}

TEST_P(CaptureStoreContract, RefusesABackOfNothingAndOfNobody) {
  const CaptureId id = captures().Add(SampleCapture()).value();
  EXPECT_EQ(CodeOf(captures().AttachBack(id, {})), ErrorCode::kInvalidInput);
  EXPECT_EQ(CodeOf(captures().AttachBack(MakeId<CaptureId>(clock_.Now()), {{9}, "image/png"})),
            ErrorCode::kNotFound);
}

TEST_P(CaptureStoreContract, TellsWhatIsMissing) {
  const CaptureId id = captures().Add(SampleCapture()).value();
  EXPECT_EQ(CodeOf(captures().CardImage(id, CardSide::kBack)), ErrorCode::kNotFound);
  EXPECT_EQ(CodeOf(captures().GetDraft(id)), ErrorCode::kNotFound);

  const auto unknown = MakeId<CaptureId>(clock_.Now());
  EXPECT_EQ(CodeOf(captures().Get(unknown)), ErrorCode::kNotFound);
  EXPECT_EQ(CodeOf(captures().CardImage(unknown, CardSide::kFront)), ErrorCode::kNotFound);
  EXPECT_EQ(CodeOf(captures().GetDraft(unknown)), ErrorCode::kNotFound);
  EXPECT_EQ(CodeOf(captures().Erase(unknown)), ErrorCode::kNotFound);
}

TEST_P(CaptureStoreContract, RefusesACaptureWithoutAnImage) {
  EXPECT_EQ(CodeOf(captures().Add(SampleCapture(""))), ErrorCode::kInvalidInput);
  EXPECT_TRUE(captures().List(CaptureState::kWaiting, 10).value().empty());
}

TEST_P(CaptureStoreContract, RefusesAnUnknownEvent) {
  NewCapture capture = SampleCapture();
  capture.event = MakeId<EventId>(clock_.Now());
  EXPECT_EQ(CodeOf(captures().Add(capture)), ErrorCode::kNotFound);
  EXPECT_TRUE(captures().List(CaptureState::kWaiting, 10).value().empty());
}

TEST_P(CaptureStoreContract, GivesTheSameIdForTheSameSourceKey) {
  NewCapture capture = SampleCapture("one");
  capture.source_key = "digest#0";
  const CaptureId id = captures().Add(capture).value();
  capture.front.bytes = {1};
  EXPECT_EQ(captures().Add(capture).value(), id);
  EXPECT_EQ(captures().List(CaptureState::kWaiting, 10).value().size(), 1U);
  EXPECT_EQ(captures().CardImage(id, CardSide::kFront).value().bytes.size(), 3U) << "the first one stays";

  capture.source_key = "digest#1";
  EXPECT_NE(captures().Add(capture).value(), id);
}

TEST_P(CaptureStoreContract, KeepsEveryCaptureWithoutASourceKey) {
  EXPECT_NE(captures().Add(SampleCapture()).value(), captures().Add(SampleCapture()).value());
}

TEST_P(CaptureStoreContract, ListsOneStateOldestFirst) {
  const CaptureId later = captures().Add(SampleCapture("b", At(2))).value();
  const CaptureId sooner = captures().Add(SampleCapture("a", At(1))).value();
  const CaptureId drafted = captures().Add(SampleCapture("c", At(0))).value();
  ASSERT_TRUE(queue().Finish(drafted, SampleDraft()));

  const std::vector<Capture> waiting = captures().List(CaptureState::kWaiting, 10).value();
  ASSERT_EQ(waiting.size(), 2U);
  EXPECT_EQ(waiting[0].id, sooner);
  EXPECT_EQ(waiting[1].id, later);
  EXPECT_EQ(captures().List(CaptureState::kWaiting, 1).value().size(), 1U);
  EXPECT_TRUE(captures().List(CaptureState::kWaiting, 0).value().empty());
  EXPECT_EQ(captures().List(CaptureState::kDrafted, 10).value().at(0).id, drafted);
}

TEST_P(CaptureStoreContract, ErasesACaptureAndEverythingOfIt) {
  NewCapture capture = SampleCapture();
  capture.source_key = "digest#0";
  const CaptureId id = captures().Add(capture).value();
  ASSERT_TRUE(queue().Finish(id, SampleDraft()));
  Contact contact = NamedContact("Ada Example");
  contact.capture = id;
  ASSERT_TRUE(contacts().Confirm(contact, {}));

  ASSERT_TRUE(captures().Erase(id));

  EXPECT_EQ(CodeOf(captures().Get(id)), ErrorCode::kNotFound);
  EXPECT_EQ(CodeOf(captures().CardImage(id, CardSide::kFront)), ErrorCode::kNotFound);
  EXPECT_EQ(CodeOf(captures().GetDraft(id)), ErrorCode::kNotFound);
  EXPECT_EQ(contacts().Get(contact.id).value().capture, std::nullopt) << "the contact stays";
  EXPECT_NE(captures().Add(capture).value(), id) << "the key is free again";
}

TEST_P(CaptureStoreContract, ErasesTheJobToo) {
  const CaptureId id = captures().Add(SampleCapture()).value();
  ASSERT_TRUE(captures().Erase(id));
  EXPECT_EQ(queue().Claim().value(), std::nullopt);
}

}  // namespace
}  // namespace kith::test
