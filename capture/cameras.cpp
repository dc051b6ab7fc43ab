// SPDX-License-Identifier: Apache-2.0
#include "capture/cameras.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/videodev2.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace kith::capture {
namespace {

namespace fs = std::filesystem;

constexpr double kExposureUnitsPerMs = 10;   // V4L2_CID_EXPOSURE_ABSOLUTE counts in 100 microseconds
constexpr std::uint32_t kMostEntries = 256;  // of a list of the driver, in case it has no end

/// An open video device. Opening it doesn't disturb a program that is getting pictures from it.
class Device {
 public:
  explicit Device(const std::string& path) : fd_(open(path.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC)) {}
  ~Device() {
    if (fd_ >= 0) close(fd_);
  }
  Device(const Device&) = delete;
  Device& operator=(const Device&) = delete;

  bool is_open() const { return fd_ >= 0; }
  template <typename Argument>
  bool Ask(unsigned long request, Argument& argument) const {
    int result = -1;
    do {
      result = ioctl(fd_, request, &argument);
    } while (result != 0 && errno == EINTR);
    return result == 0;
  }

 private:
  const int fd_;
};

std::string FourLetters(std::uint32_t code) {
  std::string letters;
  for (int shift = 0; shift < 32; shift += 8)
    letters += static_cast<char>((code >> shift) & 0x7F);  // the highest bit only says big-endian
  return letters.substr(0, letters.find_last_not_of(' ') + 1);
}

double PicturesPerSecond(const v4l2_fract& interval) {
  return interval.numerator == 0 ? 0 : double(interval.denominator) / interval.numerator;
}

double FastestRate(const Device& device, std::uint32_t format, std::uint32_t width, std::uint32_t height) {
  double fastest = 0;
  for (std::uint32_t i = 0; i < kMostEntries; ++i) {
    v4l2_frmivalenum interval{};
    interval.index = i;
    interval.pixel_format = format;
    interval.width = width;
    interval.height = height;
    if (!device.Ask(VIDIOC_ENUM_FRAMEINTERVALS, interval)) break;
    if (interval.type != V4L2_FRMIVAL_TYPE_DISCRETE) return PicturesPerSecond(interval.stepwise.min);
    fastest = std::max(fastest, PicturesPerSecond(interval.discrete));
  }
  return fastest;
}

void AddModes(const Device& device, std::uint32_t format, std::vector<CameraMode>& modes) {
  for (std::uint32_t i = 0; i < kMostEntries; ++i) {
    v4l2_frmsizeenum size{};
    size.index = i;
    size.pixel_format = format;
    if (!device.Ask(VIDIOC_ENUM_FRAMESIZES, size)) return;
    const bool any = size.type != V4L2_FRMSIZE_TYPE_DISCRETE;  // every size up to the largest
    const std::uint32_t width = any ? size.stepwise.max_width : size.discrete.width;
    const std::uint32_t height = any ? size.stepwise.max_height : size.discrete.height;
    modes.push_back({FourLetters(format), static_cast<int>(width), static_cast<int>(height),
                     FastestRate(device, format, width, height)});
    if (any) return;
  }
}

std::vector<CameraMode> ModesOf(const Device& device) {
  std::vector<CameraMode> modes;
  for (std::uint32_t i = 0; i < kMostEntries; ++i) {
    v4l2_fmtdesc format{};
    format.index = i;
    format.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    if (!device.Ask(VIDIOC_ENUM_FMT, format)) break;
    AddModes(device, format.pixelformat, modes);
  }
  return modes;
}

bool GivesPictures(const v4l2_capability& capability) {
  const std::uint32_t of_device = (capability.capabilities & V4L2_CAP_DEVICE_CAPS) != 0
                                      ? capability.device_caps
                                      : capability.capabilities;
  constexpr std::uint32_t kNeeded = V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING;
  return (of_device & kNeeded) == kNeeded;
}

std::optional<v4l2_queryctrl> RangeOf(const Device& device, std::uint32_t control) {
  v4l2_queryctrl query{};
  query.id = control;
  if (!device.Ask(VIDIOC_QUERYCTRL, query) || (query.flags & V4L2_CTRL_FLAG_DISABLED) != 0)
    return std::nullopt;
  return query;
}

std::optional<ControlRange> RangeIn(const Device& device, std::uint32_t control, double units) {
  const auto range = RangeOf(device, control);
  if (!range) return std::nullopt;
  return ControlRange{range->minimum / units, range->maximum / units};
}

bool Set(const Device& device, std::uint32_t id, std::int32_t value) {
  v4l2_control control{};
  control.id = id;
  control.value = value;
  return device.Ask(VIDIOC_S_CTRL, control);
}

bool SetInRange(const Device& device, std::uint32_t id, double value) {
  const auto range = RangeOf(device, id);
  if (!range) return false;
  return Set(device, id,
             static_cast<std::int32_t>(
                 std::lround(std::clamp(value, double(range->minimum), double(range->maximum)))));
}

/// Cameras know one of two automatic and one of two manual ways (V4L2_CID_EXPOSURE_AUTO).
bool SetExposure(const Device& device, const CameraControl& exposure) {
  const auto either = [&](std::int32_t usual, std::int32_t other) {
    return Set(device, V4L2_CID_EXPOSURE_AUTO, usual) || Set(device, V4L2_CID_EXPOSURE_AUTO, other);
  };
  if (!exposure.value) return either(V4L2_EXPOSURE_APERTURE_PRIORITY, V4L2_EXPOSURE_AUTO);
  either(V4L2_EXPOSURE_MANUAL, V4L2_EXPOSURE_SHUTTER_PRIORITY);
  return SetInRange(device, V4L2_CID_EXPOSURE_ABSOLUTE, *exposure.value * kExposureUnitsPerMs);
}

bool SetFocus(const Device& device, const CameraControl& focus) {
  const bool switched = Set(device, V4L2_CID_FOCUS_AUTO, focus.value ? 0 : 1);
  return focus.value ? SetInRange(device, V4L2_CID_FOCUS_ABSOLUTE, *focus.value) : switched;
}

/// nullopt for what is no camera.
std::optional<CameraInfo> Look(const fs::path& path) {
  const Device device(path.string());
  if (!device.is_open()) {
    if (errno != EACCES && errno != EPERM) return std::nullopt;
    return CameraInfo{.device = path.string(), .name = path.string(), .allowed = false};
  }
  v4l2_capability capability{};
  if (!device.Ask(VIDIOC_QUERYCAP, capability) || !GivesPictures(capability)) return std::nullopt;
  const auto* name = reinterpret_cast<const char*>(capability.card);
  return CameraInfo{.device = path.string(),
                    .name = std::string(name, strnlen(name, sizeof capability.card)),
                    .modes = ModesOf(device),
                    .exposure_ms = RangeIn(device, V4L2_CID_EXPOSURE_ABSOLUTE, kExposureUnitsPerMs),
                    .focus = RangeIn(device, V4L2_CID_FOCUS_ABSOLUTE, 1)};
}

std::optional<int> NumberOf(const std::string& file) {
  constexpr std::string_view kPrefix = "video";
  if (!file.starts_with(kPrefix)) return std::nullopt;
  int number = 0;
  const char* const last = file.data() + file.size();
  const auto [end, error] = std::from_chars(file.data() + kPrefix.size(), last, number);
  return error == std::errc() && end == last ? std::optional(number) : std::nullopt;
}

}  // namespace

