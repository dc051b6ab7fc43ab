// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/follow_up.h"
#include "core/introduction.h"
#include "core/relationship.h"
#include "core/result.h"

namespace kith {

/// One value before and after: nullopt before is a new one, nullopt after one that goes.
template <typename T>
struct Edit {
  std::optional<T> before;
  std::optional<T> after;

  friend bool operator==(const Edit&, const Edit&) = default;
};

/// One thing that a person did, with all that follows from it; what stood there before is in it, so it can be
/// taken back exactly.
struct FollowingChange {
  std::string what = {};  ///< for a person: "Done: Send Ada the link"
  std::vector<Edit<FollowUp>> follow_ups = {};
  std::vector<Edit<Relationship>> relationships = {};
  std::vector<Edit<Encounter>> encounters = {};
  std::vector<Edit<Introduction>> introductions = {};

  bool empty() const {
    return follow_ups.empty() && relationships.empty() && encounters.empty() && introductions.empty();
  }
  friend bool operator==(const FollowingChange&, const FollowingChange&) = default;
};

/// What takes `change` back.
FollowingChange Reversed(FollowingChange change);

/// All that is known of staying in touch, beside contacts, events and follow-ups.
struct Following {
  std::vector<Relationship> relationships = {};  ///< by contact
  std::vector<Encounter> encounters = {};        ///< by day, then id
  std::vector<Introduction> introductions = {};  ///< by id

  friend bool operator==(const Following&, const Following&) = default;
};

/// Port: staying in touch. One object a thread.
class FollowingStore {
 public:
  virtual ~FollowingStore() = default;
  virtual Result<Following> Load() = 0;
  /// All or nothing. kNotAllowed if something isn't any more as the change has it before; kNotFound without
  /// one of its contacts.
  virtual Result<void> Apply(const FollowingChange& change) = 0;
  /// Takes back the newest change that isn't taken back yet, and gives it. kNotFound if there is none,
  /// kNotAllowed if what it changed was changed since by other means. Erasing a contact forgets all changes.
  virtual Result<FollowingChange> Undo() = 0;
};

}  // namespace kith
