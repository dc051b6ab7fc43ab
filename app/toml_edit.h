// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace kith::app {

/// Another value for a key of a TOML file, or a key that isn't there yet.
struct TomlChange {
  std::string table;  ///< "camera"; empty: the key belongs to none
  std::string key;
  std::string value;  ///< as TOML writes it: TomlText("…"), "true", "30"
};

/// The text with these changes: everything else, comments too, stays as a person wrote it. A text
/// `camera = "…"` becomes [camera] with a `source` when another key of that table is changed. kUnreadable if
/// the text isn't TOML, or is written in a way that can't be changed by machine.
Result<std::string> ChangedToml(std::string text, const std::vector<TomlChange>& changes);

/// In quotes, with what must be escaped.
std::string TomlText(std::string_view text);

}  // namespace kith::app
