// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/actor.h"
#include "core/contact.h"
#include "core/ids.h"
#include "core/result.h"

namespace kith {

/// One record as this machine and a server last agreed on it.
struct SyncedItem {
  UuidBytes id{};           ///< of the contact or follow-up
  std::string href = {};    ///< where it is on the server, as the server writes it
  std::string etag = {};    ///< of what stood there; empty: not known
  std::string theirs = {};  ///< the server's text; empty once the record was erased here
  std::string ours = {};    ///< the text that Kith itself would have written; empty likewise
  bool is_kiths = false;    ///< Kith made it: what Kith's own texts mean is understood in it

  friend bool operator==(const SyncedItem&, const SyncedItem&) = default;
};

/// What is known of a collection on a server.
struct SyncState {
  std::string token;  ///< of the server, for what changed since; empty: compare all
  std::vector<SyncedItem> items;
};

/// What became of a contact's id.
struct ContactFate {
  enum class Kind {
    kUnknown,  ///< never seen here
    kHere,
    kMerged,   ///< a part of `kept`
    kRemoved,  ///< put aside because a server had deleted it
    kErased,
  };
  Kind kind = Kind::kUnknown;
  ContactId kept = {};

  friend bool operator==(const ContactFate&, const ContactFate&) = default;
};

/// A contact that was put aside because a server had deleted it.
struct RemovedContact {
  Contact contact;
  Instant removed{};
};

/// Port: what synchronising with servers needs to remember, and to do that other ports don't. One object a
/// thread.
class SyncStore {
 public:
  virtual ~SyncStore() = default;
  /// Empty for a collection (its address) that was never synchronised.
  virtual Result<SyncState> Load(const std::string& collection) = 0;
  /// Keeps `items`, each in the place of what has its id, and drops `gone`; all or nothing.
  virtual Result<void> Record(const std::string& collection, std::span<const SyncedItem> items,
                              std::span<const UuidBytes> gone) = 0;
  virtual Result<void> SetToken(const std::string& collection, const std::string& token) = 0;

  virtual Result<ContactFate> FateOf(ContactId id) = 0;
  /// Puts `after` in the place of `before`, with history; without `before` it is a new contact, and one that
  /// was put aside comes back first. kNotAllowed, and nothing is done, if what is there isn't `before` any
  /// more.
  virtual Result<void> Change(const std::optional<Contact>& before, const Contact& after, Actor actor) = 0;
  /// Puts contacts aside: nothing finds them until Change brings one back; RetentionStore::EraseDue erases
  /// them after 30 days. Ids that aren't here are passed over.
  virtual Result<void> Remove(std::span<const ContactId> ids) = 0;
  /// Newest first.
  virtual Result<std::vector<RemovedContact>> Removed() = 0;
  /// Out of what was put aside, as it was. kNotFound if it isn't there.
  virtual Result<void> PutBack(ContactId id) = 0;
};

}  // namespace kith
