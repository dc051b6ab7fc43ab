// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace kith::storage {

/// The migration that brings what staying in touch needs: what follow-ups come from and how they ended,
/// relationships, encounters, introductions, and the changes that can be taken back.
extern const char* const kFollowingSchema;

}  // namespace kith::storage
