// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "core/error.h"

namespace kith::app {

/// Where Kith keeps things, by the XDG Base Directory Specification 0.8.
std::filesystem::path DefaultConfigFile();    ///< $XDG_CONFIG_HOME/kith/kith.toml
std::filesystem::path DefaultDataFolder();    ///< $XDG_DATA_HOME/kith
std::filesystem::path DefaultExportFolder();  ///< the person's documents folder, else their home

/// What Kith ships: sample cards, icons. $KITH_ASSETS, else share/kith beside the program's bin/, else the
/// source tree.
std::filesystem::path AssetsFolder();

/// The catalogues of texts in other languages: share/locale beside the program's folder, built or installed.
std::filesystem::path LanguagesFolder();

/// The models of the second reader, which scripts/install-models puts there.
std::filesystem::path ModelsFolder();  ///< models/ of AssetsFolder()

/// The picture files and PDF files under the given files and folders: a file itself, a folder's files (and
/// its subfolders') by name. What isn't one by its ending is left out of folders, but never if it was named
/// itself.
std::vector<std::filesystem::path> PictureFiles(const std::vector<std::filesystem::path>& inputs);

/// What to say when PictureFiles found none.
Error NoPictures(const std::vector<std::filesystem::path>& inputs);

}  // namespace kith::app
