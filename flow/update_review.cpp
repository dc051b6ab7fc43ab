// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <chrono>
#include <utility>

#include "core/language.h"
#include "flow/present.h"
#include "flow/updater.h"

namespace kith::flow {
namespace {

constexpr std::chrono::seconds kSavedStays{5};

}  // namespace

bool Updater::MayOpenReviewByItself() const {
  return state_.screen == Screen::kScan && !state_.review;
}

void Updater::BeginReview(ReviewState review) {
  const auto first_seen = std::find_if(review.rows.begin(), review.rows.end(),
                                       [](const ReviewRow& row) { return !row.box.empty(); });
  if (first_seen != review.rows.end()) review.focused = first_seen->box;
  state_.review = std::move(review);
  state_.screen = Screen::kReview;
  state_.last_input = state_.now;
  state_.scan.moment.reset();
}

void Updater::LookForAlike() {
  // A guest sees only their own card; whom the host knows waits until the host looks at the contact.
  if (IsGuestThere() || !state_.review || state_.review->unreadable) return;
  Run(effect::FindAlike{state_.review->capture, state_.review->draft.details});
}

void Updater::RefreshReview(const DraftReady& action) {
  if (!state_.review || state_.review->capture != action.id) return;
  ReviewState& review = *state_.review;
  if (review.saving || review.loading) return;
  review.back = action.back;
  review.draft = action.draft;
  review.rows = RowsOf(action.draft);
  review.unreadable = false;
  ++review.revision;
  LookForAlike();
}

void Updater::EndReview() {
  state_.review.reset();
  if (state_.screen == Screen::kReview) state_.screen = Screen::kScan;
}

void Updater::GoOn() {
  EndReview();
  if (state_.settings.kiosk || state_.screen != Screen::kScan) return;
  const std::vector<RecentCard>& cards = state_.scan.cards;
  const auto oldest = std::find_if(cards.rbegin(), cards.rend(), [](const RecentCard& card) {
    return card.stage == CardStage::kToReview || card.stage == CardStage::kUnreadable;
  });
  if (oldest != cards.rend()) On(OpenReview{oldest->id});
}

void Updater::On(const OpenReview& action) {
  const RecentCard* card = CardWith(action.id);
  if (!card || (card->stage != CardStage::kToReview && card->stage != CardStage::kUnreadable)) return;
  const bool may_see = !state_.lock.locked || card->ticket != 0;
  if (!may_see || state_.review) return;
  ReviewState review;
  review.capture = action.id;
  review.card = card->card;
  review.loading = true;
  BeginReview(std::move(review));
  Run(effect::LoadReview{action.id});
}

void Updater::On(const LeaveReview&) {
  if (!state_.review || state_.review->saving) return;
  EndReview();
}

void Updater::On(const FocusField& action) {
  if (state_.review) state_.review->focused = action.box;
}

void Updater::TellTooLittle() {
  Tell({ErrorCode::kInvalidInput,
        std::string(Tr("Please give at least a name, a company, a phone number or an e-mail address."))});
}

void Updater::On(const ConfirmReview& action) {
  if (!state_.review || state_.review->saving || state_.review->loading) return;
  if (!IsWorthKeeping(action.details)) return TellTooLittle();
  state_.review->saving = true;
  const std::optional<Event>& event = state_.settings.event;
  effect::ConfirmContact confirm{.capture = state_.review->capture,
                                 .details = action.details,
                                 .interests = action.interests,
                                 .event = event ? std::optional<EventId>(event->id) : std::nullopt,
                                 .promise = action.promise,
                                 .actor = IsGuestThere() ? Actor::kGuest : Actor::kHost};
  for (const AlikeRow& row : state_.review->alike) {
    if (row.answer == SamePerson::kYes) confirm.same_as = row.id;
    if (row.answer == SamePerson::kNo) confirm.apart_from.push_back(row.id);
  }
  Run(std::move(confirm));
}

void Updater::On(const AnswerAlike& action) {
  if (!state_.review || state_.review->saving) return;
  for (AlikeRow& row : state_.review->alike) {
    if (row.id == action.other) {
      row.answer = row.answer == action.answer ? SamePerson::kUndecided : action.answer;
    } else if (action.answer == SamePerson::kYes && row.answer == SamePerson::kYes) {
      row.answer = SamePerson::kUndecided;  // a person is one of them at most
    }
  }
}

void Updater::On(const AlikeFound& action) {
  if (IsGuestThere() || !state_.review || state_.review->capture != action.capture) return;
  std::vector<AlikeRow> rows = AlikeRows(action.alike);
  for (AlikeRow& row : rows) {
    for (const AlikeRow& before : state_.review->alike) {
      if (before.id == row.id) row.answer = before.answer;
    }
  }
  state_.review->alike = std::move(rows);
}

void Updater::On(const DiscardReview&) {
  if (!state_.review || state_.review->saving) return;
  state_.review->saving = true;
  Run(effect::EraseCapture{state_.review->capture});
}

void Updater::On(const ReviewLoaded& action) {
  if (!state_.review || state_.review->capture != action.id || !state_.review->loading) return;
  const Screen screen = state_.screen;  // the person may have gone elsewhere meanwhile
  BeginReview({.capture = action.id,
               .card = action.card,
               .back = action.back,
               .draft = action.draft,
               .rows = RowsOf(action.draft),
               .unreadable = action.unreadable});
  state_.screen = screen;
  LookForAlike();
}

void Updater::On(const ReviewNotLoaded& action) {
  Tell(action.error);
  if (state_.review && state_.review->capture == action.id) EndReview();
}

void Updater::On(const ContactConfirmed& action) {
  if (RecentCard* card = CardWith(action.capture)) {
    card->stage = CardStage::kSaved;
    card->title = DisplayName(action.contact.details);
    card->contact = action.kept;
    NoteIntroduced(*card);
  }
  LoadDueList();
  if (action.not_joined) Tell(*action.not_joined, std::string(Tr("Saved as a contact of its own")));
  if (!state_.review || state_.review->capture != action.capture) return;
  Moment saved = SavedMoment(action.contact, action.follow_ups, state_.today, state_.now + kSavedStays);
  if (!action.joined_with.empty())
    saved.title = Filled(Tr("Saved with what you know of {0}"), {action.joined_with});
  GoOn();
  if (state_.screen == Screen::kScan) {
    state_.scan.moment = std::move(saved);
  } else {
    Inform(std::move(saved.title), std::move(saved.text));
  }
}

void Updater::NoteIntroduced(const RecentCard& card) {
  for (const RecentCard& other : state_.scan.cards) {
    const bool together = (other.together_with != 0 && other.together_with == card.ticket) ||
                          (card.together_with != 0 && card.together_with == other.ticket);
    if (together && !other.contact.is_nil() && other.contact != card.contact)
      Run(effect::RecordIntroduced{{other.contact, card.contact}, state_.today});
  }
}

void Updater::On(const ConfirmFailed& action) {
  if (state_.review && state_.review->capture == action.capture) state_.review->saving = false;
  Tell(action.error);
}

void Updater::On(const CaptureErased& action) {
  std::erase_if(state_.scan.cards, [&](const RecentCard& card) { return card.id == action.id; });
  if (!state_.review || state_.review->capture != action.id) return;
  Inform(std::string(Tr("Discarded")), std::string(Tr("The card and its picture are erased.")));
  if (VisitOf(action.id)) return LeaveVisit();
  GoOn();
}

}  // namespace kith::flow
