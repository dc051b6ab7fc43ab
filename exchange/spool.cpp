// SPDX-License-Identifier: Apache-2.0
#include "exchange/spool.h"

#include <cerrno>
#include <filesystem>
#include <utility>

#include "core/language.h"
#include "exchange/atomic_file.h"

namespace kith::exchange {
namespace {

Error SpoolError() {
  const int number = errno;
  std::error_code ignored;
  Error error = WriteError(number, std::filesystem::temp_directory_path(ignored));
  if (error.code == ErrorCode::kStorageFull)
    error.message = Tr("There is no space left in the system's folder of temporary files. Make room there.");
  return error;
}

}  // namespace

Result<Spool> Spool::Open() {
  File file(std::tmpfile(), &std::fclose);
  if (!file) return SpoolError();
  return Spool(std::move(file));
}

Result<void> Spool::Add(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), file_.get()) != text.size()) return SpoolError();
  sizes_.push_back(text.size());
  return {};
}

Result<void> Spool::ForEach(const std::function<Result<void>(std::string)>& use) {
  if (std::fflush(file_.get()) != 0 || std::fseek(file_.get(), 0, SEEK_SET) != 0) return SpoolError();
  for (const std::size_t size : sizes_) {
    std::string text(size, '\0');
    if (std::fread(text.data(), 1, size, file_.get()) != size) return SpoolError();
    if (auto used = use(std::move(text)); !used) return used;
  }
  return {};
}

}  // namespace kith::exchange
