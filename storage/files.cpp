// SPDX-License-Identifier: Apache-2.0
#include "storage/files.h"

#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/language.h"

namespace kith::storage {
namespace {

Error ErrorOfSystem(int number, const std::string& what, const std::filesystem::path& path) {
  const std::string name = path.string();
  const std::string detail = what + " " + path.string() + ": " + std::generic_category().message(number);
  switch (number) {
    case EACCES:
    case EPERM:
    case EROFS:
      return {ErrorCode::kPermissionDenied,
              Filled(Tr("Kith may not write \"{0}\". Check who owns it."), {name}), detail};
    case ENOSPC:
    case EDQUOT:
      return {ErrorCode::kStorageFull,
              Filled(Tr("There is no free space on the disk of \"{0}\". Make some room there and try again."),
                     {name}),
              detail};
    case ENOENT:
    case ENOTDIR:
      return {ErrorCode::kNotFound, Filled(Tr("There is no place for \"{0}\". Check the path."), {name}),
              detail};
    default:
      return {ErrorCode::kStorage, Filled(Tr("Kith couldn't use \"{0}\". Check the disk."), {name}), detail};
  }
}

}  // namespace

Result<void> EnsurePrivateFolder(const std::filesystem::path& folder) {
  if (folder.empty()) return {};
  std::error_code ignored;
  if (std::filesystem::is_directory(folder, ignored)) return {};
  if (auto parent = EnsurePrivateFolder(folder.parent_path()); !parent) return parent;
  if (mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) return ErrorOfSystem(errno, "mkdir", folder);
  return {};
}

Result<void> EnsurePrivateFile(const std::filesystem::path& file) {
  const int descriptor = open(file.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
  if (descriptor >= 0) {
    close(descriptor);
    return {};
  }
  // An existing file isn't even opened here: closing it would drop the locks that SQLite holds on it
  // elsewhere in this process (fcntl(2), "Record locks").
  if (errno == EEXIST) return {};
  return ErrorOfSystem(errno, "open", file);
}

void MakePrivate(const std::filesystem::path& file) {
  struct stat status {};
  if (stat(file.c_str(), &status) != 0 || (status.st_mode & 0077) == 0) return;
  static_cast<void>(chmod(file.c_str(), status.st_mode & 0700));
}

Result<void> FlushFile(const std::filesystem::path& file) {
  const int descriptor = open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return ErrorOfSystem(errno, "open", file);
  const int synced = fsync(descriptor);
  const int number = errno;
  close(descriptor);
  if (synced != 0) return ErrorOfSystem(number, "fsync", file);
  return {};
}

Result<void> ReplaceFile(const std::filesystem::path& from, const std::filesystem::path& to) {
  if (rename(from.c_str(), to.c_str()) != 0) return ErrorOfSystem(errno, "rename to", to);
  return FlushFile(to.has_parent_path() ? to.parent_path() : ".");
}

Result<FolderLock> FolderLock::Take(const std::filesystem::path& folder) {
  const std::filesystem::path place = folder.empty() ? "." : folder;
  const int descriptor = open(place.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return ErrorOfSystem(errno, "open", place);
  FolderLock lock(descriptor);
  while (flock(descriptor, LOCK_EX) != 0) {
    if (errno != EINTR) return ErrorOfSystem(errno, "flock", place);
  }
  return lock;
}

FolderLock::FolderLock(FolderLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

FolderLock::~FolderLock() {
  if (descriptor_ >= 0) close(descriptor_);
}

}  // namespace kith::storage
