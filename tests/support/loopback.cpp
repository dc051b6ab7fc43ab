// SPDX-License-Identifier: Apache-2.0
#include "tests/support/loopback.h"

#include <cerrno>
#include <cstdint>
#include <system_error>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace kith::test {
namespace {

constexpr std::chrono::milliseconds kStopSeenAfter(20);

sockaddr_in Loopback(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

/// Bound to a port that the system chose.
std::pair<int, int> BoundSocket() {
  const int bound = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address = Loopback(0);
  socklen_t length = sizeof address;
  auto* const generic = reinterpret_cast<sockaddr*>(&address);
  if (bound < 0 || bind(bound, generic, length) != 0 || getsockname(bound, generic, &length) != 0)
    throw std::system_error(errno, std::generic_category(), "BoundSocket");
  return {bound, ntohs(address.sin_port)};
}

}  // namespace

int FreePort() {
  const auto [bound, port] = BoundSocket();
  close(bound);
  return port;
}

int ConnectTo(int port) {
  const int client = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const sockaddr_in address = Loopback(port);
  if (connect(client, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) return client;
  close(client);
  return -1;
}

bool WaitForPort(int port, std::chrono::seconds limit) {
  const auto end = std::chrono::steady_clock::now() + limit;
  while (std::chrono::steady_clock::now() < end) {
    if (const int client = ConnectTo(port); client >= 0) {
      close(client);
      return true;
    }
    poll(nullptr, 0, 10);
  }
  return false;
}

bool SendAll(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool WaitForInput(int socket, std::chrono::milliseconds limit) {
  pollfd entry{socket, POLLIN, 0};
  return poll(&entry, 1, static_cast<int>(limit.count())) > 0;
}

Listener::Listener(std::function<void(int client, const std::stop_token& stop)> serve)
    : serve_(std::move(serve)) {
  std::tie(listener_, port_) = BoundSocket();
  if (listen(listener_, 16) != 0) throw std::system_error(errno, std::generic_category(), "Listener");
  thread_ = std::jthread([this](const std::stop_token& stop) { Run(stop); });
}

Listener::~Listener() {
  thread_.request_stop();
  thread_.join();
  clients_.clear();
  close(listener_);
}

void Listener::Run(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    if (!WaitForInput(listener_, kStopSeenAfter)) continue;
    const int client = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (client < 0) continue;
    clients_.emplace_back([this, client](const std::stop_token& ends) {
      serve_(client, ends);
      close(client);
    });
  }
}

}  // namespace kith::test
