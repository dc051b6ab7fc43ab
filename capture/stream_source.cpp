// SPDX-License-Identifier: Apache-2.0
#include "capture/stream_source.h"

#include <chrono>
#include <optional>
#include <string_view>
#include <utility>

#include "capture/frame_sources.h"
#include "capture/live_source.h"
#include "core/language.h"
#include "imaging/opencv_io.h"

namespace kith::capture {
namespace {

using imaging::NetworkStream;
using namespace std::chrono_literals;

/// A stream that sends each picture by itself.
class JpegConnection final : public Connection {
 public:
  explicit JpegConnection(std::unique_ptr<NetworkStream> stream) : stream_(std::move(stream)) {}
  bool Read(SentPicture& picture, const std::stop_token& stop) override {
    if (!stream_->Read(jpeg_, stop)) return false;
    StoreJpeg(jpeg_, picture);
    return true;
  }
  Patience patience() const override { return {}; }

 private:
  const std::unique_ptr<NetworkStream> stream_;
  cv::Mat jpeg_;
};

/// A stream in film coding. The last picture before the end may be half of one and is never handed out, at
/// the price of one frame of delay.
class FilmConnection final : public Connection {
 public:
  explicit FilmConnection(std::unique_ptr<NetworkStream> stream) : stream_(std::move(stream)) {}
  bool Read(SentPicture& picture, const std::stop_token& stop) override {
    if (held_back_.empty() && !stream_->Read(held_back_, stop)) return false;
    if (!stream_->Read(next_, stop)) return false;
    StorePixels(held_back_, picture);
    std::swap(held_back_, next_);
    return true;
  }
  Patience patience() const override {
    // Key frames are 10 seconds apart at most, in what is sold.
    return {.first = 12s, .repeat = 15s};
  }

 private:
  const std::unique_ptr<NetworkStream> stream_;
  cv::Mat held_back_, next_;
};

std::string_view WhyNot(ErrorCode code) {
  if (code == ErrorCode::kPermissionDenied) {
    return Tr(
        "{0}: its name and password are wrong or missing. Write them into the address, as in "
        "rtsp://name:password@…");
  }
  return Tr("{0}: no stream answers there. Check the address, and that the camera is on.");
}

}  // namespace

Result<std::unique_ptr<FrameSource>> OpenStream(const std::string& url) {
  const Result<const imaging::OpenCvIo*> io = imaging::LoadOpenCvIo();
  if (!io) return io.error();
  const std::string shown = WithoutPassword(url);
  auto stream = (*io)->OpenStream(url, {.opening = 4s, .silence = 2s});
  if (!stream) {
    const Error& error = stream.error();
    return Error{error.code, Filled(WhyNot(error.code), {shown}), error.detail};
  }
  if ((*stream)->SendsJpeg())
    return MakeLiveSource(shown, std::make_unique<JpegConnection>(*std::move(stream)));
  return MakeLiveSource(shown, std::make_unique<FilmConnection>(*std::move(stream)));
}

}  // namespace kith::capture
