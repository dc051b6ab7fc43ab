// SPDX-License-Identifier: Apache-2.0
#include "capture/video_source.h"

#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <opencv2/videoio.hpp>

#include "core/mutex.h"
#include "imaging/codec.h"
#include "imaging/mat.h"

namespace kith::capture {
namespace {

using namespace std::chrono_literals;

constexpr int kStreamTimeoutMs = 2000;
constexpr auto kLongestWait = 3s;    // FrameSource::Next promises it
constexpr auto kRetryPause = 500ms;  // between attempts to connect again

/// Both libraries write to stderr and wait for 10 to 30 seconds unless told otherwise before their first use.
void SetUpVideoLibraries() {
  static std::once_flag once;
  std::call_once(once, [] {
    imaging::SilenceOpenCv();
    setenv("OPENCV_FFMPEG_LOGLEVEL", "-8", 0);
    setenv("OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT", "2", 0);
  });
}

/// Makes a fresh, opened capture, or one that isn't open. A cv::VideoCapture is a handle: it can't be moved,
/// its copies are the same capture, and the last of them closes it.
using Connect = std::function<cv::VideoCapture()>;

std::optional<cv::Mat> Read(cv::VideoCapture& capture) {
  cv::Mat picture;
  try {
    if (capture.isOpened() && capture.read(picture) && !picture.empty()) return picture;
  } catch (const cv::Exception&) {
    // A damaged stream ends like one that stopped.
  }
  return std::nullopt;
}

/// A camera or stream. The reader thread owns the capture and drains it; `newest_` is the latest-wins slot.
class LiveSource final : public FrameSource {
 public:
  /// `damaged_at_end`: the last picture before the end may be half of one and is never handed out, at the
  /// price of one frame of delay. FFmpeg gives such a picture when an MJPEG stream stops in the middle.
  LiveSource(std::string description, cv::VideoCapture capture, Connect connect, bool damaged_at_end)
      : description_(std::move(description)),
        connect_(std::move(connect)),
        damaged_at_end_(damaged_at_end),
        reader_([this, capture](std::stop_token stop) mutable { Run(capture, stop); }) {}

  Result<Frame> Next(std::stop_token stop) override {
    std::optional<cv::Mat> picture;
    {
      MutexLock lock(mutex_);
      changed_.wait_for(mutex_, stop, kLongestWait,
                        [this]() KITH_REQUIRES(mutex_) { return newest_.has_value() || lost_; });
      lost_ = false;
      picture = std::exchange(newest_, std::nullopt);
    }
    if (stop.stop_requested()) return Error{ErrorCode::kCancelled, "Stopped."};
    if (!picture) {
      return Error{
          ErrorCode::kSourceLost,
          fmt::format("{} stopped sending pictures. Check that it is on and connected.", description_)};
    }
    return Frame{imaging::ToImage(*picture), description_};
  }
  bool IsLive() const override { return true; }
  std::string Description() const override { return description_; }

 private:
  /// `capture` is the only copy: as long as another lived, release would not close the device.
  void Run(cv::VideoCapture& capture, const std::stop_token& stop) {
    while (!stop.stop_requested()) {
      Drain(capture, stop);
      capture.release();
      if (stop.stop_requested()) return;
      MutexLock lock(mutex_);
      newest_.reset();
      lost_ = true;
      changed_.notify_all();
      changed_.wait_for(mutex_, stop, kRetryPause, [] { return false; });
      if (stop.stop_requested()) return;
      capture = connect_();
    }
  }

  void Drain(cv::VideoCapture& capture, const std::stop_token& stop) {
    std::optional<cv::Mat> held_back;
    while (!stop.stop_requested()) {
      std::optional<cv::Mat> picture = Read(capture);
      if (!picture) return;
      if (damaged_at_end_) held_back.swap(picture);
      if (!picture) continue;
      MutexLock lock(mutex_);
      newest_ = std::move(picture);
      lost_ = false;
      changed_.notify_all();
    }
  }

