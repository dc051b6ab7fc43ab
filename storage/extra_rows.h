// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/contact_extras.h"
#include "core/language.h"
#include "storage/database.h"
#include "storage/revisions.h"
#include "storage/row_batch.h"

namespace kith::storage {

// What a contact carries beyond its fields, to and from its tables. Within a transaction and a Guard of the
// caller; reading needs no transaction.

inline constexpr std::string_view kPicturesField = TrLater("pictures");
inline constexpr std::string_view kPropertiesField = TrLater("properties");

/// Of this row alone, not of contacts merged into it.
ContactExtras LoadExtras(Database& database, std::int64_t row);
std::vector<VcardProperty> LoadProperties(Database& database, std::int64_t row);
std::vector<EncodedImage> LoadPictures(Database& database, std::int64_t row);

/// Of each row of the batch, to what stands at its place.
void LoadProperties(Database& database, const RowBatch& batch, std::span<ContactExtras> extras);

/// For a row that has none. Leaves no history: the contact begins with them.
void InsertExtras(Database& database, std::int64_t row, const ContactExtras& extras);

/// Replaces what the row has, with its history. Whether anything differs; else nothing is written.
bool WriteExtras(Database& database, std::int64_t row, const ContactExtras& extras,
                 const Authorship& authorship);

/// Puts back what the two fields above held before those changes, which the history recorded as one revision.
/// kNotAllowed if one of them isn't any more what it became then.
Result<void> UndoExtras(Database& database, std::int64_t row, std::span<const ValueChange> undone,
                        const Authorship& authorship);

}  // namespace kith::storage
