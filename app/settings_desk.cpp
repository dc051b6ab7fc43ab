// SPDX-License-Identifier: Apache-2.0
#include "app/settings_desk.h"

#include <cstdlib>
#include <string>
#include <system_error>
#include <utility>

#include "app/config_edit.h"
#include "app/host_settings.h"
#include "app/open_store.h"
#include "app/paths.h"
#include "app/settings_offer.h"
#include "core/language.h"

namespace kith::app {
namespace {

Result<void> CheckOldPin(storage::PinFile& pin, const std::string& old) {
  if (!pin.IsSet()) return {};
  const Result<bool> right = pin.IsRight(old);
  if (!right) return right.error();
  if (*right) return {};
  return Error{ErrorCode::kNotAllowed, std::string(Tr("That isn't the PIN."))};
}

/// "~/kith.sealed" is in the home folder.
std::filesystem::path WholePath(const std::filesystem::path& path) {
  const std::string text = path.string();
  const char* const home = std::getenv("HOME");
  if (home == nullptr || !text.starts_with("~/")) return path;
  return std::filesystem::path(home) / text.substr(2);
}

/// A folder that isn't there is a stick that isn't plugged in: nothing is made in its place.
Result<void> CheckTarget(const std::filesystem::path& target, bool may_replace) {
  if (!target.is_absolute() || !target.has_filename()) {
    return Error{ErrorCode::kNotFound,
                 std::string(Tr("Write the whole path, such as /media/stick/kith.sealed"))};
  }
  std::error_code error;
  if (!std::filesystem::is_directory(target.parent_path(), error)) {
    return Error{ErrorCode::kNotFound, Filled(Tr("There is no folder {0}. If it is on a stick, plug it in."),
                                              {target.parent_path().string()})};
  }
  if (!may_replace && std::filesystem::exists(target, error)) {
    return Error{ErrorCode::kInvalidInput, Filled(Tr("There is a file {0} already."), {target.string()})};
  }
  return {};
}

}  // namespace

MachineSettings::MachineSettings(std::shared_ptr<RunningConfig> running, storage::Store& store,
                                 const ocr::CardReader& reader, const Clock& clock)
    : running_(std::move(running)), store_(store), reader_(reader), clock_(clock) {}

Result<flow::FoundSettings> MachineSettings::Load() {
  const Config config = running_->Now();
  return flow::FoundSettings{HostSettingsOf(config), OfferOf(config, reader_.InstalledLanguages(), clock_)};
}

Result<void> MachineSettings::Keep(const flow::HostSettings& before, const flow::HostSettings& after) {
  const MutexLock lock(running_->file_mutex());
  const Config now = running_->Now();
  if (auto written = ChangeConfig(now.file, ChangesBetween(before, after)); !written) return written;
  const Config config = WithSettings(now, before, after);
  if (config.look.language != now.look.language) UseLanguage(WindowLanguage(config), LanguagesFolder());
  running_->Set(config);
  if (before.camera != after.camera) running_->camera().Use(CaptureOptionsOf(config));
  return {};
}

Result<void> MachineSettings::SetPin(const std::string& old, const std::string& fresh) {
  storage::PinFile pin = HostPin(running_->Now());
  if (auto right = CheckOldPin(pin, old); !right) return right;
  return pin.Set(fresh);
}

Result<void> MachineSettings::RemovePin(const std::string& old) {
  storage::PinFile pin = HostPin(running_->Now());
  if (auto right = CheckOldPin(pin, old); !right) return right;
  return pin.Remove();
}

Result<flow::SealedBackup> MachineSettings::BackUp(const flow::BackupWish& wish, std::atomic<int>& percent,
                                                   const std::stop_token& stop) {
  const flow::SealedBackup backup{WholePath(wish.target), clock_.Now()};
  if (auto fits = CheckTarget(backup.file, wish.may_replace); !fits) return fits.error();
  const auto go_on = [&](double part) {
    percent = static_cast<int>(part * 100);
    return !stop.stop_requested();
  };
  if (!go_on(0)) return Error{ErrorCode::kCancelled, std::string(Tr("The backup was stopped."))};
  if (auto made = store_.BackUp(backup.file, wish.passphrase, go_on); !made) return made.error();
  if (auto remembered = RememberSealedBackup(running_->Now().data_folder, backup); !remembered)
    return remembered.error();
  return backup;
}

}  // namespace kith::app
