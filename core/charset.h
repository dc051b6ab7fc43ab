// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kith {

/// Bytes of the named character set ("ISO-8859-1", "windows-1252", "Shift_JIS") as UTF-8, with U+FFFD for
/// what isn't in it; nullopt if nobody knows that name.
std::optional<std::string> Utf8From(std::string_view bytes, const std::string& charset);

/// Whether the bytes are valid UTF-8.
bool IsUtf8(std::string_view bytes);

}  // namespace kith
