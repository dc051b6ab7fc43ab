// SPDX-License-Identifier: Apache-2.0
#include "capture/frame_sources.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <unistd.h>

#include "capture/demo_source.h"
#include "capture/picture_source.h"
#include "capture/video_source.h"
#include "imaging/codec.h"

namespace kith::capture {
namespace {

namespace fs = std::filesystem;

bool IsUrl(const std::string& spec) {
  constexpr std::array<const char*, 4> kSchemes = {"http://", "https://", "rtsp://", "rtsps://"};
  return std::ranges::any_of(kSchemes, [&](const char* scheme) { return spec.starts_with(scheme); });
}

std::optional<int> ParseNumber(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 0) return std::nullopt;
  return number;
}

/// The device that "0" or "/dev/video2" means; nullopt if the specification isn't one of a camera.
std::optional<std::string> CameraDevice(const std::string& spec) {
  if (ParseNumber(spec)) return "/dev/video" + spec;
  if (spec.starts_with("/dev/")) return spec;
  return std::nullopt;
}

Result<std::unique_ptr<FrameSource>> OpenDevice(const std::string& device, const SourceOptions& options) {
  std::error_code error;
  if (!fs::exists(device, error)) {
    return Error{ErrorCode::kNotFound,
                 fmt::format("{}: there is no such camera. Plug it in, or choose another one.", device)};
  }
  if (access(device.c_str(), R_OK | W_OK) != 0) {
    return Error{
        ErrorCode::kPermissionDenied,
        fmt::format("{}: you aren't allowed to use this camera. Add your user to the group \"video\".",
                    device)};
  }
  return OpenCamera(device, options);
}

std::string FirstLine(const fs::path& file) {
  std::ifstream stream(file);
  std::string line;
  std::getline(stream, line);
  return line;
}

}  // namespace

Result<std::unique_ptr<FrameSource>> OpenFrameSource(const std::string& spec, const SourceOptions& options) {
  if (spec == "demo") return OpenDemo(options.demo_folder, options.demo_fps);
  if (IsUrl(spec)) return OpenStream(spec);
  if (const auto device = CameraDevice(spec)) return OpenDevice(*device, options);
  const fs::path path(spec);
  std::error_code error;
  if (!fs::exists(path, error)) {
    return Error{ErrorCode::kNotFound,
                 fmt::format("{}: there is no such camera, file or folder. Give a number, a device, a URL, "
                             "a film, a picture, a folder of pictures, or \"demo\".",
                             spec)};
  }
  if (fs::is_directory(path, error) || imaging::HasPictureName(path)) return OpenPictures(path);
  return OpenFilm(path, options.paced_files);
}

std::vector<CameraInfo> ListCameras(const fs::path& root) {
  constexpr std::string_view kPrefix = "video";
  std::vector<std::pair<int, CameraInfo>> found;
  std::error_code error;
  for (fs::directory_iterator entry(root / "dev", error), end; !error && entry != end;
       entry.increment(error)) {
    const std::string file = entry->path().filename().string();
    if (!file.starts_with(kPrefix)) continue;
    const auto number = ParseNumber(std::string_view(file).substr(kPrefix.size()));
    if (!number) continue;
    const std::string device = "/dev/" + file;
    const std::string name = FirstLine(root / "sys/class/video4linux" / file / "name");
    found.emplace_back(*number, CameraInfo{device, name.empty() ? device : name});
  }
  std::ranges::sort(found, {}, &std::pair<int, CameraInfo>::first);
  std::vector<CameraInfo> cameras;
  for (auto& [number, camera] : found)
    cameras.push_back(std::move(camera));
  return cameras;
}

}  // namespace kith::capture
