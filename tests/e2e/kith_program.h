// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/process.h"
#include "tests/support/temp_folder.h"

namespace kith::test {

/// The real program with a configuration and a data folder of its own.
class KithProgram : public testing::Test {
 protected:
  std::vector<std::string> Command(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {KITH_PROGRAM, "--data", data().string()});
    return arguments;
  }

  ProcessOptions Options() const {
    return {.environment = {{"XDG_CONFIG_HOME", (folder_.path() / "config").string()},
                            {"LC_ALL", "C.UTF-8"},
                            {"TZ", "UTC"}}};
  }

  /// For a real window, which is drawn in software.
  ProcessOptions WindowOptions() const {
    ProcessOptions options = Options();
    options.environment["HOME"] = folder().string();
    options.environment["LIBGL_ALWAYS_SOFTWARE"] = "1";
    return options;
  }
  /// The window, by a program that tells what is where on it (KioskScreen).
  std::vector<std::string> WindowCommand(const std::string& camera, const std::string& event = {}) const {
    std::vector<std::string> command = {KITH_TELLING_PROGRAM, "--data",   data().string(), "kiosk",
                                        "--windowed",         "--camera", camera};
    if (!event.empty()) command.insert(command.end(), {"--event", event});
    return command;
  }
  std::string NoCamera() const { return (folder() / "no-camera.avi").string(); }

  ProcessOutcome Run(std::vector<std::string> arguments) const {
    return RunProcess(Command(std::move(arguments)), Options());
  }

  std::filesystem::path folder() const { return folder_.path(); }
  std::filesystem::path data() const { return folder_.path() / "data"; }

  static std::filesystem::path Samples() {
    return std::filesystem::path(KITH_SOURCE_DIR) / "assets" / "samples";
  }
  static std::string Sample(const std::string& name) { return (Samples() / name).string(); }

 private:
  TempFolder folder_;
};

}  // namespace kith::test
