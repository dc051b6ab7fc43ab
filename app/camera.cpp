// SPDX-License-Identifier: Apache-2.0
#include "app/camera.h"

#include <chrono>
#include <utility>

#include <fmt/format.h>

#include "app/paths.h"

namespace kith::app {
namespace {

constexpr std::chrono::seconds kMeasuredFor{2};
/// Below, a hand that holds a card is seen too seldom to tell whether it is still.
constexpr double kLeastRate = 12;

/// "30", "7.5"
std::string Rate(double fps) {
  return fmt::format("{:.4g}", fps);
}

/// "MJPG: 1920x1080 at 30, 1280x720 at 60", one line a format.
std::string ModeLines(const std::vector<capture::CameraMode>& modes) {
  std::string lines, format;
  for (const capture::CameraMode& mode : modes) {
    if (mode.format != format) {
      lines += fmt::format("{}{}: ", lines.empty() ? "" : "\n", mode.format);
    } else {
      lines += ", ";
    }
    format = mode.format;
    lines += fmt::format("{}x{}", mode.width, mode.height);
    if (mode.fps > 0) lines += " at " + Rate(mode.fps);
  }
  return lines;
}

std::string ControlLine(const capture::CameraInfo& camera) {
  std::string line;
  if (camera.exposure_ms) {
    line += fmt::format("exposure {:.4g} to {:.4g} ms", camera.exposure_ms->least, camera.exposure_ms->most);
  }
  if (camera.focus) {
    line += fmt::format("{}focus {:.0f} to {:.0f}", line.empty() ? "" : ", ", camera.focus->least,
                        camera.focus->most);
  }
  return line;
}

Finding Measure(const std::string& spec, const capture::SourceOptions& options) {
  auto source = capture::OpenFrameSource(spec, options);
  if (!source) return Problem(source.error());
  const std::string name = (*source)->Description();
  if (!(*source)->IsLive()) return {Finding::Grade::kGood, "Kith is set to look at " + name + ", no camera."};
  const auto rate = capture::MeasureFrameRate(**source, kMeasuredFor);
  return rate ? JudgeRate(name, *rate) : Problem(rate.error());
}

}  // namespace

std::string CameraSpec(const Config& config) {
  if (!config.camera.empty()) return config.camera;
  const std::vector<capture::CameraInfo> cameras = capture::ListCameras();
  return cameras.empty() ? "demo" : cameras.front().device;
}

capture::SourceOptions CameraOptions(const Config& config) {
  return {.demo_folder = AssetsFolder() / "samples",
          .camera = config.camera_settings,
          .unmirror = config.unmirror,
          .paced_files = true};
}

Finding DescribeCamera(const capture::CameraInfo& camera) {
  if (!camera.allowed) {
    return {Finding::Grade::kProblem, fmt::format("Camera: {}: you aren't allowed to use it.", camera.device),
            "Add your user to the group \"video\", and log in again."};
  }
  std::string lines = ModeLines(camera.modes);
  const std::string controls = ControlLine(camera);
  if (!controls.empty()) lines += (lines.empty() ? "" : "\n") + controls;
  return {Finding::Grade::kGood, fmt::format("Camera: {}, {}.", camera.device, camera.name), lines};
}

Finding JudgeRate(const std::string& camera, const capture::FrameRate& rate) {
  if (rate.fps >= kLeastRate) {
    return {Finding::Grade::kGood, fmt::format("Looking through {}: {}x{}, {:.1f} pictures a second.", camera,
                                               rate.width, rate.height, rate.fps)};
  }
  const bool device = camera.starts_with("/dev/");
  return {
      Finding::Grade::kNote,
      fmt::format("Looking through {}: {}x{}, only {:.1f} pictures a second; Kith wants {:.0f} or more.",
                  camera, rate.width, rate.height, rate.fps, kLeastRate),
      device ? "Choose the format MJPG or a smaller size ([camera] in kith.toml), use another USB socket, or "
               "give it "
               "more light: in the dark, cameras take longer for a picture."
             : "Choose a smaller size in the settings of the camera, bring it nearer to the network, or give "
               "it more light: in the dark, cameras take longer for a picture."};
}

std::vector<Finding> CheckCameras(const Config& config) {
  std::vector<Finding> findings;
  for (const capture::CameraInfo& camera : capture::ListCameras()) {
    findings.push_back(DescribeCamera(camera));
    if (camera.device != CameraSpec(config)) continue;
    for (std::string& what : capture::ApplyControls(camera.device, config.camera_settings.controls))
      findings.push_back({Finding::Grade::kNote, std::move(what), "Take that setting out of kith.toml."});
  }
  if (findings.empty() && config.camera.empty()) {
    return {{Finding::Grade::kNote, "No camera.",
             "Plug one in, or name a stream: kith kiosk --camera http://…/video. Until then Kith shows "
             "the demo camera."}};
  }
  findings.push_back(Measure(CameraSpec(config), CameraOptions(config)));
  return findings;
}

}  // namespace kith::app
