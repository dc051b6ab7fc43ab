// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <tuple>

#include "core/text.h"
#include "tests/support/fake_state.h"

namespace kith::test {
namespace {

using State = FakeStore::State;

/// The same name and something else in common: enough for tests of what is done with it.
Likeness Compare(const Contact& one, const Contact& other) {
  Likeness likeness;
  if (FoldText(one.details.name.full) == FoldText(other.details.name.full))
    likeness.reasons.emplace_back("same name");
  for (const Phone& phone : one.details.phones) {
    const auto& others = other.details.phones;
    if (std::any_of(others.begin(), others.end(), [&](const Phone& p) { return p.number == phone.number; }))
      likeness.reasons.emplace_back("same mobile");
  }
  for (const std::string& email : one.details.emails) {
    const auto& others = other.details.emails;
    if (std::find(others.begin(), others.end(), email) != others.end())
      likeness.reasons.emplace_back("same e-mail");
  }
  likeness.score = std::min(0.45 * static_cast<double>(likeness.reasons.size()), 0.99);
  return likeness;
}

std::pair<ContactId, ContactId> Ordered(ContactId a, ContactId b) {
  return {std::min(a, b), std::max(a, b)};
}

void SortMostAlikeFirst(std::vector<DuplicatePair>& pairs) {
  std::stable_sort(pairs.begin(), pairs.end(), [](const DuplicatePair& a, const DuplicatePair& b) {
    return a.likeness.score > b.likeness.score;
  });
}

std::vector<DuplicatePair> LikeIn(const State& state, const Contact& contact) {
  std::vector<DuplicatePair> pairs;
  for (const auto& [id, other] : state.contacts) {
    if (id == contact.id || state.told_apart.contains(Ordered(id, contact.id))) continue;
    const Likeness likeness = Compare(other, contact);
    if (likeness.score < kLikelyDuplicate) continue;
    const bool contact_is_older = state.contacts.contains(contact.id) && contact.id < id;
    pairs.push_back({contact_is_older ? contact.id : id, contact_is_older ? id : contact.id, likeness});
  }
  SortMostAlikeFirst(pairs);
  return pairs;
}

class FakeDuplicateFinder : public DuplicateFinder {
 public:
  explicit FakeDuplicateFinder(State& state) : state_(state) {}

  Result<std::vector<DuplicatePair>> FindLike(const Contact& contact) override {
    return state_.Call("duplicates.FindLike",
                       [&]() -> Result<std::vector<DuplicatePair>> { return LikeIn(state_, contact); });
  }

  Result<std::vector<DuplicatePair>> FindAll(int limit) override {
    return state_.Call("duplicates.FindAll", [&]() -> Result<std::vector<DuplicatePair>> {
      std::vector<DuplicatePair> pairs;
      for (const auto& [id, contact] : state_.contacts) {
        for (const DuplicatePair& pair : LikeIn(state_, contact)) {
          if (pair.first == id) pairs.push_back(pair);
        }
      }
      SortMostAlikeFirst(pairs);
      pairs.resize(std::min(pairs.size(), static_cast<std::size_t>(std::max(limit, 0))));
      return pairs;
    });
  }

  Result<void> TellApart(ContactId first, ContactId second) override {
    return state_.Call("duplicates.TellApart", [&]() -> Result<void> {
      if (!AreThere(first, second)) return NotThere("The contact");
      if (first == second) return Error{ErrorCode::kInvalidInput, "A contact is itself."};
      state_.told_apart.insert(Ordered(first, second));
      return {};
    });
  }

  Result<std::int64_t> Merge(ContactId kept, ContactId other, Actor actor) override {
    return state_.Call("duplicates.Merge", [&]() -> Result<std::int64_t> {
      if (!IsPerson(actor)) return Error{ErrorCode::kNotAllowed, "Only a person may say that."};
      if (!AreThere(kept, other)) return NotThere("The contact");
      if (kept == other) return Error{ErrorCode::kInvalidInput, "A contact is itself."};
      const Contact before = state_.contacts.at(kept);
      FakeMerged hidden{kept, state_.contacts.at(other), {}};
      for (auto& [id, follow_up] : state_.follow_ups) {
        if (follow_up.contact != other) continue;
        follow_up.contact = kept;
        hidden.follow_ups.push_back(id);
      }
      state_.contacts.erase(other);
      const Contact merged = MergedContact(before, hidden.contact);
      const FieldChange whole{"merged", "", hidden.contact.details.name.full};
      state_.merged[other] = std::move(hidden);
      return state_.Record(before, merged, actor, {whole});
    });
  }

