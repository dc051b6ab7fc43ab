// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/contact_store.h"

namespace kith::app {

/// The contact that a person named on the command line: by its id, or by a search that finds
/// one contact only. kNotFound, or kInvalidInput with the ids to choose from.
Result<Contact> FindContact(ContactStore& contacts, const std::string& text);

}  // namespace kith::app
