// SPDX-License-Identifier: Apache-2.0
#include "flow/mailbox.h"

#include <atomic>
#include <map>
#include <memory>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "flow/latest_slot.h"

namespace kith::flow {
namespace {

TEST(Mailbox, GivesWhatWasPostedOnceAndInOrder) {
  Mailbox<int> mailbox;
  mailbox.Post(1);
  mailbox.Post(2);
  EXPECT_EQ(mailbox.Drain(), (std::vector<int>{1, 2}));
  EXPECT_TRUE(mailbox.Drain().empty());
}

TEST(Mailbox, WakesTheReaderOnceForEachPostAndOutsideTheLock) {
  int drained = 0;
  std::unique_ptr<Mailbox<int>> mailbox;
  mailbox = std::make_unique<Mailbox<int>>([&] { drained += static_cast<int>(mailbox->Drain().size()); });
  mailbox->Post(1);
  mailbox->Post(2);
  EXPECT_EQ(drained, 2);
}

TEST(Mailbox, LosesNothingAndKeepsTheOrderOfEachOfManyThreads) {
  constexpr int kThreads = 4;
  constexpr int kItems = 2000;
  Mailbox<std::pair<int, int>> mailbox;
  std::atomic<int> running = kThreads;
  std::vector<std::jthread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < kItems; ++i)
        mailbox.Post({t, i});
      --running;
    });
  }
  std::map<int, int> next;
  const auto take = [&] {
    for (const auto& [thread, item] : mailbox.Drain())
      EXPECT_EQ(item, next[thread]++);
  };
  while (running > 0)
    take();
  take();
  for (int t = 0; t < kThreads; ++t)
    EXPECT_EQ(next[t], kItems);
}

TEST(LatestSlot, KeepsTheNewestValueOnly) {
  LatestSlot<int> slot;
  EXPECT_FALSE(slot.Take());
  slot.Put(1);
  slot.Put(2);
  EXPECT_EQ(slot.Take(), 2);
  EXPECT_FALSE(slot.Take());
}

TEST(LatestSlot, LetsGoOfAValueThatWasReplaced) {
  LatestSlot<std::shared_ptr<int>> slot;
  const auto first = std::make_shared<int>(1);
  slot.Put(first);
  slot.Put(std::make_shared<int>(2));
  EXPECT_EQ(first.use_count(), 1);
}

TEST(LatestSlot, NeverGoesBackwardsBetweenThreads) {
  constexpr int kItems = 20000;
  LatestSlot<int> slot;
  const std::jthread writer([&] {
    for (int i = 1; i <= kItems; ++i)
      slot.Put(i);
  });
  int last = 0;
  while (last < kItems) {
    if (const std::optional<int> value = slot.Take()) {
      EXPECT_GT(*value, last);
      last = *value;
    }
  }
}

}  // namespace
}  // namespace kith::flow
