// SPDX-License-Identifier: Apache-2.0
#include "tests/support/rtsp_server.h"

#include <stdexcept>
#include <vector>

#include <signal.h>

namespace kith::test {
namespace {

std::vector<std::string> Command(const RtspServer::Options& options) {
  std::vector<std::string> command = {KITH_SYSTEM_PYTHON, KITH_SOURCE_DIR "/tests/support/rtsp_server.py",
                                      options.coding == RtspServer::Coding::kJpeg ? "jpeg" : "h264",
                                      std::to_string(options.port)};
  if (options.locked) command.insert(command.end(), {RtspServer::kUser, RtspServer::kPassword});
  return command;
}

int PortOf(Process& server) {
  const std::optional<std::string> line = server.ReadLine();
  if (!line) throw std::runtime_error("The RTSP server doesn't start: " + server.Wait().err);
  return std::stoi(*line);
}

}  // namespace

RtspServer::RtspServer(const Options& options) : process_(Command(options)), port_(PortOf(process_)) {}

std::string RtspServer::Url(const std::string& login) const {
  return "rtsp://" + login + "127.0.0.1:" + std::to_string(port_) + "/live";
}

void RtspServer::Hang() const {
  process_.Kill(SIGSTOP);
}

}  // namespace kith::test
