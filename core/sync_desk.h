// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
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
};

/// What is set up, and how it went.
struct SyncPlaces {
  std::string contacts = {};  ///< the address; empty: they aren't synchronised
  std::string follow_ups = {};
  std::string problem = {};  ///< why it can't begin: no login
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

/// Port: synchronising with the servers of the configuration. One object a thread.
class SyncDesk {
 public:
  virtual ~SyncDesk() = default;
  virtual Result<SyncPlaces> Places() = 0;
  /// Takes as long as the network does; `answers` counts what the server has answered. Safe to be stopped.
  virtual Result<std::vector<SyncResult>> Run(bool may_delete_many, std::atomic<int>& answers,
                                              const std::stop_token& stop) = 0;
};

}  // namespace kith
