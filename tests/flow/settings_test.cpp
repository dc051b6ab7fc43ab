// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "flow/perform.h"
#include "flow/present_settings.h"
#include "flow/update.h"
#include "tests/flow/fake_ports.h"
#include "tests/support/manual_clock.h"

namespace kith::flow {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;

using kith::test::kNow;
using kith::test::kToday;

class SettingsTest : public testing::Test {
 protected:
  SettingsTest() {
    fakes_.settings.found.offer.cameras = {{.device = "/dev/video0", .name = "HD Webcam"}};
    state_.scan.camera = "HD Webcam";
    Do(ShowSettings{SettingsTab::kCamera});
  }
  void Do(const Action& action) { DoAll(Update(state_, action)); }
  void DoAll(const std::vector<Effect>& effects) {
    for (const Effect& effect : effects)
      Do(Perform(effect, fakes_.ports(), {}));
  }
  HostSettings With(const std::string& region) const {
    HostSettings settings = screen().kept;
    settings.region = region;
    return settings;
  }
  HostSettings WithCamera(const std::string& source) const {
    HostSettings settings = screen().kept;
    settings.camera.source = source;
    return settings;
  }
  const SettingsState& screen() const { return state_.settings_screen; }

  test::FakePorts fakes_;
  AppState state_ = InitialState({}, kNow, kToday);
};

TEST_F(SettingsTest, PutsAChangeInForceAtOnceAndKeepsIt) {
  HostSettings wanted = screen().kept;
  wanted.region = "DE";
  wanted.look = {.theme = Theme::kDark, .text_percent = 150, .language = "de", .animations = false};
  wanted.mirror_preview = wanted.sound = true;
  const std::vector<Effect> effects = Update(state_, ChangeSettings{wanted});
  EXPECT_EQ(state_.settings.look, wanted.look);
  EXPECT_EQ(state_.settings.region, "DE");
  EXPECT_TRUE(state_.settings.mirror_preview);
  EXPECT_TRUE(state_.settings.sound);
  DoAll(effects);
  EXPECT_EQ(fakes_.settings.found.kept, wanted);
  EXPECT_FALSE(screen().keeping);
}

TEST_F(SettingsTest, TakesChangesBackOneByOne) {
  Do(ChangeSettings{With("DE")});
  Do(ChangeSettings{With("FR")});
  Do(UndoSettings{});
  EXPECT_EQ(state_.settings.region, "DE");
  Do(UndoSettings{});
  EXPECT_EQ(state_.settings.region, "US");
  EXPECT_EQ(fakes_.settings.found.kept.region, "US");
  EXPECT_TRUE(screen().undo.empty());
}

TEST_F(SettingsTest, KeepsOneChangeAtATimeAndTheLastOneWins) {
  const std::vector<Effect> first = Update(state_, ChangeSettings{With("DE")});
  EXPECT_TRUE(Update(state_, ChangeSettings{With("FR")}).empty());
  EXPECT_TRUE(Update(state_, ChangeSettings{With("IT")}).empty());
  DoAll(first);
  ASSERT_EQ(fakes_.settings.keeps.size(), 2U);
  EXPECT_EQ(fakes_.settings.keeps[1].first.region, "DE");
  EXPECT_EQ(fakes_.settings.keeps[1].second.region, "IT");
}

TEST_F(SettingsTest, GoesBackToWhatWasIfItCannotBeKept) {
  fakes_.settings.fault = Error{ErrorCode::kPermissionDenied, "kith.toml can't be written."};
  Do(ChangeSettings{With("DE")});
  EXPECT_EQ(state_.settings.region, "US");
  EXPECT_EQ(screen().kept.region, "US");
  EXPECT_FALSE(screen().keeping);
  ASSERT_EQ(state_.notices.size(), 1U);
  EXPECT_EQ(state_.notices[0].text, "kith.toml can't be written.");
}

TEST_F(SettingsTest, AnotherCameraBeginsWithoutAPictureAndTheOneThatWorkedIsRemembered) {
  state_.scan.preview.frame = test::TestCard();
  Do(ChangeSettings{WithCamera("http://192.0.2.7/video")});
  EXPECT_TRUE(state_.scan.preview.frame.empty());
  EXPECT_TRUE(state_.scan.camera.empty());
  Do(CameraFailed{{ErrorCode::kNotFound, "No answer."}});
  Do(ChangeSettings{WithCamera("/dev/video9")});
  Do(CameraFailed{{ErrorCode::kNotFound, "No such camera."}});
  EXPECT_EQ(screen().working_camera, CameraWish{});
  Do(CameraOpened{"Network camera", "http://192.0.2.7/video"});
  EXPECT_EQ(screen().working_camera, CameraWish{}) << "it isn't the one that is wanted now";
  Do(ChangeSettings{WithCamera("demo")});
  Do(CameraOpened{"Demo camera", "demo"});
  EXPECT_EQ(screen().working_camera->source, "demo");
}

TEST_F(SettingsTest, ShowsTheCameraButTakesNoCard) {
  EXPECT_TRUE(WantsPreview(state_));
  EXPECT_FALSE(WantsCamera(state_));
  Do(ShowSettings{SettingsTab::kPin});
  EXPECT_FALSE(WantsPreview(state_));
}

TEST_F(SettingsTest, NothingIsThereForAGuest) {
  state_.settings.kiosk = true;
  Do(Lock{});
  EXPECT_FALSE(screen().loaded);
  Do(ShowSettings{SettingsTab::kBackup});
  EXPECT_EQ(state_.screen, Screen::kScan);
  Do(ChangeSettings{With("DE")});
  Do(ChangePin{"", "1234", "1234"});
  Do(MakeBackup{"/media/stick/kith.sealed", "correct horse", "correct horse"});
  EXPECT_TRUE(fakes_.settings.keeps.empty());
  EXPECT_TRUE(fakes_.settings.pin.empty());
  EXPECT_TRUE(fakes_.settings.wishes.empty());
}

TEST_F(SettingsTest, APinMakesAKioskOfWhatWasStartedAsOne) {
  fakes_.settings.found.offer.for_guests = true;
  Do(LookForChoices{});
  Do(ChangePin{"", "1234", "1235"});
  EXPECT_EQ(screen().pin.problem, "The two PINs aren't the same.");
  EXPECT_TRUE(fakes_.settings.pin.empty());
  Do(ChangePin{"", "1234", "1234"});
  EXPECT_EQ(fakes_.settings.pin, "1234");
  EXPECT_EQ(screen().pin.problem, "");
  EXPECT_TRUE(screen().offer.has_pin);
  EXPECT_TRUE(state_.settings.kiosk);
  EXPECT_TRUE(state_.host_card.loaded) << "guests take it home";
  EXPECT_FALSE(state_.lock.locked) << "the host goes on";
  Do(RemovePin{"1234"});
  EXPECT_FALSE(state_.settings.kiosk);
}

TEST_F(SettingsTest, AWrongPinIsSaidAndManyOfThemCostTime) {
  fakes_.settings.pin = "2468";
  Do(RemovePin{"1111"});
  EXPECT_EQ(screen().pin.problem, "That isn't the PIN.");
  Do(RemovePin{"1111"});
  Do(RemovePin{"1111"});
  ASSERT_TRUE(state_.lock.retry_at);
  Do(RemovePin{"2468"});
  EXPECT_EQ(fakes_.settings.pin, "2468") << "not before";
  Do(Tick{*state_.lock.retry_at, kToday});
  Do(RemovePin{"2468"});
  EXPECT_EQ(fakes_.settings.pin, "");
}

TEST_F(SettingsTest, MakesABackupOnlyWithAPassphraseThatWasTypedTwice) {
  const std::string target = "/media/stick/kith.sealed";
  Do(MakeBackup{"", "correct horse", "correct horse"});
  EXPECT_EQ(screen().backup.problem, "Say where it goes.");
  Do(MakeBackup{target, "correct horse", "correct house"});
  EXPECT_EQ(screen().backup.problem, "The two passphrases aren't the same.");
  Do(MakeBackup{target, "short", "short"});
  EXPECT_TRUE(fakes_.settings.wishes.empty());
  Do(MakeBackup{target, "correct horse", "correct horse"});
  ASSERT_EQ(fakes_.settings.wishes.size(), 1U);
  EXPECT_EQ(fakes_.settings.wishes[0].passphrase, "correct horse");
  EXPECT_EQ(screen().backup.made, 1);
  EXPECT_EQ(screen().backup.problem, "");
}

TEST_F(SettingsTest, AsksBeforeABackupReplacesAFile) {
  fakes_.settings.fault = Error{ErrorCode::kInvalidInput, "There is such a file."};
  Do(MakeBackup{"/a", "correct horse", "correct horse"});
  EXPECT_TRUE(screen().backup.asks_to_replace);
  fakes_.settings.fault.reset();
  Do(MakeBackup{"/a", "correct horse", "correct horse", true});
  EXPECT_TRUE(fakes_.settings.wishes.back().may_replace);
  EXPECT_FALSE(screen().backup.asks_to_replace);
}

TEST_F(SettingsTest, ABackupCanBeStopped) {
  const std::vector<Effect> effects = Update(state_, MakeBackup{"/a", "correct horse", "correct horse"});
  EXPECT_TRUE(NextDeadline(state_)) << "progress is drawn";
  EXPECT_TRUE(Update(state_, MakeBackup{"/b", "correct horse", "correct horse"}).empty()) << "one at a time";
  Do(StopBackup{});
  DoAll(effects);
  EXPECT_FALSE(screen().backup.job);
  EXPECT_EQ(screen().backup.problem, "") << "stopping is no problem";
  EXPECT_EQ(screen().backup.made, 0);
}

TEST_F(SettingsTest, GotItIsHeardOnlyIfItIsOn) {
  Do(CardCaptured{test::TestCard(), "demo"});
  EXPECT_EQ(fakes_.chime.played, 0);
  state_.settings.sound = true;
  Do(CardCaptured{test::TestCard(), "demo"});
  EXPECT_EQ(fakes_.chime.played, 1);
}

TEST(SizesOf, HasEverySizeOnceTheLargestFirst) {
  const CameraChoice camera{
      .device = "/dev/video0",
      .name = "HD Webcam",
      .modes = {{"MJPG", 640, 480, 30}, {"YUYV", 1280, 720, 10}, {"MJPG", 1280, 720, 30}}};
  EXPECT_THAT(SizesOf(camera),
              ElementsAre(CameraModeChoice{"MJPG", 1280, 720, 30}, CameraModeChoice{"MJPG", 640, 480, 30}));
  EXPECT_EQ(SizeText({"MJPG", 1280, 720, 30}), "1280 × 720, 30 a second");
  EXPECT_EQ(SizeText({"MJPG", 640, 480, 7.5}), "640 × 480, 7.5 a second");
  EXPECT_EQ(SizeText({"MJPG", 640, 480, 0}), "640 × 480");
}

TEST(CameraOf, KnowsACameraByItsNumberToo) {
  const SettingsOffer offer{
      .cameras = {{.device = "/dev/video0", .name = "One"}, {.device = "/dev/video2", .name = "Two"}}};
  EXPECT_EQ(CameraOf(offer, "2"), &offer.cameras[1]);
  EXPECT_EQ(CameraOf(offer, "/dev/video2"), &offer.cameras[1]);
  EXPECT_EQ(CameraOf(offer, ""), &offer.cameras[0]);
  EXPECT_EQ(CameraOf(offer, "demo"), nullptr);
  EXPECT_FALSE(IsTypedSource(offer, "demo"));
  EXPECT_TRUE(IsTypedSource(offer, "http://192.0.2.7/video"));
}

TEST(WithLanguage, AddsAndTakesAway) {
  EXPECT_EQ(WithLanguage("auto", "deu", true), "deu");
  EXPECT_EQ(WithLanguage("deu", "eng", true), "deu+eng");
  EXPECT_EQ(WithLanguage("deu+eng", "deu", false), "eng");
  EXPECT_EQ(WithLanguage("eng", "eng", false), "auto");
}

TEST(RegionsLike, FindsThemByNameAndByLetters) {
  const SettingsOffer offer{.regions = {{"AT", "Österreich"}, {"DE", "Deutschland"}, {"SE", "Schweden"}}};
  EXPECT_THAT(RegionsLike(offer, "oster"), ElementsAre(NamedChoice{"AT", "Österreich"}));
  EXPECT_THAT(RegionsLike(offer, "se"), ElementsAre(NamedChoice{"SE", "Schweden"}));
  EXPECT_EQ(RegionsLike(offer, "").size(), 3U);
}

}  // namespace
}  // namespace kith::flow
