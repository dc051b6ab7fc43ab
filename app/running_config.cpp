// SPDX-License-Identifier: Apache-2.0
#include "app/running_config.h"

#include <utility>

#include "app/camera.h"

namespace kith::app {

CaptureOptions CaptureOptionsOf(const Config& config) {
  return {.camera = CameraSpec(config), .source = CameraOptions(config), .languages = config.languages};
}

RunningConfig::RunningConfig(Config config) : config_(config), camera_(CaptureOptionsOf(config)) {}

Config RunningConfig::Now() const {
  const MutexLock lock(mutex_);
  return config_;
}

void RunningConfig::Set(Config config) {
  {
    const MutexLock lock(mutex_);
    config_ = std::move(config);
  }
  ++version_;
}

}  // namespace kith::app
