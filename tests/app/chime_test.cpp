// SPDX-License-Identifier: Apache-2.0
#include "app/chime.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>

#include <gtest/gtest.h>

#include "tests/support/temp_folder.h"

namespace kith::app {
namespace {

std::int16_t SampleAt(const std::string& wav, std::size_t index) {
  const auto low = static_cast<std::uint8_t>(wav[44 + 2 * index]);
  const auto high = static_cast<std::uint8_t>(wav[45 + 2 * index]);
  return static_cast<std::int16_t>(low | high << 8);
}

TEST(GotItSound, IsAShortSoundThatIsNeverTooLoudAndEndsSoftly) {
  const std::string wav = GotItSound();
  ASSERT_EQ(wav.size(), 44U + 48000);
  EXPECT_EQ(wav.substr(0, 4), "RIFF");
  EXPECT_EQ(wav.substr(8, 8), "WAVEfmt ");
  int loudest = 0;
  for (std::size_t i = 0; i < 24000; ++i)
    loudest = std::max(loudest, std::abs(static_cast<int>(SampleAt(wav, i))));
  EXPECT_GT(loudest, 5000);
  EXPECT_LT(loudest, 20000);
  EXPECT_LT(std::abs(static_cast<int>(SampleAt(wav, 23999))), 50);
}

/// A player that writes what it was given to a file, and then makes a pipe's reader go on.
std::string Player(const test::TempFolder& folder) {
  const std::filesystem::path program = folder / "player";
  test::WriteBytes(program, "#!/bin/sh\ncat \"$1\" > '" + (folder / "heard.wav").string() + "'\necho > '" +
                                (folder / "done").string() + "'\n");
  std::filesystem::permissions(program, std::filesystem::perms::owner_all);
  return program.string();
}

TEST(ProgramChime, GivesTheSoundToTheFirstPlayerThatIsThere) {
  const test::TempFolder folder;
  const std::filesystem::path done = folder / "done";
  ASSERT_EQ(std::system(("mkfifo '" + done.string() + "'").c_str()), 0);
  ProgramChime chime({"no-such-player-is-installed", Player(folder)});
  chime.Play();
  EXPECT_EQ(test::ReadBytes(done), "\n");  // waits for the player
  EXPECT_EQ(test::ReadBytes(folder / "heard.wav"), GotItSound());
}

TEST(ProgramChime, IsSilentWhereNothingCanPlayIt) {
  ProgramChime none(std::vector<std::string>{"no-such-player-is-installed"});
  none.Play();
  ProgramChime fails(std::vector<std::string>{"false"});
  fails.Play();
  fails.Play();
}

}  // namespace
}  // namespace kith::app
