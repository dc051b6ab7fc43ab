// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/result.h"
#include "core/time.h"
#include "flow/look.h"

/// What the host may set while the program runs, what there is to choose from, and the port that keeps it.
namespace kith::flow {

/// How a setting of a camera is treated.
struct CameraDial {
  enum class Mode { kAsItIs, kAutomatic, kFixed };
  Mode mode = Mode::kAsItIs;
  double value = 0;  ///< of kFixed

  friend bool operator==(const CameraDial&, const CameraDial&) = default;
};

/// Which camera, and what it is asked for.
struct CameraWish {
  std::string source = {};  ///< a --camera SPEC; empty: the first webcam, else demo
  int width = 1920;
  int height = 1080;
  double fps = 30;
  std::string format = "MJPG";
  CameraDial exposure_ms = {};
  CameraDial focus = {};
  bool unmirror = false;  ///< it gives mirror images: put them right

  friend bool operator==(const CameraWish&, const CameraWish&) = default;
};

struct HostSettings {
  CameraWish camera = {};
  bool mirror_preview = false;
  std::string reading_languages = "auto";  ///< as Tesseract names them: "eng+deu"
  std::string region = "US";               ///< ISO 3166; for phone numbers without a country code
  Look look = {};
  bool sound = false;  ///< with "Got it"

  friend bool operator==(const HostSettings&, const HostSettings&) = default;
};

/// What the command line may have said: it goes before kith.toml, and can't be changed while the program
/// runs.
enum class FlagSetting { kCamera, kCameraSize, kCameraFps, kMirror };

struct CameraModeChoice {
  std::string format;
  int width = 0;
  int height = 0;
  double fps = 0;  ///< 0 if the camera doesn't tell

  friend bool operator==(const CameraModeChoice&, const CameraModeChoice&) = default;
};

struct DialRange {
  double least = 0;
  double most = 0;

  friend bool operator==(const DialRange&, const DialRange&) = default;
};

struct CameraChoice {
  std::string device;                         ///< "/dev/video0"
  std::string name;                           ///< "HD Webcam"
  bool allowed = true;                        ///< false: this user may not open it
  std::vector<CameraModeChoice> modes = {};   ///< as the camera lists them
  std::optional<DialRange> exposure_ms = {};  ///< nullopt: it has no such setting
  std::optional<DialRange> focus = {};

  friend bool operator==(const CameraChoice&, const CameraChoice&) = default;
};

/// Something to choose: how it is kept, and how a person calls it.
struct NamedChoice {
  std::string value;
  std::string name;

  friend bool operator==(const NamedChoice&, const NamedChoice&) = default;
};

struct SealedBackup {
  std::filesystem::path file;
  Instant made{};

  friend bool operator==(const SealedBackup&, const SealedBackup&) = default;
};

/// What this machine has, and how things stand.
struct SettingsOffer {
  std::filesystem::path file = {};  ///< that the settings are kept in
  std::vector<FlagSetting> set_by_flag = {};
  std::vector<CameraChoice> cameras = {};
  std::vector<NamedChoice> reading_languages = {};  ///< whose data is installed
  std::vector<NamedChoice> window_languages = {};
  std::vector<NamedChoice> regions = {};  ///< by name
  bool for_guests = false;  ///< Kith was started as a kiosk: it locks itself once there is a PIN
  bool has_pin = false;
  std::filesystem::path backup_target = {};        ///< suggested: a file that isn't there yet
  std::optional<SealedBackup> sealed_backup = {};  ///< the newest that was made
  std::optional<Day> daily_backup = {};            ///< the newest that Kith made by itself

  friend bool operator==(const SettingsOffer&, const SettingsOffer&) = default;
};

struct FoundSettings {
  HostSettings kept = {};  ///< as they are in force
  SettingsOffer offer = {};
};

struct BackupWish {
  std::filesystem::path target;
  std::string passphrase;
  bool may_replace = false;  ///< the file that is there
};

/// Port: keeps the settings and puts them in force, for the camera and the workers too. One object a thread.
class SettingsDesk {
 public:
  virtual ~SettingsDesk() = default;
  virtual Result<FoundSettings> Load() = 0;
  /// Writes what differs; the rest of the file stays as a person wrote it. Whole or not at all.
  virtual Result<void> Keep(const HostSettings& before, const HostSettings& after) = 0;
  /// kNotAllowed if `old` isn't the PIN that is there; without one it is ignored. kInvalidInput for anything
  /// but 4 to 12 digits.
  virtual Result<void> SetPin(const std::string& old, const std::string& fresh) = 0;
  virtual Result<void> RemovePin(const std::string& old) = 0;
  /// A whole, checked, encrypted copy of the store. kInvalidInput if there is such a file and it may not be
  /// replaced; kCancelled soon after `stop` is requested. Nothing of it is left behind then.
  virtual Result<SealedBackup> BackUp(const BackupWish& wish, std::atomic<int>& percent,
                                      const std::stop_token& stop) = 0;
};

/// Port: the sound of "Got it". One object a thread.
class Chime {
 public:
  virtual ~Chime() = default;
  /// Gives back at once. Silent where nothing can be heard.
  virtual void Play() = 0;
};

}  // namespace kith::flow
