// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "core/result.h"

namespace kith::exchange {

/// A folder of files. If there is none, it is made beside its place and renamed by Commit, when all is on the
/// disk: it is whole or not there. Into a folder that is there already the files go one by one, each whole
/// (AtomicFile); other files in it are left alone. Errors as AtomicFile has them.
class AtomicFolder {
 public:
  static Result<AtomicFolder> Open(const std::filesystem::path& path);
  AtomicFolder(AtomicFolder&& other) noexcept;
  AtomicFolder& operator=(AtomicFolder&&) = delete;
  ~AtomicFolder();

  /// Each name once.
  Result<void> Add(const std::string& name, std::string_view bytes);
  Result<void> Commit();

 private:
  AtomicFolder(std::filesystem::path target, std::filesystem::path temporary);

  std::filesystem::path target_;
  std::filesystem::path temporary_;  ///< empty: the folder was there, or is in its place by now
  int written_ = 0;
};

}  // namespace kith::exchange
