// SPDX-License-Identifier: Apache-2.0
#include "tests/support/cutting_proxy.h"

#include <algorithm>
#include <array>
#include <limits>

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace kith::test {

CuttingProxy::CuttingProxy(int server_port)
    : server_port_(server_port),
      listener_([this](int client, const std::stop_token& stop) { Serve(client, stop); }) {}

void CuttingProxy::Cut(std::uint64_t seed, std::size_t most_bytes) {
  const MutexLock lock(mutex_);
  random_.seed(seed);
  most_bytes_ = most_bytes;
}

std::size_t CuttingProxy::NextLimit() {
  const MutexLock lock(mutex_);
  if (most_bytes_ == 0) return std::numeric_limits<std::size_t>::max();
  return random_() % most_bytes_;
}

void CuttingProxy::Serve(int client, const std::stop_token& stop) {
  const int server = ConnectTo(server_port_);
  if (server < 0) return;
  std::size_t left = NextLimit();
  std::array<pollfd, 2> ends = {pollfd{client, POLLIN, 0}, pollfd{server, POLLIN, 0}};
  std::array<char, 16384> bytes;
  bool is_open = true;
  while (is_open && left > 0 && !stop.stop_requested()) {
    if (poll(ends.data(), ends.size(), 20) <= 0) continue;
    for (std::size_t from = 0; from < 2 && is_open; ++from) {
      if (ends[from].revents == 0) continue;
      const ssize_t count = recv(ends[from].fd, bytes.data(), bytes.size(), 0);
      const std::size_t passed = std::min(left, static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
      is_open = count > 0 && SendAll(ends[1 - from].fd, {bytes.data(), passed});
      left -= passed;
    }
  }
  close(server);
}

}  // namespace kith::test
