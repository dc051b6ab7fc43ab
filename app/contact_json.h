// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "core/contact.h"
#include "core/contact_history.h"

namespace kith::app {

/// The "contact" object of `kith scan --json`; keys are absent where the value is unknown.
nlohmann::ordered_json DetailsToJson(const ContactDetails& details);

/// A kept contact: the same object with its id, birthday, interests and the day it was met on.
nlohmann::ordered_json ContactToJson(const Contact& contact);

/// What was changed at once: "number", "when", "actor", "machine", "changes", "undoes".
nlohmann::ordered_json RevisionToJson(const Revision& revision);

}  // namespace kith::app