  Result<std::vector<CaptureId>> CardsOf(ContactId id) override {
    return state_.Call("duplicates.CardsOf", [&]() -> Result<std::vector<CaptureId>> {
      const auto contact = state_.contacts.find(id);
      if (contact == state_.contacts.end()) return NotThere("The contact");
      std::vector<CaptureId> cards;
      if (contact->second.capture) cards.push_back(*contact->second.capture);
      for (const auto& [other, hidden] : state_.merged) {
        if (hidden.kept == id && hidden.contact.capture) cards.push_back(*hidden.contact.capture);
      }
      return cards;
    });
  }

 private:
  bool AreThere(ContactId one, ContactId other) const {
    return state_.contacts.contains(one) && state_.contacts.contains(other);
  }

  State& state_;
};

class FakeContactImport : public ContactImport {
 public:
  explicit FakeContactImport(State& state) : state_(state) {}

  using ContactImport::Import;
  Result<ContactImportReport> Import(const ContactFeed& feed, ImportMode mode) override {
    const auto begun = state_.Call("contact_import.Import", []() -> Result<void> { return {}; });
    if (!begun) return begun.error();
    const auto before = std::tuple(state_.contacts, state_.history, state_.suggestions, state_.extras);
    ContactImportReport report;
    std::vector<Contact> added;
    std::optional<Error> failed;
    const auto take = [&](const WholeContact& whole) -> Result<Imported> {
      const MutexLock lock(state_.mutex);
      if (!failed) failed = Trouble(whole.contact);
      if (failed) return *failed;
      report.outcomes.push_back(Take(whole, report));
      if (report.outcomes.back() == Imported::kNew) added.push_back(whole.contact);
      return report.outcomes.back();
    };
    const Result<void> fed = feed(take);
    const MutexLock lock(state_.mutex);
    if (fed && !failed) TellDuplicates(added, report);
    if (!fed || failed || mode == ImportMode::kDryRun)
      std::tie(state_.contacts, state_.history, state_.suggestions, state_.extras) = before;
    if (failed) return *failed;
    if (!fed) return fed.error();
    return report;
  }

 private:
  std::optional<Error> Trouble(const Contact& contact) const {
    if (contact.id.is_nil()) return Error{ErrorCode::kInvalidInput, "A contact needs an id."};
    if (contact.capture) return Error{ErrorCode::kNotAllowed, "It has no card here."};
    if (auto checked = state_.CheckReferences(contact); !checked) return checked.error();
    return std::nullopt;
  }

  void TellDuplicates(const std::vector<Contact>& added, ContactImportReport& report) const {
    for (const Contact& contact : added) {
      for (DuplicatePair& pair : LikeIn(state_, contact)) {
        if (pair.second == contact.id) report.duplicates.push_back(std::move(pair));
      }
    }
  }

  Imported Take(const WholeContact& whole, ContactImportReport& report) {
    Contact contact = whole.contact;
    ContactExtras extras = whole.extras;
    report.left_out += LimitExtras(extras);
    if (state_.erased.contains(contact.id)) return Imported::kErased;
    if (state_.merged.contains(contact.id)) return Imported::kSame;
    const auto kept = state_.contacts.find(contact.id);
    if (kept != state_.contacts.end()) {
      Contact suggested = kept->second;
      JoinLists(suggested, contact);
      if (!contact.details.organization.empty())
        suggested.details.organization = contact.details.organization;
      const bool suggests = state_.SuggestChanges(suggested, Actor::kImport).anything_new;
      ContactExtras joined = state_.extras[contact.id];
      JoinExtras(joined, extras);
      const bool adds = state_.RecordExtras(contact.id, joined, Actor::kImport);
      return suggests || adds ? Imported::kChanged : Imported::kSame;
    }
    state_.extras[contact.id] = std::move(extras);
    contact.created = state_.clock.Now();
    state_.Record(contact, contact, Actor::kImport, {{"created", "", contact.details.name.full}});
    return Imported::kNew;
  }

  State& state_;
};

}  // namespace

std::unique_ptr<DuplicateFinder> MakeFakeDuplicateFinder(State& state) {
  return std::make_unique<FakeDuplicateFinder>(state);
}

std::unique_ptr<ContactImport> MakeFakeContactImport(State& state) {
  return std::make_unique<FakeContactImport>(state);
}

}  // namespace kith::test
