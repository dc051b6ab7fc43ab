// SPDX-License-Identifier: Apache-2.0
#include "app/settings_desk.h"

#include <algorithm>
#include <filesystem>

#include <gmock/gmock.h>

#include "app/host_settings.h"
#include "app/open_store.h"
#include "app/settings_offer.h"
#include "app/workbench.h"
#include "core/country.h"
#include "storage/sealed_file.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temp_folder.h"

namespace kith::app {
namespace {

using flow::HostSettings;
using test::ReadBytes;
using test::WriteBytes;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

class SettingsDeskTest : public testing::Test {
 protected:
  SettingsDeskTest() { Open({}); }

  /// With that text in kith.toml.
  void Open(const std::string& text, const std::vector<flow::FlagSetting>& by_flag = {}) {
    if (!text.empty()) WriteBytes(file(), text);
    Config config = LoadConfig(file()).value();
    config.data_folder = folder_ / "data";
    config.region = text.empty() ? "US" : config.region;
    config.by_flag = by_flag;
    running_ = std::make_shared<RunningConfig>(config);
    opened_ = OpenStore(config).value();
    desk_.emplace(running_, *opened_->store, *reader_, *opened_->clock);
  }
  std::filesystem::path file() const { return folder_ / "config" / "kith.toml"; }
  HostSettings Kept() { return desk_->Load()->kept; }

