// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "capture/frame_sources.h"
#include "core/frame_source.h"

namespace kith::capture {

/// "/dev/video2" through Video4Linux, or a URL through FFmpeg. Live.
Result<std::unique_ptr<FrameSource>> OpenCamera(const std::string& device, const CameraSettings& settings);
Result<std::unique_ptr<FrameSource>> OpenStream(const std::string& url);

/// A film, each frame once. `paced`: not before its time.
Result<std::unique_ptr<FrameSource>> OpenFilm(const std::filesystem::path& path, bool paced);

}  // namespace kith::capture
