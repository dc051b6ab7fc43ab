// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fake_camera.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <cstdarg>
#include <cstring>
#include <deque>
#include <fstream>
#include <mutex>
#include <optional>
#include <set>
#include <utility>

#include <dlfcn.h>
#include <fcntl.h>
#include <linux/videodev2.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/select.h>
#include <unistd.h>

#include "tests/support/jpeg_note.h"

namespace kith::test {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::uint32_t kBufferBytes = 1 << 20;

std::uint32_t CodeOf(const std::string& format) {
  return v4l2_fourcc(format[0], format[1], format[2], format[3]);
}

template <typename Function>
Function Next(const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

int Fail(int error) {
  errno = error;
  return -1;
}

}  // namespace

/// Everything that the driver knows. Its functions are called with the mutex held.
struct FakeCamera::Driver {
  Driver(std::filesystem::path path, Options with) : device(std::move(path)), options(std::move(with)) {
    for (const auto& [id, range] : options.controls)
      values[id] = range.least;
    mode = options.modes.empty() ? Mode{"MJPG", 320, 240, 30} : options.modes.front();
  }

  int Ioctl(int fd, unsigned long request, void* argument);
  int QueryCapability(v4l2_capability& capability) const;
  int EnumerateFormat(v4l2_fmtdesc& format) const;
  int EnumerateSize(v4l2_frmsizeenum& size) const;
  int EnumerateInterval(v4l2_frmivalenum& interval) const;
  int Format(v4l2_format& format, bool set);
  int Parameter(v4l2_streamparm& parameter) const;
  int QueryControl(v4l2_queryctrl& query) const;
  int Dequeue(v4l2_buffer& buffer);
  std::vector<std::uint8_t> NextPicture();
  std::vector<const Mode*> ModesOf(std::uint32_t format) const;
  /// When a picture may be taken; nullopt: not until something changes.
  std::optional<Clock::time_point> Due() const {
    if (!plugged_in) return Clock::now();
    return stalled || queued.empty() ? std::nullopt : std::optional(next_picture);
  }

