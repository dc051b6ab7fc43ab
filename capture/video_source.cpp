// SPDX-License-Identifier: Apache-2.0
#include "capture/video_source.h"

#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <opencv2/videoio.hpp>

#include "capture/live_source.h"
#include "core/language.h"
#include "imaging/codec.h"
#include "imaging/mat.h"
#include "imaging/opencv_io.h"

namespace kith::capture {
namespace {

using imaging::Video;
using namespace std::chrono_literals;

/// Both libraries write to stderr and wait for 10 to 30 seconds unless told otherwise before their first use.
void SetUpVideoLibraries() {
  static std::once_flag once;
  std::call_once(once, [] {
    imaging::SilenceOpenCv();
    setenv("OPENCV_FFMPEG_LOGLEVEL", "-8", 0);
    setenv("OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT", "2", 0);
  });
}

/// As the library opens it.
Result<std::unique_ptr<Video>> OpenVideo(const std::string& name, cv::VideoCaptureAPIs backend,
                                         const std::vector<int>& parameters) {
  const Result<const imaging::OpenCvIo*> io = imaging::LoadOpenCvIo();
  if (!io) return io.error();
  SetUpVideoLibraries();
  return (*io)->Open(name, backend, parameters);
}

std::optional<cv::Mat> Read(Video& video) {
  cv::Mat picture;
  try {
    if (video.Read(picture) && !picture.empty()) return picture;
  } catch (const cv::Exception&) {
    // A damaged stream ends like one that stopped.
  }
  return std::nullopt;
}

/// "MJPG" as a number; 0 for what is no such code.
constexpr int CodeOf(std::string_view format) {
  if (format.size() != 4) return 0;
  int code = 0;
  for (int i = 0; i < 4; ++i)
    code |= (format[static_cast<std::size_t>(i)] & 0xFF) << (8 * i);
  return code;
}

bool SendsJpeg(const Video& video) {
  const int code = static_cast<int>(video.Get(cv::CAP_PROP_FOURCC));
  return code == CodeOf("MJPG") || code == CodeOf("JPEG");
}

/// Of a JPEG, OpenCV was asked not to decode it.
class CameraConnection final : public Connection {
 public:
  CameraConnection(std::unique_ptr<Video> video, bool jpeg) : video_(std::move(video)), jpeg_(jpeg) {}
  bool Read(SentPicture& picture, const std::stop_token&) override {
    const std::optional<cv::Mat> mat = capture::Read(*video_);
    if (mat) jpeg_ ? StoreJpeg(*mat, picture) : StorePixels(*mat, picture);
    return mat.has_value();
  }
  Patience patience() const override { return {}; }

 private:
  const std::unique_ptr<Video> video_;
  const bool jpeg_;
};

class FilmSource final : public FrameSource {
 public:
  FilmSource(std::string path, std::unique_ptr<Video> video, bool paced)
      : path_(std::move(path)),
        video_(std::move(video)),
        fps_(video_->Get(cv::CAP_PROP_FPS)),
        paced_(paced) {}

  Result<Frame> Next(std::stop_token stop) override {
    if (paced_ && fps_ > 0) WaitForTurn(stop);
    if (stop.stop_requested()) return Error{ErrorCode::kCancelled, "Stopped."};
    const std::optional<cv::Mat> picture = Read(*video_);
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
  const std::unique_ptr<Video> video_;
  const double fps_;
  const bool paced_;
  std::chrono::steady_clock::time_point begin_;
  int count_ = 0;
};

}  // namespace

Result<std::unique_ptr<FrameSource>> OpenCamera(const std::string& device, const CameraSettings& settings) {
  // The buffers are as many as the library likes: they are drained at once, and with one alone a camera waits
  // for us after each picture.
  auto video =
      OpenVideo(device, cv::CAP_V4L2,
                {cv::CAP_PROP_FOURCC, CodeOf(settings.format), cv::CAP_PROP_FRAME_WIDTH, settings.width,
                 cv::CAP_PROP_FRAME_HEIGHT, settings.height, cv::CAP_PROP_FPS, cvRound(settings.fps)});
  if (!video) return video.error();
  if (!*video) {
    return Error{
        ErrorCode::kUnreadable,
        Filled(Tr("{0}: the camera can't be opened. Close other programs that use it, or plug it in again."),
               {device})};
  }
  ApplyControls(device, settings.controls);  // one that it doesn't have is no reason not to look
  const bool jpeg = SendsJpeg(**video) && (*video)->Set(cv::CAP_PROP_CONVERT_RGB, 0);
  return MakeLiveSource(device, std::make_unique<CameraConnection>(*std::move(video), jpeg));
}

Result<std::unique_ptr<FrameSource>> OpenFilm(const std::filesystem::path& path, bool paced) {
  auto video = OpenVideo(path.string(), cv::CAP_FFMPEG, {});
  if (!video) return video.error();
  if (!*video) {
    return Error{ErrorCode::kUnreadable,
                 Filled(Tr("{0}: this is neither a picture nor a film that can be read."), {path.string()})};
  }
  return std::unique_ptr<FrameSource>(std::make_unique<FilmSource>(path.string(), *std::move(video), paced));
}

}  // namespace kith::capture
