// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <stop_token>

#include <opencv2/core/mat.hpp>

namespace kith::imaging {

/// For how long a stream is waited for.
struct StreamPatience {
  std::chrono::milliseconds opening;  ///< until it has said what it sends
  std::chrono::milliseconds silence;  ///< while nothing at all comes
};

/// A stream of the network that is open; closed when destroyed. One thread at a time.
class NetworkStream {
 public:
  virtual ~NetworkStream() = default;
  /// Whether it sends each picture as a JPEG of its own. Then Read gives the bytes of that, in one row; else
  /// pixels in BGR.
  virtual bool SendsJpeg() const = 0;
  /// Waits for the next picture. Of film coding (H.264) none can be made of what comes before the first key
  /// frame; it is waited for as long as something comes. False when the stream has ended, was silent for
  /// too long, or a stop was requested, which is seen within a tenth of a second.
  virtual bool Read(cv::Mat& picture, const std::stop_token& stop) = 0;
};

}  // namespace kith::imaging
