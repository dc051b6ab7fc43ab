// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <chrono>
#include <utility>

#include "flow/present.h"
#include "flow/update.h"
#include "flow/updater.h"

namespace kith::flow {
namespace {

constexpr std::chrono::milliseconds kGotItStays = kGotItShown;
/// Beyond it, cards that need nobody any more leave the list.
constexpr std::size_t kCardsShown = 30;

bool NeedsSomebody(const RecentCard& card) {
  return card.stage != CardStage::kSaved;
}

void ForgetOldest(std::vector<RecentCard>& cards) {
  while (cards.size() > kCardsShown) {
    const auto done = std::find_if_not(cards.rbegin(), cards.rend(), NeedsSomebody);
    if (done == cards.rend()) return;
    cards.erase(std::next(done).base());
  }
}

}  // namespace

void Updater::On(const CameraOpened& action) {
  state_.scan.camera = action.description;
  state_.scan.camera_error.reset();
  state_.scan.camera_finished = false;
  SettingsState& screen = state_.settings_screen;
  const std::string& wanted = screen.kept.camera.source;
  // Another one may have been chosen while this one came up.
  if (screen.loaded && (wanted.empty() || wanted == action.source))
    screen.working_camera = screen.kept.camera;
}

void Updater::On(const CameraFailed& action) {
  state_.scan.camera_error = action.error;
  state_.scan.preview = {.frame = {}, .card = {}, .hint = ScanHint::kStarting};
}

void Updater::On(const CameraFinished&) {
  state_.scan.camera_finished = true;
}

void Updater::On(const PreviewArrived& action) {
  state_.scan.preview = action.preview;
  state_.scan.camera_error.reset();
  GuestSees(action.preview);
}

void Updater::On(const CardCaptured& action) {
  if (action.card.empty()) return;
  const std::uint64_t ticket = state_.next_ticket++;
  RecentCard card;
  card.ticket = ticket;
  card.source = action.source;
  card.card = action.card;
  if (action.together) {
    card.together_with = state_.scan.last_ticket;  // whose back may still follow
  } else {
    state_.scan.last_ticket = ticket;
  }
  // One that was seen before the camera was told to rest takes nobody's screen.
  if (IsGuestThere() && !action.together && WantsCamera(state_)) BeginVisit(card);
  state_.scan.cards.insert(state_.scan.cards.begin(), std::move(card));
  ForgetOldest(state_.scan.cards);
  const std::optional<Event>& event = state_.settings.event;
  Run(effect::StoreCapture{ticket, action.card, action.source,
                           event ? std::optional<EventId>(event->id) : std::nullopt});
}

void Updater::On(const BackCaptured& action) {
  if (action.card.empty()) return;
  std::vector<RecentCard>& cards = state_.scan.cards;
  const auto front = std::find_if(cards.begin(), cards.end(), [&](const RecentCard& c) {
    return c.ticket != 0 && c.ticket == state_.scan.last_ticket;
  });
  if (front == cards.end()) {  // discarded meanwhile; whatever it is, it isn't thrown away
    On(CardCaptured{action.card, state_.scan.camera});
  } else if (front->stage == CardStage::kStoring) {
    front->back_to_attach = action.card;
  } else {
    Run(effect::AttachBack{front->id, action.card});
  }
}

void Updater::On(const BackAttached& action) {
  if (state_.screen == Screen::kScan && !IsGuestThere())
    state_.scan.moment = BothSidesMoment(state_.now + kGotItStays);
  Run(effect::ReadCapture{action.id});
}

void Updater::On(const CaptureStored& action) {
  std::vector<RecentCard>& cards = state_.scan.cards;
  const auto card = std::find_if(cards.begin(), cards.end(),
                                 [&](const RecentCard& c) { return c.ticket == action.ticket; });
  if (card != cards.end()) {
    card->id = action.id;
    card->stage = CardStage::kReading;
  }
  if (state_.settings.sound) Run(effect::PlayGotIt{});
  if (IsGuestThere()) {
    GuestCardStored(action.ticket, action.id);
  } else {
    state_.scan.moment = GotItMoment(state_.now + kGotItStays);
  }
  if (card != cards.end() && !card->back_to_attach.empty()) {
    Run(effect::AttachBack{action.id, std::exchange(card->back_to_attach, {})});
    return;  // both sides are read in one go, once it is there
  }
  Run(effect::ReadCapture{action.id});
}

void Updater::On(const CaptureNotStored& action) {
  Image back;
  std::erase_if(state_.scan.cards, [&](RecentCard& card) {
    if (card.ticket != action.ticket) return false;
    back = std::move(card.back_to_attach);
    return true;
  });
  if (state_.guest.visit && state_.guest.visit->ticket == action.ticket) LeaveVisit();
  Tell(action.error);
  if (!back.empty()) On(CardCaptured{back, state_.scan.camera});
}

void Updater::On(const DraftReady& action) {
  RecentCard& card = CardFor(action.id);
  if (card.stage == CardStage::kSaved) return;
  card.stage = CardStage::kToReview;
  card.title = DisplayName(action.draft.details);
  RefreshReview(action);
  const bool captured_now = card.ticket != 0;
  if (IsGuestThere()) {
    GuestCardRead(action.id, action.draft, action.back, false);
  } else if (captured_now && MayOpenReviewByItself()) {
    BeginReview({.capture = action.id,
                 .card = action.card,
                 .back = action.back,
                 .draft = action.draft,
                 .rows = RowsOf(action.draft)});
    LookForAlike();
  }
  Run(effect::ReadNext{});
}

void Updater::On(const ReadingFailed& action) {
  RecentCard& card = CardFor(action.id);
  if (card.stage == CardStage::kSaved) return;
  card.stage = action.for_good ? CardStage::kUnreadable : CardStage::kReading;
  if (action.for_good) {
    const bool captured_now = card.ticket != 0;
    if (IsGuestThere()) {
      GuestCardRead(action.id, {}, {}, true);
    } else if (captured_now && MayOpenReviewByItself()) {
      On(OpenReview{action.id});
    }
  }
  Run(effect::ReadNext{});
}

void Updater::On(const NothingToRead&) {}

void Updater::On(const WaitingLoaded& action) {
  for (const WaitingCapture& waiting : action.captures) {
    RecentCard& card = CardFor(waiting.capture.id);
    const bool failed = waiting.capture.state == CaptureState::kFailed;
    card.stage = failed ? CardStage::kUnreadable : CardStage::kToReview;
    card.title = waiting.name;
    card.source = waiting.capture.source;
  }
  if (action.resumed) Run(effect::ReadNext{});
}

RecentCard* Updater::CardWith(CaptureId id) {
  std::vector<RecentCard>& cards = state_.scan.cards;
  const auto card = std::find_if(cards.begin(), cards.end(), [&](const RecentCard& c) { return c.id == id; });
  return card == cards.end() ? nullptr : &*card;
}

RecentCard& Updater::CardFor(CaptureId id) {
  if (RecentCard* card = CardWith(id)) return *card;
  // Ids rise with time, so earlier runs' cards stand below the newer ones.
  std::vector<RecentCard>& cards = state_.scan.cards;
  const auto place = std::find_if(cards.begin(), cards.end(),
                                  [&](const RecentCard& c) { return !c.id.is_nil() && c.id < id; });
  RecentCard card;
  card.id = id;
  return *cards.insert(place, std::move(card));
}

}  // namespace kith::flow
