// SPDX-License-Identifier: Apache-2.0
// The real window, real clicks: what the host sets stands in kith.toml afterwards.
#include <gmock/gmock.h>

#include "tests/e2e/kiosk_screen.h"
#include "tests/e2e/kith_program.h"

namespace kith::test {
namespace {

class SettingsInTheWindow : public KithProgram {
 protected:
  std::filesystem::path ConfigFile() const { return folder() / "config" / "kith" / "kith.toml"; }
};

TEST_F(SettingsInTheWindow, AreWrittenToTheConfigurationAndLeaveTheRestOfItAlone) {
  std::filesystem::create_directories(ConfigFile().parent_path());
  WriteBytes(
      ConfigFile(),
      "# Our meetup\ncamera = \"demo\"\nregion = \"US\" # for now\n\n[calendar]\nskip = [\"sunday\"]\n");
  KioskScreen screen({KITH_TELLING_PROGRAM, "--data", data().string(), "kiosk", "--windowed"},
                     WindowOptions());
  screen.WaitFor("settings");
  screen.Click("settings");

  // A camera that isn't there is said, and the one that worked can be put back.
  screen.WaitFor("address");
  screen.Click("address");
  screen.Type("/dev/video77");
  screen.Press("Return");
  screen.WaitFor("old-camera");
  screen.Click("old-camera");
  screen.WaitUntilGone("old-camera");

  screen.Click("window-tab");
  screen.WaitFor("theme-dark");
  screen.Click("theme-dark");
  screen.Click("region");
  screen.WaitFor("region-query");
  screen.Click("region-query");
  screen.Type("germ");
  screen.Press("Return");
  screen.WaitUntilGone("region-query");
  const ProcessOutcome outcome = screen.Close();
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(ReadBytes(ConfigFile()),
            "# Our meetup\ncamera = \"demo\"\nregion = \"DE\" # for now\ntheme = \"dark\"\n\n[calendar]\n"
            "skip = [\"sunday\"]\n");
}

}  // namespace
}  // namespace kith::test
