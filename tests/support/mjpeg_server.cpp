// SPDX-License-Identifier: Apache-2.0
#include "tests/support/mjpeg_server.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>
#include <system_error>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tests/support/jpeg_note.h"

namespace kith::test {
namespace {

constexpr int kPollMs = 20;  // how soon a stop is seen

/// Waits for input or a hang-up; true if there is some.
bool Poll(int socket, int timeout_ms) {
  pollfd entry{socket, POLLIN, 0};
  return poll(&entry, 1, timeout_ms) > 0;
}

bool Send(int client, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = send(client, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

using Bytes = std::vector<std::uint8_t>;

std::string_view View(const Bytes& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

bool SendHead(int client, const Bytes& jpeg) {
  return Send(client, "--frame\r\nContent-Type: image/jpeg\r\nContent-Length: " +
                          std::to_string(jpeg.size()) + "\r\n\r\n");
}

bool SendPicture(int client, const Bytes& jpeg) {
  return SendHead(client, jpeg) && Send(client, View(jpeg)) && Send(client, "\r\n");
}

}  // namespace

MjpegServer::MjpegServer(std::vector<std::vector<std::uint8_t>> jpegs, Ending ending, int port,
                         std::chrono::milliseconds pause)
    : jpegs_(std::move(jpegs)),
      ending_(ending),
      pause_ms_(static_cast<int>(pause.count())),
      listener_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  const int yes = 1;
  setsockopt(listener_, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof address;
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  if (listener_ < 0 || bind(listener_, generic, length) != 0 || listen(listener_, 4) != 0 ||
      getsockname(listener_, generic, &length) != 0) {
    throw std::system_error(errno, std::generic_category(), "MjpegServer");
  }
  port_ = ntohs(address.sin_port);
  thread_ = std::jthread([this](const std::stop_token& stop) { Run(stop); });
}

MjpegServer::~MjpegServer() {
  thread_.request_stop();
  thread_.join();
  close(listener_);
}

std::string MjpegServer::Url() const {
  return "http://127.0.0.1:" + std::to_string(port_) + "/video";
}

void MjpegServer::Run(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    if (!Poll(listener_, kPollMs)) continue;
    const int client = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (client < 0) continue;
    ++clients_;
    Serve(client, stop);
    shutdown(client, SHUT_WR);
    // Busy until the client has hung up.
    std::array<char, 4096> rest;
    while (!stop.stop_requested() &&
           (!Poll(client, kPollMs) || recv(client, rest.data(), rest.size(), 0) > 0)) {
    }
    close(client);
  }
}

void MjpegServer::Serve(int client, const std::stop_token& stop) {
  std::array<char, 4096> request;
  if (recv(client, request.data(), request.size(), 0) <= 0) return;
  if (!Send(client, "HTTP/1.0 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=frame\r\n\r\n"))
    return;
  for (std::size_t i = 0; !stop.stop_requested(); ++i) {
    const bool forever = ending_ == Ending::kNever || ending_ == Ending::kFreeze;
    if (i < jpegs_.size() || forever) {
      const Bytes& jpeg = jpegs_[std::min(i, jpegs_.size() - 1)];
      if (!SendPicture(client, ending_ == Ending::kFreeze ? jpeg : WithNote(jpeg, i))) return;
    } else if (i == jpegs_.size() && !SendEnding(client)) {
      return;
    }
    if (Poll(client, pause_ms_)) return;  // the client left
  }
}

/// False when that ends the connection.
bool MjpegServer::SendEnding(int client) const {
  if (ending_ == Ending::kCutAndStall || ending_ == Ending::kCutAndClose) {
    const Bytes& jpeg = jpegs_.back();
    SendHead(client, jpeg);
    Send(client, View(jpeg).substr(0, jpeg.size() / 2));
  }
  return ending_ == Ending::kStall || ending_ == Ending::kCutAndStall;
}

}  // namespace kith::test
