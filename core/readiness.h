// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace kith {

/// What must be right before guests come.
enum class ReadyTopic { kCamera, kReading, kStore, kDisk, kBackup, kPin, kEvent, kHostCard, kClock };

enum class ReadyGrade { kGood, kNote, kProblem };

struct ReadyFinding {
  ReadyTopic topic = ReadyTopic::kStore;
  ReadyGrade grade = ReadyGrade::kGood;
  std::string what = {};    ///< one sentence
  std::string advice = {};  ///< what to do; empty where nothing is

  friend bool operator==(const ReadyFinding&, const ReadyFinding&) = default;
};

/// Port: looks at the machine: readers, store, disk, backup, PIN, clock. Takes a second or so. One object a
/// thread.
class ReadinessCheck {
 public:
  virtual ~ReadinessCheck() = default;
  virtual std::vector<ReadyFinding> Look() = 0;
};

}  // namespace kith
