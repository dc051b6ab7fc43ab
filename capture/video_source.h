// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "capture/frame_sources.h"
#include "core/frame_source.h"

namespace kith::capture {

/// "/dev/video2" through Video4Linux. Live.
Result<std::unique_ptr<FrameSource>> OpenCamera(const std::string& device, const CameraSettings& settings);

/// A film, each frame once. `paced`: not before its time.
Result<std::unique_ptr<FrameSource>> OpenFilm(const std::filesystem::path& path, bool paced);

}  // namespace kith::capture
