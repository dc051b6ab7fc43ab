// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <random>

#include "core/mutex.h"
#include "tests/support/loopback.h"

namespace kith::test {

/// A network before a server on 127.0.0.1 that breaks when told: connections are cut after so many bytes, in
/// the middle of requests and answers, which may have been carried out or not.
class CuttingProxy {
 public:
  explicit CuttingProxy(int server_port);

  int port() const { return listener_.port(); }
  /// From now on each new connection is cut after at most `most_bytes` in both directions together, chosen at
  /// random by the seed; 0: none is.
  void Cut(std::uint64_t seed, std::size_t most_bytes);

 private:
  void Serve(int client, const std::stop_token& stop);
  std::size_t NextLimit();

  const int server_port_;
  Mutex mutex_;
  std::mt19937_64 random_ KITH_GUARDED_BY(mutex_);
  std::size_t most_bytes_ KITH_GUARDED_BY(mutex_) = 0;
  Listener listener_;
};

}  // namespace kith::test
