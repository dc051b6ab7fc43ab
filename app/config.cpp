// SPDX-License-Identifier: Apache-2.0
#include "app/config.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cstdlib>
#include <functional>
#include <sstream>
#include <system_error>
#include <tuple>

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

constexpr double kMostFps = 240;
constexpr std::string_view kText = "a text in quotes";
constexpr std::string_view kYesOrNo = "true or false";

char ToUpper(char c) {
  return static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
}

/// The first of these variables that isn't empty.
std::string FirstSet(std::initializer_list<const char*> variables) {
  for (const char* const variable : variables) {
    const char* const value = std::getenv(variable);
    if (value != nullptr && *value != '\0') return value;
  }
  return {};
}

using Setter = std::function<bool(const toml::node&)>;

template <typename Value>
Setter Into(Value& setting) {
  return [&setting](const toml::node& node) {
    const auto value = node.value_exact<Value>();
    if (value) setting = *value;
    return value.has_value();
  };
}

Setter SizeInto(capture::CameraSettings& settings) {
  return [&settings](const toml::node& node) {
    const auto size = ParseSize(node.value_or(std::string_view()));
    if (size) std::tie(settings.width, settings.height) = *size;
    return size.has_value();
  };
}

Setter RateInto(capture::CameraSettings& settings) {
  return [&settings](const toml::node& node) {
    settings.fps = node.is_number() ? node.value_or(0.0) : 0;
    return settings.fps >= 1 && settings.fps <= kMostFps;
  };
}

Setter FormatInto(capture::CameraSettings& settings) {
  return [&settings](const toml::node& node) {
    settings.format = node.value_or(std::string());
    std::ranges::transform(settings.format, settings.format.begin(), ToUpper);
    return settings.format.size() == 4;
  };
}

Setter ControlInto(std::optional<capture::CameraControl>& control) {
  return [&control](const toml::node& node) {
    control.emplace();
    if (node.is_number()) control->value = node.value<double>();
    const std::string_view word = node.value_or(std::string_view());
    if (word == "unchanged") control.reset();
    return control && control->value ? *control->value >= 0 : word == "auto" || word == "unchanged";
  };
}

bool SetTheme(flow::Theme& theme, std::string_view name) {
  theme = name == "dark" ? flow::Theme::kDark : flow::Theme::kLight;
  return name == "dark" || name == "light";
}

bool SetTextSize(int& percent, int wanted) {
  percent = wanted;
  return std::ranges::find(flow::kTextSizes, wanted) != flow::kTextSizes.end();
}

struct Key {
  std::string_view name, what;
  Setter set;
};

/// [camera]: nullopt if all is well.
std::optional<Error> ReadCamera(const std::filesystem::path& file, const toml::table& table, Config& config) {
  capture::CameraSettings& settings = config.camera_settings;
  const std::array<Key, 8> keys = {
      {{"source", kText, Into(config.camera)},
       {"size", "a size such as \"1280x720\"", SizeInto(settings)},
       {"fps", "a number from 1 to 240", RateInto(settings)},
       {"format", "four letters such as \"MJPG\"", FormatInto(settings)},
       {"exposure", "\"auto\", \"unchanged\" or a number of milliseconds",
        ControlInto(settings.controls.exposure_ms)},
       {"focus", "\"auto\", \"unchanged\" or a number", ControlInto(settings.controls.focus)},
       {"mirror_preview", kYesOrNo, Into(config.mirror_preview)},
       {"unmirror", kYesOrNo, Into(config.unmirror)}}};
  for (const auto& [key, node] : table) {
    const std::string name(key.str());
    const auto known = std::ranges::find(keys, name, &Key::name);
    if (known == keys.end())
      return BadConfig(file, "there is no setting \"" + name + "\" of the camera", node.source());
    if (!known->set(node))
      return BadConfig(file, "\"" + name + "\" must be " + std::string(known->what), node.source());
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::pair<int, int>> ParseSize(std::string_view text) {
  constexpr int kMostPixelsASide = 16384;
  const char* const last = text.data() + text.size();
  std::pair<int, int> size;
  const auto [cross, bad_width] = std::from_chars(text.data(), last, size.first);
  if (bad_width != std::errc() || cross == last || *cross != 'x') return std::nullopt;
  const auto [end, bad_height] = std::from_chars(cross + 1, last, size.second);
  const bool fits =
      std::min(size.first, size.second) > 0 && std::max(size.first, size.second) <= kMostPixelsASide;
  if (bad_height != std::errc() || end != last || !fits) return std::nullopt;
  return size;
}

std::string WindowLanguage(const Config& config) {
  if (!config.look.language.empty()) return config.look.language;
  const std::string locale = FirstSet({"LC_ALL", "LC_MESSAGES", "LANG"});
  const bool is_none = locale.empty() || locale == "POSIX" || locale.starts_with("C.") || locale == "C";
  if (is_none) return "en";
  const std::string preferred =
      FirstSet({"LANGUAGE"});  // as gettext has it: several, and not in the C locale
  const std::string chosen = preferred.empty() ? locale : preferred;
  return chosen.substr(0, chosen.find_first_of(":.@"));
}

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
  config.region = RegionOfLocale(FirstSet({"LC_ALL", "LC_CTYPE", "LANG"}));
  config.data_folder = DefaultDataFolder();
  config.file = file;

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
  const std::array keys = {Key{"region", kText, Into(config.region)},
                           Key{"languages", kText, Into(config.languages)},
                           Key{"time_zone", kText, Into(config.time_zone)},
                           Key{"camera", kText, Into(config.camera)},
                           Key{"event", kText, Into(config.event)},
                           Key{"data_folder", kText, Into(data_folder)},
                           Key{"kiosk", kYesOrNo, Into(config.kiosk)},
                           Key{"language", kText, Into(config.look.language)},
                           Key{"animations", kYesOrNo, Into(config.look.animations)},
                           Key{"sound", kYesOrNo, Into(config.sound)},
                           Key{"theme", "\"light\" or \"dark\"",
                               [&](const toml::node& node) {
                                 return SetTheme(config.look.theme, node.value_or(std::string_view()));
                               }},
                           Key{"text_size", "100, 125, 150 or 200", [&](const toml::node& node) {
                                 return SetTextSize(config.look.text_percent, node.value_or(0));
                               }}};
  for (const auto& [key, node] : table) {
    const std::string name(key.str());
    if (name == "camera" && node.is_table()) {
      if (auto error = ReadCamera(file, *node.as_table(), config)) return *error;
      continue;
    }
    if (IsFollowingKey(name) || name == "sync") continue;
    const auto known = std::ranges::find(keys, name, &Key::name);
    if (known == keys.end()) return BadConfig(file, "there is no setting \"" + name + "\"", node.source());
    if (!known->set(node))
      return BadConfig(file, "\"" + name + "\" must be " + std::string(known->what), node.source());
  }
  Result<FollowingConfig> following = LoadFollowingConfig(file);
  if (!following) return following.error();
  config.following = *std::move(following);
  Result<SyncConfig> sync = LoadSyncConfig(file);
  if (!sync) return sync.error();
  config.sync = *std::move(sync);
  if (!data_folder.empty()) config.data_folder = data_folder;
  std::ranges::transform(config.region, config.region.begin(), ToUpper);
  return config;
}

}  // namespace kith::app
