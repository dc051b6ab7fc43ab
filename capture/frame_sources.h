// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "capture/cameras.h"
#include "core/frame_source.h"

namespace kith::capture {

/// What a camera is asked for; it may give something else. Streams give what they give.
struct CameraSettings {
  int width = 1920;
  int height = 1080;
  double fps = 30;
  /// "MJPG": the only format in which most USB cameras reach 30 pictures a second at this size. "YUYV":
  /// sharper colours, a few pictures a second. A camera without that format gives another one.
  std::string format = "MJPG";
  CameraControls controls = {};
};

struct SourceOptions {
  std::filesystem::path demo_folder = {};  ///< card pictures that `demo` shows
  CameraSettings camera = {};
  bool unmirror = false;  ///< the source gives mirror images: put them right
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
/// kNotFound: no such thing. kPermissionDenied: by the system, or for want of a password. kUnreadable: it is
/// there, but can't be opened.
Result<std::unique_ptr<FrameSource>> OpenFrameSource(const std::string& spec, const SourceOptions& options);

/// The address without user name and password, which are nobody else's business: for the screen, logs and the
/// store.
std::string WithoutPassword(const std::string& url);

}  // namespace kith::capture
