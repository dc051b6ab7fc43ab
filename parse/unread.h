// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/language.h"
#include "parse/features.h"
#include "parse/values.h"

namespace kith::parse {

/// What stands in the notes for a place that isn't guessed at; its field has the place, so that a person sees
/// that piece of the card. It stays in English until a person looks at it.
inline constexpr const char* kUnreadNote =
    TrLater("Something that can't be read, perhaps handwriting: see the card");

/// Of places where no pass could read what is written, those that stay unread, neighbours put together:
/// `values` weren't found there, and no piece that stands there spells the site or the mailbox of the card.
/// What was guessed at them is taken out of `pieces`.
std::vector<Box> TakeUnread(const std::vector<Box>& places, const std::vector<ContactValue>& values,
                            const CardContext& context, std::vector<Piece>& pieces);

}  // namespace kith::parse
