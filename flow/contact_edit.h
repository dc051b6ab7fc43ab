// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/contact.h"
#include "core/relationship.h"
#include "core/result.h"
#include "flow/review_rows.h"

/// A contact as text that a person edits, and back. Pure.
namespace kith::flow {

struct ContactEdit {
  std::vector<ReviewRow> rows;  ///< what can stand on a card, notes left out
  std::string notes;
  std::string birthday;   ///< "14 March 1990", or as ReadBirthday takes it
  std::string interests;  ///< these and the following lists: parts between commas
  std::string circle;
  std::string tags;
  std::string looks_for;
  std::string offers;

  friend bool operator==(const ContactEdit&, const ContactEdit&) = default;
};

/// What is kept of a contact, by itself and for staying in touch.
struct KnownContact {
  Contact contact;
  Relationship relationship;

  friend bool operator==(const KnownContact&, const KnownContact&) = default;
};

ContactEdit EditOf(const KnownContact& known);

/// `known` with what the person wrote; what they left alone stays exactly as it was. kInvalidInput for a
/// birthday that can't be read and for a contact that nobody could find again.
Result<KnownContact> Edited(const KnownContact& known, const ContactEdit& edit, std::string_view region);

}  // namespace kith::flow
