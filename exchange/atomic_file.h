// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <string>
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

/// Takes the next bytes of a file; an error ends the writing.
using AddBytes = std::function<Result<void>(std::string_view bytes)>;

/// The same for a file that is written piece by piece and never whole in memory. An error of `write` leaves
/// what stood there before.
Result<void> WriteFileAtomically(const std::filesystem::path& path,
                                 const std::function<Result<void>(const AddBytes&)>& write);

/// Takes the next file of a folder.
using AddFile = std::function<Result<void>(const std::string& name, std::string_view bytes)>;

/// A folder that is there with all its files or not at all. It must be new or empty: kNotAllowed, and nothing
/// of what is in it is touched. The other errors are those of WriteFileAtomically, and that of `write`.
Result<void> WriteFolderAtomically(const std::filesystem::path& path,
                                   const std::function<Result<void>(const AddFile&)>& write);

}  // namespace kith::exchange
