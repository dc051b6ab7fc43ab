// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/contact.h"
#include "core/geometry.h"

namespace kith {

enum class FieldKind {
  kName,
  kOrganization,
  kDepartment,
  kTitle,
  kPhone,
  kEmail,
  kUrl,
  kAddress,
  kHandle,     ///< on a social service
  kOtherName,  ///< the name in another script
  kNote
};

/// One value found in a reading.
struct Field {
  FieldKind kind = FieldKind::kNote;
  std::string value;      ///< as it stands in the ContactDetails of the same draft
  double confidence = 0;  ///< 0 to 1: how likely this value is wholly right
  Box box;                ///< where on the card image it was read; empty for what came from a QR code

  friend bool operator==(const Field&, const Field&) = default;
};

/// A line of text that was read, whether or not it became a value.
struct ReadLine {
  std::string text;
  Box box = {};  ///< where on the card image; empty: on the back, or not known

  friend bool operator==(const ReadLine&, const ReadLine&) = default;
};

/// The contact that a reading suggests. No person has confirmed it yet.
struct Draft {
  ContactDetails details;
  std::vector<Field> fields;    ///< one for each value of `details`, in reading order
  std::vector<ReadLine> lines;  ///< columns apart

  friend bool operator==(const Draft&, const Draft&) = default;
};

std::vector<std::string> TextsOf(const std::vector<ReadLine>& lines);

/// Fields below this confidence are doubtful: shown first and marked, next to their piece of the card.
inline constexpr double kDoubtful = 0.8;

/// "name", "organization", "department", "title", "phone", "email", "url", "address", "handle", "other_name",
/// "note".
std::string_view FieldKindName(FieldKind kind);
std::optional<FieldKind> ParseFieldKind(std::string_view name);

}  // namespace kith
