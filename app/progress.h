// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

namespace kith::app {

/// "12 of 40  card.png" on stderr, rewritten in place; silent unless stderr is a terminal. Used by one
/// thread.
class Progress {
 public:
  explicit Progress(std::size_t total);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void Done(const std::string& what);

 private:
  std::size_t total_;
  std::size_t done_ = 0;
  bool visible_;
};

}  // namespace kith::app
