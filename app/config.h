// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/following_config.h"
#include "app/sync_config.h"
#include "capture/frame_sources.h"
#include "core/result.h"
#include "flow/host_settings.h"
#include "flow/look.h"

namespace kith::app {

/// What the host may set in kith.toml; the command line goes before it. docs/user-guide.md explains each key.
struct Config {
  std::string region;  ///< ISO 3166 alpha-2 for numbers without a country code; from the locale if not set
  std::string languages = "auto";  ///< as Tesseract names them: "eng+deu"; see ocr::ReaderOptions
  std::string time_zone;           ///< IANA name; empty: the machine's
  std::string camera;              ///< a --camera SPEC; empty: the first webcam, else demo
  std::string event;               ///< name of the meetup that captures belong to; may be empty
  bool kiosk = false;              ///< guests stand before it; needs a PIN, see HostPin
  flow::Look look = {};            ///< theme, text_size, language, animations
  bool sound = false;              ///< with "Got it"
  std::filesystem::path data_folder;
  FollowingConfig following;  ///< [calendar], [[plan]], [[circle]] …
  SyncConfig sync;            ///< [sync]
  capture::CameraSettings camera_settings;
  bool mirror_preview =
      false;              ///< the screen shows the camera's picture as a mirror would; cards are read as ever
  bool unmirror = false;  ///< the camera gives mirror images, as selfie cameras of phones do: put them right
  std::filesystem::path file;              ///< that this is from; it needn't be there
  std::vector<flow::FlagSetting> by_flag;  ///< what the command line said
};

/// A file that isn't there gives the defaults; one that can't be read or understood gives an Error that says
/// where. Unknown keys are errors too: a typing error must not be silently ignored.
Result<Config> LoadConfig(const std::filesystem::path& file);

/// "1280x720"; nullopt for anything else, and for sizes that no camera has.
std::optional<std::pair<int, int>> ParseSize(std::string_view text);

/// The language of the window: what the configuration says, else that of the environment ($LANGUAGE, $LC_ALL,
/// $LC_MESSAGES, $LANG) as "de_AT"; "en" if there is none.
std::string WindowLanguage(const Config& config);

/// "de_DE.UTF-8" -> "DE"; "US" for locales without a country.
std::string RegionOfLocale(const std::string& locale);

}  // namespace kith::app
