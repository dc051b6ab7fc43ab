// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "flow/host_settings.h"
#include "flow/long_job.h"

/// The screen of settings, and what a person does on it.
namespace kith::flow {

enum class SettingsTab { kCamera, kWindow, kPin, kBackup };

struct PinWork {
  bool busy = false;
  std::string problem = {};  ///< why it wasn't changed
  int changed = 0;           ///< counts up: forms begin anew
};

struct BackupWork {
  std::shared_ptr<LongJob> job = {};  ///< while one is made
  std::uint64_t ticket = 0;           ///< of the one whose outcome is waited for
  std::string problem = {};           ///< why it wasn't made
  bool asks_to_replace = false;       ///< there is such a file
  int made = 0;                       ///< counts up: forms begin anew
};

struct SettingsState {
  SettingsTab tab = SettingsTab::kCamera;
  bool loaded = false;
  HostSettings kept = {};
  SettingsOffer offer = {};
  bool keeping = false;
  std::vector<HostSettings> undo = {};            ///< how they were, the newest last
  std::optional<CameraWish> working_camera = {};  ///< the last one that gave a picture
  PinWork pin = {};
  BackupWork backup = {};
};

// What a person wants.

struct ShowSettings {
  SettingsTab tab = SettingsTab::kCamera;
};
/// Looks again at what this machine has.
struct LookForChoices {};
struct ChangeSettings {
  HostSettings wanted;
};
struct UndoSettings {};
/// Sets the PIN, or another one in its place.
struct ChangePin {
  std::string old;  ///< empty: there is none
  std::string fresh;
  std::string again;
};
struct RemovePin {
  std::string old;
};
struct MakeBackup {
  std::string target;
  std::string passphrase;
  std::string again;
  bool may_replace = false;
};
struct StopBackup {};
struct TrySound {};

// What workers bring back.

struct SettingsLoaded {
  FoundSettings found;
};
struct SettingsKept {
  HostSettings kept;
};
struct SettingsNotKept {
  HostSettings before;
  Error error;
};
struct PinChanged {
  bool has_pin = false;
};
struct PinNotChanged {
  Error error;
};
struct BackupMade {
  std::uint64_t ticket = 0;
  SealedBackup backup;
};
struct BackupNotMade {
  std::uint64_t ticket = 0;
  Error error;
};

}  // namespace kith::flow

namespace kith::flow::effect {

struct LoadSettings {};

struct KeepSettings {
  HostSettings before;
  HostSettings after;
};

struct SetPin {
  std::string old;
  std::string fresh;
};

struct RemovePin {
  std::string old;
};

struct MakeBackup {
  std::uint64_t ticket = 0;
  BackupWish wish;
  std::shared_ptr<LongJob> job;  ///< never null
};

struct PlayGotIt {};

}  // namespace kith::flow::effect
