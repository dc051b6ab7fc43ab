// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stop_token>
#include <string>

#include "capture/frame_sources.h"
#include "core/mutex.h"

namespace kith::app {

/// What is looked through, and how.
struct CaptureOptions {
  std::string camera;  ///< a --camera SPEC
  capture::SourceOptions source;
  std::string languages;
};

/// Says what the capture thread looks through; it may be switched while that runs. Every thread may ask and
/// switch.
class CameraSwitch {
 public:
  explicit CameraSwitch(CaptureOptions options);

  void Use(CaptureOptions options);

  struct Position {
    CaptureOptions options;
    std::stop_token until;  ///< something else is to be looked through
  };
  Position Now() const;

 private:
  /// Gives what ends the position before.
  std::stop_source Turn(CaptureOptions options);

  mutable Mutex mutex_;
  CaptureOptions options_ KITH_GUARDED_BY(mutex_);
  std::stop_source until_ KITH_GUARDED_BY(mutex_);
};

}  // namespace kith::app
