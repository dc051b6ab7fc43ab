// SPDX-License-Identifier: Apache-2.0
#include "exchange/atomic_file.h"

#include <cerrno>
#include <chrono>
#include <string>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/ids.h"

namespace kith::exchange {
namespace {

namespace fs = std::filesystem;

/// An open file; closed at the end of its life.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int Number() const { return number_; }
  bool IsOpen() const { return number_ >= 0; }
  /// Some file systems (NFS) report a full disk only here. False with errno set.
  bool Close() { return ::close(std::exchange(number_, -1)) == 0; }

 private:
  int number_;
};

Error ErrorFor(int error_number, const fs::path& path) {
  const std::string file = "\"" + path.string() + "\"";
  const std::string detail = std::generic_category().message(error_number);
  switch (error_number) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return {ErrorCode::kStorageFull,
              "There is no space left to write " + file + ". Make room, or choose another place.", detail};
    case EACCES:
    case EPERM:
    case EROFS:
      return {ErrorCode::kPermissionDenied,
              "You may not write " + file + ". Choose a folder where you may, or change its permissions.",
              detail};
    case ENOENT:
    case ENOTDIR:
      return {ErrorCode::kNotFound,
              "The folder of " + file + " doesn't exist. Create it, or choose another one.", detail};
    case EISDIR:
      return {ErrorCode::kInvalidInput, file + " is a folder. Give the name of a file.", detail};
    case ENAMETOOLONG:
    case ELOOP:
      return {ErrorCode::kInvalidInput, "The path " + file + " can't be used. Choose another name.", detail};
    default:
      return {ErrorCode::kStorage, "Writing " + file + " failed: " + detail + ". Check the disk.", detail};
  }
}

Error NotEmpty(const fs::path& path) {
  return {ErrorCode::kNotAllowed, "\"" + path.string() +
                                      "\" is there and isn't an empty folder. Name a new one: what is in it "
                                      "is left alone."};
}

/// All of it, whatever the system takes at a time. False with errno set.
bool WriteAll(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

using Write = std::function<Result<void>(const AddBytes&)>;

/// What `write` gives, into the file; errors name `path`.
Result<void> WriteAllOf(const Write& write, const Descriptor& file, const fs::path& path) {
  return write([&](std::string_view bytes) -> Result<void> {
    if (!WriteAll(file.Number(), bytes)) return ErrorFor(errno, path);
    return {};
  });
}

/// For what can't be replaced: a pipe, a terminal.
Result<void> WriteInto(const fs::path& path, const Write& write) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (!file.IsOpen()) return ErrorFor(errno, path);
  const Result<void> written = WriteAllOf(write, file, path);
  if (!written) return written;
  if (!file.Close()) return ErrorFor(errno, path);
  return {};
}

/// A new file at `temporary`, written and on the disk; errors name `path`.
Result<void> WriteNewFile(const fs::path& temporary, const fs::path& path, mode_t mode, bool keep_mode,
                          const Write& write) {
  Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
  if (!file.IsOpen()) return ErrorFor(errno, path);
  if (keep_mode && ::fchmod(file.Number(), mode) != 0) return ErrorFor(errno, path);
  const Result<void> written = WriteAllOf(write, file, path);
  if (!written) return written;
  if (::fsync(file.Number()) != 0 || !file.Close()) return ErrorFor(errno, path);
  return {};
}

/// Makes the rename itself last. Best effort: the file is in place, and some file systems refuse.
void SyncFolder(const fs::path& folder) {
  const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (descriptor.IsOpen()) ::fsync(descriptor.Number());
}

fs::path TemporaryIn(const fs::path& folder) {
  const auto now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
  return folder / (".kith-" + FormatUuid(MakeUuidV7(now)) + ".part");
}

}  // namespace

Result<void> WriteFileAtomically(const fs::path& path, std::string_view bytes) {
  return WriteFileAtomically(path, [bytes](const AddBytes& add) { return add(bytes); });
}

Result<void> WriteFileAtomically(const fs::path& path, const Write& write) {
  struct stat status {};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (!exists && errno != ENOENT) return ErrorFor(errno, path);
  if (exists && S_ISDIR(status.st_mode)) return ErrorFor(EISDIR, path);
  if (exists && !S_ISREG(status.st_mode)) return WriteInto(path, write);
  if (!path.has_filename()) return ErrorFor(exists ? EISDIR : ENOENT, path);

  std::error_code error;
  const fs::path target = fs::weakly_canonical(fs::absolute(path, error), error);
  if (error) return ErrorFor(error.value(), path);

  const fs::path temporary = TemporaryIn(target.parent_path());
  const mode_t mode = exists ? status.st_mode & 07777 : 0666;
  Result<void> written = WriteNewFile(temporary, path, mode, exists, write);
  if (written && ::rename(temporary.c_str(), target.c_str()) != 0) written = ErrorFor(errno, path);
  if (!written) {
    ::unlink(temporary.c_str());
    return written;
  }
  SyncFolder(target.parent_path());
  return {};
}

Result<void> WriteFolderAtomically(const fs::path& path,
                                   const std::function<Result<void>(const AddFile&)>& write) {
  std::error_code error;
  const fs::path target = fs::weakly_canonical(fs::absolute(path, error), error);
  if (error) return ErrorFor(error.value(), path);
  if (fs::exists(target, error) && !(fs::is_directory(target, error) && fs::is_empty(target, error)))
    return NotEmpty(path);
  if (error) return ErrorFor(error.value(), path);
  const fs::path folder = target.has_filename() ? target : target.parent_path();

  const fs::path temporary = TemporaryIn(folder.parent_path());
  if (::mkdir(temporary.c_str(), 0777) != 0) return ErrorFor(errno, path);
  Result<void> written = write([&](const std::string& name, std::string_view bytes) {
    return WriteNewFile(temporary / name, path / name, 0666, false,
                        [bytes](const AddBytes& add) { return add(bytes); });
  });
  SyncFolder(temporary);
  // An empty folder is replaced, one that got something in it meanwhile isn't.
  if (written && ::rename(temporary.c_str(), folder.c_str()) != 0)
    written = errno == ENOTEMPTY || errno == EEXIST ? NotEmpty(path) : ErrorFor(errno, path);
  if (!written) {
    fs::remove_all(temporary, error);
    return written;
  }
  SyncFolder(folder.parent_path());
  return {};
}

}  // namespace kith::exchange
