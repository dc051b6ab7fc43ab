// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <thread>

#include "capture/frame_sources.h"
#include "flow/program.h"

namespace kith::app {

/// The thread that looks through the camera: it owns the frame source, the watcher and a reader that tells
/// which way is up, hands every preview over in the slot and every captured card through the mailbox. A
/// camera that fails or gets stuck is opened again, waiting a little longer each time; this is the only place
/// that does so. Stops and joins when destroyed; slot and mailbox must outlive it.
class CaptureThread {
 public:
  struct Options {
    std::string camera;  ///< a --camera SPEC
    capture::SourceOptions source;
    std::string languages;
  };

  CaptureThread(Options options, flow::Inlets& inlets);

 private:
  std::jthread thread_;
};

}  // namespace kith::app
