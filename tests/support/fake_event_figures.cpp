// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "tests/support/fake_state.h"

namespace kith::test {
namespace {

using State = FakeStore::State;

class FakeEventStatistics : public EventStatistics {
 public:
  explicit FakeEventStatistics(State& state) : state_(state) {}

  Result<EventFigures> Of(EventId id) override {
    return state_.Call("figures.Of", [&]() -> Result<EventFigures> {
      if (!state_.events.contains(id)) return NotThere("The event");
      EventFigures figures;
      CountCaptures(id, figures);
      figures.people = static_cast<int>(
          std::ranges::count_if(state_.contacts, [&](const auto& c) { return c.second.event == id; }));
      for (const auto& [key, follow_up] : state_.follow_ups) {
        if (!IsOf(follow_up.contact, id)) continue;
        if (!follow_up.done_on) ++figures.follow_ups_open;
        if (follow_up.done_on && !follow_up.skipped) ++figures.follow_ups_done;
      }
      for (const auto& [key, introduction] : state_.introductions) {
        const auto& [one, other] = introduction.contacts;
        if (introduction.made_on && (IsOf(one, id) || IsOf(other, id))) ++figures.introductions;
      }
      return figures;
    });
  }

 private:
  bool IsOf(ContactId contact, EventId event) const {
    const auto found = state_.contacts.find(contact);
    return found != state_.contacts.end() && found->second.event == event;
  }

  void CountCaptures(EventId id, EventFigures& figures) {
    std::map<Instant, int> hours;
    for (const auto& [key, capture] : state_.captures) {
      if (capture.capture.event != id) continue;
      ++hours[std::chrono::floor<std::chrono::hours>(capture.capture.taken)];
      if (!capture.check) continue;
      ++figures.checked_cards;
      figures.fields += capture.check->fields;
      figures.sure += capture.check->sure;
      figures.corrected += capture.check->corrected;
    }
    for (const auto& [hour, count] : hours)
      figures.captures.push_back({hour, count});
  }

  State& state_;
};

}  // namespace

std::unique_ptr<EventStatistics> MakeFakeEventStatistics(State& state) {
  return std::make_unique<FakeEventStatistics>(state);
}

}  // namespace kith::test