  test::TempFolder folder_;
  std::unique_ptr<ocr::CardReader> reader_ = ocr::CardReader::Open({}).value();
  std::shared_ptr<RunningConfig> running_;
  std::unique_ptr<OpenedStore> opened_;
  std::optional<MachineSettings> desk_;
};

TEST_F(SettingsDeskTest, WritesWhatWasChangedAndReadsTheSameBack) {
  const HostSettings before = Kept();
  HostSettings after = before;
  after.region = "DE";
  after.reading_languages = "eng+deu";
  after.look = {.theme = flow::Theme::kDark, .text_percent = 125, .language = "de", .animations = false};
  after.sound = after.mirror_preview = true;
  after.camera = {.source = "http://192.0.2.7/video",
                  .width = 1280,
                  .height = 720,
                  .fps = 7.5,
                  .format = "YUYV",
                  .exposure_ms = {flow::CameraDial::Mode::kFixed, 12.5},
                  .focus = {flow::CameraDial::Mode::kAutomatic, 0},
                  .unmirror = true};
  ASSERT_TRUE(desk_->Keep(before, after));
  EXPECT_EQ(HostSettingsOf(LoadConfig(file()).value()), after);
  EXPECT_EQ(Kept(), after) << "it is in force, too";
  EXPECT_EQ(running_->camera().Now().options.camera, "http://192.0.2.7/video");
  ASSERT_TRUE(desk_->Keep(after, before));
  EXPECT_EQ(HostSettingsOf(LoadConfig(file()).value()), before);
}

TEST_F(SettingsDeskTest, LeavesTheRestOfTheFileAsAPersonWroteIt) {
  const std::string text =
      "# Ours\nregion = \"DE\"   # at home\ntheme = \"light\"\n\n[[plan]]\nname = \"founders\"\n[sync]\n# "
      "later\n";
  std::filesystem::create_directories(file().parent_path());
  Open(text);
  HostSettings after = Kept();
  after.look.theme = flow::Theme::kDark;
  ASSERT_TRUE(desk_->Keep(Kept(), after));
  EXPECT_EQ(ReadBytes(file()),
            "# Ours\nregion = \"DE\"   # at home\ntheme = \"dark\"\n\n[[plan]]\nname = "
            "\"founders\"\n[sync]\n# later\n");
}

TEST_F(SettingsDeskTest, ChangesNothingInAFileThatIsWrongAndSaysWhere) {
  std::filesystem::create_directories(file().parent_path());
  WriteBytes(file(), "region = \"DE\"\nthem = \"dark\"\n");
  const HostSettings before = Kept();
  HostSettings after = before;
  after.sound = true;
  const Result<void> kept = desk_->Keep(before, after);
  ASSERT_FALSE(kept);
  EXPECT_THAT(kept.error().message, HasSubstr("line 2"));
  EXPECT_EQ(ReadBytes(file()), "region = \"DE\"\nthem = \"dark\"\n");
  EXPECT_FALSE(Kept().sound);
}

TEST_F(SettingsDeskTest, WorkersAreMadeAnewAfterAChange) {
  const auto bench = MakeWorkbenchFactory(running_)().value();
  EXPECT_FALSE(bench->IsOutdated());
  HostSettings after = Kept();
  after.region = "DE";
  ASSERT_TRUE(bench->ports().settings.Keep(Kept(), after));
  EXPECT_TRUE(bench->IsOutdated());
  EXPECT_FALSE(MakeWorkbenchFactory(running_)().value()->IsOutdated());
}

TEST_F(SettingsDeskTest, OffersWhatTheMachineHas) {
  Open({}, {flow::FlagSetting::kCamera});
  const flow::SettingsOffer offer = desk_->Load()->offer;
  EXPECT_EQ(offer.file, file());
  EXPECT_EQ(offer.set_by_flag, std::vector{flow::FlagSetting::kCamera});
  EXPECT_THAT(offer.reading_languages, Contains(flow::NamedChoice{"eng", "English"}));
  EXPECT_TRUE(
      std::ranges::none_of(offer.reading_languages, [](const auto& one) { return one.value == "osd"; }));
  EXPECT_THAT(offer.window_languages, Contains(flow::NamedChoice{"en", "English"}));
  EXPECT_THAT(offer.regions, Contains(flow::NamedChoice{"DE", "Germany"}));
  EXPECT_FALSE(offer.has_pin);
  EXPECT_FALSE(offer.daily_backup);
  ASSERT_TRUE(opened_->store->BackUpDaily(folder_ / "data" / "backups", opened_->clock->Today()));
  EXPECT_EQ(desk_->Load()->offer.daily_backup, opened_->clock->Today());
}

TEST_F(SettingsDeskTest, ChangesAndRemovesAPinOnlyWithTheOldOne) {
  ASSERT_TRUE(desk_->SetPin("", "2468"));
  EXPECT_TRUE(desk_->Load()->offer.has_pin);
  const Result<void> wrong = desk_->SetPin("1111", "1357");
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().code, ErrorCode::kNotAllowed);
  EXPECT_EQ(desk_->SetPin("2468", "13").error().code, ErrorCode::kInvalidInput);
  ASSERT_TRUE(desk_->SetPin("2468", "1357"));
  EXPECT_FALSE(desk_->RemovePin("2468"));
  ASSERT_TRUE(desk_->RemovePin("1357"));
  EXPECT_FALSE(desk_->Load()->offer.has_pin);
}

TEST_F(SettingsDeskTest, MakesAnEncryptedBackupAndRemembersWhen) {
  const std::filesystem::path target = folder_ / "kith.sealed";
  std::atomic<int> percent = 0;
  const auto made = desk_->BackUp({target, "correct horse"}, percent, {});
  ASSERT_TRUE(made) << made.error().message;
  EXPECT_TRUE(storage::IsSealed(target));
  EXPECT_EQ(desk_->Load()->offer.sealed_backup->file, target);
  EXPECT_EQ(desk_->BackUp({target, "correct horse"}, percent, {}).error().code, ErrorCode::kInvalidInput)
      << "it is there already";
  EXPECT_TRUE(desk_->BackUp({target, "correct horse", true}, percent, {}));
  EXPECT_TRUE(opened_->store->Restore(target, "correct horse"));
}

TEST_F(SettingsDeskTest, NothingIsLeftOfABackupThatWasStopped) {
  std::atomic<int> percent = 0;
  std::stop_source stop;
  stop.request_stop();
  const auto made = desk_->BackUp({folder_ / "kith.sealed", "correct horse"}, percent, stop.get_token());
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().code, ErrorCode::kCancelled);
  EXPECT_FALSE(std::filesystem::exists(folder_ / "kith.sealed"));
  EXPECT_FALSE(desk_->Load()->offer.sealed_backup);
}

TEST_F(SettingsDeskTest, MakesNoFolderInThePlaceOfAStickThatIsNotPluggedIn) {
  std::atomic<int> percent = 0;
  EXPECT_EQ(desk_->BackUp({folder_ / "stick" / "a", "correct horse"}, percent, {}).error().code,
            ErrorCode::kNotFound);
  EXPECT_EQ(desk_->BackUp({"a.sealed", "correct horse"}, percent, {}).error().code, ErrorCode::kNotFound);
  EXPECT_FALSE(std::filesystem::exists(folder_ / "stick"));
}

TEST(NameOfLanguageData, NamesWhatTesseractHas) {
  EXPECT_EQ(NameOfLanguageData("deu", "en"), "German");
  EXPECT_EQ(NameOfLanguageData("deu", "de"), "Deutsch");
  EXPECT_EQ(NameOfLanguageData("script/Latin", "en"), "all in Latin letters");
  EXPECT_EQ(NameOfLanguageData("jpn_vert", "en"), "Japanese, in columns");
  EXPECT_EQ(NameOfLanguageData("aze_cyrl", "en"), "Azerbaijani (aze_cyrl)");
}

}  // namespace
}  // namespace kith::app
