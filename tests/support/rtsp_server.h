// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "tests/support/process.h"

namespace kith::test {

/// A network camera that speaks RTSP (GStreamer's server), on 127.0.0.1. It shows a ball that moves before
/// grey, 320x240, 20 pictures a second. All who look at the same time see the same stream, in H.264 with a
/// key frame each 5 seconds. Destroying it kills it: connections are refused.
class RtspServer {
 public:
  enum class Coding { kJpeg, kH264 };
  struct Options {
    Coding coding = Coding::kJpeg;
    bool locked = false;  ///< asks for kUser and kPassword
    int port = 0;         ///< of a server that is gone, to take its place; 0: any that is free
  };
  /// Throws if it doesn't start.
  explicit RtspServer(const Options& options);

  int port() const { return port_; }
  /// "rtsp://127.0.0.1:8554/live", `login` ("ada:secret@") before the host.
  std::string Url(const std::string& login = {}) const;
  /// Keeps its connections open and is silent from now on.
  void Hang() const;

  static constexpr const char* kUser = "ada";
  static constexpr const char* kPassword = "s3cret";

 private:
  Process process_;
  int port_;
};

}  // namespace kith::test
