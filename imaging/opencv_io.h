// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "core/result.h"
#include "imaging/network_stream.h"

namespace kith::imaging {

/// A camera, stream or film that is open, as cv::VideoCapture has it; closed when destroyed. One thread at a
/// time.
class Video {
 public:
  virtual ~Video() = default;
  /// False at its end, or when it fails.
  virtual bool Read(cv::Mat& picture) = 0;
  virtual double Get(int property) const = 0;
  virtual bool Set(int property, double value) = 0;
};

/// The parts of OpenCV that know formats of files and kinds of cameras. With them come 160 shared libraries,
/// GDAL and FFmpeg among them, that take longer to load than all else that Kith does until its first picture:
/// so it isn't linked with them, and loads them when they are needed. The functions are OpenCV's own and
/// throw what it throws, but OpenStream; safe to call from every thread.
class OpenCvIo {
 public:
  virtual ~OpenCvIo() = default;
  virtual cv::Mat Decode(const std::vector<std::uint8_t>& bytes, int flags) const = 0;
  virtual std::vector<std::uint8_t> Encode(const std::string& ending, const cv::Mat& picture,
                                           const std::vector<int>& parameters) const = 0;
  /// nullptr if it can't be opened.
  virtual std::unique_ptr<Video> Open(const std::string& name, int backend,
                                      const std::vector<int>& parameters) const = 0;
  /// A stream over HTTP or RTSP, through FFmpeg itself: of it OpenCV tells neither that something comes of
  /// which no picture can be made yet, nor why it can't be opened. kNotFound if nothing (that is a stream)
  /// answers, kPermissionDenied if a name and password are asked for. The errors have no message, only
  /// details.
  virtual Result<std::unique_ptr<NetworkStream>> OpenStream(const std::string& url,
                                                            const StreamPatience& patience) const = 0;
};

/// The first call takes some 0.15 s. kUnavailable if a part of Kith isn't where it belongs.
Result<const OpenCvIo*> LoadOpenCvIo();

}  // namespace kith::imaging
