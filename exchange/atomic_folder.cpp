// SPDX-License-Identifier: Apache-2.0
#include "exchange/atomic_folder.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/ids.h"
#include "core/language.h"
#include "exchange/atomic_file.h"

namespace kith::exchange {
namespace {

namespace fs = std::filesystem;

/// All that was written to the disk that the folder is on.
bool SyncDisk(const fs::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool synced = ::syncfs(descriptor) == 0;
  ::close(descriptor);
  return synced;
}

}  // namespace

AtomicFolder::AtomicFolder(fs::path target, fs::path temporary)
    : target_(std::move(target)), temporary_(std::move(temporary)) {}

AtomicFolder::AtomicFolder(AtomicFolder&& other) noexcept
    : target_(std::move(other.target_)),
      temporary_(std::exchange(other.temporary_, {})),
      written_(other.written_) {}

AtomicFolder::~AtomicFolder() {
  std::error_code ignored;
  if (!temporary_.empty()) fs::remove_all(temporary_, ignored);
}

Result<AtomicFolder> AtomicFolder::Open(const fs::path& path) {
  std::error_code error;
  fs::path target = fs::absolute(path, error).lexically_normal();
  if (error) return WriteError(error.value(), path);
  if (!target.has_filename()) target = target.parent_path();
  if (fs::is_directory(target, error)) return AtomicFolder(std::move(target), {});
  if (fs::exists(target, error)) return WriteError(ENOTDIR, path / "card");
  const auto now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
  fs::path temporary = target.parent_path() / (".kith-" + FormatUuid(MakeUuidV7(now)) + ".part");
  if (::mkdir(temporary.c_str(), 0777) != 0) return WriteError(errno, path);
  return AtomicFolder(std::move(target), std::move(temporary));
}

Result<void> AtomicFolder::Add(const std::string& name, std::string_view bytes) {
  Result<void> added;
  if (temporary_.empty()) {
    added = WriteFileAtomically(target_ / name, bytes);
  } else {
    const int descriptor = ::open((temporary_ / name).c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor < 0) return WriteError(errno, target_ / name);
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    const int error_number = written < 0 ? errno : ENOSPC;
    const bool whole = written == static_cast<ssize_t>(bytes.size());
    if (::close(descriptor) != 0 || !whole) added = WriteError(error_number, target_ / name);
  }
  if (added) {
    ++written_;
  } else if (temporary_.empty() && written_ > 0) {
    Error error = added.error();
    error.message += ' ' + Counted("{0} files are written there already.",
                                   "{0} files are written there already.", static_cast<long>(written_));
    return error;
  }
  return added;
}

Result<void> AtomicFolder::Commit() {
  if (temporary_.empty()) return {};
  if (!SyncDisk(temporary_) || ::rename(temporary_.c_str(), target_.c_str()) != 0)
    return WriteError(errno, target_);
  temporary_.clear();
  SyncDisk(target_.parent_path());
  return {};
}

}  // namespace kith::exchange
