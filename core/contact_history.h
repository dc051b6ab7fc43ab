// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/actor.h"
#include "core/contact.h"
#include "core/ids.h"
#include "core/result.h"
#include "core/time.h"

namespace kith {

/// What became of one field. The values are text for a person, as in ContactChange.
struct FieldChange {
  std::string field;  ///< "name", "phones", …; "created" and "merged" tell of the contact as a whole
  std::string before;
  std::string after;

  friend bool operator==(const FieldChange&, const FieldChange&) = default;
};

/// What was changed at once.
struct Revision {
  std::int64_t number = 0;  ///< rises; never used again for another one
  Instant when{};
  Actor actor = Actor::kHost;
  std::string machine;  ///< on which it was made
  std::vector<FieldChange> changes;
  std::optional<std::int64_t> undoes;  ///< the revision that this one took back

  friend bool operator==(const Revision&, const Revision&) = default;
};

/// A value that a machine found for a field that a person had typed: it waits until a person decides.
struct Suggestion {
  std::string field;
  std::string kept;       ///< what stands there, as text for a person
  std::string suggested;  ///< what would stand there
  Actor actor = Actor::kReader;
  Instant when{};

  friend bool operator==(const Suggestion&, const Suggestion&) = default;
};

/// Port: what became of a contact, and back. One object a thread.
class ContactHistory {
 public:
  virtual ~ContactHistory() = default;
  /// Newest first.
  virtual Result<std::vector<Revision>> Revisions(ContactId id) = 0;
  /// Puts back what the fields of that revision held before it, as a new revision, which can be undone, too.
  /// A merge is taken back whole: the other contact is there again, with its cards and follow-ups.
  /// kNotAllowed if one of the fields was changed again since (undo that first) and for the revision that
  /// made the contact (erase it); kNotFound if there is no such revision.
  virtual Result<void> Undo(ContactId id, std::int64_t revision) = 0;
  /// Changes by a machine: fields that no person typed take the new values; the others wait as suggestions,
  /// which are returned. An empty value suggests nothing.
  virtual Result<std::vector<Suggestion>> Suggest(const Contact& contact, Actor actor) = 0;
  virtual Result<std::vector<Suggestion>> Suggestions(ContactId id) = 0;
  /// What a person decided about the suggestion for a field.
  virtual Result<void> Settle(ContactId id, const std::string& field, bool accept) = 0;
};

}  // namespace kith
