// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <nlohmann/json.hpp>

namespace kith::exchange::test {

/// The text as read_back.py sees it in a file of that name: a reader that has nothing to do with us. A null
/// value if it failed, which fails the test.
nlohmann::json ReadBack(const std::string& file_name, const std::string& text);

/// The JSON that a command prints, given the text in a file of that name behind its own arguments; a null
/// value if it failed, which fails the test.
nlohmann::json ReadWith(const std::string& command, const std::string& file_name, const std::string& text);

}  // namespace kith::exchange::test
