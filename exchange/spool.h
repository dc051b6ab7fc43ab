// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace kith::exchange {

/// Texts on their way, in a file without a name in the folder for temporary ones: it is gone when this is.
class Spool {
 public:
  static Result<Spool> Open();

  Result<void> Add(std::string_view text);
  /// The texts in the order in which they were added; the first error of `use` ends it. At most once, at the
  /// end.
  Result<void> ForEach(const std::function<Result<void>(std::string)>& use);

 private:
  using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;
  explicit Spool(File file) : file_(std::move(file)) {}

  File file_;
  std::vector<std::size_t> sizes_;
};

}  // namespace kith::exchange
