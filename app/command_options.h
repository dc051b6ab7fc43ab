// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/exporter.h"
#include "core/time.h"

namespace kith::app {

enum class OutputForm { kText, kJson, kVcard, kCsv, kExplanation };

struct ScanOptions {
  std::vector<std::filesystem::path> inputs;
  OutputForm form = OutputForm::kText;
  bool save = false;
  int jobs = 0;  ///< 0: one a core
};

struct BatchOptions {
  std::vector<std::filesystem::path> inputs;
  std::filesystem::path output = "out";
  int jobs = 0;
};

struct ContactsOptions {
  std::string query;
  std::string event;
  bool json = false;
};

struct DueOptions {
  std::optional<Day> on;
  bool week = false;
  bool all = false;  ///< of the coming year
  bool json = false;
};

struct ExportOptions {
  ExportFormat format = ExportFormat::kContactsVcard;
  std::filesystem::path output;
  std::string event;
  std::optional<Day> due_before;
  bool without_pictures = false;
};

struct KioskOptions {
  std::string event;  ///< empty: the one that was chosen last
  bool windowed = false;
  std::filesystem::path tour;  ///< where pictures of every screen go; empty: guests and the host use it
  std::string tour_only;       ///< one folder of them; empty: all
};

}  // namespace kith::app
