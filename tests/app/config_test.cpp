// SPDX-License-Identifier: Apache-2.0
#include "app/config.h"

#include <gmock/gmock.h>

#include "tests/support/environment.h"
#include "tests/support/temp_folder.h"

namespace kith::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;

class ConfigFile : public testing::Test {
 protected:
  Result<Config> Load(const std::string& text) const {
    test::WriteBytes(file(), text);
    return LoadConfig(file());
  }

  /// What is said about a file that can't be used.
  std::string Refused(const std::string& text) const {
    const Result<Config> config = Load(text);
    if (config) return "it was taken";
    EXPECT_EQ(config.error().code, ErrorCode::kInvalidInput);
    EXPECT_THAT(config.error().message, HasSubstr(file().string()));
    return config.error().message;
  }

  std::filesystem::path file() const { return folder_ / "kith.toml"; }

  test::TempFolder folder_;
  test::EnvironmentVariable all_{"LC_ALL", std::nullopt};
  test::EnvironmentVariable ctype_{"LC_CTYPE", std::nullopt};
  test::EnvironmentVariable lang_{"LANG", "pl_PL.UTF-8"};
  test::EnvironmentVariable data_{"XDG_DATA_HOME", "/home/ada/share"};
};

TEST_F(ConfigFile, ThatIsNotThereGivesTheDefaults) {
  const Result<Config> config = LoadConfig(file());
  ASSERT_TRUE(config);
  EXPECT_EQ(config->region, "PL") << "from the locale";
  EXPECT_EQ(config->languages, "auto");
  EXPECT_EQ(config->data_folder, "/home/ada/share/kith");
  EXPECT_EQ(config->time_zone + config->camera + config->event, "");
}

TEST_F(ConfigFile, MakesAKioskOfIt) {
  EXPECT_FALSE(Load("")->kiosk);
  EXPECT_TRUE(Load("kiosk = true\n")->kiosk);
  EXPECT_THAT(Refused("kiosk = \"yes\"\n"), HasSubstr("true or false"));
}

TEST_F(ConfigFile, TheLanguageIsThatOfTheEnvironmentUnlessItIsSet) {
  const test::EnvironmentVariable messages("LC_MESSAGES", std::nullopt), language("LANGUAGE", std::nullopt);
  EXPECT_EQ(WindowLanguage(*Load("")), "pl_PL");
  EXPECT_EQ(WindowLanguage(*Load("language = \"de\"\n")), "de");
  const test::EnvironmentVariable several("LANGUAGE", "de_AT:en");
  EXPECT_EQ(WindowLanguage(*Load("")), "de_AT");
  const test::EnvironmentVariable none("LC_ALL", "C.UTF-8");
  EXPECT_EQ(WindowLanguage(*Load("")), "en");
}

TEST_F(ConfigFile, TheLookIsReadAndNothingElseIsTakenForIt) {
  EXPECT_EQ(Load("")->look, flow::Look());
  EXPECT_EQ(Load("theme = \"dark\"\ntext_size = 150\nlanguage = \"de\"\n")->look,
            (flow::Look{flow::Theme::kDark, 150, "de"}));
  EXPECT_THAT(Refused("theme = \"blue\"\n"), HasSubstr("\"light\" or \"dark\""));
  EXPECT_THAT(Refused("text_size = 110\n"), HasSubstr("100, 125, 150 or 200"));
}

TEST_F(ConfigFile, ThatIsEmptyGivesTheDefaults) {
  const Result<Config> config = Load("# nothing set\n");
  ASSERT_TRUE(config);
  EXPECT_EQ(config->languages, "auto");
}

TEST_F(ConfigFile, SetsEveryKey) {
  const Result<Config> config = Load(
      "region = \"de\"\nlanguages = \"eng+deu\"\ntime_zone = \"Europe/Berlin\"\ncamera = \"/dev/video2\"\n"
      "event = \"Autumn meetup\"\ndata_folder = \"/srv/kith\"\n");
  ASSERT_TRUE(config) << config.error().message;
  EXPECT_EQ(config->region, "DE") << "in upper case, as libraries want it";
  EXPECT_EQ(config->languages, "eng+deu");
  EXPECT_EQ(config->time_zone, "Europe/Berlin");
  EXPECT_EQ(config->camera, "/dev/video2");
  EXPECT_EQ(config->event, "Autumn meetup");
  EXPECT_EQ(config->data_folder, "/srv/kith");
}

TEST_F(ConfigFile, WithAnUnknownKeyIsRefusedWithItsLine) {
  EXPECT_THAT(Refused("region = \"DE\"\nlangauges = \"deu\"\n"),
              AllOf(HasSubstr("\"langauges\""), HasSubstr("line 2")));
}

