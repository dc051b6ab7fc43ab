// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "tests/support/fake_state.h"

namespace kith::test {
namespace {

using State = FakeStore::State;

std::string CountText(std::size_t count) {
  return count == 0 ? "" : std::to_string(count);
}

class FakeExtrasStore : public ContactExtrasStore {
 public:
  explicit FakeExtrasStore(State& state) : state_(state) {}

  Result<ContactExtras> Get(ContactId id) override {
    return state_.Call("extras.Get", [&] { return Gather(id); });
  }

  Result<void> ForEach(std::optional<EventId> event, ExtrasWanted wanted,
                       const std::function<Result<void>(WholeContact)>& visit) override {
    std::vector<WholeContact> found;
    const auto gathered = state_.Call("extras.ForEach", [&]() -> Result<void> {
      for (const auto& [id, contact] : state_.contacts) {
        if (event && contact.event != event) continue;
        WholeContact whole{contact, wanted == ExtrasWanted::kNone ? ContactExtras() : Gather(id).value()};
        if (wanted == ExtrasWanted::kProperties) whole.extras.pictures.clear();
        found.push_back(std::move(whole));
      }
      return {};
    });
    if (!gathered) return gathered;
    std::stable_sort(found.begin(), found.end(), [](const WholeContact& a, const WholeContact& b) {
      return a.contact.created < b.contact.created;
    });
    for (const WholeContact& whole : found) {
      if (auto visited = visit(whole); !visited) return visited;
    }
    return {};
  }

  Result<void> Put(ContactId id, const ContactExtras& extras, Actor actor) override {
    return state_.Call("extras.Put", [&]() -> Result<void> {
      if (ContactExtras limited = extras; LimitExtras(limited) > 0)
        return Error{ErrorCode::kInvalidInput, "That is more than is kept."};
      if (!state_.contacts.contains(id)) return NotThere("The contact");
      state_.RecordExtras(id, extras, actor);
      return {};
    });
  }

 private:
  Result<ContactExtras> Gather(ContactId id) {
    if (!state_.contacts.contains(id)) return NotThere("The contact");
    ContactExtras extras = state_.extras[id];
    for (const auto& [other, hidden] : state_.merged) {
      if (hidden.kept == id) JoinExtras(extras, state_.extras[other]);
    }
    return extras;
  }

  State& state_;
};

}  // namespace

bool FakeStore::State::RecordExtras(ContactId id, const ContactExtras& after, Actor actor,
                                    std::optional<std::int64_t> undoes) {
  const ContactExtras before = extras[id];
  std::vector<FieldChange> fields;
  if (before.pictures != after.pictures)
    fields.push_back({"pictures", CountText(before.pictures.size()), CountText(after.pictures.size())});
  if (before.properties != after.properties)
    fields.push_back({"properties", CountText(before.properties.size()), CountText(after.properties.size())});
  if (fields.empty()) return false;
  const Revision revision{++last_revision, clock.Now(), actor, "here", std::move(fields), undoes};
  Contact& contact = contacts.at(id);
  history[id].push_back({revision, contact, before, after});
  contact.updated = clock.Now();
  extras[id] = after;
  return true;
}

std::unique_ptr<ContactExtrasStore> MakeFakeExtrasStore(State& state) {
  return std::make_unique<FakeExtrasStore>(state);
}

}  // namespace kith::test
