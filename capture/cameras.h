// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace kith::capture {

/// What a camera can be asked for.
struct CameraMode {
  std::string format;  ///< four letters: "MJPG", "YUYV"
  int width = 0;
  int height = 0;
  double fps = 0;  ///< the most pictures a second; 0 if the camera doesn't tell

  friend bool operator==(const CameraMode&, const CameraMode&) = default;
};

struct ControlRange {
  double least = 0;
  double most = 0;

  friend bool operator==(const ControlRange&, const ControlRange&) = default;
};

struct CameraInfo {
  std::string device;                            ///< "/dev/video0"
  std::string name;                              ///< "HD Webcam"; the device where the system doesn't tell
  bool allowed = true;                           ///< false: it is there, but this user may not open it
  std::vector<CameraMode> modes = {};            ///< as the camera lists them
  std::optional<ControlRange> exposure_ms = {};  ///< nullopt: it has no such setting
  std::optional<ControlRange> focus = {};        ///< in the camera's own units; more is nearer
};

/// The devices of this machine that give pictures, by number: not those that only carry data about pictures
/// (every webcam has one), nor outputs and converters. Through Video4Linux. `root` is where /dev is found,
/// for tests.
std::vector<CameraInfo> ListCameras(const std::filesystem::path& root = "/");

/// A setting that the camera minds itself, or that stays as it is told.
struct CameraControl {
  std::optional<double> value;  ///< nullopt: automatic
};

struct CameraControls {
  std::optional<CameraControl> exposure_ms;  ///< nullopt: left as it is
  std::optional<CameraControl> focus;
};

/// Sets what is asked for; values outside of what the camera can do become the nearest that it can. Says, for
/// a person, what it didn't take.
std::vector<std::string> ApplyControls(const std::string& device, const CameraControls& controls);

}  // namespace kith::capture
