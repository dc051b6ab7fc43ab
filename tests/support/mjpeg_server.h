// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>
#include <thread>
#include <vector>

namespace kith::test {

/// A network camera on 127.0.0.1: answers with multipart/x-mixed-replace. Like many cameras it has one client
/// at a time; the next one waits until that has hung up. Destroying it kills it: connections are refused.
class MjpegServer {
 public:
  enum class Ending {
    kNever,        ///< goes on with the last picture until the client leaves; never twice the same bytes
    kFreeze,       ///< goes on with the last picture, the same bytes again and again
    kStall,        ///< keeps the connection open and is silent
    kClose,        ///< closes the connection
    kCutAndStall,  ///< is silent in the middle of a picture
    kCutAndClose,  ///< closes the connection in the middle of a picture
  };
  /// Sends each of `jpegs` once to every client, 20 a second unless told otherwise, then does what `ending`
  /// says. `port`: of a server that is gone, to take its place; 0: any that is free.
  MjpegServer(std::vector<std::vector<std::uint8_t>> jpegs, Ending ending, int port = 0,
              std::chrono::milliseconds pause = std::chrono::milliseconds(50));
  ~MjpegServer();
  MjpegServer(const MjpegServer&) = delete;
  MjpegServer& operator=(const MjpegServer&) = delete;

  std::string Url() const;
  int port() const { return port_; }
  int clients() const { return clients_; }

 private:
  void Run(const std::stop_token& stop);
  void Serve(int client, const std::stop_token& stop);
  bool SendEnding(int client) const;

  const std::vector<std::vector<std::uint8_t>> jpegs_;
  const Ending ending_;
  const int pause_ms_;
  int listener_ = -1;
  int port_ = 0;
  std::atomic<int> clients_ = 0;
  std::jthread thread_;
};

}  // namespace kith::test
