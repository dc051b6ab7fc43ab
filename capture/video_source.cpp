// SPDX-License-Identifier: Apache-2.0
#include "capture/video_source.h"

#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <optional>
#include <utility>

#include <opencv2/videoio.hpp>

#include "capture/live_source.h"
#include "core/language.h"
#include "imaging/codec.h"
#include "imaging/mat.h"

namespace kith::capture {
namespace {

using namespace std::chrono_literals;

constexpr int kSilenceMs = 2000;  // of a stream that is open; Connection::Read promises it
/// Until a stream shows what it is. Film coding starts at a key frame, which may be seconds away.
constexpr int kOpenTimeoutMs = 4000;
constexpr auto kLongestRepeat = 2500ms;
constexpr auto kLongestRepeatOfFilm = 15s;  // key frames are 10 seconds apart at most, in what is sold

/// Both libraries write to stderr and wait for 10 to 30 seconds unless told otherwise before their first use.
void SetUpVideoLibraries() {
  static std::once_flag once;
  std::call_once(once, [] {
    imaging::SilenceOpenCv();
    setenv("OPENCV_FFMPEG_LOGLEVEL", "-8", 0);
    setenv("OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT", "2", 0);
  });
}

std::optional<cv::Mat> Read(cv::VideoCapture& capture) {
  cv::Mat picture;
  try {
    if (capture.isOpened() && capture.read(picture) && !picture.empty()) return picture;
  } catch (const cv::Exception&) {
    // A damaged stream ends like one that stopped.
  }
  return std::nullopt;
}

int CodeOf(const std::string& format) {
  return format.size() == 4 ? cv::VideoWriter::fourcc(format[0], format[1], format[2], format[3]) : 0;
}

bool SendsJpeg(const cv::VideoCapture& capture) {
  constexpr auto kCode = cv::VideoWriter::fourcc;
  const int code = static_cast<int>(capture.get(cv::CAP_PROP_FOURCC));
  // The last is the beginning of FFmpeg's own name for it, where a stream has no code.
  return code == kCode('M', 'J', 'P', 'G') || code == kCode('J', 'P', 'E', 'G') ||
         code == kCode('m', 'j', 'p', 'e');
}

void Store(const cv::Mat& mat, bool jpeg, SentPicture& picture) {
  picture.bytes.assign(mat.datastart, mat.dataend);
  picture.width = jpeg ? 0 : mat.cols;
  picture.height = jpeg ? 0 : mat.rows;
}

// A cv::VideoCapture is a handle: it can't be moved, its copies are the same capture, and the last of them
// closes it.

/// A camera or stream that sends each picture by itself. Of a JPEG, OpenCV was asked not to decode it.
class PictureConnection final : public Connection {
 public:
  PictureConnection(const cv::VideoCapture& capture, bool jpeg) : capture_(capture), jpeg_(jpeg) {}
  bool Read(SentPicture& picture) override {
    const std::optional<cv::Mat> mat = capture::Read(capture_);
    if (mat) Store(*mat, jpeg_, picture);
    return mat.has_value();
  }
  std::chrono::milliseconds LongestRepeat() const override { return kLongestRepeat; }

 private:
  cv::VideoCapture capture_;
  const bool jpeg_;
};

/// A stream in film coding. The last picture before the end may be half of one and is never handed out, at
/// the price of one frame of delay.
class FilmConnection final : public Connection {
 public:
  explicit FilmConnection(const cv::VideoCapture& capture) : capture_(capture) {}
  bool Read(SentPicture& picture) override {
    if (!held_back_) held_back_ = capture::Read(capture_);
    std::optional<cv::Mat> next = capture::Read(capture_);
    if (!held_back_ || !next) return false;
    Store(*held_back_, false, picture);
    held_back_ = std::move(next);
    return true;
  }
  std::chrono::milliseconds LongestRepeat() const override { return kLongestRepeatOfFilm; }

 private:
  cv::VideoCapture capture_;
  std::optional<cv::Mat> held_back_;
};

class FilmSource final : public FrameSource {
 public:
  FilmSource(std::string path, const cv::VideoCapture& capture, bool paced)
      : path_(std::move(path)), capture_(capture), fps_(capture_.get(cv::CAP_PROP_FPS)), paced_(paced) {}

  Result<Frame> Next(std::stop_token stop) override {
    if (paced_ && fps_ > 0) WaitForTurn(stop);
    if (stop.stop_requested()) return Error{ErrorCode::kCancelled, "Stopped."};
    const std::optional<cv::Mat> picture = Read(capture_);
    if (!picture) return Error{ErrorCode::kEndOfStream, Filled(Tr("{0}: the film is over."), {path_})};
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

}  // namespace

Result<std::unique_ptr<FrameSource>> OpenCamera(const std::string& device, const CameraSettings& settings) {
  SetUpVideoLibraries();
  // The buffers are as many as the library likes: they are drained at once, and with one alone a camera waits
  // for us after each picture.
  cv::VideoCapture capture;
  capture.open(device, cv::CAP_V4L2,
               {cv::CAP_PROP_FOURCC, CodeOf(settings.format), cv::CAP_PROP_FRAME_WIDTH, settings.width,
                cv::CAP_PROP_FRAME_HEIGHT, settings.height, cv::CAP_PROP_FPS, cvRound(settings.fps)});
  if (!capture.isOpened()) {
    return Error{
        ErrorCode::kUnreadable,
        Filled(Tr("{0}: the camera can't be opened. Close other programs that use it, or plug it in again."),
               {device})};
  }
  ApplyControls(device, settings.controls);  // one that it doesn't have is no reason not to look
  const bool jpeg = SendsJpeg(capture) && capture.set(cv::CAP_PROP_CONVERT_RGB, 0);
  return MakeLiveSource(device, std::make_unique<PictureConnection>(capture, jpeg));
}

Result<std::unique_ptr<FrameSource>> OpenStream(const std::string& url) {
  SetUpVideoLibraries();
  cv::VideoCapture capture;
  // Without these a silent server holds a thread for 30 seconds.
  capture.open(url, cv::CAP_FFMPEG,
               {cv::CAP_PROP_OPEN_TIMEOUT_MSEC, kOpenTimeoutMs, cv::CAP_PROP_READ_TIMEOUT_MSEC, kSilenceMs});
  if (!capture.isOpened()) {
    return Error{ErrorCode::kNotFound,
                 Filled(Tr("{0}: no stream answers there. Check the address, and that the camera is on."),
                        {WithoutPassword(url)})};
  }
  constexpr int kUndecoded = -1;
  if (SendsJpeg(capture) && capture.set(cv::CAP_PROP_FORMAT, kUndecoded)) {
    return MakeLiveSource(WithoutPassword(url), std::make_unique<PictureConnection>(capture, true));
  }
  return MakeLiveSource(WithoutPassword(url), std::make_unique<FilmConnection>(capture));
}

Result<std::unique_ptr<FrameSource>> OpenFilm(const std::filesystem::path& path, bool paced) {
  SetUpVideoLibraries();
  cv::VideoCapture capture;
  capture.open(path.string(), cv::CAP_FFMPEG);
  if (!capture.isOpened()) {
    return Error{ErrorCode::kUnreadable,
                 Filled(Tr("{0}: this is neither a picture nor a film that can be read."), {path.string()})};
  }
  return std::unique_ptr<FrameSource>(std::make_unique<FilmSource>(path.string(), capture, paced));
}

}  // namespace kith::capture
