// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fake_stores.h"

#include <algorithm>

#include "tests/support/fake_state.h"

namespace kith::test {

FakeStore::State::State(const Clock& the_clock)
    : clock(the_clock),
      capture_store(MakeFakeCaptureStore(*this)),
      reading_queue(MakeFakeReadingQueue(*this)),
      contact_store(MakeFakeContactStore(*this)),
      extras_store(MakeFakeExtrasStore(*this)),
      contact_history(MakeFakeContactHistory(*this)),
      duplicate_finder(MakeFakeDuplicateFinder(*this)),
      importer(MakeFakeContactImport(*this)),
      retention_store(MakeFakeRetentionStore(*this)),
      guest_records(MakeFakeGuestRecords(*this)),
      follow_up_store(MakeFakeFollowUpStore(*this)),
      following_store(MakeFakeFollowingStore(*this)),
      event_store(MakeFakeEventStore(*this)),
      statistics(MakeFakeEventStatistics(*this)) {}

FakeStore::State::~State() = default;

std::optional<Error> FakeStore::State::TakeFault(const std::string& call) {
  const auto fault = std::find_if(faults.begin(), faults.end(), [&](const auto& candidate) {
    return candidate.first.empty() || candidate.first == call;
  });
  if (fault == faults.end()) return std::nullopt;
  Error error = std::move(fault->second);
  faults.erase(fault);
  return error;
}

void FakeStore::State::EraseCapture(CaptureId id) {
  captures.erase(id);
  for (auto& [contact_id, contact] : contacts) {
    if (contact.capture == id) contact.capture.reset();
  }
}

FakeStore::FakeStore(const Clock& clock) : state_(std::make_unique<State>(clock)) {}
FakeStore::~FakeStore() = default;

CaptureStore& FakeStore::captures() {
  return *state_->capture_store;
}
ReadingQueue& FakeStore::queue() {
  return *state_->reading_queue;
}
ContactStore& FakeStore::contacts() {
  return *state_->contact_store;
}
ContactExtrasStore& FakeStore::extras() {
  return *state_->extras_store;
}
ContactHistory& FakeStore::history() {
  return *state_->contact_history;
}
DuplicateFinder& FakeStore::duplicates() {
  return *state_->duplicate_finder;
}
ContactImport& FakeStore::contact_import() {
  return *state_->importer;
}
RetentionStore& FakeStore::retention() {
  return *state_->retention_store;
}
GuestRecords& FakeStore::guests() {
  return *state_->guest_records;
}
FollowUpStore& FakeStore::follow_ups() {
  return *state_->follow_up_store;
}
FollowingStore& FakeStore::following() {
  return *state_->following_store;
}
EventStatistics& FakeStore::figures() {
  return *state_->statistics;
}
EventStore& FakeStore::events() {
  return *state_->event_store;
}

void FakeStore::FailNext(Error error) {
  FailNext(std::string(), std::move(error));
}

void FakeStore::FailNext(std::string call, Error error) {
  const MutexLock lock(state_->mutex);
  state_->faults.emplace_back(std::move(call), std::move(error));
}

std::vector<std::string> FakeStore::calls() const {
  const MutexLock lock(state_->mutex);
  return state_->calls;
}

}  // namespace kith::test
