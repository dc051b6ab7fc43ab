// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/time.h"

namespace kith::app {

struct BackupOptions {
  std::filesystem::path target;
  std::filesystem::path passphrase_file;  ///< empty: not encrypted
};

struct RestoreOptions {
  std::filesystem::path backup;  ///< empty: list them
  std::filesystem::path passphrase_file;
};

struct HistoryOptions {
  std::string contact;
  std::optional<std::int64_t> undo;
  bool json = false;
};

struct DuplicatesOptions {
  int limit = 100;
  bool json = false;
};

struct MergeOptions {
  std::string kept;
  std::string other;
};

struct EraseOptions {
  std::string contact;
  bool sure = false;
};

struct PersonOptions {
  std::string contact;
  std::filesystem::path output;
};

struct ImportOptions {
  std::vector<std::filesystem::path> files;
  bool dry_run = false;
  std::vector<std::string> map;  ///< "Column=field", of tables
};

struct PinOptions {
  bool remove = false;
};

struct EventOptions {
  std::string name;
  std::optional<std::string> purpose;
  std::optional<std::string> expires;      ///< a day, or "never"
  std::optional<std::string> card_images;  ///< a number of days, or "keep"
};

}  // namespace kith::app