  const std::string description_;
  const Connect connect_;
  const bool damaged_at_end_;
  Mutex mutex_;
  std::condition_variable_any changed_;
  std::optional<cv::Mat> newest_ KITH_GUARDED_BY(mutex_);
  bool lost_ KITH_GUARDED_BY(mutex_) = false;
  std::jthread reader_;  // last: it uses the others
};

class FilmSource final : public FrameSource {
 public:
  FilmSource(std::string path, cv::VideoCapture capture, bool paced)
      : path_(std::move(path)), capture_(capture), fps_(capture_.get(cv::CAP_PROP_FPS)), paced_(paced) {}

  Result<Frame> Next(std::stop_token stop) override {
    if (paced_ && fps_ > 0) WaitForTurn(stop);
    if (stop.stop_requested()) return Error{ErrorCode::kCancelled, "Stopped."};
    const std::optional<cv::Mat> picture = Read(capture_);
    if (!picture) return Error{ErrorCode::kEndOfStream, fmt::format("{}: the film is over.", path_)};
    ++count_;
    return Frame{imaging::ToImage(*picture), path_};
  }
  bool IsLive() const override { return false; }
  std::string Description() const override { return path_; }

 private:
  void WaitForTurn(const std::stop_token& stop) {
    if (count_ == 0) begin_ = std::chrono::steady_clock::now();
    std::mutex unshared;
    std::unique_lock lock(unshared);
    const auto due = begin_ + std::chrono::duration<double>(count_ / fps_);
    std::condition_variable_any().wait_until(
        lock, stop, std::chrono::time_point_cast<std::chrono::steady_clock::duration>(due),
        [] { return false; });
  }

  const std::string path_;
  cv::VideoCapture capture_;
  const double fps_;
  const bool paced_;
  std::chrono::steady_clock::time_point begin_;
  int count_ = 0;
};

Result<std::unique_ptr<FrameSource>> OpenLive(const std::string& description, Connect connect,
                                              Error not_opened, bool damaged_at_end) {
  SetUpVideoLibraries();
  cv::VideoCapture capture = connect();
  if (!capture.isOpened()) return not_opened;
  return std::unique_ptr<FrameSource>(
      std::make_unique<LiveSource>(description, capture, std::move(connect), damaged_at_end));
}

}  // namespace

Result<std::unique_ptr<FrameSource>> OpenCamera(const std::string& device, const SourceOptions& options) {
  const auto connect = [device, width = options.width, height = options.height] {
    cv::VideoCapture capture;
    // Motion JPEG first: the only format in which most USB cameras reach 30 pictures a second at this size.
    capture.open(device, cv::CAP_V4L2,
                 {cv::CAP_PROP_FOURCC, cv::VideoWriter::fourcc('M', 'J', 'P', 'G'), cv::CAP_PROP_FRAME_WIDTH,
                  width, cv::CAP_PROP_FRAME_HEIGHT, height});
    if (!capture.isOpened()) return capture;
    capture.set(cv::CAP_PROP_BUFFERSIZE, 1);
    return capture;
  };
  return OpenLive(
      device, connect,
      {ErrorCode::kUnreadable,
       fmt::format("{}: the camera can't be opened. Close other programs that use it, or plug it in again.",
                   device)},
      false);
}

Result<std::unique_ptr<FrameSource>> OpenStream(const std::string& url) {
  const auto connect = [url] {
    cv::VideoCapture capture;
    // Without these a silent server holds a thread for 30 seconds.
    capture.open(
        url, cv::CAP_FFMPEG,
        {cv::CAP_PROP_OPEN_TIMEOUT_MSEC, kStreamTimeoutMs, cv::CAP_PROP_READ_TIMEOUT_MSEC, kStreamTimeoutMs});
    return capture;
  };
  return OpenLive(
      url, connect,
      {ErrorCode::kNotFound,
       fmt::format("{}: no stream answers there. Check the address, and that the camera is on.", url)},
      true);
}

Result<std::unique_ptr<FrameSource>> OpenFilm(const std::filesystem::path& path, bool paced) {
  SetUpVideoLibraries();
  cv::VideoCapture capture;
  capture.open(path.string(), cv::CAP_FFMPEG);
  if (!capture.isOpened()) {
    return Error{ErrorCode::kUnreadable,
                 fmt::format("{}: this is neither a picture nor a film that can be read.", path.string())};
  }
  return std::unique_ptr<FrameSource>(std::make_unique<FilmSource>(path.string(), capture, paced));
}

}  // namespace kith::capture
