// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/contact_changes.h"
#include "tests/support/fake_state.h"

namespace kith::test {
namespace {

using State = FakeStore::State;

/// Gives `to` the field of that name that `from` has.
void CopyField(Contact& to, const Contact& from, const std::string& field) {
  if (field == "name") to.details.name.full = from.details.name.full;
  if (field == "given name") to.details.name.given = from.details.name.given;
  if (field == "family name") to.details.name.family = from.details.name.family;
  if (field == "organization") to.details.organization = from.details.organization;
  if (field == "department") to.details.department = from.details.department;
  if (field == "titles") to.details.titles = from.details.titles;
  if (field == "phones") to.details.phones = from.details.phones;
  if (field == "emails") to.details.emails = from.details.emails;
  if (field == "urls") to.details.urls = from.details.urls;
  if (field == "addresses") to.details.addresses = from.details.addresses;
  if (field == "notes") to.details.notes = from.details.notes;
  if (field == "birthday") to.birthday = from.birthday;
  if (field == "interests") to.interests = from.interests;
  if (field == "event") to.event = from.event;
  if (field == "met on") to.met_on = from.met_on;
  if (field == "capture") to.capture = from.capture;
}

class FakeContactHistory : public ContactHistory {
 public:
  explicit FakeContactHistory(State& state) : state_(state) {}

  Result<std::vector<Revision>> Revisions(ContactId id) override {
    return state_.Call("history.Revisions", [&]() -> Result<std::vector<Revision>> {
      if (!state_.contacts.contains(id)) return NotThere("The contact");
      std::vector<Revision> revisions;
      for (const FakeRevision& one : state_.history[id])
        revisions.insert(revisions.begin(), one.revision);
      return revisions;
    });
  }

  Result<void> Undo(ContactId id, std::int64_t number) override {
    return state_.Call("history.Undo", [&]() -> Result<void> {
      const auto contact = state_.contacts.find(id);
      if (contact == state_.contacts.end()) return NotThere("The contact");
      const auto& history = state_.history[id];
      const auto found = std::find_if(history.begin(), history.end(),
                                      [&](const FakeRevision& one) { return one.revision.number == number; });
      if (found == history.end()) return NotThere("That change");
      const FakeRevision& undone = *found;
      if (undone.extras_before != undone.extras_after) return TakeBackExtras(id, undone);
      Contact after = contact->second;
      for (const FieldChange& change : undone.revision.changes) {
        if (auto can = CanTakeBack(after, undone, change); !can) return can;
      }
      for (const FieldChange& change : undone.revision.changes)
        CopyField(after, undone.before, change.field);
      std::vector<FieldChange> whole;
      if (undone.revision.changes.front().field == "merged") {
        Separate(id);
        whole = {{"separated", "", ""}};
      }
      state_.Record(contact->second, after, Actor::kHost, whole, number);
      return {};
    });
  }

  Result<std::vector<Suggestion>> Suggest(const Contact& suggested, Actor actor) override {
    return state_.Call("history.Suggest", [&]() -> Result<std::vector<Suggestion>> {
      const auto contact = state_.contacts.find(suggested.id);
      if (contact == state_.contacts.end()) return NotThere("The contact");
      if (auto checked = state_.CheckReferences(suggested); !checked) return checked.error();
      return state_.SuggestChanges(suggested, actor).held;
    });
  }

  Result<std::vector<Suggestion>> Suggestions(ContactId id) override {
    return state_.Call("history.Suggestions", [&]() -> Result<std::vector<Suggestion>> {
      if (!state_.contacts.contains(id)) return NotThere("The contact");
      std::vector<Suggestion> waiting;
      for (const auto& [field, one] : state_.suggestions[id])
        waiting.push_back(one.second);
      return waiting;
    });
  }

