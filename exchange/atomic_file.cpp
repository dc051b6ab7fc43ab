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
#include "core/language.h"

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

  /// One that is closed becomes another one.
  void Open(int number) { number_ = number; }
  int Number() const { return number_; }
  bool IsOpen() const { return number_ >= 0; }
  /// Some file systems (NFS) report a full disk only here. False with errno set.
  bool Close() { return ::close(std::exchange(number_, -1)) == 0; }

 private:
  int number_;
};

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

struct AtomicFile::Parts {
  fs::path path;       ///< as it was given, for messages
  fs::path target;     ///< what is replaced; empty: the path is written to as it is
  fs::path temporary;  ///< empty once it is renamed
  Descriptor file{-1};

  ~Parts() {
    if (!temporary.empty()) ::unlink(temporary.c_str());
  }
};

AtomicFile::AtomicFile(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
AtomicFile::AtomicFile(AtomicFile&& other) noexcept = default;
AtomicFile::~AtomicFile() = default;

Result<AtomicFile> AtomicFile::Open(const fs::path& path) {
  struct stat status {};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (!exists && errno != ENOENT) return WriteError(errno, path);
  if (exists && S_ISDIR(status.st_mode)) return WriteError(EISDIR, path);
  if (!exists && !path.has_filename()) return WriteError(ENOENT, path);
  auto parts = std::make_unique<Parts>();
  parts->path = path;
  if (exists && !S_ISREG(status.st_mode)) {
    parts->file.Open(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  } else {
    std::error_code error;
    parts->target = fs::weakly_canonical(fs::absolute(path, error), error);
    if (error) return WriteError(error.value(), path);
    const fs::path temporary = TemporaryIn(parts->target.parent_path());
    const mode_t mode = exists ? status.st_mode & 07777 : 0666;
    parts->file.Open(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
    if (parts->file.IsOpen()) parts->temporary = temporary;
    if (parts->file.IsOpen() && exists && ::fchmod(parts->file.Number(), mode) != 0)
      return WriteError(errno, path);
  }
  if (!parts->file.IsOpen()) return WriteError(errno, path);
  return AtomicFile(std::move(parts));
}

Result<void> AtomicFile::Write(std::string_view bytes) {
  if (!WriteAll(parts_->file.Number(), bytes)) return WriteError(errno, parts_->path);
  return {};
}

Result<void> AtomicFile::Commit() {
  Parts& parts = *parts_;
  const bool replaces = !parts.target.empty();
  const bool done = (!replaces || ::fsync(parts.file.Number()) == 0) && parts.file.Close() &&
                    (!replaces || ::rename(parts.temporary.c_str(), parts.target.c_str()) == 0);
  if (!done) return WriteError(errno, parts.path);
  parts.temporary.clear();
  if (replaces) SyncFolder(parts.target.parent_path());
  return {};
}

Result<void> WriteFileAtomically(const fs::path& path, std::string_view bytes) {
  Result<AtomicFile> file = AtomicFile::Open(path);
  if (!file) return file.error();
  if (auto written = file->Write(bytes); !written) return written;
  return file->Commit();
}

Error WriteError(int error_number, const fs::path& path) {
  const std::string file = path.string();
  const std::string detail = std::generic_category().message(error_number);
  switch (error_number) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return {
          ErrorCode::kStorageFull,
          Filled(Tr("There is no space left to write \"{0}\". Make room, or choose another place."), {file}),
          detail};
    case EACCES:
    case EPERM:
    case EROFS:
      return {
          ErrorCode::kPermissionDenied,
          Filled(Tr("You may not write \"{0}\". Choose a folder where you may, or change its permissions."),
                 {file}),
          detail};
    case ENOENT:
    case ENOTDIR:
      return {ErrorCode::kNotFound,
              Filled(Tr("The folder of \"{0}\" doesn't exist. Create it, or choose another one."), {file}),
              detail};
    case EISDIR:
      return {ErrorCode::kInvalidInput, Filled(Tr("\"{0}\" is a folder. Give the name of a file."), {file}),
              detail};
    case ENAMETOOLONG:
    case ELOOP:
      return {ErrorCode::kInvalidInput,
              Filled(Tr("The path \"{0}\" can't be used. Choose another name."), {file}), detail};
    default:
      return {ErrorCode::kStorage, Filled(Tr("Writing \"{0}\" failed: {1}. Check the disk."), {file, detail}),
              detail};
  }
}

}  // namespace kith::exchange
