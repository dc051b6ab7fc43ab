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
  int revision = 0;  ///< of the state's rows that are in it
  std::vector<flow::ReviewRow> rows;
  std::vector<flow::ReviewRow> begun_with;  ///< the state's rows, for seeing what a person changed
  std::string interests = {};
  std::string promise = {};
  bool shows_back = false;
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

struct DueForm {
  std::string note;         ///< what happened, of the row whose menu is open
  std::string message_for;  ///< the row whose message is being edited
  std::string subject;
  std::string body;
};

struct LockForm {
  bool open = false;
  std::string pin;
};

struct Forms {
  ReviewForm review;
  ContactsForm contacts;
  DueForm due;
  ExportForm exporting;
  LockForm lock;
};

}  // namespace kith::ui
