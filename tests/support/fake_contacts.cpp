// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <span>

#include "core/contact_changes.h"
#include "core/reading_check.h"
#include "core/text.h"
#include "tests/support/fake_state.h"

namespace kith::test {
namespace {

using State = FakeStore::State;

std::vector<std::string> Words(std::string_view text) {
  return SplitText(FoldText(text), " \n\t.,;:@/\"'()*-+&");
}

std::string Digits(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits;
}

std::string SearchedText(const Contact& contact) {
  const ContactDetails& details = contact.details;
  std::string text =
      details.name.full + ' ' + details.organization + ' ' + details.department + ' ' + details.notes;
  for (const auto* list :
       {&details.titles, &details.emails, &details.urls, &details.addresses, &contact.interests}) {
    for (const std::string& value : *list)
      text += ' ' + value;
  }
  return text;
}

bool BeginsAWord(const std::string& beginning, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const auto& word) { return word.starts_with(beginning); });
}

/// "030" finds +49 30: a trunk or international prefix isn't part of the stored number.
bool HasDigits(const Contact& contact, std::string digits) {
  digits.erase(0, digits.find_first_not_of('0'));
  return digits.size() >= 2 &&
         std::any_of(contact.details.phones.begin(), contact.details.phones.end(), [&](const Phone& phone) {
           return Digits(phone.number).find(digits) != std::string::npos;
         });
}

bool Matches(const Contact& contact, const std::string& query) {
  const std::size_t trunk = query.find("(0)");
  const std::string digits =
      Digits(trunk == std::string::npos ? query : query.substr(0, trunk) + query.substr(trunk + 3));
  if (digits.size() >= 3 && query.find_first_not_of("0123456789 +-./()") == std::string::npos &&
      HasDigits(contact, digits)) {
    return true;
  }
  const std::vector<std::string> words = Words(SearchedText(contact));
  const std::vector<std::string> wanted = Words(query);
  return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& word) {
    return BeginsAWord(word, words) || (word.size() >= 3 && Digits(word) == word && HasDigits(contact, word));
  });
}

/// Best first: all the words in the name come before words elsewhere.
bool IsNamed(const Contact& contact, const std::string& query) {
  const std::vector<std::string> name = Words(contact.details.name.full);
  const std::vector<std::string> wanted = Words(query);
  return std::all_of(wanted.begin(), wanted.end(), [&](const auto& word) { return BeginsAWord(word, name); });
}

class FakeContactStore : public ContactStore {
 public:
  explicit FakeContactStore(State& state) : state_(state) {}

  Result<void> Confirm(const Contact& contact, std::span<const FollowUp> follow_ups, Actor actor) override {
    return state_.Call("contacts.Confirm", [&]() -> Result<void> {
      if (contact.id.is_nil()) return Error{ErrorCode::kInvalidInput, "A contact needs an id."};
      if (const auto known = state_.contacts.find(contact.id); known != state_.contacts.end()) {
        if (ChangesBetween(known->second, contact, {}).empty()) return {};
        return Error{ErrorCode::kNotAllowed, "The contact is in the store already."};
      }
      if (auto checked = state_.CheckReferences(contact); !checked) return checked;
      for (const FollowUp& follow_up : follow_ups) {
        if (follow_up.contact != contact.id) {
          return Error{ErrorCode::kInvalidInput, "A follow-up belongs to another contact."};
        }
      }
      Contact kept = contact;
      kept.created = kept.updated = state_.clock.Now();
      state_.contacts[kept.id] = kept;
      if (auto checked = CheckNewFollowUps(state_, follow_ups); !checked) {
        state_.contacts.erase(kept.id);
        return checked;
      }
      for (const FollowUp& follow_up : follow_ups)
        state_.follow_ups[follow_up.id] = follow_up;
      state_.Record(kept, kept, actor, {{"created", "", kept.details.name.full}});
      if (kept.capture) EndReview(state_.captures.at(*kept.capture), kept.details);
      return {};
    });
  }

  Result<void> Update(const Contact& contact, Actor actor) override {
    return state_.Call("contacts.Update", [&]() -> Result<void> {
      const auto known = state_.contacts.find(contact.id);
      if (known == state_.contacts.end()) return NotThere("The contact");
      if (auto checked = state_.CheckReferences(contact); !checked) return checked;
      state_.Record(known->second, contact, actor);
      return {};
    });
  }

  Result<Contact> Get(ContactId id) override {
    return state_.Call("contacts.Get", [&]() -> Result<Contact> {
      const auto found = state_.contacts.find(id);
      if (found == state_.contacts.end()) return NotThere("The contact");
      return found->second;
    });
  }

