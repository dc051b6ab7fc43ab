// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>

#include "app/camera_switch.h"
#include "app/config.h"
#include "core/mutex.h"

namespace kith::app {

/// What is looked through by that configuration.
CaptureOptions CaptureOptionsOf(const Config& config);

/// The configuration that is in force while the window is open; the host may change it there. Every thread
/// may ask.
class RunningConfig {
 public:
  explicit RunningConfig(Config config);

  Config Now() const;
  /// Counts up with each change.
  int version() const { return version_; }
  CameraSwitch& camera() { return camera_; }

  /// From now on it is so. What has to be opened anew for it: the camera here, the workbenches by themselves.
  void Set(Config config);

  /// Whoever changes the file holds it.
  Mutex& file_mutex() { return file_mutex_; }

 private:
  mutable Mutex mutex_;
  Config config_ KITH_GUARDED_BY(mutex_);
  std::atomic<int> version_ = 0;
  CameraSwitch camera_;
  Mutex file_mutex_;
};

}  // namespace kith::app
