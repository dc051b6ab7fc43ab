// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "core/actor.h"
#include "core/contact_history.h"
#include "core/contact_store.h"
#include "storage/database.h"

namespace kith::storage {

// Writing contacts together with their history. Within a transaction and a Guard of the caller.

/// Who changes a contact, when, and which revision that takes back.
struct Authorship {
  Actor actor = Actor::kHost;
  Instant when{};
  std::optional<std::int64_t> undoes = {};
};

/// A change of the contact as a whole ("created", "merged"), with what undoing it needs to know.
struct WholeChange {
  std::string field;
  std::string after;  ///< text for a person
  std::string value = {};
};

/// kNotFound for an event or capture that isn't there, kNotAllowed for another contact's capture.
Result<void> CheckReferences(Database& database, const Contact& contact);

/// Records one revision: the whole change, if there is one, and each field that differs. Gives its number;
/// nullopt if there was nothing to record.
std::optional<std::int64_t> RecordRevision(Database& database, std::int64_t row, const Contact& before,
                                           const Contact& after, const Authorship& authorship,
                                           const std::optional<WholeChange>& whole = std::nullopt);

/// What became of a value that isn't a field of a Contact, and how undoing names the two.
struct ValueChange {
  FieldChange shown;
  std::string old_value;
  std::string new_value;
};

/// Records them as one revision, and the moment as the contact's last change.
void RecordChanges(Database& database, std::int64_t row, std::span<const ValueChange> changes,
                   const Authorship& authorship);

/// ContactStore::Confirm.
Result<void> ConfirmContact(Database& database, const Contact& contact, std::span<const FollowUp> follow_ups,
                            const Authorship& authorship);

/// Replaces the contact of that row by `after`, whose creation stays `before`'s, and records it. Gives the
/// revision; nullopt if nothing differs, and then nothing is written.
std::optional<std::int64_t> WriteContact(Database& database, std::int64_t row, const Contact& before,
                                         const Contact& after, const Authorship& authorship,
                                         const std::optional<WholeChange>& whole = std::nullopt);

}  // namespace kith::storage
