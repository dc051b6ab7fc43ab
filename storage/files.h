// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "core/result.h"

namespace kith::storage {

/// Makes the folder and its parents if they are missing; what is made is private to the user (0700).
Result<void> EnsurePrivateFolder(const std::filesystem::path& folder);

/// Makes an empty file that only the user may read and write (0600), unless there is one.
Result<void> EnsurePrivateFile(const std::filesystem::path& file);

/// Takes from others what an existing file lets them do. Nothing happens without the file, or if it is
/// somebody else's.
void MakePrivate(const std::filesystem::path& file);

/// What was written to the file is on the disk.
Result<void> FlushFile(const std::filesystem::path& file);

/// Puts `from` in the place of `to`, durably: after a power cut there is one of the two, whole.
Result<void> ReplaceFile(const std::filesystem::path& from, const std::filesystem::path& to);

/// Whoever holds it is alone in the folder, among all threads and processes of Kith; others wait. The system
/// lets go when the process ends, however it ends, and no lock file stays behind.
class FolderLock {
 public:
  static Result<FolderLock> Take(const std::filesystem::path& folder);
  FolderLock(FolderLock&& other) noexcept;
  FolderLock& operator=(FolderLock&&) = delete;
  ~FolderLock();

 private:
  explicit FolderLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

}  // namespace kith::storage
