// SPDX-License-Identifier: Apache-2.0
#include "app/camera_switch.h"

#include <utility>

namespace kith::app {

CameraSwitch::CameraSwitch(CaptureOptions options) : options_(std::move(options)) {}

void CameraSwitch::Use(CaptureOptions options) {
  const std::stop_source before = Turn(std::move(options));
  before.request_stop();  // whoever waits for it asks what it is now
}

std::stop_source CameraSwitch::Turn(CaptureOptions options) {
  const MutexLock lock(mutex_);
  options_ = std::move(options);
  std::stop_source before = until_;
  until_ = std::stop_source();
  return before;
}

CameraSwitch::Position CameraSwitch::Now() const {
  const MutexLock lock(mutex_);
  return {options_, until_.get_token()};
}

}  // namespace kith::app
