// SPDX-License-Identifier: Apache-2.0
#include <iostream>
#include <string>

#include <termios.h>
#include <unistd.h>

#include "app/command_line.h"
#include "app/open_store.h"
#include "app/store_commands.h"

namespace kith::app {
namespace {

/// While it lives, the terminal doesn't show what is typed.
class Unseen {
 public:
  Unseen() {
    if (tcgetattr(STDIN_FILENO, &before_) != 0) return;
    termios silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    changed_ = tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0;
  }
  ~Unseen() {
    if (changed_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  Unseen(const Unseen&) = delete;
  Unseen& operator=(const Unseen&) = delete;

 private:
  termios before_{};
  bool changed_ = false;
};

std::string Ask(const char* question) {
  std::cerr << question;
  std::string line;
  const Unseen unseen;
  std::getline(std::cin, line);
  std::cerr << '\n';
  return line;
}

/// From the terminal twice, else the first line of stdin.
Result<std::string> ReadPin() {
  std::string pin;
  if (isatty(STDIN_FILENO) == 0) {
    std::getline(std::cin, pin);
    return pin;
  }
  pin = Ask("New PIN, 4 to 12 digits: ");
  if (pin == Ask("Once more: ")) return pin;
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
