// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/contact_store.h"

namespace kith {

/// What differs between two states of one contact, one entry a field, as every ContactStore records it.
/// Values are text for a person; the entries of a list stand on lines of their own. `created` and `updated`
/// are no fields.
std::vector<ContactChange> ChangesBetween(const Contact& before, const Contact& after, Instant when);

/// The first entry of every history: the field "created", with the name.
ContactChange CreationOf(const Contact& contact, Instant when);

}  // namespace kith
