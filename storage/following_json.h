// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/following_store.h"

namespace kith::storage {

/// A change as JSON text, and back: exactly the same. Reading throws what nlohmann::json throws, and
/// std::runtime_error for values that make no sense.
std::string WriteFollowingChange(const FollowingChange& change);
FollowingChange ReadFollowingChange(const std::string& text);

/// The lists of a relationship as JSON text, and back into `relationship`.
std::string WriteLists(const Relationship& relationship);
void ReadLists(const std::string& text, Relationship& relationship);

}  // namespace kith::storage
