// SPDX-License-Identifier: Apache-2.0
#include "app/toml_edit.h"

#include <gtest/gtest.h>

namespace kith::app {
namespace {

std::string Changed(const std::string& text, const std::vector<TomlChange>& changes) {
  const Result<std::string> changed = ChangedToml(text, changes);
  return changed ? *changed : "Error: " + changed.error().detail;
}

TEST(ChangedToml, ChangesAValueAndLeavesTheRestAsAPersonWroteIt) {
  EXPECT_EQ(
      Changed("# Ours: München\n\n  region='US' # for now\ntheme = \"light\"\n\n[[plan]]\nname = \"a\"\n",
              {{"", "region", "\"DE\""}, {"", "theme", "\"dark\""}}),
      "# Ours: München\n\n  region=\"DE\" # for now\ntheme = \"dark\"\n\n[[plan]]\nname = \"a\"\n");
}

TEST(ChangedToml, CountsLettersNotBytes) {
  EXPECT_EQ(Changed("a = { 'ö' = 1, region = \"US\" }\nevent = \"Frühling\"\nregion = 'US'",
                    {{"", "event", "\"x\""}, {"", "region", "\"DE\""}, {"a", "region", "\"FR\""}}),
            "a = { 'ö' = 1, region = \"FR\" }\nevent = \"x\"\nregion = \"DE\"");
}

TEST(ChangedToml, MakesAFileOfNothing) {
  EXPECT_EQ(Changed("", {{"", "theme", "\"dark\""}, {"camera", "fps", "30"}}),
            "theme = \"dark\"\n\n[camera]\nfps = 30\n");
}

TEST(ChangedToml, PutsAKeyBehindThoseThatAreThereAndBeforeAllTables) {
  EXPECT_EQ(
      Changed("region = \"US\"\nlanguages = [\n  1,\n]\n\n# Plans\n[[plan]]\nname = \"a\"\n[sync]\nx = 1\n",
              {{"", "sound", "true"}}),
      "region = \"US\"\nlanguages = [\n  1,\n]\nsound = true\n\n# Plans\n[[plan]]\nname = \"a\"\n[sync]\nx = "
      "1\n");
  EXPECT_EQ(Changed("[sync]\nx = 1\n", {{"", "sound", "true"}}), "sound = true\n\n[sync]\nx = 1\n");
  EXPECT_EQ(Changed("region = \"US\"", {{"", "sound", "true"}}), "region = \"US\"\nsound = true\n");
}

TEST(ChangedToml, PutsAKeyIntoItsTable) {
  EXPECT_EQ(Changed("[camera]\nfps = 30 # enough\n\n[sync]\nx = 1\n", {{"camera", "size", "\"1280x720\""}}),
            "[camera]\nfps = 30 # enough\nsize = \"1280x720\"\n\n[sync]\nx = 1\n");
  EXPECT_EQ(Changed("[camera]\n# nothing yet\n[sync]\nx = 1\n", {{"camera", "fps", "30"}}),
            "[camera]\nfps = 30\n# nothing yet\n[sync]\nx = 1\n");
  EXPECT_EQ(Changed("camera = { fps = 30 }\n", {{"camera", "unmirror", "true"}}),
            "camera = { fps = 30, unmirror = true }\n");
  EXPECT_EQ(Changed("camera = {}\n", {{"camera", "unmirror", "true"}}), "camera = { unmirror = true }\n");
  EXPECT_EQ(Changed("camera.fps = 30\nregion = \"US\"\n", {{"camera", "unmirror", "true"}}),
            "camera.fps = 30\ncamera.unmirror = true\nregion = \"US\"\n");
}

TEST(ChangedToml, MakesATableOfTheShortForm) {
  EXPECT_EQ(Changed("camera = \"demo\"\nregion = \"US\"\n", {{"camera", "source", "\"/dev/video2\""}}),
            "camera = \"/dev/video2\"\nregion = \"US\"\n");
  EXPECT_EQ(Changed("camera = \"demo\"\nregion = \"US\"\n", {{"camera", "fps", "15"}}),
            "region = \"US\"\n\n[camera]\nsource = \"demo\"\nfps = 15\n");
}

TEST(ChangedToml, KeepsTheLineEndsOfAnotherSystem) {
  EXPECT_EQ(Changed("region = \"US\"\r\n# end\r\n", {{"", "region", "\"DE\""}}),
            "region = \"DE\"\r\n# end\r\n");
}

TEST(ChangedToml, RefusesWhatIsNotToml) {
  const Result<std::string> changed = ChangedToml("region = \n", {{"", "region", "\"DE\""}});
  ASSERT_FALSE(changed);
  EXPECT_EQ(changed.error().code, ErrorCode::kUnreadable);
}

TEST(TomlText, EscapesWhatMustBe) {
  EXPECT_EQ(TomlText("a \"b\" c:\\d\n"), "\"a \\\"b\\\" c:\\\\d\\u000A\"");
  EXPECT_EQ(Changed("", {{"", "event", TomlText("a \"b\" c:\\d\n")}}),
            "event = \"a \\\"b\\\" c:\\\\d\\u000A\"\n");
}

}  // namespace
}  // namespace kith::app
