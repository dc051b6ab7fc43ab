// SPDX-License-Identifier: Apache-2.0
#include <limits>
#include <map>
#include <utility>

#include "flow/performer.h"
#include "flow/present.h"
#include "followup/due.h"
#include "followup/plan.h"

namespace kith::flow {
namespace {

constexpr int kDaysAhead = 7;
constexpr int kAll = std::numeric_limits<int>::max();

}  // namespace

Result<followup::EventDays> Performer::EventOf(const std::optional<EventId>& id) {
  if (!id) return followup::EventDays{};
  const Result<Event> event = ports_.events.Get(*id);
  if (!event) return event.error();
  followup::EventDays days{.name = event->name, .place = event->place};
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
  const Result<void> confirmed = ports_.contacts.Confirm(contact, follow_ups);
  if (!confirmed) return ConfirmFailed{effect.capture, confirmed.error()};
  return ContactConfirmed{effect.capture, std::move(contact), std::move(follow_ups)};
}

Action Performer::Do(const effect::FindContacts& effect) {
  ContactQuery query;
  query.text = effect.text;
  Result<std::vector<Contact>> contacts = ports_.contacts.Search(query);
  if (!contacts) return EffectFailed{contacts.error()};
  return ContactsFound{effect.ticket, std::move(*contacts)};
}

Action Performer::Do(const effect::LoadContact& effect) {
  Result<Contact> contact = ports_.contacts.Get(effect.id);
  if (!contact) return EffectFailed{contact.error()};
  FollowUpQuery query;
  query.contact = effect.id;
  Result<std::vector<FollowUp>> follow_ups = ports_.follow_ups.List(query);
  if (!follow_ups) return EffectFailed{follow_ups.error()};
  ContactLoaded loaded{std::move(*contact), "", std::move(*follow_ups)};
  if (loaded.contact.event) {
    const Result<Event> event = ports_.events.Get(*loaded.contact.event);
    if (!event) return EffectFailed{event.error()};
    loaded.event_name = event->name;
  }
  return loaded;
}

Action Performer::Do(const effect::LoadDue& effect) {
  FollowUpQuery open;
  open.due_by = AddDays(effect.today, kDaysAhead);
  const Result<std::vector<FollowUp>> follow_ups = ports_.follow_ups.List(open);
  if (!follow_ups) return EffectFailed{follow_ups.error()};
  ContactQuery everybody;  // anybody may have a birthday
  everybody.limit = kAll;
  const Result<std::vector<Contact>> contacts = ports_.contacts.Search(everybody);
  if (!contacts) return EffectFailed{contacts.error()};

  std::map<ContactId, std::string> names;
  for (const Contact& contact : *contacts)
    names[contact.id] = DisplayName(contact.details);
  DueLoaded loaded{effect.today, {}};
  for (const followup::DueItem& item : followup::DueOn(effect.today, *contacts, *follow_ups))
    loaded.items.push_back({item, names[item.contact]});
  for (const followup::DueItem& item : followup::Upcoming(effect.today, kDaysAhead, *contacts, *follow_ups))
    loaded.items.push_back({item, names[item.contact]});
  return loaded;
}

Action Performer::Do(const effect::CompleteFollowUp& effect) {
  const Result<FollowUp> follow_up = ports_.follow_ups.Get(effect.id);
  if (!follow_up) return CompleteFailed{effect.id, follow_up.error()};
  std::vector<FollowUp> next;
  if (auto repeated = followup::NextAfter(*follow_up, effect.done_on, ports_.clock.Now()))
    next.push_back(std::move(*repeated));
  const Result<void> completed = ports_.follow_ups.Complete(effect.id, effect.done_on, next);
  if (!completed) return CompleteFailed{effect.id, completed.error()};
  return FollowUpCompleted{effect.id};
}

Action Performer::Do(const effect::Export& effect) {
  Result<ExportReport> report = ports_.exporter.Export(effect.request);
  if (!report) return ExportFailed{report.error()};
  return Exported{std::move(*report)};
}

}  // namespace kith::flow
