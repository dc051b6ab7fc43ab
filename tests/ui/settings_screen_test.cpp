// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <imgui.h>

#include "tests/ui/view_test.h"
#include "ui/face.h"
#include "ui/screens.h"

namespace kith::ui {
namespace {

class SettingsScreenTest : public test::ViewTest {
 protected:
  void ShowSettings(const std::string& name, float height = 800) {
    ImGui::GetIO().DisplaySize.y = height;
    Show(name, [](Kit& kit, const flow::AppState& state, Forms& forms, flow::Actions& actions) {
      DrawSettings(kit, state, forms.settings, actions);
    });
  }
  flow::HostSettings Wanted() { return Only<flow::ChangeSettings>().wanted; }
  /// The one change that was wanted happens.
  void Adopt() {
    state_.settings_screen.kept = Wanted();
    actions_.clear();
    screen_.Frame();
    screen_.Frame();
  }
  const flow::HostSettings& kept() const { return state_.settings_screen.kept; }
};

TEST_F(SettingsScreenTest, LeadsFromPartToPart) {
  ShowSettings("settings-camera");
  screen_.Click("backup-tab");
  EXPECT_EQ(Only<flow::ShowSettings>().tab, flow::SettingsTab::kBackup);
}

TEST_F(SettingsScreenTest, ChoosesACamera) {
  ShowSettings("settings-camera");
  EXPECT_EQ(screen_.Items("source-device").size(), 2U);
  screen_.Click("source-device", 1);
  EXPECT_TRUE(actions_.empty()) << "this user may not open it";
  screen_.Click("source-demo");
  EXPECT_EQ(Wanted().camera.source, "demo");
  Adopt();
  screen_.Click("source-automatic");
  EXPECT_EQ(Wanted().camera.source, "");
}

TEST_F(SettingsScreenTest, TakesAnAddressByEnterOrByTheButton) {
  ShowSettings("settings-camera");
  screen_.Click("address");
  screen_.Type("/srv/cards");
  screen_.Press(test::Key::kEnter);
  EXPECT_EQ(Wanted().camera.source, "/srv/cards");
  Adopt();
  screen_.Click("address");
  screen_.Press(test::Key::kA, true);
  screen_.Type("/a");
  screen_.Click("use-address");
  EXPECT_EQ(Wanted().camera.source, "/a");
}

TEST_F(SettingsScreenTest, AsksTheCameraForASize) {
  ShowSettings("settings-camera", 1600);
  screen_.Click("size-1280x720");
  const flow::CameraWish wanted = Wanted().camera;
  EXPECT_EQ(wanted.width, 1280);
  EXPECT_EQ(wanted.height, 720);
  EXPECT_EQ(wanted.fps, 60);
  EXPECT_EQ(wanted.format, "MJPG");
}

TEST_F(SettingsScreenTest, MirrorsWhatIsShownAndPutsRightWhatIsMirrored) {
  ShowSettings("settings-camera");
  screen_.Click("mirror");
  EXPECT_TRUE(Wanted().mirror_preview);
  Adopt();
  screen_.Click("unmirror");
  EXPECT_TRUE(Wanted().camera.unmirror);
}

TEST_F(SettingsScreenTest, OffersTheCameraThatWorkedWhenAnotherOneFails) {
  ShowSettings("settings-camera-broken");
  EXPECT_TRUE(state_.scan.camera_error);
  screen_.Click("old-camera");
  EXPECT_EQ(Wanted().camera.source, "/dev/video0");
}

TEST_F(SettingsScreenTest, LeavesAloneWhatTheCommandLineSaid) {
  ShowSettings("settings-camera-flags", 1600);
  screen_.Click("source-demo");
  screen_.Click("mirror");
  screen_.Click("size-1280x720");
  EXPECT_TRUE(actions_.empty());
  screen_.Click("unmirror");
  EXPECT_TRUE(Wanted().camera.unmirror);
}

TEST_F(SettingsScreenTest, WorksWithoutACamera) {
  ShowSettings("settings-camera-none");
  EXPECT_FALSE(screen_.Sees("source-device"));
  screen_.Click("look-for-cameras");
  EXPECT_EQ(All<flow::LookForChoices>().size(), 1U);
}

TEST_F(SettingsScreenTest, ChangesHowTheWindowLooks) {
  ShowSettings("settings-window");
  screen_.Click("theme-dark");
  EXPECT_EQ(Wanted().look.theme, flow::Theme::kDark);
  Adopt();
  screen_.Click("theme-dark");
  EXPECT_TRUE(actions_.empty()) << "it is dark";
  screen_.Click("text-125");
  EXPECT_EQ(Wanted().look.text_percent, 125);
  Adopt();
  screen_.Click("language-de");
  EXPECT_EQ(Wanted().look.language, "de");
  Adopt();
  screen_.Click("animations");
  EXPECT_FALSE(Wanted().look.animations);
}

TEST_F(SettingsScreenTest, LetsHearTheSoundOnceItIsOn) {
  ShowSettings("settings-window");
  EXPECT_FALSE(screen_.Sees("hear-it"));
  screen_.Click("sound");
  EXPECT_TRUE(Wanted().sound);
  Adopt();
  screen_.Click("hear-it");
  EXPECT_EQ(All<flow::TrySound>().size(), 1U);
}

TEST_F(SettingsScreenTest, FindsACountryByItsName) {
  ShowSettings("settings-window");
  screen_.Click("region");
  screen_.Click("region-query");
  screen_.Type("germ");
  screen_.Frame();
  ASSERT_EQ(screen_.Items("region-row").size(), 1U);
  screen_.Click("region-row");
  EXPECT_EQ(Wanted().region, "DE");
  Adopt();
  EXPECT_FALSE(screen_.Sees("region-row"));
}

TEST_F(SettingsScreenTest, ChoosesTheLanguagesOfCards) {
  ShowSettings("settings-window");
  EXPECT_FALSE(screen_.Sees("reads-deu"));
  screen_.Click("reading-choose");
  screen_.Click("reads-deu");
  EXPECT_EQ(Wanted().reading_languages, "deu");
  Adopt();
  screen_.Click("reads-eng");
  EXPECT_EQ(Wanted().reading_languages, "deu+eng");
  Adopt();
  screen_.Click("reading-auto");
  EXPECT_EQ(Wanted().reading_languages, "auto");
}

TEST_F(SettingsScreenTest, TakesTheLastChangeBack) {
  ShowSettings("settings-window");
  screen_.Click("undo-setting");
  EXPECT_EQ(All<flow::UndoSettings>().size(), 1U);
}

TEST_F(SettingsScreenTest, SetsAPinAndForgetsWhatWasTyped) {
  ShowSettings("settings-pin");
  EXPECT_FALSE(screen_.Sees("old-pin"));
  screen_.Click("new-pin");
  screen_.Type("2468");
  screen_.Click("new-pin-again");
  screen_.Type("2468");
  screen_.Click("set-pin");
  const auto changed = Only<flow::ChangePin>();
  EXPECT_EQ(changed.fresh, "2468");
  EXPECT_EQ(changed.again, "2468");
  ++state_.settings_screen.pin.changed;
  screen_.Frame();
  EXPECT_EQ(forms_.settings.new_pin, "");
}

TEST_F(SettingsScreenTest, RemovesAPinOnlyWithThePin) {
  ShowSettings("settings-pin-set");
  screen_.Click("remove-pin");
  screen_.Frame();
  screen_.Click("sure-remove-pin");
  EXPECT_TRUE(actions_.empty());
  screen_.Click("old-pin");
  screen_.Type("2468");
  screen_.Click("sure-remove-pin");
  EXPECT_EQ(Only<flow::RemovePin>().old, "2468");
  screen_.Click("keep-pin");
  EXPECT_EQ(forms_.settings.old_pin, "");
}

TEST_F(SettingsScreenTest, MakesABackupWithAPassphrase) {
  ShowSettings("settings-backup");
  screen_.Click("make-backup");
  EXPECT_TRUE(actions_.empty());
  screen_.Click("passphrase");
  screen_.Type("correct horse");
  screen_.Click("passphrase-again");
  screen_.Type("correct horse");
  screen_.Press(test::Key::kEnter);
  const auto made = Only<flow::MakeBackup>();
  EXPECT_EQ(made.target, "/home/ada/Documents/kith-2026-11-23.sealed");
  EXPECT_EQ(made.passphrase, "correct horse");
  EXPECT_EQ(made.again, "correct horse");
  EXPECT_FALSE(made.may_replace);
  state_.settings_screen.backup.asks_to_replace = true;
  actions_.clear();
  screen_.Frame();
  screen_.Click("replace-backup");
  EXPECT_TRUE(Only<flow::MakeBackup>().may_replace);
}

TEST_F(SettingsScreenTest, StopsABackup) {
  ShowSettings("settings-backup-running");
  EXPECT_FALSE(screen_.Sees("make-backup"));
  screen_.Click("stop-backup");
  EXPECT_EQ(All<flow::StopBackup>().size(), 1U);
}

TEST_F(SettingsScreenTest, IsReachedByTheRail) {
  state_ = *test::SampleState("scan", {});
  screen_.Show([this](Kit& kit) { DrawFace(kit, state_, forms_, actions_); });
  screen_.Click("settings");
  EXPECT_EQ(Only<flow::ShowScreen>().screen, flow::Screen::kSettings);
}

}  // namespace
}  // namespace kith::ui
