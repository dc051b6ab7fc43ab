// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "flow/performer.h"
#include "flow/present.h"
#include "followup/promises.h"

namespace kith::flow {
Result<followup::EventDays> Performer::EventOf(const std::optional<EventId>& id) {
  if (!id) return followup::EventDays{};
  const Result<Event> event = ports_.events.Get(*id);
  if (!event) return event.error();
  followup::EventDays days{.name = event->name, .place = event->place, .plan = event->plan};
  if (event->end) days.last_day = ports_.clock.DayAt(*event->end);
  return days;
}

/// How full the coming days are already.
Result<followup::DayLoad> Performer::OpenLoad() {
  const Result<std::vector<FollowUp>> open = ports_.follow_ups.List({});
  if (!open) return open.error();
  followup::DayLoad load;
  for (const FollowUp& follow_up : *open)
    load.Add(follow_up.due);
  return load;
}

Action Performer::Do(const effect::ConfirmContact& effect) {
  const Instant now = ports_.clock.Now();
  Contact contact;
  contact.id = MakeId<ContactId>(now);
  contact.details = effect.details;
  contact.interests = effect.interests;
  contact.event = effect.event;
  contact.met_on = ports_.clock.Today();
  contact.capture = effect.capture;
  contact.created = contact.updated = now;
  const Result<followup::EventDays> event = EventOf(effect.event);
  if (!event) return ConfirmFailed{effect.capture, event.error()};
  Result<followup::DayLoad> load = OpenLoad();
  if (!load) return ConfirmFailed{effect.capture, load.error()};
  std::vector<FollowUp> follow_ups = ports_.plan(contact, *event, *load, now);
  if (!effect.promise.empty())
    follow_ups.push_back(followup::PromisedFollowUp(effect.promise, std::nullopt, contact,
                                                    ports_.rules.calendar, *contact.met_on, now));
  const Result<void> confirmed = ports_.contacts.Confirm(contact, follow_ups, effect.actor);
  if (!confirmed) return ConfirmFailed{effect.capture, confirmed.error()};
  const Result<std::string> joined = Join(effect, contact.id);
  ContactConfirmed result{effect.capture, contact, std::move(follow_ups), contact.id};
  if (joined) {
    result.joined_with = *joined;
    if (effect.same_as) result.kept = *effect.same_as;
  } else {
    result.not_joined = joined.error();
  }
  return result;
}

Action Performer::Do(const effect::CheckPin& effect) {
  const Result<bool> right = ports_.pin.IsRight(effect.pin);
  if (!right) return PinNotChecked{right.error()};
  return PinChecked{*right};
}

Action Performer::Do(const effect::FindContacts& effect) {
  Result<std::vector<Contact>> contacts = ports_.contacts.Search(effect.query);
  if (!contacts) return EffectFailed{contacts.error()};
  return ContactsFound{effect.ticket, std::move(*contacts)};
}

Action Performer::Do(const effect::Export& effect) {
  Result<ExportReport> report = ports_.exporter.Export(effect.request);
  if (!report) return ExportFailed{report.error()};
  return Exported{std::move(*report)};
}

}  // namespace kith::flow
