// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <random>
#include <set>
#include <thread>

#include <gtest/gtest.h>

#include "tests/storage/open_store.h"
#include "tests/support/child_process.h"
#include "tests/support/manual_clock.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace kith::storage {
namespace {

using test::ChildProcess;
using test::SampleCapture;

/// An image that tells from its source whether it is whole: some pages long, other bytes for every number.
NewCapture NumberedCapture(int number) {
  NewCapture capture =
      SampleCapture(std::string(20'000 + static_cast<std::size_t>(number % 7) * 3'000, '\0'));
  std::mt19937 random(static_cast<unsigned>(number));
  for (std::uint8_t& byte : capture.front.bytes)
    byte = static_cast<std::uint8_t>(random());
  capture.source = std::to_string(number);
  return capture;
}

constexpr std::size_t kIdLength = 36;

/// Adds captures for ever and tells the id of each one as soon as the store has it.
void AddForever(const std::filesystem::path& file, const Clock& clock, int first_number, int out) {
  const auto store = OpenStore(file, clock);
  for (int number = first_number;; ++number) {
    const auto id = store->captures().Add(NumberedCapture(number));
    if (!id) _exit(4);
    test::WriteAll(out, id->ToString());
  }
}

TEST(Crash, LosesNothingThatWasAcknowledgedAndLeavesNoHalves) {
  constexpr int kRounds = 15;
  const test::ManualClock clock;
  const test::TempFolder folder;
  const std::filesystem::path file = folder / "kith.db";
  std::set<std::string> acknowledged;
  std::mt19937 random(20261123);

  for (int round = 0; round < kRounds; ++round) {
    ChildProcess child([&](int out) { AddForever(file, clock, round * 1000, out); });
    const unsigned ids = random() % 4 + 1;
    for (unsigned i = 0; i < ids; ++i)
      acknowledged.insert(child.Read(kIdLength));
    // Not to wait for anything: this only chooses where in the next additions the child is killed.
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 12'000));
    child.Kill();
    for (std::string id = child.Read(kIdLength); id.size() == kIdLength; id = child.Read(kIdLength)) {
      acknowledged.insert(id);
    }
    // After a power cut the index of the log is gone; the log itself isn't.
    if (round % 2 == 1) std::filesystem::remove(file.string() + "-shm");
  }

  const auto store = OpenStore(file, clock);
  const std::vector<Capture> kept = store->captures().List(CaptureState::kWaiting, 1'000'000).value();
  std::set<std::string> kept_ids;
  for (const Capture& capture : kept) {
    kept_ids.insert(capture.id.ToString());
    EXPECT_EQ(store->captures().CardImage(capture.id, CardSide::kFront).value(),
              NumberedCapture(std::stoi(capture.source)).front);
  }
  ASSERT_GE(acknowledged.size(), static_cast<std::size_t>(kRounds));
  for (const std::string& id : acknowledged)
    EXPECT_TRUE(kept_ids.contains(id)) << id;

  std::set<std::string> jobs;
  for (auto id = store->queue().Claim().value(); id; id = store->queue().Claim().value())
    jobs.insert(id->ToString());
  EXPECT_EQ(jobs, kept_ids) << "every capture has its job";
}

TEST(Crash, WhileTheStoreIsMadeLeavesOneThatOpens) {
  const test::ManualClock clock;
  std::mt19937 random(7);
  for (int round = 0; round < 40; ++round) {
    const test::TempFolder folder;
    ChildProcess child([&](int out) { AddForever(folder / "kith.db", clock, 0, out); });
    std::this_thread::sleep_for(
        std::chrono::microseconds(random() % 60'000));  // chooses the point, waits for nothing
    child.Kill();
    const auto opened = Store::Open(folder / "kith.db", clock);
    ASSERT_TRUE(opened) << opened.error().message << opened.error().detail;
    EXPECT_TRUE((*opened)->captures().Add(SampleCapture()));
  }
}

}  // namespace
}  // namespace kith::storage