  Result<std::vector<Contact>> Search(const ContactQuery& query) override {
    return state_.Call("contacts.Search", [&]() -> Result<std::vector<Contact>> {
      std::vector<Contact> found;
      for (const auto& [id, contact] : state_.contacts) {
        if (query.event && contact.event != query.event) continue;
        if (!PassesFilters(query, contact)) continue;
        if (Matches(contact, query.text)) found.push_back(contact);
      }
      std::sort(found.begin(), found.end(), [&](const Contact& a, const Contact& b) {
        const auto key = [&](const Contact& contact) {
          return std::tuple(!IsNamed(contact, query.text), FoldText(contact.details.name.full), contact.id);
        };
        return key(a) < key(b);
      });
      found.resize(std::min(found.size(), static_cast<std::size_t>(std::max(query.limit, 0))));
      return found;
    });
  }

  Result<std::vector<ContactChange>> History(ContactId id) override {
    return state_.Call("contacts.History", [&]() -> Result<std::vector<ContactChange>> {
      if (!state_.contacts.contains(id)) return NotThere("The contact");
      std::vector<ContactChange> changes;
      for (const FakeRevision& one : state_.history[id]) {
        for (const FieldChange& change : one.revision.changes)
          changes.push_back({one.revision.when, change.field, change.before, change.after});
      }
      std::reverse(changes.begin(), changes.end());
      return changes;
    });
  }

  Result<void> Erase(ContactId id) override {
    return state_.Call("contacts.Erase", [&]() -> Result<void> {
      if (!state_.contacts.contains(id)) return NotThere("The contact");
      state_.EraseContact(id);
      return {};
    });
  }

 private:
  bool PassesFilters(const ContactQuery& query, const Contact& contact) const {
    if (query.needs_review && !state_.suggestions.contains(contact.id)) return false;
    const auto has = [&](auto matches) {
      return std::any_of(state_.follow_ups.begin(), state_.follow_ups.end(), [&](const auto& entry) {
        return entry.second.contact == contact.id && matches(entry.second);
      });
    };
    if (query.nothing_planned && has([](const FollowUp& follow_up) { return !follow_up.done_on; }))
      return false;
    if (!query.interest.empty() &&
        std::none_of(contact.interests.begin(), contact.interests.end(),
                     [&](const auto& interest) { return FoldText(interest) == FoldText(query.interest); })) {
      return false;
    }
    if (!query.tag.empty()) {
      const auto known = state_.relationships.find(contact.id);
      if (known == state_.relationships.end()) return false;
      const std::vector<std::string>& tags = known->second.tags;
      if (std::none_of(tags.begin(), tags.end(),
                       [&](const auto& tag) { return FoldText(tag) == FoldText(query.tag); })) {
        return false;
      }
    }
    if (!query.not_in_touch_since) return true;
    const Day since = *query.not_in_touch_since;
    if (contact.met_on && *contact.met_on >= since) return false;
    const bool in_touch = std::any_of(
        state_.encounters.begin(), state_.encounters.end(),
        [&](const auto& entry) { return entry.second.contact == contact.id && entry.second.on >= since; });
    return !in_touch && !has([&](const FollowUp& follow_up) {
      return follow_up.done_on && *follow_up.done_on >= since && !follow_up.skipped;
    });
  }

  static void EndReview(FakeCapture& capture, const ContactDetails& confirmed) {
    if (capture.draft) capture.check = CheckReading(*capture.draft, confirmed);
    capture.capture.state = CaptureState::kConfirmed;
    capture.being_read = false;
  }

  State& state_;
};

}  // namespace

Result<void> FakeStore::State::CheckReferences(const Contact& contact) const {
  if (contact.event && !events.contains(*contact.event)) return NotThere("The event");
  if (!contact.capture) return {};
  if (!captures.contains(*contact.capture)) return NotThere("The capture");
  for (const auto& [id, other] : contacts) {
    if (other.capture == contact.capture && id != contact.id) {
      return Error{ErrorCode::kNotAllowed, "This card was made a contact already."};
    }
  }
  return {};
}

void FakeStore::State::EraseContact(ContactId id) {
  std::vector<Contact> parts = {contacts.at(id)};
  std::erase_if(merged, [&](const auto& entry) {
    if (entry.second.kept != id) return false;
    parts.push_back(entry.second.contact);
    return true;
  });
  for (const Contact& part : parts) {
    contacts.erase(part.id);
    history.erase(part.id);
    extras.erase(part.id);
    suggestions.erase(part.id);
    erase_on.erase(part.id);
    erased.insert(part.id);
    ForgetFollowing(part.id);
    consents.erase(part.id);
    receipts.erase(part.id);
    if (part.capture) EraseCapture(*part.capture);
  }
}

std::unique_ptr<ContactStore> MakeFakeContactStore(State& state) {
  return std::make_unique<FakeContactStore>(state);
}

}  // namespace kith::test
