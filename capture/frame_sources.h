// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/frame_source.h"

namespace kith::capture {

struct SourceOptions {
  std::filesystem::path demo_folder = {};  ///< card pictures that `demo` shows
  int width = 1920;                        ///< what a camera is asked for; it may give something else
  int height = 1080;
  double demo_fps = 30;
  bool paced_files = false;  ///< give a film at its own speed, as if it were a camera, instead of at once
};

/// The adapter for what `--camera SPEC` says:
///   "0", "/dev/video2"           a camera (Video4Linux)
///   "http://…", "https://…", "rtsp://…"   a stream; connecting may take 4 seconds
///   "demo"                       the cards of demo_folder, moved about as a person would
///   a folder                     its pictures by name, other files skipped
///   a picture file, a film file
/// Cameras and streams are drained by a thread of the source, so that Next always gives the newest picture.
/// One that falls silent for 2 seconds is lost, one that repeats the same picture bit for bit for 2.5 seconds
/// (a stream in film coding: 15) is frozen.
/// kNotFound: no such thing. kPermissionDenied. kUnreadable: it is there, but can't be opened.
Result<std::unique_ptr<FrameSource>> OpenFrameSource(const std::string& spec, const SourceOptions& options);

struct CameraInfo {
  std::string device;  ///< "/dev/video0"
  std::string name;    ///< "HD Webcam"; the device where the system doesn't tell

  friend bool operator==(const CameraInfo&, const CameraInfo&) = default;
};

/// The video devices of this machine, by number. `root` is where /dev and /sys are found, for tests.
std::vector<CameraInfo> ListCameras(const std::filesystem::path& root = "/");

}  // namespace kith::capture
