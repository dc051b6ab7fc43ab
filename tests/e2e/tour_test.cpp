// SPDX-License-Identifier: Apache-2.0
// The tour: a visit by itself that leaves a picture of every screen.
#include <set>

#include <gmock/gmock.h>

#include "imaging/codec.h"
#include "tests/e2e/kith_program.h"

namespace kith::test {
namespace {

using testing::HasSubstr;

constexpr const char* kScreens[] = {
    "guest-welcome", "guest-live",   "guest-got-it", "guest-check", "guest-wishes",  "guest-thanks",
    "guest-receipt", "guest-record", "pin",          "review",      "scan",          "people",
    "person",        "today",        "everyone",     "events",      "introductions", "ready",
    "host-card",     "export",       "import",       "sync",        "settings",      "message"};

/// A few of them are enough to tell a picture from an empty one.
std::size_t Colors(const Image& picture) {
  std::set<std::uint32_t> colors;
  const auto pixels = picture.pixels();
  for (std::size_t i = 0; i + 2 < pixels.size(); i += 3)
    colors.insert(static_cast<std::uint32_t>(pixels[i]) << 16U |
                  static_cast<std::uint32_t>(pixels[i + 1]) << 8U | pixels[i + 2]);
  return colors.size();
}

class KioskTour : public KithProgram {
 protected:
  ProcessOptions OnNoDisplay() const {
    ProcessOptions options = Options();
    options.environment["DISPLAY"] = "";
    options.environment["LIBGL_ALWAYS_SOFTWARE"] = "1";
    options.environment["ASAN_OPTIONS"] =
        "detect_leaks=0";  // Mesa unloads its driver before leaks are looked for
    return options;
  }
  std::filesystem::path pictures() const { return folder() / "pictures"; }
};

TEST_F(KioskTour, LeavesAPictureOfEveryScreenAndNothingElse) {
  std::vector<std::string> command =
      Command({"kiosk", "--tour", pictures().string(), "--tour-only", "de-dark-1280x800"});
  command.insert(command.begin(), {"xvfb-run", "--auto-servernum", "--server-args=-screen 0 1920x1080x24"});
  const ProcessOutcome outcome = RunProcess(command, OnNoDisplay());
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  for (const char* screen : kScreens) {
    const auto picture =
        imaging::LoadPicture(pictures() / "de-dark-1280x800" / (std::string(screen) + ".png"));
    ASSERT_TRUE(picture) << screen;
    EXPECT_EQ(picture->width(), 1280) << screen;
    EXPECT_EQ(picture->height(), 800) << screen;
    EXPECT_GT(Colors(*picture), 50U) << screen;
  }
  EXPECT_FALSE(std::filesystem::exists(data()));
}

TEST_F(KioskTour, SaysWithoutADisplayThatItNeedsOne) {
  const ProcessOutcome outcome = RunProcess(Command({"kiosk", "--tour", pictures().string()}), OnNoDisplay());
  EXPECT_NE(outcome.status, 0);
  EXPECT_THAT(outcome.err, HasSubstr("no display"));
  EXPECT_FALSE(std::filesystem::exists(pictures()));
}

}  // namespace
}  // namespace kith::test
