// SPDX-License-Identifier: Apache-2.0
#include "capture/run_program.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <optional>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace kith::capture {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::size_t kMostErrorBytes = 65536;

class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&&) = delete;
  ~Descriptor() { Close(); }

  int number() const { return number_; }
  void Close() {
    if (number_ >= 0) close(std::exchange(number_, -1));
  }

 private:
  int number_;
};

struct Pipe {
  Descriptor read;
  Descriptor write;
};

std::optional<Pipe> MakePipe() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return std::nullopt;
  return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
}

/// A child that is ended and reaped whatever happens.
class Child {
 public:
  explicit Child(pid_t pid) : pid_(pid) {}
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    if (pid_ <= 0) return;
    kill(pid_, SIGKILL);
    Wait();
  }

  int Wait() {
    int status = 0;
    while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    pid_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }

 private:
  pid_t pid_;
};

/// The child's id, or why there is none.
Result<pid_t> Spawn(const std::vector<std::string>& command, const Pipe& out, const Pipe& err) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, out.write.number(), STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, err.write.number(), STDERR_FILENO);
  std::vector<std::string> arguments = command;
  std::vector<char*> pointers;
  for (std::string& argument : arguments)
    pointers.push_back(argument.data());
  pointers.push_back(nullptr);
  pid_t pid = -1;
  const int failure = posix_spawnp(&pid, pointers.front(), &actions, nullptr, pointers.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failure == 0) return pid;
  return Error{ErrorCode::kUnavailable, fmt::format("The program {} can't be started.", command.front()),
               std::strerror(failure)};
}

/// Appends what is there; false at the end.
template <typename Bytes>
bool ReadSome(int file, Bytes& bytes) {
  std::array<char, 65536> buffer{};
  const ssize_t count = read(file, buffer.data(), buffer.size());
  if (count > 0) bytes.insert(bytes.end(), buffer.data(), buffer.data() + count);
  return count > 0 || (count < 0 && errno == EINTR);
}

Error OverLimit(const std::string& program, const char* what) {
  return {ErrorCode::kUnreadable, fmt::format("The program {} was ended: it {}.", program, what)};
}

/// Both outputs, until the program closes them.
Result<void> ReadOutputs(const std::string& program, int out, int err, const ProgramLimits& limits,
                         ProgramOutput& output) {
  const auto deadline = SteadyClock::now() + limits.time;
  std::array<pollfd, 2> files = {{{out, POLLIN, 0}, {err, POLLIN, 0}}};
  while (files[0].fd >= 0 || files[1].fd >= 0) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - SteadyClock::now());
    if (left.count() <= 0) return OverLimit(program, "took too long");
    if (poll(files.data(), files.size(), static_cast<int>(left.count())) <= 0) continue;
    if (files[0].revents != 0 && !ReadSome(out, output.out)) files[0].fd = -1;
    if (files[1].revents != 0 && !ReadSome(err, output.err)) files[1].fd = -1;
    if (output.out.size() > limits.output_bytes) return OverLimit(program, "gave too much");
    output.err.resize(std::min(output.err.size(), kMostErrorBytes));
  }
  return {};
}

}  // namespace

Result<ProgramOutput> RunProgram(const std::vector<std::string>& command, const ProgramLimits& limits) {
  std::optional<Pipe> out = MakePipe();
  std::optional<Pipe> err = MakePipe();
  if (!out || !err) {
    return Error{ErrorCode::kUnavailable, fmt::format("The program {} can't be started.", command.front()),
                 std::strerror(errno)};
  }
  const Result<pid_t> pid = Spawn(command, *out, *err);
  if (!pid) return pid.error();
  Child child(*pid);
  const rlimit memory{limits.memory_bytes, limits.memory_bytes};
  prlimit(*pid, RLIMIT_AS, &memory, nullptr);
  out->write.Close();
  err->write.Close();
  ProgramOutput output;
  const Result<void> read =
      ReadOutputs(command.front(), out->read.number(), err->read.number(), limits, output);
  if (!read) return read.error();
  output.status = child.Wait();
  return output;
}

}  // namespace kith::capture
