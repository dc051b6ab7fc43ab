// SPDX-License-Identifier: Apache-2.0
#include "followup/book.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace kith::followup {
namespace {

constexpr std::uint32_t kFree = std::numeric_limits<std::uint32_t>::max();

void KeepLatest(std::optional<Day>& latest, Day day) {
  if (!latest || *latest < day) latest = day;
}

auto KeyOf(const FollowUp& value) {
  return value.id;
}
auto KeyOf(const Encounter& value) {
  return value.id;
}
auto KeyOf(const Introduction& value) {
  return value.id;
}
auto KeyOf(const Relationship& value) {
  return value.contact;
}

template <typename T>
bool Apply(std::vector<T>& values, const Edit<T>& edit) {
  const auto key = KeyOf(edit.before ? *edit.before : *edit.after);
  const auto found =
      std::find_if(values.begin(), values.end(), [&](const T& value) { return KeyOf(value) == key; });
  if (edit.before ? found == values.end() || *found != *edit.before : found != values.end()) return false;
  if (!edit.after) {
    values.erase(found);
  } else if (edit.before) {
    *found = *edit.after;
  } else {
    values.push_back(*edit.after);
  }
  return true;
}

template <typename T>
bool ApplyAll(std::vector<T>& values, const std::vector<Edit<T>>& edits) {
  return std::all_of(edits.begin(), edits.end(), [&](const Edit<T>& edit) { return Apply(values, edit); });
}

template <typename T>
const T* Named(const std::vector<T>& all, const std::string& name) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const T& one) { return one.name == name; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

std::vector<Circle> DefaultCircles() {
  return {{"close", 28, 56}, {"friends", 90, 180}, {"yearly", 330, 395}};
}

const Plan* Rules::PlanNamed(const std::string& name) const {
  return Named(plans, name);
}

const Circle* Rules::CircleNamed(const std::string& name) const {
  return Named(circles, name);
}

const Plan& Rules::PlanFor(const EventDays& event) const {
  static const Plan nothing;
  if (const Plan* own = event.plan.empty() ? nullptr : PlanNamed(event.plan)) return *own;
  const auto by_name = event_plans.find(event.name);
  const Plan* found = PlanNamed(by_name == event_plans.end() ? plan : by_name->second);
  return found != nullptr ? *found : nothing;
}

People::People(const Book& book) {
  people_.reserve(book.contacts.size());
  slots_.assign(std::bit_ceil(2 * book.contacts.size() + 1), kFree);
  for (const Contact& contact : book.contacts) {
    people_.push_back({.contact = &contact, .last_contact = contact.met_on});
    slots_[SlotOf(contact.id)] = static_cast<std::uint32_t>(people_.size() - 1);
  }
  for (const Relationship& relationship : book.following.relationships) {
    Person* person = At(relationship.contact);
    if (person == nullptr) continue;
    person->relationship = &relationship;
    // Who was found in a drawer wasn't met on the day of the finding.
    if (relationship.found_on) person->last_contact.reset();
  }
  for (const Encounter& encounter : book.following.encounters) {
    if (Person* person = At(encounter.contact)) KeepLatest(person->last_contact, encounter.on);
  }
  for (const FollowUp& follow_up : book.follow_ups) {
    if (!IsContact(follow_up.kind)) continue;
    Person* person = At(follow_up.contact);
    if (person == nullptr) continue;
    if (!follow_up.done_on) {
      if (!person->next_contact || follow_up.due < *person->next_contact)
        person->next_contact = follow_up.due;
    } else if (!follow_up.skipped) {
      KeepLatest(person->last_contact, *follow_up.done_on);
    } else if (follow_up.kind == FollowUpKind::kCheckIn) {
      KeepLatest(person->last_skipped, *follow_up.done_on);
    }
  }
}

/// The slot of the contact, or the free one where it would be.
std::size_t People::SlotOf(ContactId id) const {
  constexpr int kVariantBits = 8;  // the byte with the bits that are the same in all (RFC 9562, 4.1)
  std::size_t slot = (IdHash()(id) >> kVariantBits) & (slots_.size() - 1);
  while (slots_[slot] != kFree && people_[slots_[slot]].contact->id != id)
    slot = (slot + 1) & (slots_.size() - 1);
  return slot;
}

const Person* People::Find(ContactId id) const {
  const std::uint32_t index = slots_[SlotOf(id)];
  return index == kFree ? nullptr : &people_[index];
}

Person* People::At(ContactId id) {
  const std::uint32_t index = slots_[SlotOf(id)];
  return index == kFree ? nullptr : &people_[index];
}

bool IsContact(FollowUpKind kind) {
  return kind != FollowUpKind::kVerify;
}

const Circle* CircleOf(const Person& person, const Rules& rules) {
  if (person.relationship == nullptr) return nullptr;
  if (const Circle* own = rules.CircleNamed(person.relationship->circle)) return own;
  for (const std::string& tag : person.relationship->tags) {
    const auto circle = rules.tag_circles.find(tag);
    if (circle == rules.tag_circles.end()) continue;
    if (const Circle* found = rules.CircleNamed(circle->second)) return found;
  }
  return nullptr;
}

Anchors AnchorsOf(const Book& book, const Person& person) {
  const Contact& contact = *person.contact;
  Anchors anchors{.met = contact.met_on.value_or(Day(std::chrono::floor<std::chrono::days>(contact.created))),
                  .last_contact = person.last_contact};
  if (person.relationship != nullptr && person.relationship->found_on)
    anchors.met = *person.relationship->found_on;
  if (!contact.event) return anchors;
  const auto event = book.events.find(*contact.event);
  if (event != book.events.end()) anchors.event_end = event->second.last_day;
  return anchors;
}

bool ApplyTo(Book& book, const FollowingChange& change) {
  Book after = book;
  Following& following = after.following;
  const bool sound = ApplyAll(after.follow_ups, change.follow_ups) &&
                     ApplyAll(following.relationships, change.relationships) &&
                     ApplyAll(following.encounters, change.encounters) &&
                     ApplyAll(following.introductions, change.introductions);
  if (sound) book = std::move(after);
  return sound;
}

}  // namespace kith::followup
