// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <tuple>

#include "core/text.h"
#include "tests/support/fake_state.h"

namespace kith::test {
namespace {

using State = FakeStore::State;

class FakeFollowUpStore : public FollowUpStore {
 public:
  explicit FakeFollowUpStore(State& state) : state_(state) {}

  Result<void> Add(std::span<const FollowUp> follow_ups) override {
    return state_.Call("follow_ups.Add", [&]() -> Result<void> {
      if (auto checked = CheckNewFollowUps(state_, follow_ups); !checked) return checked;
      Insert(follow_ups);
      return {};
    });
  }

  Result<FollowUp> Get(FollowUpId id) override {
    return state_.Call("follow_ups.Get", [&]() -> Result<FollowUp> {
      const auto found = state_.follow_ups.find(id);
      if (found == state_.follow_ups.end()) return NotThere("The follow-up");
      return found->second;
    });
  }

  Result<std::vector<FollowUp>> List(const FollowUpQuery& query) override {
    return state_.Call("follow_ups.List", [&]() -> Result<std::vector<FollowUp>> {
      std::vector<FollowUp> found;
      for (const auto& [id, follow_up] : state_.follow_ups) {
        if (follow_up.done_on && !query.include_done) continue;
        if (query.due_by && follow_up.due > *query.due_by) continue;
        if (query.contact && follow_up.contact != *query.contact) continue;
        if (query.event && state_.contacts.at(follow_up.contact).event != query.event) continue;
        found.push_back(follow_up);
      }
      std::sort(found.begin(), found.end(), [](const FollowUp& a, const FollowUp& b) {
        return std::tie(a.due, a.id) < std::tie(b.due, b.id);
      });
      return found;
    });
  }

  Result<void> Complete(FollowUpId id, Day done_on, std::span<const FollowUp> next) override {
    return state_.Call("follow_ups.Complete", [&]() -> Result<void> {
      const auto found = state_.follow_ups.find(id);
      if (found == state_.follow_ups.end()) return NotThere("The follow-up");
      if (found->second.done_on) return Error{ErrorCode::kNotAllowed, "The follow-up was done already."};
      if (auto checked = CheckNewFollowUps(state_, next); !checked) return checked;
      found->second.done_on = done_on;
      Insert(next);
      return {};
    });
  }

 private:
  void Insert(std::span<const FollowUp> follow_ups) {
    for (const FollowUp& follow_up : follow_ups)
      state_.follow_ups[follow_up.id] = follow_up;
  }

  State& state_;
};

class FakeEventStore : public EventStore {
 public:
  explicit FakeEventStore(State& state) : state_(state) {}

  Result<Event> FindOrCreate(const std::string& name) override {
    return state_.Call("events.FindOrCreate", [&]() -> Result<Event> {
      if (NormalizeText(name).empty()) return Nameless();
      if (const Event* known = Named(name)) return *known;
      const Instant now = state_.clock.Now();
      const Event event{
          .id = MakeId<EventId>(now), .name = NormalizeText(name), .place = {}, .begin = {}, .end = {}};
      state_.events[event.id] = {event, now};
      return event;
    });
  }

  Result<std::optional<Event>> Find(const std::string& name) override {
    return state_.Call("events.Find", [&]() -> Result<std::optional<Event>> {
      const Event* known = Named(name);
      return known != nullptr ? std::optional(*known) : std::nullopt;
    });
  }

  Result<Event> Get(EventId id) override {
    return state_.Call("events.Get", [&]() -> Result<Event> {
      const auto found = state_.events.find(id);
      if (found == state_.events.end()) return NotThere("The event");
      return found->second.event;
    });
  }

  Result<void> Update(const Event& event) override {
    return state_.Call("events.Update", [&]() -> Result<void> {
      const auto found = state_.events.find(event.id);
      if (found == state_.events.end()) return NotThere("The event");
      if (NormalizeText(event.name).empty()) return Nameless();
      const Event* namesake = Named(event.name);
      if (namesake != nullptr && namesake->id != event.id) {
        return Error{ErrorCode::kNotAllowed, "There is another event of that name."};
      }
      found->second.event = event;
      found->second.event.name = NormalizeText(event.name);
      return {};
    });
  }

  Result<std::vector<Event>> List() override {
    return state_.Call("events.List", [&]() -> Result<std::vector<Event>> {
      std::vector<Event> found;
      for (const auto& [id, event] : state_.events)
        found.push_back(event.event);
      std::sort(found.begin(), found.end(), [&](const Event& a, const Event& b) {
        return std::pair(Begin(a), a.id) > std::pair(Begin(b), b.id);
      });
      return found;
    });
  }

  Result<void> Erase(EventId id) override {
    return state_.Call("events.Erase", [&]() -> Result<void> {
      if (!state_.events.contains(id)) return NotThere("The event");
      const bool used =
          std::ranges::any_of(state_.contacts, [&](const auto& c) { return c.second.event == id; }) ||
          std::ranges::any_of(state_.captures, [&](const auto& c) { return c.second.capture.event == id; }) ||
          std::ranges::any_of(state_.merged, [&](const auto& c) { return c.second.contact.event == id; });
      if (used) return Error{ErrorCode::kNotAllowed, "Something belongs to the event."};
      state_.events.erase(id);
      if (state_.chosen_event == id) state_.chosen_event.reset();
      return {};
    });
  }

  Result<void> Choose(std::optional<EventId> id) override {
    return state_.Call("events.Choose", [&]() -> Result<void> {
      if (id && !state_.events.contains(*id)) return NotThere("The event");
      state_.event_was_chosen = true;
      state_.chosen_event = id;
      return {};
    });
  }

  Result<EventChoice> Chosen() override {
    return state_.Call("events.Chosen", [&]() -> Result<EventChoice> {
      EventChoice choice{.made = state_.event_was_chosen, .event = {}};
      if (state_.chosen_event) choice.event = state_.events.at(*state_.chosen_event).event;
      return choice;
    });
  }

 private:
  static Error Nameless() { return {ErrorCode::kInvalidInput, "An event needs a name."}; }

  /// An event without a begin counts from the moment when it was made.
  Instant Begin(const Event& event) const { return event.begin.value_or(state_.events.at(event.id).created); }

  const Event* Named(const std::string& name) const {
    for (const auto& [id, event] : state_.events) {
      if (FoldText(event.event.name) == FoldText(NormalizeText(name))) return &event.event;
    }
    return nullptr;
  }

  State& state_;
};

}  // namespace

Result<void> CheckNewFollowUps(const State& state, std::span<const FollowUp> follow_ups) {
  std::set<FollowUpId> seen;
  for (const FollowUp& follow_up : follow_ups) {
    if (follow_up.id.is_nil()) return Error{ErrorCode::kInvalidInput, "A follow-up needs an id."};
    if (!state.contacts.contains(follow_up.contact)) return NotThere("The contact");
    if (state.follow_ups.contains(follow_up.id) || !seen.insert(follow_up.id).second) {
      return Error{ErrorCode::kNotAllowed, "The follow-up is in the store already."};
    }
  }
  return {};
}

std::unique_ptr<FollowUpStore> MakeFakeFollowUpStore(State& state) {
  return std::make_unique<FakeFollowUpStore>(state);
}

std::unique_ptr<EventStore> MakeFakeEventStore(State& state) {
  return std::make_unique<FakeEventStore>(state);
}

}  // namespace kith::test
