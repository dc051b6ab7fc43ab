// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "core/frame_source.h"

namespace kith::capture {

/// A picture as a camera or stream sent it.
struct SentPicture {
  std::vector<std::uint8_t> bytes;  ///< a JPEG; or pixels, kBgr24, if there is a size
  int width = 0;
  int height = 0;
};

/// The picture's memory is used again.
void StoreJpeg(const cv::Mat& bytes, SentPicture& picture);
void StorePixels(const cv::Mat& bgr, SentPicture& picture);

/// For how long a source that works may be without a new picture. These are for one that sends each picture
/// by itself: the noise of the sensor makes each another one. Film coding (H.264) starts at a key frame,
/// which may be seconds away, and sends only what changes, which may be nothing until the next one.
struct Patience {
  std::chrono::milliseconds first{3000};   ///< until its first picture
  std::chrono::milliseconds repeat{2500};  ///< while it repeats a picture bit for bit
};

/// A camera or stream that is open. Owned and called by one thread; closed when destroyed.
class Connection {
 public:
  virtual ~Connection() = default;
  /// Waits for the next picture as long as something comes, and at most 2 seconds while nothing does. False
  /// when there will be none any more, or a stop was requested.
  virtual bool Read(SentPicture& picture, const std::stop_token& stop) = 0;
  virtual Patience patience() const = 0;
};

/// Drains the connection by a thread of its own and hands out the newest picture only, decoded when it is
/// asked for: what nobody has time for costs next to nothing, and memory stays flat. A picture that came in
/// damaged is left out. kSourceLost when the connection ended, gave no picture for 3 seconds, or no first one
/// for longer than it may; kSourceFrozen when it repeated a picture for too long.
std::unique_ptr<FrameSource> MakeLiveSource(std::string description, std::unique_ptr<Connection> connection);

}  // namespace kith::capture
