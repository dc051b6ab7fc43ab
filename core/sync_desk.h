// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/result.h"
#include "core/time.h"

namespace kith {

enum class SyncedKind { kContacts, kFollowUps };

/// How synchronising of one kind ended.
struct SyncRun {
  SyncedKind kind = SyncedKind::kContacts;
  Instant at{};
  int here = 0;              ///< changes
  int there = 0;             ///< changes on the server
  std::string problem = {};  ///< a sentence; empty: none

  friend bool operator==(const SyncRun&, const SyncRun&) = default;
};

/// Port: how synchronising ended the last time. One object a thread.
class SyncLog {
 public:
  virtual ~SyncLog() = default;
  /// In the place of the one before it of that kind.
  virtual Result<void> Record(const SyncRun& run) = 0;
  /// At most one of each kind.
  virtual Result<std::vector<SyncRun>> Last() = 0;
  virtual Result<void> Forget() = 0;
};

/// What is set up, and how it went.
struct SyncPlaces {
  std::string contacts = {};  ///< the address; empty: they aren't synchronised
  std::string follow_ups = {};
  std::string user = {};     ///< who logs in there
  bool needs_login = false;  ///< there is none
  std::string problem = {};  ///< why else it can't begin
  std::vector<SyncRun> last = {};

  bool empty() const { return contacts.empty() && follow_ups.empty(); }
  friend bool operator==(const SyncPlaces&, const SyncPlaces&) = default;
};

/// Something that a person should see after a run.
struct SyncNote {
  std::string name;  ///< "Ada Example"
  std::string what;  ///< "The server refused it: …"

  friend bool operator==(const SyncNote&, const SyncNote&) = default;
};

struct SyncResult {
  SyncRun run;
  std::vector<SyncNote> notes = {};
  int held_back = 0;  ///< would be deleted, which is too many to do it unasked

  friend bool operator==(const SyncResult&, const SyncResult&) = default;
};

/// Who logs in where. Never kept in the state.
struct SyncLogin {
  std::string address = {};  ///< of a server or of a collection on it; empty: of what is set up
  std::string user = {};
  std::string password = {};
  std::vector<std::string> also_servers = {};  ///< that it led to, and that get the password, too
};

/// An address book or a calendar on a server.
struct FoundPlace {
  std::string address;
  std::string name;
  bool is_absent = false;  ///< Kith would make it

  friend bool operator==(const FoundPlace&, const FoundPlace&) = default;
};

/// What a server has to synchronise with, the best first.
struct FoundPlaces {
  std::vector<FoundPlace> contacts = {};
  std::vector<FoundPlace> follow_ups = {};
  std::vector<std::string> leads_to = {};  ///< other servers that have more; they weren't asked
};

/// nullopt: that kind isn't synchronised.
struct ChosenPlaces {
  std::optional<FoundPlace> contacts = {};
  std::optional<FoundPlace> follow_ups = {};
};

/// Port: synchronising with the servers of the configuration. One object a thread. What asks a server takes
/// as long as the network does, and is safe to be stopped.
class SyncDesk {
 public:
  virtual ~SyncDesk() = default;
  virtual Result<SyncPlaces> Places() = 0;
  /// Changes nothing. kPermissionDenied: user or password are wrong.
  virtual Result<FoundPlaces> LookAt(const SyncLogin& login, const std::stop_token& stop) = 0;
  /// Makes what is absent, and keeps login and addresses: Places has them from now on.
  virtual Result<void> Connect(const SyncLogin& login, const ChosenPlaces& chosen,
                               const std::stop_token& stop) = 0;
  /// Forgets login and addresses; what was synchronised stays at both ends.
  virtual Result<void> Disconnect() = 0;
  /// `answers` counts what the server has answered.
  virtual Result<std::vector<SyncResult>> Run(bool may_delete_many, std::atomic<int>& answers,
                                              const std::stop_token& stop) = 0;
};

}  // namespace kith
