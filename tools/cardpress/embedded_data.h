// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

namespace kith::tools {

/// The text files under tools/cardpress/data, built into the program so that it needs no folder beside it.
struct EmbeddedFile {
  std::string_view name;  ///< without folder and extension: "de"
  std::string_view text;
};

std::vector<EmbeddedFile> LanguageFiles();
std::vector<EmbeddedFile> CountryFiles();
std::string_view StemsFile();

}  // namespace kith::tools
