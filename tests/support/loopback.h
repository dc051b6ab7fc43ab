// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <list>
#include <string>
#include <thread>

#include "core/mutex.h"

namespace kith::test {

/// A port of 127.0.0.1 that nobody has at this moment.
int FreePort();

/// Waits until somebody accepts connections there; false if nobody does in time.
bool WaitForPort(int port, std::chrono::seconds limit = std::chrono::seconds(30));

/// Connected to 127.0.0.1; -1 if nobody is there.
int ConnectTo(int port);

bool SendAll(int socket, std::string_view bytes);

/// Waits for input or a hang-up; false if nothing came in that time.
bool WaitForInput(int socket, std::chrono::milliseconds limit);

/// Accepts connections on 127.0.0.1 and hands each to a thread of its own, which ends with the object.
class Listener {
 public:
  /// `serve` closes nothing; it returns when the connection is done or a stop was requested.
  explicit Listener(std::function<void(int client, const std::stop_token& stop)> serve);
  ~Listener();
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  int port() const { return port_; }

 private:
  void Run(const std::stop_token& stop);

  std::function<void(int, const std::stop_token&)> serve_;
  int listener_ = -1;
  int port_ = 0;
  std::list<std::jthread> clients_;
  std::jthread thread_;
};

}  // namespace kith::test
