// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stop_token>
#include <string>

#include "core/image.h"
#include "core/result.h"
#include "core/time.h"

namespace kith {

/// One picture from a camera, a stream or a file.
struct Frame {
  Image image;         ///< upright as the camera was held (EXIF orientation applied)
  std::string source;  ///< where it comes from: a path, a device, a URL
};

/// Port: where frames come from. Owned and called by one thread.
class FrameSource {
 public:
  virtual ~FrameSource() = default;
  /// Waits for the next frame. kEndOfStream after the last one of a finite source; kUnreadable for one bad
  /// picture of a folder (the next call goes on behind it); kSourceLost or kSourceFrozen when a camera died
  /// or got stuck, from then on for ever: open it anew; kCancelled when stop was requested. Blocks for 3
  /// seconds at most, and for 12 until the first picture of a stream in film coding.
  virtual Result<Frame> Next(std::stop_token stop) = 0;
  /// A live source goes on for ever and may skip frames; a finite one gives each of its frames once.
  virtual bool IsLive() const = 0;
  /// For the screen: "Demo camera", "/dev/video0", "cards/".
  virtual std::string Description() const = 0;
};

}  // namespace kith
