// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "flow/performer.h"

namespace kith::flow {

Action Performer::Do(const effect::KeepGuest& effect) {
  const Instant now = ports_.clock.Now();
  const Contact contact{.id = MakeId<ContactId>(now),
                        .details = effect.details,
                        .birthday = effect.birthday,
                        .interests = effect.interests,
                        .event = effect.event,
                        .met_on = ports_.clock.Today(),
                        .capture = effect.capture,
                        .created = now,
                        .updated = now};
  std::vector<FollowUp> follow_ups;
  const Consent* keep_in_touch = ConsentOf(effect.consents, ConsentKind::kKeepInTouch);
  if (keep_in_touch != nullptr && keep_in_touch->given) {
    const Result<followup::EventDays> event = EventOf(effect.event);
    if (!event) return GuestNotKept{effect.capture, event.error()};
    Result<followup::DayLoad> load = OpenLoad();
    if (!load) return GuestNotKept{effect.capture, load.error()};
    follow_ups = ports_.plan(contact, *event, *load, now);
  }
  Result<std::string> receipt = ports_.guests.Keep(contact, follow_ups, effect.consents);
  if (!receipt) return GuestNotKept{effect.capture, receipt.error()};
  return GuestKept{effect.capture, contact, std::move(follow_ups), *std::move(receipt)};
}

Action Performer::Do(const effect::FindReceipt& effect) {
  const Result<std::optional<ContactId>> id = ports_.guests.Find(effect.code);
  if (!id) return ReceiptFailed{id.error()};
  if (!*id) return ReceiptLooked{};
  Result<Contact> contact = ports_.contacts.Get(**id);
  if (!contact) return ReceiptFailed{contact.error()};
  Result<std::vector<Consent>> consents = ports_.guests.ConsentsOf(contact->id);
  if (!consents) return ReceiptFailed{consents.error()};
  GuestRecord record{*std::move(contact), "", *std::move(consents)};
  if (const auto event = EventOf(record.contact.event)) record.event_name = event->name;
  record.has_picture = record.contact.capture &&
                       ports_.captures.CardImage(*record.contact.capture, CardSide::kFront).has_value();
  return ReceiptLooked{std::move(record)};
}

Action Performer::Do(const effect::EraseByReceipt& effect) {
  const Result<void> erased = ports_.contacts.Erase(effect.contact);
  if (!erased) return ReceiptFailed{erased.error()};
  return ReceiptErased{effect.contact};
}

}  // namespace kith::flow
