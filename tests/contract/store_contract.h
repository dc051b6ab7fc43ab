// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/capture_store.h"
#include "core/contact_extras.h"
#include "core/contact_history.h"
#include "core/contact_import.h"
#include "core/contact_store.h"
#include "core/duplicates.h"
#include "core/event_figures.h"
#include "core/following_store.h"
#include "core/guest_records.h"
#include "core/retention.h"
#include "tests/support/manual_clock.h"

namespace kith::test {

/// The ports of one store, whatever stands behind them.
class StorePorts {
 public:
  virtual ~StorePorts() = default;
  virtual CaptureStore& captures() = 0;
  virtual ReadingQueue& queue() = 0;
  virtual ContactStore& contacts() = 0;
  virtual ContactExtrasStore& extras() = 0;
  virtual ContactHistory& history() = 0;
  virtual DuplicateFinder& duplicates() = 0;
  virtual ContactImport& contact_import() = 0;
  virtual RetentionStore& retention() = 0;
  virtual GuestRecords& guests() = 0;
  virtual FollowUpStore& follow_ups() = 0;
  virtual FollowingStore& following() = 0;
  virtual EventStore& events() = 0;
  virtual EventStatistics& figures() = 0;
};

struct StoreKind {
  std::string name;
  std::unique_ptr<StorePorts> (*make)(const Clock& clock);

  friend void PrintTo(const StoreKind& kind, std::ostream* out) { *out << kind.name; }
};

/// The suites of tests/contract run on the fake and on the real store: what passes with one passes with the
/// other.
class StoreContract : public testing::TestWithParam<StoreKind> {
 protected:
  CaptureStore& captures() { return ports_->captures(); }
  ReadingQueue& queue() { return ports_->queue(); }
  ContactStore& contacts() { return ports_->contacts(); }
  ContactExtrasStore& extras() { return ports_->extras(); }
  ContactHistory& history() { return ports_->history(); }
  DuplicateFinder& duplicates() { return ports_->duplicates(); }
  ContactImport& contact_import() { return ports_->contact_import(); }
  RetentionStore& retention() { return ports_->retention(); }
  GuestRecords& guests() { return ports_->guests(); }
  FollowUpStore& follow_ups() { return ports_->follow_ups(); }
  FollowingStore& following() { return ports_->following(); }
  EventStore& events() { return ports_->events(); }
  EventStatistics& figures() { return ports_->figures(); }

  /// Fails the test and gives the code when it worked after all.
  template <typename T>
  static ErrorCode CodeOf(const Result<T>& result) {
    EXPECT_FALSE(result) << "it should have failed";
    return result ? ErrorCode::kInternal : result.error().code;
  }

  ManualClock clock_;

 private:
  std::unique_ptr<StorePorts> ports_ = GetParam().make(clock_);
};

/// The fake and the real one.
std::vector<StoreKind> AllStores();

#define KITH_ON_EVERY_STORE(Suite)                                        \
  INSTANTIATE_TEST_SUITE_P(Stores, Suite, testing::ValuesIn(AllStores()), \
                           [](const auto& store) { return store.param.name; })

}  // namespace kith::test
