// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <thread>
#include <vector>

namespace kith::test {

/// A network camera on 127.0.0.1: answers with multipart/x-mixed-replace. Like many cameras it has one client
/// at a time; the next one waits until that has hung up.
class MjpegServer {
 public:
  enum class Ending {
    kNever,  ///< goes on with the last picture until the client leaves
    kStall,  ///< keeps the connection open and is silent
    kClose,  ///< closes the connection
  };
  /// Sends each of `jpegs` once to every client, 20 a second, then does what `ending` says.
  MjpegServer(std::vector<std::vector<std::uint8_t>> jpegs, Ending ending);
  ~MjpegServer();
  MjpegServer(const MjpegServer&) = delete;
  MjpegServer& operator=(const MjpegServer&) = delete;

  std::string Url() const;
  int clients() const { return clients_; }

 private:
  void Run(const std::stop_token& stop);
  void Serve(int client, const std::stop_token& stop);

  const std::vector<std::vector<std::uint8_t>> jpegs_;
  const Ending ending_;
  int listener_ = -1;
  int port_ = 0;
  std::atomic<int> clients_ = 0;
  std::jthread thread_;
};

}  // namespace kith::test
