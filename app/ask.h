// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace kith::app {

/// Asks on stderr and reads a line of stdin, which the terminal shows or doesn't.
std::string AskLine(const std::string& question);
std::string AskUnseen(const std::string& question);

}  // namespace kith::app
