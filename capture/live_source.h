// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/frame_source.h"

namespace kith::capture {

/// A picture as a camera or stream sent it.
struct SentPicture {
  std::vector<std::uint8_t> bytes;  ///< a JPEG; or pixels, kBgr24, if there is a size
  int width = 0;
  int height = 0;
};

/// A camera or stream that is open. Owned and called by one thread; closed when destroyed.
class Connection {
 public:
  virtual ~Connection() = default;
  /// Waits for the next picture, 2 seconds at most. False when there will be none any more.
  virtual bool Read(SentPicture& picture) = 0;
  /// For how long a source that works may repeat a picture bit for bit. Where each picture is sent by itself,
  /// the noise of the sensor makes each another one. Film coding (H.264) sends only what changes, and that
  /// may be nothing until the next key frame.
  virtual std::chrono::milliseconds LongestRepeat() const = 0;
};

/// Drains the connection by a thread of its own and hands out the newest picture only, decoded when it is
/// asked for: what nobody has time for costs next to nothing, and memory stays flat. A picture that came in
/// damaged is left out. kSourceLost when the connection ended or was silent for 3 seconds, kSourceFrozen when
/// it repeated a picture for too long.
std::unique_ptr<FrameSource> MakeLiveSource(std::string description, std::unique_ptr<Connection> connection);

}  // namespace kith::capture
