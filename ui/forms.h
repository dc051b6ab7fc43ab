// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/exporter.h"
#include "core/ids.h"
#include "flow/review_rows.h"

/// Text that is being edited: it lives in the face until a person confirms it, and is no part of the state.
namespace kith::ui {

struct ReviewForm {
  CaptureId capture;  ///< whose rows these are
  bool filled = false;
  std::vector<flow::ReviewRow> rows;
  std::string interests;
  bool asks_discard = false;
};

struct ContactsForm {
  std::string query;
};

struct ExportForm {
  ExportFormat format = ExportFormat::kContactsVcard;
  std::optional<std::string> path;  ///< nullopt: what is suggested for the format
  bool only_this_event = false;
};

struct LockForm {
  bool open = false;
  std::string pin;
};

struct Forms {
  ReviewForm review;
  ContactsForm contacts;
  ExportForm exporting;
  LockForm lock;
};

}  // namespace kith::ui
