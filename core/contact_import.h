// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "core/contact.h"
#include "core/duplicates.h"
#include "core/result.h"

namespace kith {

/// What becomes of a contact that comes from elsewhere.
enum class Imported {
  kNew,
  kChanged,  ///< it was there by its id, and got something new, or a suggestion of it
  kSame,     ///< it was there by its id, and knew all of it; or it is a part of another one by now
  kErased,   ///< it was erased here, and doesn't come back
};

struct ContactImportReport {
  std::vector<Imported> outcomes = {};         ///< one for each contact, in their order
  std::vector<DuplicatePair> duplicates = {};  ///< new ones who may be somebody who was there, or each other

  int Count(Imported outcome) const {
    return static_cast<int>(std::count(outcomes.begin(), outcomes.end(), outcome));
  }
};

enum class ImportMode {
  kKeep,
  kDryRun,  ///< tells the same and changes nothing
};

/// Port: many contacts from elsewhere at once. One object a thread.
class ContactImport {
 public:
  virtual ~ContactImport() = default;
  /// All or nothing, as Actor::kImport. Who is there already keeps every value: lists grow, and where a
  /// person gave a field its value the other one waits as a suggestion (ContactHistory). Nothing is merged:
  /// likely duplicates are told. A nil id, an unknown event and a capture are kInvalidInput, kNotFound and
  /// kNotAllowed.
  virtual Result<ContactImportReport> Import(std::span<const Contact> contacts, ImportMode mode) = 0;
  Result<ContactImportReport> Import(std::span<const Contact> contacts) {
    return Import(contacts, ImportMode::kKeep);
  }
};

}  // namespace kith
