// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/config.h"
#include "core/clock.h"
#include "core/readiness.h"

namespace kith::app {

/// The checks of `kith doctor` that matter before guests come. The clock must outlive it.
class MachineReadiness final : public ReadinessCheck {
 public:
  MachineReadiness(Config config, const Clock& clock);
  std::vector<ReadyFinding> Look() override;

 private:
  Config config_;
  const Clock& clock_;
};

}  // namespace kith::app
