// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/language.h"
#include "flow/performer.h"
#include "flow/present_events.h"

namespace kith::flow {
namespace {

/// A moment of that day where the host is; `known` if that is one.
std::optional<Instant> MomentOf(const std::optional<Day>& day, const std::optional<Instant>& known,
                                const Clock& clock) {
  if (!day) return std::nullopt;
  if (known && clock.DayAt(*known) == *day) return known;
  constexpr std::chrono::hours kStep{6};
  Instant moment = std::chrono::sys_days(*day) + 2 * kStep;
  if (clock.DayAt(moment) > *day) moment -= 2 * kStep;
  if (clock.DayAt(moment) < *day) moment += kStep;
  return moment;
}

KnownEvent Known(const Event& event, const Clock& clock) {
  KnownEvent known{.event = event};
  if (event.begin) known.begin = clock.DayAt(*event.begin);
  if (event.end) known.end = clock.DayAt(*event.end);
  return known;
}

ReadyFinding HostCardLine(HostCards& cards) {
  const Result<HostCard> card = cards.Load();
  if (!card) return {ReadyTopic::kHostCard, ReadyGrade::kProblem, card.error().message, {}};
  if (card->name.empty()) {
    return {ReadyTopic::kHostCard, ReadyGrade::kNote, std::string(Tr("Your own card is empty")),
            std::string(Tr("Fill it in, so that guests can take it home."))};
  }
  return {ReadyTopic::kHostCard, ReadyGrade::kGood, std::string(Tr("Guests can take your card home")), {}};
}

}  // namespace

Action Performer::Do(const effect::LoadEvents&) {
  const Result<std::vector<Event>> events = ports_.events.List();
  if (!events) return EffectFailed{events.error()};
  EventsLoaded loaded;
  for (const Event& event : *events)
    loaded.events.push_back(Known(event, ports_.clock));
  for (const followup::Plan& plan : ports_.rules.plans)
    loaded.plans.push_back(plan.name);
  return loaded;
}

Action Performer::Do(const effect::LoadEventFigures& effect) {
  const Result<EventFigures> figures = ports_.statistics.Of(effect.id);
  if (!figures) return EffectFailed{figures.error()};
  std::vector<LocalHour> hours;
  for (const HourCount& hour : figures->captures) {
    hours.push_back({ports_.clock.DayAt(hour.hour),
                     static_cast<int>(ports_.time_of_day(hour.hour) / std::chrono::hours(1)), hour.count});
  }
  return EventFiguresLoaded{effect.id, NumbersOf(*figures, hours, effect.today)};
}

Action Performer::Do(const effect::SaveEvent& effect) {
  Event event = effect.event.event;
  event.begin = MomentOf(effect.event.begin, event.begin, ports_.clock);
  event.end = MomentOf(effect.event.end, event.end, ports_.clock);
  const bool is_new = event.id.is_nil();
  if (is_new) {
    const Result<std::optional<Event>> namesake = ports_.events.Find(event.name);
    if (!namesake) return EventNotChanged{namesake.error()};
    if (*namesake) {
      return EventNotChanged{
          Error{ErrorCode::kNotAllowed,
                Filled(Tr("There is an event named \u201c{0}\u201d already."), {(*namesake)->name})}};
    }
    const Result<Event> made = ports_.events.FindOrCreate(event.name);
    if (!made) return EventNotChanged{made.error()};
    event.id = made->id;
  }
  if (const Result<void> updated = ports_.events.Update(event); !updated) {
    if (is_new) static_cast<void>(ports_.events.Erase(event.id));
    return EventNotChanged{updated.error()};
  }
  return EventSaved{Known(event, ports_.clock), effect.before, effect.is_undo};
}

Action Performer::Do(const effect::EraseEvent& effect) {
  const Result<void> erased = ports_.events.Erase(effect.id);
  if (!erased) return EventNotChanged{erased.error()};
  return EventErased{effect.id};
}

Action Performer::Do(const effect::ChooseEvent& effect) {
  if (const Result<void> chosen = ports_.events.Choose(effect.id); !chosen)
    return EventNotChanged{chosen.error()};
  if (!effect.id) return EventChosen{};
  const Result<Event> event = ports_.events.Get(*effect.id);
  if (!event) return EventNotChanged{event.error()};
  return EventChosen{*event};
}

Action Performer::Do(const effect::CheckReadiness&) {
  ReadinessChecked checked{ports_.readiness.Look()};
  checked.findings.push_back(HostCardLine(ports_.host_cards));
  return checked;
}

}  // namespace kith::flow