std::vector<CameraInfo> ListCameras(const fs::path& root) {
  std::vector<std::pair<int, CameraInfo>> found;
  std::error_code error;
  for (fs::directory_iterator entry(root / "dev", error), end; !error && entry != end;
       entry.increment(error)) {
    const auto number = NumberOf(entry->path().filename().string());
    if (!number) continue;
    if (auto camera = Look(entry->path())) found.emplace_back(*number, std::move(*camera));
  }
  std::ranges::sort(found, {}, &std::pair<int, CameraInfo>::first);
  std::vector<CameraInfo> cameras;
  for (auto& [number, camera] : found)
    cameras.push_back(std::move(camera));
  return cameras;
}

std::vector<std::string> ApplyControls(const std::string& path, const CameraControls& controls) {
  std::vector<std::string> not_taken;
  if (!controls.exposure_ms && !controls.focus) return not_taken;
  const Device device(path);
  if (controls.exposure_ms && !SetExposure(device, *controls.exposure_ms)) {
    not_taken.push_back(fmt::format("{} doesn't let its exposure be set that way.", path));
  }
  if (controls.focus && !SetFocus(device, *controls.focus)) {
    not_taken.push_back(fmt::format("{} doesn't let its focus be set that way.", path));
  }
  return not_taken;
}

}  // namespace kith::capture
