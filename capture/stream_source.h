// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "core/frame_source.h"

namespace kith::capture {

/// A camera of the network, by its URL: http, https, rtsp or rtsps. Live. Waits 4 seconds at most for an
/// answer.
Result<std::unique_ptr<FrameSource>> OpenStream(const std::string& url);

}  // namespace kith::capture
