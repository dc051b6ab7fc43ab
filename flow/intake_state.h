// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/contact_file.h"
#include "core/error.h"
#include "flow/long_job.h"
#include "flow/take_in.h"

namespace kith::flow {

enum class IntakeStep {
  kChoose,  ///< no file yet
  kLook,    ///< finds out what the file is
  kTry,     ///< finds out what would become of its contacts
  kReady,   ///< waits for a person to say yes
  kImport,  ///< brings them in
  kDone,
};

enum class IntakeTone { kNew, kChanged, kSame, kRefused, kAlike };

/// A line of what becomes of the contacts.
struct IntakeRow {
  IntakeTone tone = IntakeTone::kNew;
  std::string place;  ///< "line 12"
  std::string text;   ///< who it is, or why it isn't taken
  std::string more;   ///< may be empty

  friend bool operator==(const IntakeRow&, const IntakeRow&) = default;
};

/// A file with contacts that is being brought in.
struct IntakeState {
  IntakeStep step = IntakeStep::kChoose;
  std::uint64_t ticket = 0;  ///< of the job whose outcome is waited for
  std::filesystem::path path = {};
  std::optional<ContactFile> file = {};  ///< with the columns as a person has them now
  std::string outcome = {};              ///< "12 new, 3 changed": what would be, or was
  std::vector<IntakeRow> rows = {};      ///< what a person should look at first
  int to_import = 0;                     ///< how many would be new or changed
  std::optional<Error> error = {};       ///< why the file can't be read, or wasn't brought in
  std::shared_ptr<LongJob> job = {};     ///< while one runs

  bool working() const {
    return step == IntakeStep::kLook || step == IntakeStep::kTry || step == IntakeStep::kImport;
  }
};

/// What the field of a column is called on the screen: "First name", "Goes to the notes".
std::string_view ColumnFieldText(ColumnField field);
/// "12 new, 3 changed, 1 the same, 2 likely duplicates, 1 refused".
std::string IntakeText(const IntakeReport& report);
/// Refused ones first, then likely duplicates, then changed, new and same ones.
std::vector<IntakeRow> IntakeRows(const IntakeReport& report);
/// Whether a dropped file is one with contacts, by its name: the screen for it says more.
bool MayHoldContacts(const std::filesystem::path& path);

}  // namespace kith::flow
