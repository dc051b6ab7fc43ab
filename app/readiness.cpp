// SPDX-License-Identifier: Apache-2.0
#include "app/readiness.h"

#include <utility>

#include "app/checks.h"

namespace kith::app {
namespace {

ReadyGrade GradeOf(Finding::Grade grade) {
  switch (grade) {
    case Finding::Grade::kGood:
      return ReadyGrade::kGood;
    case Finding::Grade::kNote:
      return ReadyGrade::kNote;
    case Finding::Grade::kProblem:
      break;
  }
  return ReadyGrade::kProblem;
}

}  // namespace

MachineReadiness::MachineReadiness(Config config, const Clock& clock)
    : config_(std::move(config)), clock_(clock) {}

std::vector<ReadyFinding> MachineReadiness::Look() {
  std::vector<ReadyFinding> found;
  const auto add = [&](ReadyTopic topic, const Finding& finding) {
    found.push_back({topic, GradeOf(finding.grade), finding.what, finding.advice});
  };
  add(ReadyTopic::kReading, CheckLanguageData(config_));
  add(ReadyTopic::kReading, CheckSecondReader());
  add(ReadyTopic::kStore, CheckStore(config_));
  add(ReadyTopic::kDisk, CheckDiskSpace(config_));
  add(ReadyTopic::kBackup, CheckBackup(config_, clock_.Today()));
  if (config_.kiosk) add(ReadyTopic::kPin, CheckPin(config_));
  add(ReadyTopic::kClock, CheckClock(config_));
  return found;
}

}  // namespace kith::app
