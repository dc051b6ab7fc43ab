// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/sample_settings.h"

#include <memory>

namespace kith::ui::test {
namespace {

using namespace std::chrono_literals;
using flow::AppState;

flow::SettingsOffer Offer() {
  return {
      .file = "/home/ada/.config/kith/kith.toml",
      .cameras = {{.device = "/dev/video0",
                   .name = "HD Webcam",
                   .modes = {{"MJPG", 1920, 1080, 30},
                             {"MJPG", 1280, 720, 60},
                             {"MJPG", 640, 480, 30},
                             {"YUYV", 640, 480, 30}},
                   .exposure_ms = flow::DialRange{0.3, 333},
                   .focus = flow::DialRange{0, 255}},
                  {.device = "/dev/video2", .name = "Microscope with a rather long name", .allowed = false}},
      .reading_languages = {{"Latin", "all in Latin letters"},
                            {"eng", "English"},
                            {"deu", "German"},
                            {"rus", "Russian"}},
      .window_languages = {{"de", "Deutsch"}, {"en", "English"}},
      .regions = {{"AT", "Austria"},
                  {"DK", "Denmark"},
                  {"FR", "France"},
                  {"DE", "Germany"},
                  {"IT", "Italy"},
                  {"JP", "Japan"},
                  {"MX", "Mexico"},
                  {"CH", "Switzerland"},
                  {"GB", "United Kingdom"},
                  {"US", "United States"}},
      .backup_target = "/home/ada/Documents/kith-2026-11-23.sealed",
      .daily_backup = Day{std::chrono::year(2026), std::chrono::November, std::chrono::day(23)}};
}

}  // namespace

AppState WithSettings(AppState state, flow::SettingsTab tab) {
  state.screen = flow::Screen::kSettings;
  state.scan.camera = "/dev/video0";
  flow::SettingsState& screen = state.settings_screen;
  screen.tab = tab;
  screen.loaded = true;
  screen.offer = Offer();
  screen.kept.camera.source = "/dev/video0";
  screen.kept.look = state.settings.look;
  screen.kept.region = state.settings.region;
  screen.undo = {screen.kept};
  return state;
}

AppState WithBrokenCamera(AppState state) {
  state = WithSettings(std::move(state), flow::SettingsTab::kCamera);
  flow::SettingsState& screen = state.settings_screen;
  screen.working_camera = screen.kept.camera;
  screen.kept.camera.source = "http://192.0.2.7:8080/video";
  state.scan.camera.clear();
  state.scan.preview.frame = {};
  state.scan.camera_error =
      Error{ErrorCode::kNotFound,
            "\"http://192.0.2.7:8080/video\" doesn't answer. Check the address, and that the "
            "camera is on and in the same network."};
  return state;
}

AppState WithoutCamera(AppState state) {
  state = WithSettings(std::move(state), flow::SettingsTab::kCamera);
  flow::SettingsState& screen = state.settings_screen;
  screen.offer.cameras.clear();
  screen.kept.camera.source.clear();
  screen.undo.clear();
  state.scan.camera.clear();
  state.scan.preview.frame = {};
  return state;
}

AppState WithFlags(AppState state) {
  state = WithSettings(std::move(state), flow::SettingsTab::kCamera);
  state.settings_screen.offer.set_by_flag = {flow::FlagSetting::kCamera, flow::FlagSetting::kCameraSize,
                                             flow::FlagSetting::kCameraFps, flow::FlagSetting::kMirror};
  return state;
}

AppState WithPin(AppState state) {
  state = WithSettings(std::move(state), flow::SettingsTab::kPin);
  state.settings_screen.offer.has_pin = true;
  state.settings_screen.offer.for_guests = true;
  return state;
}

AppState WithBackupRunning(AppState state) {
  state = WithSettings(std::move(state), flow::SettingsTab::kBackup);
  flow::SettingsState& screen = state.settings_screen;
  screen.offer.sealed_backup = flow::SealedBackup{"/media/stick/kith.sealed", state.now - 72h};
  screen.backup.job = std::make_shared<flow::LongJob>();
  screen.backup.job->done = 42;
  return state;
}

}  // namespace kith::ui::test
