// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <exception>

#include "core/language.h"
#include "flow/perform.h"
#include "flow/performer.h"
#include "parse/merge_sides.h"

namespace kith::flow {
namespace {

/// More than a person checks in one go; the rest comes up as these are done.
constexpr int kWaitingShown = 200;

}  // namespace

Action Performer::Do(const effect::StoreCapture& effect) {
  Result<EncodedImage> front = ports_.codec.Encode(effect.card);
  if (!front) return CaptureNotStored{effect.ticket, front.error()};
  const NewCapture capture{.front = std::move(*front),
                           .back = std::nullopt,
                           .taken = ports_.clock.Now(),
                           .source = effect.source,
                           .source_key = "",
                           .event = effect.event};
  const Result<CaptureId> id = ports_.captures.Add(capture);
  if (!id) return CaptureNotStored{effect.ticket, id.error()};
  return CaptureStored{effect.ticket, *id};
}

Action Performer::Do(const effect::AttachBack& effect) {
  const Result<EncodedImage> back = ports_.codec.Encode(effect.back);
  if (!back) return EffectFailed{back.error()};
  const Result<void> attached = ports_.captures.AttachBack(effect.id, *back);
  if (!attached) return EffectFailed{attached.error()};
  return BackAttached{effect.id};
}

Action Performer::Do(const effect::ReadCapture& effect) {
  const Result<bool> claimed = ports_.readings.ClaimCapture(effect.id);
  if (!claimed) return EffectFailed{claimed.error()};
  return *claimed ? Read(effect.id) : Action(NothingToRead{});
}

Action Performer::Do(const effect::ReadNext&) {
  const Result<std::optional<CaptureId>> claimed = ports_.readings.Claim();
  if (!claimed) return EffectFailed{claimed.error()};
  return *claimed ? Read(**claimed) : Action(NothingToRead{});
}

Action Performer::Read(CaptureId id) {
  Result<Image> card = DecodedCard(id, CardSide::kFront);
  if (!card) return GiveUp(id, card.error());
  Result<Draft> draft = DraftOf(*card);
  // The job stays claimed: the next start takes it up again.
  if (!draft && draft.error().code == ErrorCode::kCancelled) return EffectCancelled{};
  if (!draft) return GiveUp(id, draft.error());
  Image back = DecodedCard(id, CardSide::kBack).value_or(Image());
  if (!back.empty()) {
    const Result<Draft> more = DraftOf(back);
    if (!more && more.error().code == ErrorCode::kCancelled) return EffectCancelled{};
    // A back that can't be read must not keep a person from what the front says.
    if (more) *draft = parse::MergeSides(std::move(*draft), *more);
  }
  const Result<void> finished = ports_.readings.Finish(id, *draft);
  if (!finished) return EffectFailed{finished.error()};
  return DraftReady{id, std::move(*draft), std::move(*card), std::move(back)};
}

Result<Draft> Performer::DraftOf(const Image& card) {
  const Result<Reading> reading = ports_.reader.Read(card, stop_);
  if (!reading) return reading.error();
  if (stop_.stop_requested()) return Error{ErrorCode::kCancelled, std::string(Tr("Stopped."))};
  return Parsed(*reading);
}

Result<Image> Performer::DecodedCard(CaptureId id, CardSide side) {
  const Result<EncodedImage> encoded = ports_.captures.CardImage(id, side);
  if (!encoded) return encoded.error();
  return ports_.codec.Decode(*encoded);
}

Result<Draft> Performer::Parsed(const Reading& reading) {
  try {
    return ports_.parse(reading);
  } catch (const std::exception& e) {
    return Error{ErrorCode::kInternal,
                 std::string(Tr("Kith could not make sense of this card. Please type it in.")), e.what()};
  }
}

Action Performer::GiveUp(CaptureId id, const Error& error) {
  const Result<void> failed = ports_.readings.Fail(id, error);
  if (!failed) return EffectFailed{failed.error()};
  const Result<Capture> capture = ports_.captures.Get(id);
  if (!capture) return EffectFailed{capture.error()};
  return ReadingFailed{id, capture->state == CaptureState::kFailed, error};
}

Result<void> Performer::AddWaiting(CaptureState state, std::vector<WaitingCapture>& waiting) {
  const Result<std::vector<Capture>> captures = ports_.captures.List(state, kWaitingShown);
  if (!captures) return captures.error();
  for (const Capture& capture : *captures) {
    const Result<Draft> draft = ports_.captures.GetDraft(capture.id);
    waiting.push_back({capture, draft ? draft->details.name.full : std::string()});
  }
  return {};
}

Action Performer::Do(const effect::LoadWaiting& effect) {
  if (effect.resume_interrupted) {
    const Result<int> resumed = ports_.readings.ResumeInterrupted();
    if (!resumed) return EffectFailed{resumed.error()};
  }
  WaitingLoaded loaded;
  loaded.resumed = effect.resume_interrupted;
  for (const CaptureState state : {CaptureState::kDrafted, CaptureState::kFailed}) {
    const Result<void> added = AddWaiting(state, loaded.captures);
    if (!added) return EffectFailed{added.error()};
  }
  std::stable_sort(loaded.captures.begin(), loaded.captures.end(),
                   [](const auto& a, const auto& b) { return a.capture.taken < b.capture.taken; });
  return loaded;
}

Action Performer::Do(const effect::LoadReview& effect) {
  const Result<Capture> capture = ports_.captures.Get(effect.id);
  if (!capture) return ReviewNotLoaded{effect.id, capture.error()};
  ReviewLoaded loaded{.id = effect.id,
                      .draft = {},
                      .card = {},
                      .back = {},
                      .unreadable = capture->state == CaptureState::kFailed};
  if (!loaded.unreadable) {
    Result<Draft> draft = ports_.captures.GetDraft(effect.id);
    if (!draft) return ReviewNotLoaded{effect.id, draft.error()};
    loaded.draft = std::move(*draft);
  }
  // A picture that can't be decoded must not keep a person from the words that were read on it.
  loaded.card = DecodedCard(effect.id, CardSide::kFront).value_or(Image());
  loaded.back = DecodedCard(effect.id, CardSide::kBack).value_or(Image());
  return loaded;
}

Action Performer::Do(const effect::EraseCapture& effect) {
  const Result<void> erased = ports_.captures.Erase(effect.id);
  if (!erased) return ConfirmFailed{effect.id, erased.error()};
  return CaptureErased{effect.id};
}

}  // namespace kith::flow
