// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <utility>

#include "core/language.h"
#include "core/text.h"
#include "flow/updater.h"

namespace kith::flow {
namespace {

constexpr std::size_t kUndoAtMost = 50;
constexpr std::size_t kShortestPassphrase = 8;

}  // namespace

void Updater::On(const ShowSettings& action) {
  if (state_.lock.locked) return;
  state_.settings_screen.tab = action.tab;
  if (state_.screen != Screen::kSettings) On(ShowScreen{Screen::kSettings});
}

void Updater::On(const LookForChoices&) {
  if (!state_.lock.locked) Run(effect::LoadSettings{});
}

void Updater::On(const SettingsLoaded& action) {
  SettingsState& screen = state_.settings_screen;
  if (state_.lock.locked) return;
  screen.offer = action.found.offer;
  if (screen.keeping) return;  // what is being kept is newer
  screen.kept = action.found.kept;
  screen.loaded = true;
  const bool works = !state_.scan.camera.empty() && !state_.scan.camera_error;
  if (works && !screen.working_camera) screen.working_camera = screen.kept.camera;
}

void Updater::On(const ChangeSettings& action) {
  SettingsState& screen = state_.settings_screen;
  if (state_.lock.locked || !screen.loaded || action.wanted == screen.kept) return;
  screen.undo.push_back(screen.kept);
  if (screen.undo.size() > kUndoAtMost) screen.undo.erase(screen.undo.begin());
  Adopt(action.wanted);
}

void Updater::On(const UndoSettings&) {
  SettingsState& screen = state_.settings_screen;
  if (state_.lock.locked || screen.undo.empty()) return;
  const HostSettings before = screen.undo.back();
  screen.undo.pop_back();
  Adopt(before);
}

void Updater::Adopt(const HostSettings& wanted) {
  SettingsState& screen = state_.settings_screen;
  const HostSettings before = std::exchange(screen.kept, wanted);
  state_.settings.look = wanted.look;
  state_.settings.sound = wanted.sound;
  state_.settings.region = wanted.region;
  state_.settings.mirror_preview = wanted.mirror_preview;
  if (before.camera != wanted.camera) {  // it is opened anew
    if (!screen.working_camera) screen.working_camera = before.camera;
    state_.scan.camera.clear();
    state_.scan.camera_error.reset();
    state_.scan.camera_finished = false;
    state_.scan.preview = {.frame = {}, .card = {}, .hint = ScanHint::kStarting};
  }
  if (!screen.keeping) GoOnKeeping(before);
}

void Updater::GoOnKeeping(const HostSettings& before) {
  SettingsState& screen = state_.settings_screen;
  screen.keeping = before != screen.kept;
  if (screen.keeping) Run(effect::KeepSettings{before, screen.kept});
}

void Updater::On(const SettingsKept& action) {
  if (state_.settings_screen.keeping) GoOnKeeping(action.kept);
}

void Updater::On(const SettingsNotKept& action) {
  SettingsState& screen = state_.settings_screen;
  Tell(action.error, std::string(Tr("That setting couldn't be kept")));
  if (!screen.keeping) return;
  Adopt(action.before);
  screen.keeping = false;
  screen.undo.clear();
}

bool Updater::MayChangePin() const {
  const bool pausing = state_.lock.retry_at && state_.now < *state_.lock.retry_at;
  return !state_.lock.locked && state_.settings_screen.loaded && !state_.settings_screen.pin.busy && !pausing;
}

void Updater::RefusePin(std::string problem) {
  state_.settings_screen.pin.problem = std::move(problem);
}

void Updater::On(const ChangePin& action) {
  if (!MayChangePin()) return;
  if (action.fresh != action.again) return RefusePin(std::string(Tr("The two PINs aren't the same.")));
  state_.settings_screen.pin.busy = true;
  state_.settings_screen.pin.problem.clear();
  Run(effect::SetPin{action.old, action.fresh});
}

void Updater::On(const RemovePin& action) {
  if (!MayChangePin()) return;
  state_.settings_screen.pin.busy = true;
  state_.settings_screen.pin.problem.clear();
  Run(effect::RemovePin{action.old});
}

void Updater::On(const PinChanged& action) {
  SettingsState& screen = state_.settings_screen;
  screen.pin = {.changed = screen.pin.changed + 1};
  if (!screen.loaded) return;
  screen.offer.has_pin = action.has_pin;
  state_.lock.wrong_attempts = 0;
  state_.settings.kiosk = screen.offer.for_guests && action.has_pin;
  if (state_.settings.kiosk && !state_.host_card.loaded) Run(effect::LoadHostCard{});  // guests take it home
  if (action.has_pin) {
    Inform(std::string(Tr("The PIN is set")), state_.settings.kiosk
                                                  ? std::string(Tr("Guests see nothing but their own card."))
                                                  : std::string(Tr("A kiosk locks itself with it.")));
  } else {
    Inform(std::string(Tr("There is no PIN any more")),
           std::string(Tr("Whoever stands before the kiosk sees everything.")));
  }
}

void Updater::On(const PinNotChanged& action) {
  PinWork& pin = state_.settings_screen.pin;
  if (!pin.busy) return;
  pin.busy = false;
  pin.problem = action.error.message;
  if (action.error.code != ErrorCode::kNotAllowed) return;
  const std::chrono::seconds pause = PauseAfter(++state_.lock.wrong_attempts);
  if (pause > std::chrono::seconds(0)) state_.lock.retry_at = state_.now + pause;
}

void Updater::On(const MakeBackup& action) {
  BackupWork& backup = state_.settings_screen.backup;
  if (state_.lock.locked || !state_.settings_screen.loaded || backup.job) return;
  backup.problem.clear();
  backup.asks_to_replace = false;
  if (NormalizeText(action.target).empty()) {
    backup.problem = Tr("Say where it goes.");
  } else if (action.passphrase != action.again) {
    backup.problem = Tr("The two passphrases aren't the same.");
  } else if (action.passphrase.size() < kShortestPassphrase) {
    backup.problem = Tr("A passphrase has 8 letters or more: some words that only you put together.");
  }
  if (!backup.problem.empty()) return;
  backup.job = std::make_shared<LongJob>();
  backup.ticket = state_.next_ticket++;
  Run(effect::MakeBackup{
      backup.ticket, {NormalizeText(action.target), action.passphrase, action.may_replace}, backup.job});
}

void Updater::On(const StopBackup&) {
  if (!state_.lock.locked && state_.settings_screen.backup.job)
    state_.settings_screen.backup.job->stop.request_stop();
}

void Updater::On(const BackupMade& action) {
  SettingsState& screen = state_.settings_screen;
  if (!screen.backup.job || action.ticket != screen.backup.ticket) return;
  screen.backup = {.made = screen.backup.made + 1};
  screen.offer.sealed_backup = action.backup;
  Run(effect::LoadSettings{});  // for the name of the next one
}

void Updater::On(const BackupNotMade& action) {
  BackupWork& backup = state_.settings_screen.backup;
  if (!backup.job || action.ticket != backup.ticket) return;
  backup.job.reset();
  if (action.error.code == ErrorCode::kCancelled) return;
  backup.asks_to_replace = action.error.code == ErrorCode::kInvalidInput;
  backup.problem = action.error.message;
}

void Updater::On(const TrySound&) {
  if (!state_.lock.locked) Run(effect::PlayGotIt{});
}

}  // namespace kith::flow
