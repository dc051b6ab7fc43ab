// SPDX-License-Identifier: Apache-2.0
#include "app/progress.h"

#include <iostream>

#include <unistd.h>

namespace kith::app {
namespace {

/// Back to the first column, and the line empty (ECMA-48).
constexpr const char* kClearLine = "\r\x1b[K";

}  // namespace

Progress::Progress(std::size_t total) : total_(total), visible_(isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() {
  if (visible_) std::cerr << kClearLine << std::flush;
}

void Progress::Done(const std::string& what) {
  ++done_;
  if (visible_) std::cerr << kClearLine << done_ << " of " << total_ << "  " << what << std::flush;
}

}  // namespace kith::app
