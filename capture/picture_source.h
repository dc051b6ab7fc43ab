// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

#include "core/frame_source.h"

namespace kith::capture {

/// Each picture of a folder once, sorted by name (sub-folders and files that aren't pictures by their name
/// are left out), or one picture file.
Result<std::unique_ptr<FrameSource>> OpenPictures(const std::filesystem::path& path);

}  // namespace kith::capture
