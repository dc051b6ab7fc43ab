// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "tests/support/fake_state.h"

namespace kith::test {
namespace {

using State = FakeStore::State;

class FakeFollowingStore : public FollowingStore {
 public:
  explicit FakeFollowingStore(State& state) : state_(state) {}

  Result<Following> Load() override {
    return state_.Call("following.Load", [&]() -> Result<Following> {
      Following following;
      for (const auto& [id, one] : state_.relationships)
        following.relationships.push_back(one);
      for (const auto& [id, one] : state_.encounters)
        following.encounters.push_back(one);
      std::sort(following.encounters.begin(), following.encounters.end(),
                [](const Encounter& a, const Encounter& b) {
                  return std::pair(a.on, a.id) < std::pair(b.on, b.id);
                });
      for (const auto& [id, one] : state_.introductions)
        following.introductions.push_back(one);
      return following;
    });
  }

  Result<void> Apply(const FollowingChange& change) override {
    return state_.Call("following.Apply", [&]() -> Result<void> {
      if (change.empty()) return {};
      if (auto done = Do(change); !done) return done;
      state_.changes.push_back(change);
      return {};
    });
  }

  Result<FollowingChange> Undo() override {
    return state_.Call("following.Undo", [&]() -> Result<FollowingChange> {
      if (state_.changes.empty()) return Error{ErrorCode::kNotFound, "There is nothing to take back."};
      FollowingChange newest = state_.changes.back();
      if (auto done = Do(Reversed(newest)); !done) return done.error();
      state_.changes.pop_back();
      return newest;
    });
  }

 private:
  static FollowUpId KeyOf(const FollowUp& one) { return one.id; }
  static ContactId KeyOf(const Relationship& one) { return one.contact; }
  static EncounterId KeyOf(const Encounter& one) { return one.id; }
  static IntroductionId KeyOf(const Introduction& one) { return one.id; }

  template <typename T>
  static std::vector<ContactId> PeopleOf(const T& one) {
    if constexpr (std::is_same_v<T, Introduction>) {
      return {one.contacts.begin(), one.contacts.end()};
    } else {
      return {one.contact};
    }
  }

  template <typename Map, typename T>
  Result<void> DoAll(Map& map, const std::vector<Edit<T>>& edits) {
    for (const Edit<T>& edit : edits) {
      const auto key = KeyOf(edit.before ? *edit.before : *edit.after);
      const auto found = map.find(key);
      const std::optional<T> stored = found == map.end() ? std::nullopt : std::optional(found->second);
      if (stored != edit.before) return Error{ErrorCode::kNotAllowed, "It was changed in the meantime."};
      if (edit.after) {
        for (const ContactId contact : PeopleOf(*edit.after)) {
          if (!state_.contacts.contains(contact)) return NotThere("The contact");
        }
        map[key] = *edit.after;
      } else {
        map.erase(key);
      }
    }
    return {};
  }

  Result<void> Do(const FollowingChange& change) {
    auto follow_ups = state_.follow_ups;
    auto relationships = state_.relationships;
    auto encounters = state_.encounters;
    auto introductions = state_.introductions;
    if (auto done = DoAll(follow_ups, change.follow_ups); !done) return done;
    if (auto done = DoAll(relationships, change.relationships); !done) return done;
    if (auto done = DoAll(encounters, change.encounters); !done) return done;
    if (auto done = DoAll(introductions, change.introductions); !done) return done;
    state_.follow_ups = std::move(follow_ups);
    state_.relationships = std::move(relationships);
    state_.encounters = std::move(encounters);
    state_.introductions = std::move(introductions);
    return {};
  }

  State& state_;
};

}  // namespace

void FakeStore::State::ForgetFollowing(ContactId contact) {
  changes.clear();
  relationships.erase(contact);
  std::erase_if(encounters, [&](const auto& one) { return one.second.contact == contact; });
  std::erase_if(introductions, [&](const auto& one) {
    return one.second.contacts[0] == contact || one.second.contacts[1] == contact;
  });
  std::erase_if(follow_ups, [&](const auto& one) {
    return one.second.contact == contact ||
           (one.second.introduction && !introductions.contains(*one.second.introduction));
  });
}

std::unique_ptr<FollowingStore> MakeFakeFollowingStore(State& state) {
  return std::make_unique<FakeFollowingStore>(state);
}

}  // namespace kith::test
