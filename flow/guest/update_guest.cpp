// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <utility>

#include "core/receipt_code.h"
#include "flow/guest/guest_text.h"
#include "flow/update.h"
#include "flow/updater.h"

namespace kith::flow {
namespace {

using std::chrono::seconds;

/// A card that goes out of the picture for a moment doesn't bring the welcome back.
constexpr seconds kLiveStays{3};

bool SeesCard(const Preview& preview) {
  return preview.card || (preview.hint != ScanHint::kStarting && preview.hint != ScanHint::kShowCard);
}

}  // namespace

void Updater::GuestSees(const Preview& preview) {
  if (IsGuestThere() && SeesCard(preview)) state_.guest.live_until = state_.now + kLiveStays;
}

void Updater::BeginVisit(const RecentCard& card) {
  LeaveVisit();
  state_.guest.visit = GuestVisit{.ticket = card.ticket, .card = card.card};
  state_.last_input = state_.now;
}

void Updater::LeaveVisit() {
  std::optional<GuestVisit>& visit = state_.guest.visit;
  // What a guest said is right isn't lost when they walk away; they agreed to nothing.
  if (visit && visit->step == GuestStep::kWishes && !visit->keeping) On(flow::KeepGuest{});
  if (visit) EndReview();
  visit.reset();
  state_.guest.receipt.reset();
  state_.guest.live_until.reset();
  if (IsGuestThere()) state_.screen = Screen::kScan;
}

GuestVisit* Updater::VisitOf(CaptureId id) {
  std::optional<GuestVisit>& visit = state_.guest.visit;
  return visit && visit->capture == id ? &*visit : nullptr;
}

void Updater::GuestCardStored(std::uint64_t ticket, CaptureId id) {
  std::optional<GuestVisit>& visit = state_.guest.visit;
  if (!visit || visit->ticket != ticket) return;
  visit->capture = id;
  visit->got_at = state_.now;
}

void Updater::GuestCardRead(CaptureId id, const Draft& draft, const Image& back, bool unreadable) {
  GuestVisit* visit = VisitOf(id);
  if (!visit || visit->step != GuestStep::kGotIt) return;
  visit->draft = draft;
  visit->back = back;
  visit->unreadable = unreadable;
  OpenCheckInTime();
}

void Updater::OpenCheckInTime() {
  std::optional<GuestVisit>& visit = state_.guest.visit;
  if (!visit || visit->step != GuestStep::kGotIt || !visit->draft || !visit->got_at) return;
  if (state_.now < *visit->got_at + kGotItShown) return;
  visit->step = GuestStep::kCheck;
  BeginReview({.capture = visit->capture,
               .card = visit->card,
               .back = visit->back,
               .draft = *visit->draft,
               .rows = RowsOf(*visit->draft),
               .unreadable = visit->unreadable});
}

void Updater::On(const CheckedByGuest& action) {
  std::optional<GuestVisit>& visit = state_.guest.visit;
  if (!visit || visit->step != GuestStep::kCheck || !state_.review || state_.review->saving) return;
  if (!IsWorthKeeping(action.details)) return TellTooLittle();
  visit->checked = action.details;
  visit->step = GuestStep::kWishes;
}

void Updater::On(const GuestGoesBack&) {
  std::optional<GuestVisit>& visit = state_.guest.visit;
  if (visit && visit->step == GuestStep::kWishes && !visit->keeping) visit->step = GuestStep::kCheck;
}

void Updater::On(const flow::KeepGuest& action) {
  std::optional<GuestVisit>& visit = state_.guest.visit;
  if (!visit || visit->step != GuestStep::kWishes || visit->keeping) return;
  visit->keeping = true;
  const std::optional<Event>& event = state_.settings.event;
  const GuestWords words = WordsFor(event);
  Run(effect::KeepGuest{
      .capture = visit->capture,
      .details = visit->checked,
      .interests = action.interests,
      .birthday = action.birthday,
      .event = event ? std::optional(event->id) : std::nullopt,
      .consents = {{ConsentKind::kKeepInTouch, action.keep_in_touch, words.keep_in_touch, state_.now},
                   {ConsentKind::kIntroduce, action.introduce, words.introduce, state_.now}}});
}

void Updater::On(const GuestKept& action) {
  GuestVisit* visit = VisitOf(action.capture);
  if (visit) EndReview();
  On(ContactConfirmed{.capture = action.capture,
                      .contact = action.contact,
                      .follow_ups = action.follow_ups,
                      .kept = action.contact.id});
  if (!visit) return;
  visit->step = GuestStep::kThanks;
  visit->keeping = false;
  visit->receipt = action.receipt;
  state_.last_input = state_.now;
}

void Updater::On(const GuestNotKept& action) {
  if (GuestVisit* visit = VisitOf(action.capture)) visit->keeping = false;
  Tell(action.error);
}

void Updater::On(const EndVisit&) {
  const std::optional<GuestVisit>& visit = state_.guest.visit;
  if (visit && !visit->keeping) LeaveVisit();
}

void Updater::On(const OpenReceipt&) {
  if (!IsGuestThere() || state_.guest.visit) return;
  state_.guest.receipt = ReceiptSheet{};
  state_.last_input = state_.now;
}

void Updater::On(const LeaveReceipt&) {
  state_.guest.receipt.reset();
}

void Updater::On(const flow::FindReceipt& action) {
  GuestState& guest = state_.guest;
  if (!guest.receipt || guest.receipt->step != ReceiptStep::kEnter || guest.receipt->busy) return;
  if (guest.retry_at && state_.now < *guest.retry_at) return;
  const std::optional<std::string> code = ReadReceiptCode(action.typed);
  guest.receipt->wrong = !code;
  if (!code) return;
  guest.receipt->busy = true;
  Run(effect::FindReceipt{*code});
}

void Updater::On(const ReceiptLooked& action) {
  GuestState& guest = state_.guest;
  if (!action.record) {
    const seconds pause = PauseAfter(++guest.wrong_codes);
    if (pause > seconds(0)) guest.retry_at = state_.now + pause;
  } else {
    guest.wrong_codes = 0;
  }
  if (!guest.receipt || !guest.receipt->busy) return;
  guest.receipt->busy = false;
  guest.receipt->wrong = !action.record;
  if (!action.record) return;
  guest.receipt->step = ReceiptStep::kShown;
  guest.receipt->contact = action.record->contact.id;
  guest.receipt->lines = KeptLines(*action.record, state_.today);
  state_.last_input = state_.now;
}

void Updater::On(const flow::EraseByReceipt&) {
  std::optional<ReceiptSheet>& receipt = state_.guest.receipt;
  if (!receipt || receipt->step != ReceiptStep::kShown || receipt->busy) return;
  receipt->busy = true;
  Run(effect::EraseByReceipt{receipt->contact});
}

void Updater::On(const ReceiptErased& action) {
  std::erase_if(state_.scan.cards, [&](const RecentCard& card) { return card.contact == action.contact; });
  LoadDueList();
  if (!state_.guest.receipt) return;
  state_.guest.receipt = ReceiptSheet{.step = ReceiptStep::kErased};
  state_.last_input = state_.now;
}

void Updater::On(const ReceiptFailed& action) {
  if (state_.guest.receipt) state_.guest.receipt->busy = false;
  Tell(action.error);
}

}  // namespace kith::flow
