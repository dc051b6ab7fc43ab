// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "core/contact.h"
#include "core/draft.h"
#include "core/error.h"
#include "core/geometry.h"

namespace kith::app {

/// What `kith scan --json` says about one card.
struct ScanRecord {
  std::string source;
  Quad corners{};
  int rotation = 0;
  Draft draft;
  double elapsed_ms = 0;
};

/// One line of JSON without its newline, in the form of docs/command-line.md. Keys are absent where the value
/// is unknown. Bytes that aren't UTF-8 (file names may hold any) become U+FFFD.
std::string ScanRecordToJson(const ScanRecord& record);
std::string ScanErrorToJson(const std::string& source, const Error& error);

}  // namespace kith::app
