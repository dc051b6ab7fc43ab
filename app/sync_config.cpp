// SPDX-License-Identifier: Apache-2.0
#include "app/sync_config.h"

#include <functional>
#include <map>
#include <sstream>
#include <system_error>

#include <toml++/toml.h>

namespace kith::app {
namespace {

struct SyncKey {
  std::string what;
  std::function<bool(const toml::node&)> set;
};

SyncKey Text(std::string& setting) {
  return {"a text in quotes", [&setting](const toml::node& node) {
            const auto text = node.value_exact<std::string>();
            if (text) setting = *text;
            return text.has_value();
          }};
}

SyncKey Texts(std::vector<std::string>& setting) {
  return {"a list of texts", [&setting](const toml::node& node) {
            const toml::array* const list = node.as_array();
            if (list == nullptr) return false;
            for (const toml::node& one : *list) {
              const auto text = one.value_exact<std::string>();
              if (!text) return false;
              setting.push_back(*text);
            }
            return true;
          }};
}

std::map<std::string, SyncKey> KeysOf(SyncConfig& config, std::string& ca_file) {
  return {{"carddav", Text(config.carddav)},
          {"caldav", Text(config.caldav)},
          {"user", Text(config.user)},
          {"ca_file", Text(ca_file)},
          {"also_servers", Texts(config.also_servers)},
          {"insecure_http",
           {"true or false",
            [&config](const toml::node& node) {
              const auto value = node.value_exact<bool>();
              config.insecure_http = value.value_or(false);
              return value.has_value();
            }}},
          {"every_minutes", {"a number from 1 to 1440", [&config](const toml::node& node) {
                               constexpr int kDay = 24 * 60;
                               config.every_minutes =
                                   static_cast<int>(node.value_exact<std::int64_t>().value_or(0));
                               return config.every_minutes >= 1 && config.every_minutes <= kDay;
                             }}}};
}

}  // namespace

Result<SyncConfig> LoadSyncConfig(const std::filesystem::path& file) {
  SyncConfig config;
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) return config;
  const auto bad = [&](const std::string& what, const toml::source_region& where) {
    std::ostringstream message;
    message << "The configuration " << file.string() << " can't be used: " << what << " (line "
            << where.begin.line << "). Correct that line or remove it.";
    return Error{ErrorCode::kInvalidInput, message.str()};
  };
  toml::table all;
  try {
    all = toml::parse_file(file.string());
  } catch (const toml::parse_error& error) {
    return bad(std::string(error.description()), error.source());
  }
  const toml::node* const node = all.get("sync");
  if (node == nullptr) return config;
  const toml::table* const table = node->as_table();
  if (table == nullptr) return bad("\"sync\" must be a table", node->source());
  std::string ca_file;
  const std::map<std::string, SyncKey> keys = KeysOf(config, ca_file);
  for (const auto& [name, value] : *table) {
    const auto key = keys.find(std::string(name.str()));
    if (key == keys.end())
      return bad("there is no setting \"" + std::string(name.str()) + "\" of sync", value.source());
    if (!key->second.set(value))
      return bad("\"" + key->first + "\" must be " + key->second.what, value.source());
  }
  config.ca_file = ca_file;
  return config;
}

}  // namespace kith::app