  const std::filesystem::path device;
  const Options options;
  mutable std::mutex mutex;
  std::condition_variable changed;
  std::set<int> open;
  Mode mode;
  std::map<std::uint32_t, int> values;
  std::vector<std::uint8_t> jpeg;
  int level = 0;
  bool plugged_in = true, stalled = false, frozen = false, cut_off = false;
  int memory = -1;  // of who gets the pictures: a file that it maps the buffers from
  std::deque<std::uint32_t> queued;
  Clock::time_point next_picture;
  std::size_t count = 0;
};

namespace {

std::mutex registry;
FakeCamera::Driver* current = nullptr;

FakeCamera::Driver* DriverOf(int fd) {
  const std::lock_guard lock(registry);
  if (current == nullptr) return nullptr;
  const std::lock_guard inner(current->mutex);
  return current->open.contains(fd) ? current : nullptr;
}

FakeCamera::Driver* DriverOf(const char* path) {
  const std::lock_guard lock(registry);
  return current != nullptr && current->device == path ? current : nullptr;
}

}  // namespace

std::vector<const FakeCamera::Mode*> FakeCamera::Driver::ModesOf(std::uint32_t format) const {
  std::vector<const Mode*> found;
  for (const Mode& candidate : options.modes) {
    if (CodeOf(candidate.format) == format) found.push_back(&candidate);
  }
  return found;
}

int FakeCamera::Driver::QueryCapability(v4l2_capability& capability) const {
  capability = {};
  std::strcpy(reinterpret_cast<char*>(capability.driver), "fake");
  std::strcpy(reinterpret_cast<char*>(capability.card), "Fictional Webcam");
  capability.device_caps = options.only_data ? V4L2_CAP_META_CAPTURE | V4L2_CAP_STREAMING
                                             : V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING;
  // As for real: of the whole camera, whichever of its nodes is asked.
  capability.capabilities =
      V4L2_CAP_DEVICE_CAPS | V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_META_CAPTURE | V4L2_CAP_STREAMING;
  return 0;
}

int FakeCamera::Driver::EnumerateFormat(v4l2_fmtdesc& format) const {
  std::vector<std::uint32_t> codes;
  for (const Mode& candidate : options.modes) {
    const std::uint32_t code = CodeOf(candidate.format);
    if (std::ranges::find(codes, code) == codes.end()) codes.push_back(code);
  }
  if (format.index >= codes.size()) return Fail(EINVAL);
  format.pixelformat = codes[format.index];
  return 0;
}

int FakeCamera::Driver::EnumerateSize(v4l2_frmsizeenum& size) const {
  const auto modes = ModesOf(size.pixel_format);
  if (size.index >= modes.size()) return Fail(EINVAL);
  size.type = V4L2_FRMSIZE_TYPE_DISCRETE;
  size.discrete.width = static_cast<std::uint32_t>(modes[size.index]->width);
  size.discrete.height = static_cast<std::uint32_t>(modes[size.index]->height);
  return 0;
}

int FakeCamera::Driver::EnumerateInterval(v4l2_frmivalenum& interval) const {
  for (const Mode* candidate : ModesOf(interval.pixel_format)) {
    if (candidate->width != static_cast<int>(interval.width) || interval.index > 0) continue;
    interval.type = V4L2_FRMIVAL_TYPE_DISCRETE;
    interval.discrete = {1, static_cast<std::uint32_t>(candidate->fps)};
    return 0;
  }
  return Fail(EINVAL);
}

int FakeCamera::Driver::Format(v4l2_format& format, bool set) {
  if (format.type != V4L2_BUF_TYPE_VIDEO_CAPTURE) return Fail(EINVAL);
  auto& pixels = format.fmt.pix;
  if (set) {
    auto modes = ModesOf(pixels.pixelformat);
    if (modes.empty()) modes = {&options.modes.front()};
    // The nearest size, as drivers do.
    const auto off = [&](const Mode* candidate) {
      return std::abs(candidate->width - static_cast<int>(pixels.width));
    };
    mode = **std::ranges::min_element(modes, {}, off);
  }
  pixels.width = static_cast<std::uint32_t>(mode.width);
  pixels.height = static_cast<std::uint32_t>(mode.height);
  pixels.pixelformat = CodeOf(mode.format);
  pixels.field = V4L2_FIELD_NONE;
  pixels.bytesperline = mode.format == "MJPG" ? 0 : pixels.width * 2;
  pixels.sizeimage = mode.format == "MJPG" ? kBufferBytes : pixels.bytesperline * pixels.height;
  return 0;
}

int FakeCamera::Driver::Parameter(v4l2_streamparm& parameter) const {
  parameter.parm.capture = {};
  parameter.parm.capture.capability = V4L2_CAP_TIMEPERFRAME;
  parameter.parm.capture.timeperframe = {1, static_cast<std::uint32_t>(mode.fps)};
  return 0;
}

int FakeCamera::Driver::QueryControl(v4l2_queryctrl& query) const {
  const auto control = options.controls.find(query.id);
  if (control == options.controls.end()) return Fail(EINVAL);
  query.type = V4L2_CTRL_TYPE_INTEGER;
  query.minimum = control->second.least;
  query.maximum = control->second.most;
  query.step = 1;
  query.flags = 0;
  return 0;
}

std::vector<std::uint8_t> FakeCamera::Driver::NextPicture() {
  ++count;
  const std::size_t noise = frozen ? 0 : count;
  std::vector<std::uint8_t> picture;
  if (mode.format == "MJPG") {
    picture = WithNote(jpeg, noise);
    if (cut_off) picture.resize(picture.size() / 2);
  } else {
    picture.assign(std::size_t{2} * static_cast<std::size_t>(mode.width * mode.height),
                   static_cast<std::uint8_t>(level));
    for (std::size_t i = 1; i < picture.size(); i += 2)
      picture[i] = 128;  // no colour
    picture[0] = static_cast<std::uint8_t>(noise);
  }
  return picture;
}

int FakeCamera::Driver::Dequeue(v4l2_buffer& buffer) {
  const auto due = Due();
  if (!due || *due > Clock::now()) return Fail(EAGAIN);
  const std::uint32_t index = queued.front();
  queued.pop_front();
  next_picture = Clock::now() + std::chrono::microseconds(1'000'000 / mode.fps);
  const std::vector<std::uint8_t> picture = NextPicture();
  if (pwrite(memory, picture.data(), picture.size(), off_t{index} * kBufferBytes) < 0) return Fail(EIO);
  buffer.index = index;
  buffer.bytesused = static_cast<std::uint32_t>(picture.size());
  buffer.flags = V4L2_BUF_FLAG_DONE;
  buffer.length = kBufferBytes;
  return 0;
}

int FakeCamera::Driver::Ioctl(int fd, unsigned long request, void* argument) {
  if (!plugged_in) return Fail(ENODEV);
  switch (request) {
    case VIDIOC_QUERYCAP:
      return QueryCapability(*static_cast<v4l2_capability*>(argument));
    case VIDIOC_ENUM_FMT:
      return EnumerateFormat(*static_cast<v4l2_fmtdesc*>(argument));
    case VIDIOC_ENUM_FRAMESIZES:
      return EnumerateSize(*static_cast<v4l2_frmsizeenum*>(argument));
    case VIDIOC_ENUM_FRAMEINTERVALS:
      return EnumerateInterval(*static_cast<v4l2_frmivalenum*>(argument));
    case VIDIOC_G_FMT:
      return Format(*static_cast<v4l2_format*>(argument), false);
    case VIDIOC_S_FMT:
      return Format(*static_cast<v4l2_format*>(argument), true);
    case VIDIOC_G_PARM:
    case VIDIOC_S_PARM:
      return Parameter(*static_cast<v4l2_streamparm*>(argument));
    case VIDIOC_QUERYCTRL:
      return QueryControl(*static_cast<v4l2_queryctrl*>(argument));
    case VIDIOC_S_CTRL: {
      const auto& control = *static_cast<v4l2_control*>(argument);
      const auto range = options.controls.find(control.id);
      if (range == options.controls.end()) return Fail(EINVAL);
      if (control.value < range->second.least || control.value > range->second.most) return Fail(ERANGE);
      values[control.id] = control.value;
      return 0;
    }
    case VIDIOC_REQBUFS:
      memory = fd;
      queued.clear();
      return 0;
    case VIDIOC_QUERYBUF: {
      auto& buffer = *static_cast<v4l2_buffer*>(argument);
      buffer.length = kBufferBytes;
      buffer.m.offset = buffer.index * kBufferBytes;
      return 0;
    }
    case VIDIOC_QBUF:
      queued.push_back(static_cast<v4l2_buffer*>(argument)->index);
      changed.notify_all();
      return 0;
    case VIDIOC_DQBUF:
      return Dequeue(*static_cast<v4l2_buffer*>(argument));
    case VIDIOC_STREAMON:
      next_picture = Clock::now();
      return 0;
    case VIDIOC_STREAMOFF:
      queued.clear();
      return 0;
    default:
      return Fail(EINVAL);
  }
}

FakeCamera::FakeCamera(std::filesystem::path device, Options options)
    : driver_(std::make_unique<Driver>(std::move(device), std::move(options))) {
  std::ofstream(driver_->device).put('\n');
  const std::lock_guard lock(registry);
  current = driver_.get();
}

FakeCamera::~FakeCamera() {
  const std::lock_guard lock(registry);
  current = nullptr;
  std::filesystem::remove(driver_->device);
}

void FakeCamera::Show(std::vector<std::uint8_t> jpeg, int level) {
  const std::lock_guard lock(driver_->mutex);
  driver_->jpeg = std::move(jpeg);
  driver_->level = level;
}

void FakeCamera::Stall() {
  const std::lock_guard lock(driver_->mutex);
  driver_->stalled = true;
}

void FakeCamera::Freeze() {
  const std::lock_guard lock(driver_->mutex);
  driver_->frozen = true;
}

void FakeCamera::CutOff() {
  const std::lock_guard lock(driver_->mutex);
  driver_->cut_off = true;
}

void FakeCamera::Recover() {
  const std::lock_guard lock(driver_->mutex);
  driver_->stalled = driver_->frozen = driver_->cut_off = false;
  driver_->changed.notify_all();
}

void FakeCamera::Unplug() {
  const std::lock_guard lock(driver_->mutex);
  std::filesystem::remove(driver_->device);
  driver_->plugged_in = false;
  driver_->changed.notify_all();
}

void FakeCamera::PlugIn() {
  const std::lock_guard lock(driver_->mutex);
  driver_->plugged_in = true;
  std::ofstream(driver_->device).put('\n');
}

FakeCamera::Mode FakeCamera::mode() const {
  const std::lock_guard lock(driver_->mutex);
  return driver_->mode;
}

int FakeCamera::control(std::uint32_t id) const {
  const std::lock_guard lock(driver_->mutex);
  return driver_->values.at(id);
}

namespace {

int OpenFake(FakeCamera::Driver& driver) {
  const std::lock_guard lock(driver.mutex);
  if (!driver.plugged_in) return Fail(ENODEV);
  const int fd = memfd_create("fake camera", MFD_CLOEXEC);
  if (fd < 0 || ftruncate(fd, off_t{VIDEO_MAX_FRAME} * kBufferBytes) != 0) return Fail(EIO);
  driver.open.insert(fd);
  return fd;
}

int SelectFake(FakeCamera::Driver& driver, const timeval* timeout) {
  std::unique_lock lock(driver.mutex);
  const auto give_up =
      Clock::now() + std::chrono::seconds(timeout->tv_sec) + std::chrono::microseconds(timeout->tv_usec);
  for (;;) {
    const auto now = Clock::now();
    const auto due = driver.Due();
    if (due && *due <= now) return 1;
    if (now >= give_up) return 0;
    driver.changed.wait_until(lock, due ? std::min(*due, give_up) : give_up);
  }
}

}  // namespace
}  // namespace kith::test

