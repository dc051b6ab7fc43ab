// SPDX-License-Identifier: Apache-2.0
#include "app/config.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <sstream>
#include <system_error>

#include <toml++/toml.h>

#include "app/paths.h"

namespace kith::app {
namespace {

Error BadConfig(const std::filesystem::path& file, const std::string& what,
                const toml::source_region& where) {
  std::ostringstream message;
  message << "The configuration " << file.string() << " can't be used: " << what;
  if (where.begin) message << " (line " << where.begin.line << ")";
  message << ". Correct that line or remove it.";
  return {ErrorCode::kInvalidInput, message.str()};
}

std::string LocaleFromEnvironment() {
  for (const char* const variable : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const char* const value = std::getenv(variable);
    if (value != nullptr && *value != '\0') return value;
  }
  return {};
}

}  // namespace

std::string RegionOfLocale(const std::string& locale) {
  const std::size_t underscore = locale.find('_');
  if (underscore == std::string::npos || locale.size() < underscore + 3) return "US";
  const std::string region = locale.substr(underscore + 1, 2);
  const bool is_region =
      std::all_of(region.begin(), region.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return is_region ? region : "US";
}

Result<Config> LoadConfig(const std::filesystem::path& file) {
  Config config;
  config.region = RegionOfLocale(LocaleFromEnvironment());
  config.data_folder = DefaultDataFolder();

  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) return config;

  if (std::filesystem::is_directory(file, ignored)) {
    return Error{ErrorCode::kInvalidInput,
                 "The configuration " + file.string() + " is a folder. Name a file."};
  }

  toml::table table;
  try {
    table = toml::parse_file(file.string());
  } catch (const toml::parse_error& error) {
    return BadConfig(file, std::string(error.description()), error.source());
  }

  std::string data_folder;
  const std::array<std::pair<std::string_view, std::string*>, 6> keys = {{{"region", &config.region},
                                                                          {"languages", &config.languages},
                                                                          {"time_zone", &config.time_zone},
                                                                          {"camera", &config.camera},
                                                                          {"event", &config.event},
                                                                          {"data_folder", &data_folder}}};
  for (const auto& [key, node] : table) {
    const std::string name(key.str());
    const auto known =
        std::find_if(keys.begin(), keys.end(), [&name](const auto& entry) { return entry.first == name; });
    if (known == keys.end()) return BadConfig(file, "there is no setting \"" + name + "\"", node.source());
    const auto text = node.value<std::string>();
    if (!text) return BadConfig(file, "\"" + name + "\" must be a text in quotes", node.source());
    *known->second = *text;
  }
  if (!data_folder.empty()) config.data_folder = data_folder;
  std::transform(config.region.begin(), config.region.end(), config.region.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return config;
}

}  // namespace kith::app
