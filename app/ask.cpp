// SPDX-License-Identifier: Apache-2.0
#include "app/ask.h"

#include <iostream>

#include <termios.h>
#include <unistd.h>

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

}  // namespace

std::string AskLine(const std::string& question) {
  std::cerr << question;
  std::string line;
  std::getline(std::cin, line);
  return line;
}

std::string AskUnseen(const std::string& question) {
  const Unseen unseen;
  std::string line = AskLine(question);
  std::cerr << '\n';
  return line;
}

}  // namespace kith::app
