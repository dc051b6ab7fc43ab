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

namespace kith::test {
namespace {

constexpr int kFrameMs = 50;

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

bool SendPicture(int client, const std::vector<std::uint8_t>& jpeg) {
  return Send(client, "--frame\r\nContent-Type: image/jpeg\r\nContent-Length: " +
                          std::to_string(jpeg.size()) + "\r\n\r\n") &&
         Send(client, {reinterpret_cast<const char*>(jpeg.data()), jpeg.size()}) && Send(client, "\r\n");
}

}  // namespace

MjpegServer::MjpegServer(std::vector<std::vector<std::uint8_t>> jpegs, Ending ending)
    : jpegs_(std::move(jpegs)), ending_(ending), listener_(socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
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
    if (!Poll(listener_, kFrameMs)) continue;
    const int client = accept(listener_, nullptr, nullptr);
    if (client < 0) continue;
    ++clients_;
    Serve(client, stop);
    shutdown(client, SHUT_WR);
    // Busy until the client has hung up.
    std::array<char, 4096> rest;
    while (!stop.stop_requested() &&
           (!Poll(client, kFrameMs) || recv(client, rest.data(), rest.size(), 0) > 0)) {
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
    if (i < jpegs_.size() || ending_ == Ending::kNever) {
      if (!SendPicture(client, jpegs_[std::min(i, jpegs_.size() - 1)])) return;
    } else if (ending_ == Ending::kClose) {
      return;
    }
    if (Poll(client, kFrameMs)) return;  // the client left
  }
}

}  // namespace kith::test
