// SPDX-License-Identifier: Apache-2.0
#include "tests/support/web_server.h"

#include <array>
#include <cstdlib>
#include <sstream>
#include <utility>

#include <sys/socket.h>

namespace kith::test {
namespace {

/// nullopt if the client hangs up before all is there.
std::optional<WebRequest> ReadRequest(int client, const std::stop_token& stop) {
  std::string bytes;
  std::array<char, 4096> buffer;
  std::size_t body_at = std::string::npos;
  std::size_t wanted = 0;
  WebRequest request;
  while (body_at == std::string::npos || bytes.size() < body_at + wanted) {
    if (stop.stop_requested()) return std::nullopt;
    if (!WaitForInput(client, std::chrono::milliseconds(20))) continue;
    const ssize_t count = recv(client, buffer.data(), buffer.size(), 0);
    if (count <= 0) return std::nullopt;
    bytes.append(buffer.data(), static_cast<std::size_t>(count));
    if (body_at != std::string::npos) continue;
    const std::size_t end = bytes.find("\r\n\r\n");
    if (end == std::string::npos) continue;
    body_at = end + 4;
    std::istringstream head(bytes.substr(0, end));
    head >> request.method >> request.path;
    for (std::string line; std::getline(head, line);) {
      const std::size_t colon = line.find(": ");
      if (colon == std::string::npos) continue;
      std::string name = line.substr(0, colon);
      for (char& c : name)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      request.headers[name] = line.substr(colon + 2, line.find('\r') - colon - 2);
    }
    wanted = static_cast<std::size_t>(std::atoi(request.headers["content-length"].c_str()));
  }
  request.body = bytes.substr(body_at);
  return request;
}

}  // namespace

WebServer::WebServer(Handler handler)
    : handler_(std::move(handler)),
      listener_([this](int client, const std::stop_token& stop) { Serve(client, stop); }) {}

std::vector<WebRequest> WebServer::requests() const {
  const MutexLock lock(mutex_);
  return requests_;
}

void WebServer::Serve(int client, const std::stop_token& stop) {
  const std::optional<WebRequest> request = ReadRequest(client, stop);
  if (!request) return;
  std::optional<WebAnswer> answer;
  {
    const MutexLock lock(mutex_);
    requests_.push_back(*request);
    answer = handler_(*request);
  }
  while (!answer && !stop.stop_requested())
    WaitForInput(-1, std::chrono::milliseconds(20));
  if (!answer) return;
  std::string text = "HTTP/1.1 " + std::to_string(answer->status) +
                     " Said\r\nConnection: close\r\nContent-Length: " + std::to_string(answer->body.size()) +
                     "\r\n";
  for (const auto& [name, value] : answer->headers)
    text += name + ": " + value + "\r\n";
  SendAll(client, text + "\r\n" + answer->body);
}

}  // namespace kith::test