// The names of the C library, which the linker finds here first.
// NOLINTBEGIN(readability-identifier-naming)
extern "C" {

int open(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(arguments, mode_t) : 0;
  va_end(arguments);
  if (auto* driver = kith::test::DriverOf(path)) return kith::test::OpenFake(*driver);
  static const auto real = kith::test::Next<int (*)(const char*, int, ...)>("open");
  return real(path, flags, mode);
}

int ioctl(int fd, unsigned long request, ...) noexcept {
  va_list arguments;
  va_start(arguments, request);
  void* const argument = va_arg(arguments, void*);
  va_end(arguments);
  if (auto* driver = kith::test::DriverOf(fd)) {
    const std::lock_guard lock(driver->mutex);
    return driver->Ioctl(fd, request, argument);
  }
  static const auto real = kith::test::Next<int (*)(int, unsigned long, ...)>("ioctl");
  return real(fd, request, argument);
}

int select(int count, fd_set* readable, fd_set* writable, fd_set* failed, timeval* timeout) {
  if (count > 0 && readable != nullptr && timeout != nullptr && FD_ISSET(count - 1, readable)) {
    if (auto* driver = kith::test::DriverOf(count - 1)) return kith::test::SelectFake(*driver, timeout);
  }
  static const auto real = kith::test::Next<int (*)(int, fd_set*, fd_set*, fd_set*, timeval*)>("select");
  return real(count, readable, writable, failed, timeout);
}

int close(int fd) {
  if (auto* driver = kith::test::DriverOf(fd)) {
    const std::lock_guard lock(driver->mutex);
    driver->open.erase(fd);
  }
  static const auto real = kith::test::Next<int (*)(int)>("close");
  return real(fd);
}
}
// NOLINTEND(readability-identifier-naming)
