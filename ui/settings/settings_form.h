// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "flow/host_settings.h"

namespace kith::ui {

/// What is being typed or is open on the screen of settings.
struct SettingsForm {
  std::optional<std::string> address = {};  ///< of a stream, file or folder; nullopt: as it is kept
  std::string exposure = {};
  std::string focus = {};
  bool picks_languages = false;  ///< the list of them is open
  bool picks_region = false;
  std::string region_query = {};
  std::optional<std::string> regions_for = {};  ///< what was typed when `regions` were picked out
  std::vector<flow::NamedChoice> regions = {};
  std::string old_pin = {};
  std::string new_pin = {};
  std::string new_pin_again = {};
  bool removes_pin = false;
  int pin_changed = 0;                            ///< of the state, when it was drawn last
  std::optional<std::string> backup_target = {};  ///< nullopt: what is suggested
  std::string passphrase = {};
  std::string passphrase_again = {};
  int backups_made = 0;  ///< of the state, when it was drawn last
};

}  // namespace kith::ui
