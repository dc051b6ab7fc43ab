// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "core/contact.h"

namespace kith {

// How the store writes parts of a contact as JSON; found by nlohmann-json next to the types that they
// convert. Keys that are absent mean: not known. They throw what nlohmann-json throws.
void to_json(nlohmann::json& j, const PersonName& name);
void from_json(const nlohmann::json& j, PersonName& name);
void to_json(nlohmann::json& j, const Phone& phone);
void from_json(const nlohmann::json& j, Phone& phone);
void to_json(nlohmann::json& j, const ContactDetails& details);
void from_json(const nlohmann::json& j, ContactDetails& details);

}  // namespace kith
