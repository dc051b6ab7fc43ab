// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/capture_store.h"
#include "core/clock.h"
#include "core/contact_extras.h"
#include "core/contact_history.h"
#include "core/contact_import.h"
#include "core/contact_store.h"
#include "core/duplicates.h"
#include "core/event_figures.h"
#include "core/following_store.h"
#include "core/guest_records.h"
#include "core/retention.h"

namespace kith::test {

/// The store's ports over one state in memory, for tests of what stands on them. They keep the rules that the
/// ports state (tests/contract runs one suite on them and on the real store), record their calls and fail
/// when told. Safe to share between threads, unlike the real ones.
class FakeStore {
 public:
  /// The clock stamps what is made and changed; it must live as long as the store.
  explicit FakeStore(const Clock& clock);
  ~FakeStore();
  FakeStore(const FakeStore&) = delete;
  FakeStore& operator=(const FakeStore&) = delete;

  CaptureStore& captures();
  ReadingQueue& queue();
  ContactStore& contacts();
  ContactExtrasStore& extras();
  ContactHistory& history();
  DuplicateFinder& duplicates();
  ContactImport& contact_import();
  RetentionStore& retention();
  GuestRecords& guests();
  FollowUpStore& follow_ups();
  FollowingStore& following();
  EventStore& events();
  EventStatistics& figures();

  /// The next call of any port fails with `error` and changes nothing. Faults are played in order.
  void FailNext(Error error);
  /// The next call of that name fails: "captures.Add", "contacts.Confirm"...
  void FailNext(std::string call, Error error);

  /// The calls so far, the failed ones too, as "<accessor>.<function>": "queue.Claim", "follow_ups.List".
  std::vector<std::string> calls() const;

  struct State;

 private:
  std::unique_ptr<State> state_;
};

}  // namespace kith::test
