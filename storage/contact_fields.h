// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "core/contact.h"
#include "core/result.h"

namespace kith::storage {

// The fields of a contact by the names that core/contact_changes.h gives them, in a form that loses nothing,
// so that history can put them back.

/// The field's value as JSON; empty for a field that there isn't.
std::string FieldValue(const Contact& contact, std::string_view field);

/// Sets the field to what FieldValue gave. kStorage if that can't be understood.
Result<void> SetField(Contact& contact, std::string_view field, std::string_view value);

/// The field's name in the language of the window.
std::string FieldWord(std::string_view field);

/// kNotAllowed: an undo can't take back what a newer change stands on.
Error ChangedAgain(std::string_view field);

}  // namespace kith::storage
