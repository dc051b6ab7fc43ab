// SPDX-License-Identifier: Apache-2.0
#include <condition_variable>
#include <future>
#include <mutex>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "flow/manual_executor.h"
#include "flow/thread_executor.h"
#include "tests/flow/fake_ports.h"

namespace kith::flow {
namespace {

using test::FakePorts;

Result<std::unique_ptr<Workbench>> MakeFakePorts() {
  return std::unique_ptr<Workbench>(std::make_unique<FakePorts>());
}

/// Holds a worker until the test lets it go.
class Gate {
 public:
  Task HoldingTask() {
    return [this](const Result<Ports*>&, std::stop_token) {
      entered_.set_value();
      opened_.get_future().wait();
    };
  }
  void WaitUntilEntered() { entered_.get_future().wait(); }
  void Open() { opened_.set_value(); }

 private:
  std::promise<void> entered_;
  std::promise<void> opened_;
};

/// Collects the order in which tasks ran.
class Record {
 public:
  Task Named(const std::string& name) {
    return [this, name](const Result<Ports*>&, std::stop_token) {
      const std::lock_guard lock(mutex_);
      names_.push_back(name);
    };
  }
  std::vector<std::string> names() {
    const std::lock_guard lock(mutex_);
    return names_;
  }

 private:
  std::mutex mutex_;
  std::vector<std::string> names_;
};

TEST(ThreadExecutor, RunsUrgentTasksFirstAndEachKindInOrder) {
  Record record;
  Gate gate;
  std::promise<void> done;
  ThreadExecutor executor({.workers = 1, .urgent_workers = 0}, MakeFakePorts);
  ASSERT_TRUE(executor.Post(gate.HoldingTask(), Urgency::kNormal));
  gate.WaitUntilEntered();
  ASSERT_TRUE(executor.Post(record.Named("normal 1"), Urgency::kNormal));
  ASSERT_TRUE(executor.Post(record.Named("normal 2"), Urgency::kNormal));
  ASSERT_TRUE(executor.Post(record.Named("urgent 1"), Urgency::kUrgent));
  ASSERT_TRUE(executor.Post(record.Named("urgent 2"), Urgency::kUrgent));
  ASSERT_TRUE(executor.Post([&](const auto&, auto) { done.set_value(); }, Urgency::kNormal));
  gate.Open();
  done.get_future().wait();
  EXPECT_EQ(record.names(), (std::vector<std::string>{"urgent 1", "urgent 2", "normal 1", "normal 2"}));
}

TEST(ThreadExecutor, LetsNoUrgentTaskWaitForACardBeingRead) {
  Gate reading;
  std::promise<void> urgent_done;
  ThreadExecutor executor({.workers = 1, .urgent_workers = 1}, MakeFakePorts);
  ASSERT_TRUE(executor.Post(reading.HoldingTask(), Urgency::kNormal));
  reading.WaitUntilEntered();
  ASSERT_TRUE(executor.Post([&](const auto&, auto) { urgent_done.set_value(); }, Urgency::kUrgent));
  urgent_done.get_future().wait();
  reading.Open();
}

TEST(ThreadExecutor, RefusesATaskWhenTooManyWait) {
  Gate gate;
  Record record;
  ThreadExecutor executor({.workers = 1, .urgent_workers = 0, .capacity = 1}, MakeFakePorts);
  ASSERT_TRUE(executor.Post(gate.HoldingTask(), Urgency::kNormal));
  gate.WaitUntilEntered();
  ASSERT_TRUE(executor.Post(record.Named("fits"), Urgency::kNormal));
  const Result<void> refused = executor.Post(record.Named("too many"), Urgency::kNormal);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kUnavailable);
  gate.Open();
}

TEST(ThreadExecutor, FinishesUrgentTasksAndDropsOthersWhenItEnds) {
  Record record;
  Gate gate;
  {
    ThreadExecutor executor({.workers = 1, .urgent_workers = 0}, MakeFakePorts);
    ASSERT_TRUE(executor.Post(
        [&, hold = gate.HoldingTask()](const Result<Ports*>& ports, std::stop_token stop) {
          hold(ports, stop);
          // Not before the executor is ending, so that what waits behind is still there then.
          while (!stop.stop_requested())
            std::this_thread::yield();
          record.Named("was told to stop")(ports, stop);
        },
        Urgency::kNormal));
    gate.WaitUntilEntered();
    ASSERT_TRUE(executor.Post(record.Named("normal"), Urgency::kNormal));
    ASSERT_TRUE(executor.Post(
        [&](const Result<Ports*>& ports, std::stop_token stop) {
          record.Named(stop.stop_requested() ? "urgent, cut short" : "urgent, whole")(ports, stop);
        },
        Urgency::kUrgent));
    gate.Open();
  }
  EXPECT_EQ(record.names(), (std::vector<std::string>{"was told to stop", "urgent, whole"}));
}

TEST(ThreadExecutor, MakesOneWorkbenchAWorkerOnItsOwnThread) {
  std::mutex mutex;
  std::set<std::thread::id> makers;
  std::set<std::thread::id> users;
  std::set<Ports*> ports_seen;
  Gate gates[2];
  {
    ThreadExecutor executor({.workers = 2, .urgent_workers = 0}, [&]() -> Result<std::unique_ptr<Workbench>> {
      const std::lock_guard lock(mutex);
      makers.insert(std::this_thread::get_id());
      return MakeFakePorts();
    });
    for (Gate& gate : gates) {
      ASSERT_TRUE(executor.Post(
          [&, hold = gate.HoldingTask()](const Result<Ports*>& ports, std::stop_token stop) {
            {
              const std::lock_guard lock(mutex);
              users.insert(std::this_thread::get_id());
              ports_seen.insert(*ports);
            }
            hold(ports, stop);
          },
          Urgency::kNormal));
    }
    for (Gate& gate : gates)
      gate.WaitUntilEntered();
    for (Gate& gate : gates)
      gate.Open();
  }
  EXPECT_EQ(makers.size(), 2U);
  EXPECT_EQ(makers, users);
  EXPECT_EQ(ports_seen.size(), 2U);
}

TEST(ThreadExecutor, TellsTasksWhyThereIsNoWorkbench) {
  std::promise<Error> told;
  ThreadExecutor executor({.workers = 1, .urgent_workers = 0}, []() -> Result<std::unique_ptr<Workbench>> {
    throw std::runtime_error("no language data");
  });
  ASSERT_TRUE(executor.Post([&](const Result<Ports*>& ports, auto) { told.set_value(ports.error()); },
                            Urgency::kNormal));
  EXPECT_EQ(told.get_future().get().detail, "no language data");
}

TEST(ManualExecutor, RunsOnlyWhenTold) {
  FakePorts fakes;
  ManualExecutor executor(&fakes.ports());
  Record record;
  ASSERT_TRUE(executor.Post(record.Named("normal"), Urgency::kNormal));
  ASSERT_TRUE(executor.Post(record.Named("urgent"), Urgency::kUrgent));
  EXPECT_TRUE(record.names().empty());
  EXPECT_TRUE(executor.RunOne());
  EXPECT_EQ(record.names(), (std::vector<std::string>{"urgent"}));
  EXPECT_EQ(executor.RunAll(), 1);
  EXPECT_FALSE(executor.RunOne());
}

}  // namespace
}  // namespace kith::flow
