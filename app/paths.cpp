// SPDX-License-Identifier: Apache-2.0
#include "app/paths.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <system_error>

#include "capture/pdf_file.h"
#include "imaging/codec.h"

namespace kith::app {
namespace {

namespace fs = std::filesystem;

fs::path FolderFrom(const char* variable, const char* below_home) {
  const char* const value = std::getenv(variable);
  // The specification has relative paths ignored.
  if (value != nullptr && *value == '/') return value;
  const char* const home = std::getenv("HOME");
  return fs::path(home != nullptr ? home : "/") / below_home;
}

/// share/ beside the folder of the program.
fs::path ShareFolder() {
  std::error_code ignored;
  return fs::read_symlink("/proc/self/exe", ignored).parent_path().parent_path() / "share";
}

/// Folders that can't be opened are kept as they are: reading them gives the error that names them. `seen`
/// has the folders that were gone through: links may lead in circles.
void AppendPictures(const fs::path& folder, std::set<fs::path>& seen, std::vector<fs::path>& pictures) {
  std::error_code error;
  const fs::path real = fs::weakly_canonical(folder, error);
  if (!seen.insert(error ? folder : real).second) return;
  std::vector<fs::path> entries;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    entries.push_back(it->path());
  }
  if (error) {
    pictures.push_back(folder);
    return;
  }
  std::sort(entries.begin(), entries.end());
  for (const fs::path& entry : entries) {
    if (fs::is_directory(entry, error)) {
      AppendPictures(entry, seen, pictures);
    } else if (imaging::HasPictureName(entry) || capture::HasPdfName(entry)) {
      pictures.push_back(entry);
    }
  }
}

}  // namespace

fs::path DefaultConfigFile() {
  return FolderFrom("XDG_CONFIG_HOME", ".config") / "kith" / "kith.toml";
}

fs::path DefaultDataFolder() {
  return FolderFrom("XDG_DATA_HOME", ".local/share") / "kith";
}

fs::path DefaultExportFolder() {
  std::error_code ignored;
  const fs::path documents = FolderFrom("XDG_DOCUMENTS_DIR", "Documents");
  return fs::is_directory(documents, ignored) ? documents : FolderFrom("HOME", "");
}

fs::path LanguagesFolder() {
  return ShareFolder() / "locale";
}

fs::path AssetsFolder() {
  if (const char* const value = std::getenv("KITH_ASSETS"); value != nullptr && *value != '\0') return value;
  std::error_code ignored;
  const fs::path installed = ShareFolder() / "kith";
  return fs::is_directory(installed, ignored) ? installed : fs::path(KITH_SOURCE_ASSETS);
}

fs::path ModelsFolder() {
  return AssetsFolder() / "models";
}

std::vector<fs::path> PictureFiles(const std::vector<fs::path>& inputs) {
  std::vector<fs::path> pictures;
  for (const fs::path& input : inputs) {
    std::error_code ignored;
    if (fs::is_directory(input, ignored)) {
      std::set<fs::path> seen;
      AppendPictures(input, seen, pictures);
    } else {
      pictures.push_back(input);
    }
  }
  return pictures;
}

Error NoPictures(const std::vector<fs::path>& inputs) {
  return {ErrorCode::kNotFound, "There are no pictures in " + inputs.front().string() +
                                    ". Name picture files, or a folder that holds some."};
}

}  // namespace kith::app
