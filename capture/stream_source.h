// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "core/frame_source.h"

namespace kith::capture {

/// A camera of the network, by its URL: http, https, rtsp or rtsps. Live. kNotFound if
/// nothing answers within 4 seconds after its host was looked up, kPermissionDenied if it wants another name
/// and password.
Result<std::unique_ptr<FrameSource>> OpenStream(const std::string& url);

}  // namespace kith::capture
