// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "core/contact.h"
#include "core/duplicates.h"
#include "core/result.h"

namespace kith {

struct ContactImportReport {
  int added = 0;
  int known = 0;  ///< were there already, by their id, and stay as they are
  std::vector<DuplicatePair> duplicates =
      {};  ///< added ones who may be somebody who was there, or each other
};

/// Port: many contacts from elsewhere at once. One object a thread.
class ContactImport {
 public:
  virtual ~ContactImport() = default;
  /// All or nothing, as Actor::kImport. Nothing that is there is changed, and nothing is merged: likely
  /// duplicates are told. A nil id, an unknown event and a capture are kInvalidInput, kNotFound and
  /// kNotAllowed.
  virtual Result<ContactImportReport> Import(std::span<const Contact> contacts) = 0;
};

}  // namespace kith
