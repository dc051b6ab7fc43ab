// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/contact_changes.h"
#include "core/duplicates.h"
#include "core/text.h"

namespace kith {
namespace {

/// Values that differ in case only are one value.
void Join(std::vector<std::string>& kept, const std::vector<std::string>& others) {
  for (const std::string& other : others) {
    const bool known = std::any_of(kept.begin(), kept.end(), [&](const std::string& value) {
      return LowerCase(value) == LowerCase(other);
    });
    if (!known) kept.push_back(other);
  }
}

void JoinPhones(std::vector<Phone>& kept, const std::vector<Phone>& others) {
  for (const Phone& other : others) {
    const bool known = std::any_of(kept.begin(), kept.end(), [&](const Phone& phone) {
      return phone.number == other.number && phone.extension == other.extension;
    });
    if (!known) kept.push_back(other);
  }
}

void AddNote(std::string& notes, const std::string& note) {
  if (note.empty() || notes.find(note) != std::string::npos) return;
  if (!notes.empty()) notes += '\n';
  notes += note;
}

/// Takes `other` where nothing stands; else keeps it in the notes.
void Take(std::string& kept, const std::string& other, std::string& notes) {
  if (other.empty() || other == kept) return;
  if (kept.empty()) {
    kept = other;
  } else {
    AddNote(notes, "Also: " + other);
  }
}

void TakeBirthday(Contact& kept, const std::optional<Birthday>& other) {
  if (!other || kept.birthday == other) return;
  if (!kept.birthday || (kept.birthday->day == other->day && !kept.birthday->year)) {
    kept.birthday = other;
  } else if (kept.birthday->day != other->day || other->year) {
    AddNote(kept.details.notes, "Also: born " + BirthdayText(*other));
  }
}

}  // namespace

void JoinLists(Contact& kept, const Contact& other) {
  Join(kept.details.titles, other.details.titles);
  JoinPhones(kept.details.phones, other.details.phones);
  Join(kept.details.emails, other.details.emails);
  Join(kept.details.urls, other.details.urls);
  Join(kept.details.addresses, other.details.addresses);
  Join(kept.details.handles, other.details.handles);
  Join(kept.details.other_names, other.details.other_names);
  Join(kept.interests, other.interests);
}

Contact MergedContact(const Contact& kept, const Contact& other) {
  Contact merged = kept;
  ContactDetails& details = merged.details;
  const ContactDetails& others = other.details;
  AddNote(details.notes, others.notes);
  if (details.name.full.empty()) {
    details.name = others.name;
  } else {
    Take(details.name.full, others.name.full, details.notes);
    // Parts belong to the name that they are parts of.
    if (details.name.full == others.name.full) {
      if (details.name.given.empty()) details.name.given = others.name.given;
      if (details.name.family.empty()) details.name.family = others.name.family;
    }
  }
  Take(details.organization, others.organization, details.notes);
  Take(details.department, others.department, details.notes);
  JoinLists(merged, other);
  TakeBirthday(merged, other.birthday);
  if (!merged.event) merged.event = other.event;
  if (other.met_on && (!merged.met_on || *other.met_on < *merged.met_on)) merged.met_on = other.met_on;
  return merged;
}

}  // namespace kith
