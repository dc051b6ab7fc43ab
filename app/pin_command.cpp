// SPDX-License-Identifier: Apache-2.0
#include <iostream>
#include <string>

#include <unistd.h>

#include "app/ask.h"
#include "app/command_line.h"
#include "app/open_store.h"
#include "app/store_commands.h"

namespace kith::app {
namespace {

/// From the terminal twice, else the first line of stdin.
Result<std::string> ReadPin() {
  std::string pin;
  if (isatty(STDIN_FILENO) == 0) {
    std::getline(std::cin, pin);
    return pin;
  }
  pin = AskUnseen("New PIN, 4 to 12 digits: ");
  if (pin == AskUnseen("Once more: ")) return pin;
  return Error{ErrorCode::kInvalidInput, "The two weren't the same. Nothing was changed."};
}

}  // namespace

Result<int> RunPin(const PinOptions& options, const Config& config) {
  storage::PinFile file = HostPin(config);
  if (options.remove) {
    if (auto removed = file.Remove(); !removed) return removed.error();
    std::cerr << "There is no PIN any more. The kiosk shows everything to everybody.\n";
    return kSuccess;
  }
  const Result<std::string> pin = ReadPin();
  if (!pin) return pin.error();
  if (auto set = file.Set(*pin); !set) return set.error();
  std::cerr << "The PIN is set. \"kith kiosk\" begins locked from now on.\n";
  return kSuccess;
}

}  // namespace kith::app