  Result<void> Settle(ContactId id, const std::string& field, bool accept) override {
    return state_.Call("history.Settle", [&]() -> Result<void> {
      const auto contact = state_.contacts.find(id);
      if (contact == state_.contacts.end()) return NotThere("The contact");
      const auto suggestion = state_.suggestions[id].find(field);
      if (suggestion == state_.suggestions[id].end()) return NotThere("The suggestion");
      Contact after = contact->second;
      if (accept) CopyField(after, suggestion->second.first, field);
      state_.suggestions[id].erase(suggestion);
      if (state_.suggestions[id].empty()) state_.suggestions.erase(id);
      state_.Record(contact->second, after, Actor::kHost);
      return {};
    });
  }

 private:
  /// By value: recording it makes room in the history.
  Result<void> TakeBackExtras(ContactId id, FakeRevision undone) {
    if (state_.extras[id] != undone.extras_after)
      return Error{ErrorCode::kNotAllowed, "They were changed again since."};
    state_.RecordExtras(id, undone.extras_before, Actor::kHost, undone.revision.number);
    return {};
  }

  static Result<void> CanTakeBack(const Contact& now, const FakeRevision& undone, const FieldChange& change) {
    if (change.field == "created" || change.field == "separated")
      return Error{ErrorCode::kNotAllowed, "That can't be taken back."};
    Contact before = now;
    CopyField(before, undone.before, change.field);
    for (const ContactChange& back : ChangesBetween(now, before, {})) {
      if (back.before != change.after)
        return Error{ErrorCode::kNotAllowed, "The field \"" + change.field + "\" was changed again since."};
    }
    return {};
  }

  void Separate(ContactId kept) {
    for (auto entry = state_.merged.begin(); entry != state_.merged.end(); ++entry) {
      if (entry->second.kept != kept) continue;
      state_.contacts[entry->first] = entry->second.contact;
      for (const FollowUpId id : entry->second.follow_ups)
        state_.follow_ups.at(id).contact = entry->first;
      state_.merged.erase(entry);
      return;
    }
  }

  State& state_;
};

}  // namespace

std::int64_t FakeStore::State::Record(const Contact& before, Contact after, Actor actor,
                                      std::vector<FieldChange> whole, std::optional<std::int64_t> undoes) {
  const Instant now = clock.Now();
  const Contact was = before;
  for (const ContactChange& change : ChangesBetween(was, after, now))
    whole.push_back({change.field, change.before, change.after});
  if (whole.empty()) return last_revision;
  after.created = was.created;
  after.updated = now;
  contacts[after.id] = after;
  history[after.id].push_back({{++last_revision, now, actor, "here", std::move(whole), undoes}, was});
  return last_revision;
}

bool FakeStore::State::IsTyped(ContactId id, const std::string& field) {
  const auto& revisions = history[id];
  for (auto one = revisions.rbegin(); one != revisions.rend(); ++one) {
    for (const FieldChange& change : one->revision.changes) {
      if (change.field == field || change.field == "created") return IsPerson(one->revision.actor);
    }
  }
  return true;
}

FakeSuggestOutcome FakeStore::State::SuggestChanges(const Contact& suggested, Actor actor) {
  const Instant now = clock.Now();
  const Contact kept = contacts.at(suggested.id);
  Contact after = kept;
  FakeSuggestOutcome outcome;
  for (const ContactChange& change : ChangesBetween(kept, suggested, now)) {
    if (change.after.empty()) continue;
    if (change.before.empty() || !IsTyped(suggested.id, change.field)) {
      CopyField(after, suggested, change.field);
      outcome.anything_new = true;
      continue;
    }
    outcome.held.push_back({change.field, change.before, change.after, actor, now});
    auto& waiting = suggestions[suggested.id][change.field];
    outcome.anything_new |= waiting.second.suggested != change.after;
    waiting = {suggested, outcome.held.back()};
  }
  Record(kept, after, actor);
  return outcome;
}

std::unique_ptr<ContactHistory> MakeFakeContactHistory(State& state) {
  return std::make_unique<FakeContactHistory>(state);
}

}  // namespace kith::test
