// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <thread>

#include "app/camera_switch.h"
#include "flow/program.h"

namespace kith::app {

/// The thread that looks through the camera: it owns the frame source and the watcher, asks which way up
/// a card is (WayUp), hands every preview over in the slot and every captured card through the mailbox. A
/// camera that fails or gets stuck is opened again, waiting a little longer each time; this is the only place
/// that does so. One source is open at a time: when the switch names another one, this one is closed first.
/// Stops and joins when destroyed; switch, slot and mailbox must outlive it.
class CaptureThread {
 public:
  CaptureThread(const CameraSwitch& camera, flow::Inlets& inlets);

 private:
  std::jthread thread_;
};

}  // namespace kith::app
