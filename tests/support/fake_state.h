// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/mutex.h"
#include "core/reading_check.h"
#include "tests/support/fake_stores.h"

namespace kith::test {

struct FakeCapture {
  Capture capture;
  NewCapture made_of;
  std::optional<Draft> draft;
  std::optional<ReadingCheck> check = {};  ///< once a person confirmed
  bool being_read = false;                 ///< claimed and neither finished nor failed
  int begun = 0;                           ///< how often it was claimed
  bool images_erased = false;
  bool waits_again = false;  ///< its back came while it was being read
};

struct FakeRevision {
  Revision revision;
  Contact before;
  ContactExtras extras_before = {};  ///< of a revision that changed these
  ContactExtras extras_after = {};
};

struct FakeSuggestOutcome {
  std::vector<Suggestion> held;
  bool anything_new = false;
};

struct FakeMerged {
  ContactId kept;
  Contact contact;
  std::vector<FollowUpId> follow_ups;  ///< that went along
};

struct FakeEvent {
  Event event;
  Instant created{};
};

/// What all fakes share.
struct FakeStore::State {
  explicit State(const Clock& the_clock);
  ~State();

  /// Every port call goes through here: recorded, failed if told, one at a time.
  template <typename Body>
  auto Call(std::string name, Body body) -> decltype(body()) {
    const MutexLock lock(mutex);
    calls.push_back(std::move(name));
    if (std::optional<Error> fault = TakeFault(calls.back())) return *std::move(fault);
    return body();
  }

  /// Records a call that is made of others, and gives what it was told to fail with.
  std::optional<Error> FaultOf(const std::string& name) {
    const MutexLock lock(mutex);
    calls.push_back(name);
    return TakeFault(name);
  }
  std::optional<Error> TakeFault(const std::string& call) KITH_REQUIRES(mutex);
  void EraseCapture(CaptureId id);
  /// With everything that belongs to it; the contact must be there.
  void EraseContact(ContactId id);
  /// Puts `after` in its place and into its history; nothing if no field differs and `whole` is empty.
  /// Gives the number of the revision.
  std::int64_t Record(const Contact& before, Contact after, Actor actor, std::vector<FieldChange> whole = {},
                      std::optional<std::int64_t> undoes = {});
  /// The same for what it carries beyond its fields. Whether anything differs.
  bool RecordExtras(ContactId id, const ContactExtras& after, Actor actor,
                    std::optional<std::int64_t> undoes = {});
  /// What a machine found for a contact that is there.
  FakeSuggestOutcome SuggestChanges(const Contact& suggested, Actor actor);
  /// Whether a person gave the field the value that stands there.
  bool IsTyped(ContactId id, const std::string& field);
  Result<void> CheckReferences(const Contact& contact) const;
  /// Before the contact goes: all that following up knows of it.
  void ForgetFollowing(ContactId contact);

  const Clock& clock;
  mutable Mutex mutex;
  std::vector<std::string> calls KITH_GUARDED_BY(mutex);
  std::deque<std::pair<std::string, Error>> faults KITH_GUARDED_BY(mutex);  ///< an empty name: any call

  // Used by the bodies of Call only, which holds the mutex for them.
  std::map<CaptureId, FakeCapture> captures;
  std::map<ContactId, Contact> contacts;
  std::map<ContactId, ContactExtras> extras;
  std::map<ContactId, std::vector<FakeRevision>> history;  ///< oldest first
  std::map<ContactId, std::map<std::string, std::pair<Contact, Suggestion>>> suggestions;
  std::map<ContactId, FakeMerged> merged;  ///< those that are part of another one
  std::set<std::pair<ContactId, ContactId>> told_apart;
  std::map<EventId, EventRetention> retention;
  std::map<ContactId, Day> erase_on;
  std::set<ContactId> erased;
  std::vector<ExportRecord> exports;
  std::map<FollowUpId, FollowUp> follow_ups;
  std::map<EventId, FakeEvent> events;
  bool event_was_chosen = false;
  std::optional<EventId> chosen_event;
  std::map<ContactId, Relationship> relationships;
  std::map<EncounterId, Encounter> encounters;
  std::map<IntroductionId, Introduction> introductions;
  std::map<ContactId, std::map<ConsentKind, Consent>> consents;
  std::map<ContactId, std::string> receipts;
  int last_receipt = 0;
  std::int64_t last_revision = 0;
  std::vector<FollowingChange> changes;  ///< not taken back, oldest first

  std::unique_ptr<CaptureStore> capture_store;
  std::unique_ptr<ReadingQueue> reading_queue;
  std::unique_ptr<ContactStore> contact_store;
  std::unique_ptr<ContactExtrasStore> extras_store;
  std::unique_ptr<ContactHistory> contact_history;
  std::unique_ptr<DuplicateFinder> duplicate_finder;
  std::unique_ptr<ContactImport> importer;
  std::unique_ptr<RetentionStore> retention_store;
  std::unique_ptr<GuestRecords> guest_records;
  std::unique_ptr<FollowUpStore> follow_up_store;
  std::unique_ptr<FollowingStore> following_store;
  std::unique_ptr<EventStore> event_store;
  std::unique_ptr<EventStatistics> statistics;
};

/// `what` is a noun with its article: "The contact".
inline Error NotThere(const std::string& what) {
  return {ErrorCode::kNotFound, what + " isn't in the store any more."};
}

std::unique_ptr<CaptureStore> MakeFakeCaptureStore(FakeStore::State& state);
std::unique_ptr<ReadingQueue> MakeFakeReadingQueue(FakeStore::State& state);
std::unique_ptr<ContactStore> MakeFakeContactStore(FakeStore::State& state);
std::unique_ptr<ContactExtrasStore> MakeFakeExtrasStore(FakeStore::State& state);
std::unique_ptr<ContactHistory> MakeFakeContactHistory(FakeStore::State& state);
std::unique_ptr<DuplicateFinder> MakeFakeDuplicateFinder(FakeStore::State& state);
std::unique_ptr<ContactImport> MakeFakeContactImport(FakeStore::State& state);
std::unique_ptr<RetentionStore> MakeFakeRetentionStore(FakeStore::State& state);
std::unique_ptr<GuestRecords> MakeFakeGuestRecords(FakeStore::State& state);
std::unique_ptr<FollowUpStore> MakeFakeFollowUpStore(FakeStore::State& state);
std::unique_ptr<FollowingStore> MakeFakeFollowingStore(FakeStore::State& state);
std::unique_ptr<EventStore> MakeFakeEventStore(FakeStore::State& state);
std::unique_ptr<EventStatistics> MakeFakeEventStatistics(FakeStore::State& state);

/// kNotFound if a contact is missing, kNotAllowed if one of the follow-ups is there already.
Result<void> CheckNewFollowUps(const FakeStore::State& state, std::span<const FollowUp> follow_ups);

}  // namespace kith::test
