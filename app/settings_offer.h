// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/config.h"
#include "core/clock.h"
#include "flow/host_settings.h"

/// What there is to choose from on this machine.
namespace kith::app {

/// `installed`: the language data of Tesseract. The clock says which day it is.
flow::SettingsOffer OfferOf(const Config& config, const std::vector<std::string>& installed,
                            const Clock& clock);

/// The newest encrypted backup that was made in the window, kept in the data folder; nullopt if none was.
std::optional<flow::SealedBackup> LastSealedBackup(const std::filesystem::path& data_folder);
Result<void> RememberSealedBackup(const std::filesystem::path& data_folder, const flow::SealedBackup& backup);

/// What Tesseract's data "deu" or "script/Latin" is for, in that language.
std::string NameOfLanguageData(const std::string& data, const std::string& language);

}  // namespace kith::app
