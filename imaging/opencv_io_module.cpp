// SPDX-License-Identifier: Apache-2.0
// What LoadOpenCvIo loads: nothing but calls of OpenCV and FFmpeg.
#include <opencv2/imgcodecs.hpp>
#include <opencv2/videoio.hpp>

#include "imaging/ffmpeg_stream.h"
#include "imaging/opencv_io.h"

namespace kith::imaging {
namespace {

class CapturedVideo final : public Video {
 public:
  CapturedVideo(const std::string& name, int backend, const std::vector<int>& parameters)
      : capture_(name, backend, parameters) {}
  bool IsOpen() const { return capture_.isOpened(); }
  bool Read(cv::Mat& picture) override { return capture_.isOpened() && capture_.read(picture); }
  double Get(int property) const override { return capture_.get(property); }
  bool Set(int property, double value) override { return capture_.set(property, value); }

 private:
  cv::VideoCapture capture_;
};

class LinkedOpenCvIo final : public OpenCvIo {
 public:
  cv::Mat Decode(const std::vector<std::uint8_t>& bytes, int flags) const override {
    return cv::imdecode(bytes, flags);
  }
  std::vector<std::uint8_t> Encode(const std::string& ending, const cv::Mat& picture,
                                   const std::vector<int>& parameters) const override {
    std::vector<std::uint8_t> bytes;
    cv::imencode(ending, picture, bytes, parameters);
    return bytes;
  }
  std::unique_ptr<Video> Open(const std::string& name, int backend,
                              const std::vector<int>& parameters) const override {
    auto video = std::make_unique<CapturedVideo>(name, backend, parameters);
    if (!video->IsOpen()) return nullptr;
    return video;
  }
  Result<std::unique_ptr<NetworkStream>> OpenStream(const std::string& url,
                                                    const StreamPatience& patience) const override {
    return OpenFfmpegStream(url, patience);
  }
};

}  // namespace
}  // namespace kith::imaging

extern "C" const kith::imaging::OpenCvIo* KithOpenCvIo() {
  static const kith::imaging::LinkedOpenCvIo io;
  return &io;
}
