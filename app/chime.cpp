// SPDX-License-Identifier: Apache-2.0
#include "app/chime.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <csignal>
#include <cstdint>
#include <numbers>
#include <optional>
#include <utility>

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

namespace kith::app {
namespace {

constexpr int kRate = 48000;
constexpr int kSamples = kRate / 2;
constexpr int kGiven = 3;  ///< the number under which the player finds the sound

void Append(std::string& bytes, std::uint32_t number, int count) {
  for (int i = 0; i < count; ++i)
    bytes += static_cast<char>(number >> (8 * i) & 0xFFU);
}

/// A note as a bell has it: it begins at once and dies away.
double Note(double hertz, double begin, double seconds) {
  const double since = seconds - begin;
  if (since < 0) return 0;
  const double begins_softly = std::min(1.0, since / 0.004);
  return begins_softly * std::exp(-since * 9) * std::sin(2 * std::numbers::pi * hertz * since);
}

double SoundAt(double seconds) {
  const double ends_softly = std::min(1.0, (0.5 - seconds) / 0.02);
  return 0.28 * ends_softly * (Note(659.26, 0, seconds) + Note(987.77, 0.09, seconds));
}

/// A file without a name that holds the sound; nullopt if the system has none.
std::optional<int> SoundFile() {
  static const std::string sound = GotItSound();
  const int file = memfd_create("kith-got-it", MFD_CLOEXEC);
  if (file < 0) return std::nullopt;
  if (write(file, sound.data(), sound.size()) == static_cast<ssize_t>(sound.size())) return file;
  close(file);
  return std::nullopt;
}

/// nullopt if there is no such program.
std::optional<pid_t> Start(const std::string& player, int sound) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, sound, kGiven);
  std::string program = player;
  std::string file = "/dev/fd/" + std::to_string(kGiven);
  const std::array<char*, 3> arguments = {program.data(), file.data(), nullptr};
  pid_t pid = -1;
  const int failure = posix_spawnp(&pid, program.c_str(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  return failure == 0 ? std::optional(pid) : std::nullopt;
}

}  // namespace

std::string GotItSound() {
  std::string wav = "RIFF";
  Append(wav, 36 + 2 * kSamples, 4);
  wav += "WAVEfmt ";
  Append(wav, 16, 4);
  Append(wav, 1, 2);  // plain samples
  Append(wav, 1, 2);  // one channel
  Append(wav, kRate, 4);
  Append(wav, 2 * kRate, 4);
  Append(wav, 2, 2);
  Append(wav, 16, 2);
  wav += "data";
  Append(wav, 2 * kSamples, 4);
  for (int i = 0; i < kSamples; ++i) {
    const double level = SoundAt(static_cast<double>(i) / kRate);
    Append(wav, static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(level * 32767))), 2);
  }
  return wav;
}

ProgramChime::ProgramChime() : ProgramChime({"pw-play", "paplay", "aplay"}) {}

ProgramChime::ProgramChime(std::vector<std::string> players) : players_(std::move(players)) {}

ProgramChime::~ProgramChime() {
  for (const int pid : playing_) {
    kill(pid, SIGTERM);
    waitpid(pid, nullptr, 0);
  }
}

void ProgramChime::Reap() {
  std::erase_if(playing_, [](int pid) { return waitpid(pid, nullptr, WNOHANG) != 0; });
}

void ProgramChime::Play() {
  Reap();
  const std::optional<int> sound = SoundFile();
  if (!sound) return;
  for (const std::string& player : players_) {
    if (const std::optional<pid_t> pid = Start(player, *sound)) {
      playing_.push_back(*pid);
      break;
    }
  }
  close(*sound);
}

}  // namespace kith::app
