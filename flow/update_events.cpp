// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/language.h"
#include "flow/updater.h"

namespace kith::flow {

void Updater::LoadEvents() {
  Run(effect::LoadEvents{});
  if (state_.events.selected) Run(effect::LoadEventFigures{*state_.events.selected, state_.today});
}

const KnownEvent* Updater::EventWith(EventId id) const {
  const auto found = std::ranges::find_if(state_.events.events,
                                          [&](const KnownEvent& known) { return known.event.id == id; });
  return found == state_.events.events.end() ? nullptr : &*found;
}

void Updater::On(const EventsLoaded& action) {
  EventsState& events = state_.events;
  if (state_.lock.locked) return;
  events.loaded = true;
  events.events = action.events;
  events.plans = action.plans;
  if (events.selected && EventWith(*events.selected) == nullptr) events.selected.reset();
}

void Updater::On(const SelectEvent& action) {
  if (state_.lock.locked || EventWith(action.id) == nullptr) return;
  if (state_.events.selected != action.id) state_.events.numbers.reset();
  state_.events.selected = action.id;
  Run(effect::LoadEventFigures{action.id, state_.today});
}

void Updater::On(const EventFiguresLoaded& action) {
  if (state_.events.selected == action.id) state_.events.numbers = action.numbers;
}

void Updater::On(const SaveEvent& action) {
  EventsState& events = state_.events;
  const KnownEvent* before = EventWith(action.id);
  const bool is_new = action.id.is_nil();
  if (state_.lock.locked || events.busy || (!before && !is_new)) return;
  const Result<KnownEvent> edited = Edited(action.edit, is_new ? KnownEvent() : *before);
  if (!edited) return Tell(edited.error());
  events.busy = true;
  Run(effect::SaveEvent{*edited, is_new ? std::optional<KnownEvent>() : *before});
}

void Updater::On(const EventSaved& action) {
  EventsState& events = state_.events;
  events.busy = false;
  const EventId id = action.saved.event.id;
  if (state_.settings.event && state_.settings.event->id == id) BelongTo(action.saved.event);
  if (state_.lock.locked) return;
  ++events.saved;
  events.undo = EventUndo{action.before.value_or(action.saved), !action.before};
  if (action.is_undo) events.undo.reset();
  if (events.selected != id) events.numbers.reset();
  events.selected = id;
  LoadEvents();
}

void Updater::On(const EventNotChanged& action) {
  state_.events.busy = false;
  if (!state_.lock.locked) Tell(action.error);
}

void Updater::On(const UndoEvent&) {
  EventsState& events = state_.events;
  if (state_.lock.locked || events.busy || !events.undo) return;
  const KnownEvent before = events.undo->before;
  events.busy = true;
  if (events.undo->was_new) return Run(effect::EraseEvent{before.event.id});
  Run(effect::SaveEvent{before, before, true});
}

void Updater::On(const EraseEvent& action) {
  if (state_.lock.locked || state_.events.busy || EventWith(action.id) == nullptr) return;
  state_.events.busy = true;
  Run(effect::EraseEvent{action.id});
}

void Updater::On(const EventErased& action) {
  EventsState& events = state_.events;
  events.busy = false;
  events.undo.reset();
  if (state_.settings.event && state_.settings.event->id == action.id) BelongTo(std::nullopt);
  if (state_.lock.locked) return;
  ++events.saved;
  if (events.selected == action.id) events.selected.reset();
  LoadEvents();
}

void Updater::On(const ChooseEvent& action) {
  if (state_.lock.locked || state_.events.busy) return;
  if (action.id && EventWith(*action.id) == nullptr) return;
  state_.events.busy = true;
  Run(effect::ChooseEvent{action.id});
}

void Updater::On(const EventChosen& action) {
  state_.events.busy = false;
  BelongTo(action.event);
  if (state_.lock.locked) return;
  if (action.event) {
    Inform(std::string(Tr("Today's event")),
           Filled(Tr("Cards belong to {0} from now on."), {action.event->name}));
  } else {
    Inform(std::string(Tr("No event")), std::string(Tr("Cards belong to no event from now on.")));
  }
}

void Updater::BelongTo(std::optional<Event> event) {
  state_.settings.event = std::move(event);
  if (state_.host_card.loaded) AskForHostCode(state_.host_card.kept);
}

void Updater::On(const CheckReadiness&) {
  if (state_.lock.locked || state_.ready.checking) return;
  state_.ready.checking = true;
  Run(effect::CheckReadiness{});
}

void Updater::On(const ReadinessChecked& action) {
  state_.ready.checking = false;
  if (!state_.lock.locked) state_.ready.findings = action.findings;
}

}  // namespace kith::flow
