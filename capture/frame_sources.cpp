// SPDX-License-Identifier: Apache-2.0
#include "capture/frame_sources.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include <unistd.h>

#include "capture/demo_source.h"
#include "capture/picture_source.h"
#include "capture/stream_source.h"
#include "capture/video_source.h"
#include "core/language.h"
#include "imaging/codec.h"
#include "imaging/mat.h"

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

Result<std::unique_ptr<FrameSource>> OpenDevice(const std::string& device, const CameraSettings& settings) {
  std::error_code error;
  if (!fs::exists(device, error)) {
    return Error{ErrorCode::kNotFound,
                 Filled(Tr("{0}: there is no such camera. Plug it in, or choose another one."), {device})};
  }
  if (access(device.c_str(), R_OK | W_OK) != 0) {
    return Error{
        ErrorCode::kPermissionDenied,
        Filled(Tr("{0}: you aren't allowed to use this camera. Add your user to the group \"video\"."),
               {device})};
  }
  return OpenCamera(device, settings);
}

/// Each frame of another source, left and right exchanged.
class UnmirroredSource final : public FrameSource {
 public:
  explicit UnmirroredSource(std::unique_ptr<FrameSource> source) : source_(std::move(source)) {}
  Result<Frame> Next(std::stop_token stop) override {
    Result<Frame> frame = source_->Next(std::move(stop));
    if (frame) frame->image = imaging::Mirrored(frame->image);
    return frame;
  }
  bool IsLive() const override { return source_->IsLive(); }
  std::string Description() const override { return source_->Description(); }

 private:
  const std::unique_ptr<FrameSource> source_;
};

Result<std::unique_ptr<FrameSource>> OpenAsSent(const std::string& spec, const SourceOptions& options) {
  if (spec == "demo") return OpenDemo(options.demo_folder, options.demo_fps);
  if (IsUrl(spec)) return OpenStream(spec);
  if (const auto device = CameraDevice(spec)) return OpenDevice(*device, options.camera);
  const fs::path path(spec);
  std::error_code error;
  if (!fs::exists(path, error)) {
    return Error{ErrorCode::kNotFound,
                 Filled(Tr("{0}: there is no such camera, file or folder. Give a number, a device, a URL, a "
                           "film, a picture, a folder of pictures, or \"demo\"."),
                        {spec})};
  }
  if (fs::is_directory(path, error) || imaging::HasPictureName(path)) return OpenPictures(path);
  return OpenFilm(path, options.paced_files);
}

}  // namespace

Result<std::unique_ptr<FrameSource>> OpenFrameSource(const std::string& spec, const SourceOptions& options) {
  auto source = OpenAsSent(spec, options);
  if (!source || !options.unmirror) return source;
  return std::unique_ptr<FrameSource>(std::make_unique<UnmirroredSource>(std::move(*source)));
}

std::string WithoutPassword(const std::string& url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string::npos) return url;
  const std::size_t host = scheme + 3;
  const std::size_t end = url.find_first_of("/?#", host);
  const std::size_t at = url.substr(0, end).rfind('@');
  return at == std::string::npos || at < host ? url : url.substr(0, host) + url.substr(at + 1);
}

}  // namespace kith::capture
