// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/store_contract.h"

#include <stdexcept>

#include "storage/store.h"
#include "tests/support/fake_stores.h"
#include "tests/support/temp_folder.h"

namespace kith::test {
namespace {

class FakePorts : public StorePorts {
 public:
  explicit FakePorts(const Clock& clock) : store_(clock) {}
  CaptureStore& captures() override { return store_.captures(); }
  ReadingQueue& queue() override { return store_.queue(); }
  ContactStore& contacts() override { return store_.contacts(); }
  ContactExtrasStore& extras() override { return store_.extras(); }
  ContactHistory& history() override { return store_.history(); }
  DuplicateFinder& duplicates() override { return store_.duplicates(); }
  ContactImport& contact_import() override { return store_.contact_import(); }
  RetentionStore& retention() override { return store_.retention(); }
  GuestRecords& guests() override { return store_.guests(); }
  FollowUpStore& follow_ups() override { return store_.follow_ups(); }
  FollowingStore& following() override { return store_.following(); }
  EventStore& events() override { return store_.events(); }
  EventStatistics& figures() override { return store_.figures(); }

 private:
  FakeStore store_;
};

class RealPorts : public StorePorts {
 public:
  explicit RealPorts(const Clock& clock) {
    auto opened = storage::Store::Open(folder_ / "kith.db", clock);
    if (!opened) throw std::runtime_error(opened.error().message + " " + opened.error().detail);
    store_ = *std::move(opened);
  }
  CaptureStore& captures() override { return store_->captures(); }
  ReadingQueue& queue() override { return store_->queue(); }
  ContactStore& contacts() override { return store_->contacts(); }
  ContactExtrasStore& extras() override { return store_->extras(); }
  ContactHistory& history() override { return store_->history(); }
  DuplicateFinder& duplicates() override { return store_->duplicates(); }
  ContactImport& contact_import() override { return store_->contact_import(); }
  RetentionStore& retention() override { return store_->retention(); }
  GuestRecords& guests() override { return store_->guests(); }
  FollowUpStore& follow_ups() override { return store_->follow_ups(); }
  FollowingStore& following() override { return store_->following(); }
  EventStore& events() override { return store_->events(); }
  EventStatistics& figures() override { return store_->figures(); }

 private:
  TempFolder folder_;
  std::unique_ptr<storage::Store> store_;
};

template <typename Ports>
std::unique_ptr<StorePorts> Make(const Clock& clock) {
  return std::make_unique<Ports>(clock);
}

}  // namespace

std::vector<StoreKind> AllStores() {
  return {{"Fake", Make<FakePorts>}, {"Sqlite", Make<RealPorts>}};
}

}  // namespace kith::test
