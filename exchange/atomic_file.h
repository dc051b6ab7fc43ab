// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string_view>

#include "core/result.h"

namespace kith::exchange {

/// Writes a file so that at every moment, and after a power cut, either all of `bytes` stands at `path` or
/// what stood there before: into a new file in the same folder, flushed to the disk, then renamed. Nothing is
/// left behind on failure. A symbolic link stays one; its target is replaced. What isn't a file or a folder
/// (a pipe, /dev/stdout) can't be replaced and is written to.
///
/// Errors: kStorageFull (disk, quota or size limit), kPermissionDenied (also a read-only disk), kNotFound
/// (the folder), kInvalidInput (`path` is a folder or too long), kStorage (the disk failed).
Result<void> WriteFileAtomically(const std::filesystem::path& path, std::string_view bytes);

}  // namespace kith::exchange
