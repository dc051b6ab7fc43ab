// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "flow/host_settings.h"

namespace kith::app {

/// Two soft notes, one upon the other: a WAV file of 16 bits, mono, half a second.
std::string GotItSound();

/// Plays GotItSound with the first of pw-play, paplay and aplay that the machine has; without one, or without
/// a sound card, it is silent.
class ProgramChime final : public flow::Chime {
 public:
  ProgramChime();
  /// `players`: names of programs that take a WAV file, the best first; for tests.
  explicit ProgramChime(std::vector<std::string> players);
  ~ProgramChime() override;
  ProgramChime(const ProgramChime&) = delete;
  ProgramChime& operator=(const ProgramChime&) = delete;

  void Play() override;

 private:
  void Reap();

  std::vector<std::string> players_;
  std::vector<int> playing_;  ///< processes
};

}  // namespace kith::app
