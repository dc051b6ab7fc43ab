// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include <sys/types.h>

namespace kith::test {

/// A fork of the test that runs `body`, which writes to the descriptor that it gets; the child then ends at
/// once, without destructors of the test. Make it while the test has no other threads.
class ChildProcess {
 public:
  explicit ChildProcess(const std::function<void(int out)>& body);
  /// Kills it if it still runs.
  ~ChildProcess();
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  /// The next `size` bytes that the child writes; fewer if it ends.
  std::string Read(std::size_t size);
  /// All that the child writes until it ends.
  std::string ReadAll();
  /// SIGKILL, as a power cut or the system would end it, and waits for its end.
  void Kill();
  /// Waits for its end; true if it ended by itself and well.
  bool Wait();

 private:
  pid_t pid_ = -1;
  int in_ = -1;
};

/// All of `bytes`, from the child.
void WriteAll(int out, const std::string& bytes);

}  // namespace kith::test
