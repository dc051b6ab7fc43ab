// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "core/result.h"

namespace kith::exchange {

/// A file that is written piece by piece so that at every moment, and after a power cut, either all of it
/// stands at `path` or what stood there before: into a new file in the same folder, flushed to the disk, then
/// renamed. Nothing is left behind without Commit. A symbolic link stays one; its target is replaced. What
/// isn't a file or a folder (a pipe, /dev/stdout) can't be replaced and is written to.
///
/// Errors: kStorageFull (disk, quota or size limit), kPermissionDenied (also a read-only disk), kNotFound
/// (the folder), kInvalidInput (`path` is a folder or too long), kStorage (the disk failed).
class AtomicFile {
 public:
  static Result<AtomicFile> Open(const std::filesystem::path& path);
  AtomicFile(AtomicFile&& other) noexcept;
  AtomicFile& operator=(AtomicFile&&) = delete;
  ~AtomicFile();

  Result<void> Write(std::string_view bytes);
  /// To be called once, at the end.
  Result<void> Commit();

 private:
  struct Parts;
  explicit AtomicFile(std::unique_ptr<Parts> parts);

  std::unique_ptr<Parts> parts_;
};

/// All bytes as an AtomicFile.
Result<void> WriteFileAtomically(const std::filesystem::path& path, std::string_view bytes);

/// What the system's number says about writing that path, for a person.
Error WriteError(int error_number, const std::filesystem::path& path);

}  // namespace kith::exchange
