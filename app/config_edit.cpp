// SPDX-License-Identifier: Apache-2.0
#include "app/config_edit.h"

#include <fstream>
#include <iterator>
#include <string>
#include <system_error>

#include "app/config.h"
#include "exchange/atomic_file.h"

namespace kith::app {
namespace {

std::string TextOf(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

Result<void> ChangeConfig(const std::filesystem::path& file, const std::vector<TomlChange>& changes) {
  if (changes.empty()) return {};
  // What a person is just writing there, and isn't right yet, isn't touched.
  if (const Result<Config> now = LoadConfig(file); !now) return now.error();
  const Result<std::string> text = ChangedToml(TextOf(file), changes);
  if (!text) return text.error();
  std::error_code error;
  std::filesystem::create_directories(file.parent_path(), error);
  return exchange::WriteFileAtomically(file, *text);
}

}  // namespace kith::app