TEST_F(ConfigFile, ThatIsNoTomlIsRefusedWithItsLine) {
  EXPECT_THAT(Refused("region = \"DE\"\n\nevent = Autumn meetup\n"), HasSubstr("line 3"));
}

TEST_F(ConfigFile, WithAValueThatIsNoTextIsRefused) {
  EXPECT_THAT(Refused("camera = 0\n"), AllOf(HasSubstr("\"camera\" must be a text"), HasSubstr("line 1")));
  EXPECT_THAT(Refused("[region]\ncode = \"DE\"\n"), HasSubstr("\"region\" must be a text"));
}

TEST_F(ConfigFile, SetsEveryKeyOfTheCamera) {
  const Result<Config> config = Load(
      "region = \"DE\"\n[camera]\nsource = \"/dev/video2\"\nsize = \"1280x720\"\nfps = 60\nformat = "
      "\"yuyv\"\n"
      "exposure = 12.5\nfocus = \"auto\"\nmirror_preview = true\nunmirror = true\n");
  ASSERT_TRUE(config) << config.error().message;
  EXPECT_EQ(config->camera, "/dev/video2");
  const capture::CameraSettings& camera = config->camera_settings;
  EXPECT_EQ(camera.width, 1280);
  EXPECT_EQ(camera.height, 720);
  EXPECT_EQ(camera.fps, 60);
  EXPECT_EQ(camera.format, "YUYV");
  ASSERT_TRUE(camera.controls.exposure_ms && camera.controls.focus);
  EXPECT_EQ(camera.controls.exposure_ms->value, 12.5);
  EXPECT_EQ(camera.controls.focus->value, std::nullopt) << "automatic";
  EXPECT_TRUE(config->mirror_preview);
  EXPECT_TRUE(config->unmirror);
}

TEST_F(ConfigFile, LeavesTheCameraAsItIsWhereNothingIsSaid) {
  const Result<Config> config = Load("[camera]\nsource = \"0\"\n");
  ASSERT_TRUE(config);
  EXPECT_EQ(config->camera_settings.width, 1920);
  EXPECT_EQ(config->camera_settings.format, "MJPG");
  EXPECT_FALSE(config->camera_settings.controls.exposure_ms);
  EXPECT_FALSE(config->camera_settings.controls.focus);
  EXPECT_FALSE(config->mirror_preview || config->unmirror);
}

TEST_F(ConfigFile, WithASettingThatNoCameraHasIsRefusedWithItsLine) {
  EXPECT_THAT(Refused("[camera]\nzoom = 2\n"),
              AllOf(HasSubstr("\"zoom\" of the camera"), HasSubstr("line 2")));
  for (const char* const line :
       {"source = 0", "size = \"large\"", "size = \"1280x\"", "size = \"0x720\"", "size = \"1280x720p\"",
        "size = 1280", "fps = 0", "fps = \"fast\"", "fps = 1000", "format = \"JPEG2000\"",
        "exposure = \"dim\"", "exposure = -1", "focus = true", "mirror_preview = 1", "unmirror = \"yes\""}) {
    EXPECT_THAT(Refused(std::string("[camera]\n") + line + "\n"),
                AllOf(HasSubstr("must be"), HasSubstr("line 2")))
        << line;
  }
}

TEST_F(ConfigFile, ThatIsAFolderIsRefusedNotThrownAbout) {
  std::filesystem::create_directory(file());
  const Result<Config> config = LoadConfig(file());
  ASSERT_FALSE(config);
  EXPECT_THAT(config.error().message, HasSubstr(file().string()));
}

TEST_F(ConfigFile, TakesTheRegionFromTheStrongestLocaleVariable) {
  const test::EnvironmentVariable ctype("LC_CTYPE", "fr_FR.UTF-8");
  EXPECT_EQ(LoadConfig(file())->region, "FR");
  const test::EnvironmentVariable all("LC_ALL", "sv_SE");
  EXPECT_EQ(LoadConfig(file())->region, "SE");
}

TEST(RegionOfLocale, IsTheCountryOrElseTheUnitedStates) {
  EXPECT_EQ(RegionOfLocale("de_DE.UTF-8"), "DE");
  EXPECT_EQ(RegionOfLocale("ca_ES@valencia"), "ES");
  EXPECT_EQ(RegionOfLocale("sr_RS"), "RS");
  for (const char* const locale : {"", "C", "C.UTF-8", "POSIX", "de", "de_", "de_D", "en_001", "_"}) {
    EXPECT_EQ(RegionOfLocale(locale), "US") << locale;
  }
}

}  // namespace
}  // namespace kith::app
