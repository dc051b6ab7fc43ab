// SPDX-License-Identifier: Apache-2.0
#include "app/desktop_open.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <thread>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/language.h"

namespace kith::app {
namespace {

/// xdg-open leaves when the program has the link; where there is no desktop it becomes that program itself.
constexpr int kLongestWaitMs = 10'000;

Error NoProgram(const std::string& what, std::string detail) {
  return {ErrorCode::kUnavailable,
          Filled(Tr("The desktop found no {0}. Choose one in its settings (and install xdg-utils), or save "
                    "the draft and open that."),
                 {what}),
          std::move(detail)};
}

/// The child's exit status; 0 for one that still runs after the wait, which is reaped later.
int StatusOf(pid_t pid) {
  const int process = static_cast<int>(syscall(SYS_pidfd_open, pid, 0));
  pollfd ended{process, POLLIN, 0};
  const bool runs = process >= 0 && poll(&ended, 1, kLongestWaitMs) == 0;
  if (process >= 0) close(process);
  const auto reap = [pid] {
    int status = 0;
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  };
  if (!runs) return reap();
  std::thread(reap).detach();
  return 0;
}

}  // namespace

Result<void> OpenOnDesktop(const std::string& link, const std::string& what) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  std::string program = "xdg-open";
  std::string argument = link;
  const std::array<char*, 3> arguments = {program.data(), argument.data(), nullptr};
  pid_t pid = -1;
  const int failure = posix_spawnp(&pid, program.c_str(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failure != 0) return NoProgram(what, std::strerror(failure));
  const int status = StatusOf(pid);
  if (status != 0) return NoProgram(what, "xdg-open ended with " + std::to_string(status));
  return {};
}

}  // namespace kith::app
