// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/actor.h"
#include "core/contact.h"
#include "core/event.h"
#include "core/follow_up.h"
#include "core/ids.h"
#include "core/result.h"

namespace kith {

struct ContactQuery {
  /// Words or their beginnings, in any order; digits find phones; empty: all. A word of five letters and more
  /// may have one typo in it, if nothing is found without.
  std::string text = {};
  std::optional<EventId> event = {};  ///< only those met there
  int limit = 1000;
  std::string interest = {};     ///< only those with that interest, in any case and accents; empty: all
  std::string tag = {};          ///< only those whom the host gave that tag, in any case and accents
  bool needs_review = false;     ///< only those with suggestions that wait for a person
  bool nothing_planned = false;  ///< only those without an open follow-up
  /// Only those whom nobody was in touch with on that day or after it: met before, and whatever was logged or
  /// done, too. What was skipped is no touch.
  std::optional<Day> not_in_touch_since = {};
};

/// One recorded change of a contact.
struct ContactChange {
  Instant when{};
  std::string field;  ///< "name", "phones", …
  std::string before;
  std::string after;

  friend bool operator==(const ContactChange&, const ContactChange&) = default;
};

/// Port: contacts. One object a thread. The store sets `created` and `updated` itself; an unknown event or
/// capture in a contact is kNotFound, a capture that another contact has is kNotAllowed.
class ContactStore {
 public:
  virtual ~ContactStore() = default;
  /// What a person confirmed: the contact, its follow-ups and the end of the capture's review (if the contact
  /// names one), all or nothing. The same call again, after an error that left its outcome open, changes
  /// nothing.
  virtual Result<void> Confirm(const Contact& contact, std::span<const FollowUp> follow_ups, Actor actor) = 0;
  Result<void> Confirm(const Contact& contact, std::span<const FollowUp> follow_ups) {
    return Confirm(contact, follow_ups, Actor::kHost);
  }
  /// What a person changed in a contact that is there; every changed field goes into its history. Machines
  /// use ContactHistory::Suggest.
  virtual Result<void> Update(const Contact& contact, Actor actor) = 0;
  Result<void> Update(const Contact& contact) { return Update(contact, Actor::kHost); }
  virtual Result<Contact> Get(ContactId id) = 0;
  /// With text: best match first; else by name.
  virtual Result<std::vector<Contact>> Search(const ContactQuery& query) = 0;
  /// Newest first.
  virtual Result<std::vector<ContactChange>> History(ContactId id) = 0;
  /// With images, drafts, follow-ups, history and search entries.
  virtual Result<void> Erase(ContactId id) = 0;
};

struct FollowUpQuery {
  std::optional<Day> due_by = {};  ///< due on this day or before it
  std::optional<ContactId> contact = {};
  std::optional<EventId> event = {};  ///< of contacts met there
  bool include_done = false;
};

/// Port: follow-ups that are stored. Birthdays aren't: they follow from the contacts. One object a thread.
class FollowUpStore {
 public:
  virtual ~FollowUpStore() = default;
  /// All or nothing. kNotFound without the contact, kNotAllowed if one of them is there already.
  virtual Result<void> Add(std::span<const FollowUp> follow_ups) = 0;
  virtual Result<FollowUp> Get(FollowUpId id) = 0;
  /// By due day, then by id.
  virtual Result<std::vector<FollowUp>> List(const FollowUpQuery& query) = 0;
  /// Marks it done and adds what comes next, in one transaction. kNotAllowed if it was done already.
  virtual Result<void> Complete(FollowUpId id, Day done_on, std::span<const FollowUp> next) = 0;
};

/// Port: events. One object a thread.
class EventStore {
 public:
  virtual ~EventStore() = default;
  /// The event of that name, made if there is none.
  virtual Result<Event> FindOrCreate(const std::string& name) = 0;
  virtual Result<std::optional<Event>> Find(const std::string& name) = 0;
  virtual Result<Event> Get(EventId id) = 0;
  /// kNotAllowed if another event has the name.
  virtual Result<void> Update(const Event& event) = 0;
  /// kNotAllowed if contacts or captures belong to it.
  virtual Result<void> Erase(EventId id) = 0;
  /// Newest first: by begin, or by when it was made.
  virtual Result<std::vector<Event>> List() = 0;
  /// What captures belong to from now on, on this machine; nullopt: to none.
  virtual Result<void> Choose(std::optional<EventId> id) = 0;
  virtual Result<EventChoice> Chosen() = 0;
};

}  // namespace kith
