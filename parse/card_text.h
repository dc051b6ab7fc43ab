// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/reading.h"
#include "parse/features.h"
#include "parse/layout.h"
#include "parse/values.h"

namespace kith::parse {

/// What is known of a card before its pieces are told apart.
struct CardText {
  std::vector<LineGroup> groups;
  std::vector<std::string> lines;    ///< the best reading of each group
  std::vector<std::string> regions;  ///< see RegionsOfCard
  std::vector<ContactValue> values;
  std::vector<Piece> pieces;  ///< what is left
  CardContext context;
  std::vector<Box> unread;  ///< places that aren't guessed at; see TakeUnread
};

/// `region`: ISO 3166 alpha-2 code of the country that cards are from if nothing on them says so.
CardText TextOfCard(const Reading& reading, std::string_view region);

}  // namespace kith::parse
