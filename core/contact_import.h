// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "core/contact.h"
#include "core/contact_extras.h"
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
  std::size_t left_out = 0;                    ///< pictures and properties beyond the limits of ContactExtras

  int Count(Imported outcome) const {
    return static_cast<int>(std::count(outcomes.begin(), outcomes.end(), outcome));
  }
};

enum class ImportMode {
  kKeep,
  kDryRun,  ///< tells the same and changes nothing
};

/// Gives one contact to the import, and learns what becomes of it if nothing fails. After an error no more
/// are taken.
using TakeContact = std::function<Result<Imported>(const WholeContact&)>;
/// Gives all contacts, one after the other; none needs to be held. An error of its own ends the import, too.
/// It may look into the store through other ports of it, and change nothing.
using ContactFeed = std::function<Result<void>(const TakeContact& take)>;

/// Port: many contacts from elsewhere at once. One object a thread.
class ContactImport {
 public:
  virtual ~ContactImport() = default;
  /// All or nothing, as Actor::kImport. Who is there already keeps every value: lists grow, and where a
  /// person gave a field its value the other one waits as a suggestion (ContactHistory). Nothing is merged:
  /// likely duplicates are told. A nil id, an unknown event and a capture are kInvalidInput, kNotFound and
  /// kNotAllowed.
  virtual Result<ContactImportReport> Import(const ContactFeed& feed, ImportMode mode) = 0;

  /// Contacts without more.
  Result<ContactImportReport> Import(std::span<const Contact> contacts, ImportMode mode) {
    const auto feed = [&](const TakeContact& take) -> Result<void> {
      for (const Contact& contact : contacts) {
        if (const Result<Imported> taken = take({contact, {}}); !taken) return taken.error();
      }
      return {};
    };
    return Import(ContactFeed(feed), mode);
  }
  Result<ContactImportReport> Import(std::span<const Contact> contacts) {
    return Import(contacts, ImportMode::kKeep);
  }
};

}  // namespace kith
