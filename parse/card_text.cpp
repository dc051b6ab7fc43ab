// SPDX-License-Identifier: Apache-2.0
#include "parse/card_text.h"

#include "parse/pieces.h"
#include "parse/region.h"
#include "parse/unread.h"

namespace kith::parse {

CardText TextOfCard(const Reading& reading, std::string_view region) {
  CardText text;
  text.groups = GroupLines(reading);
  for (const LineGroup& group : text.groups)
    text.lines.push_back(group.runs.front().Text());
  text.regions = RegionsOfCard(text.lines, region);
  text.values = FindContactValues(text.groups, text.regions);
  text.context = ContextOf(reading.width, reading.height, text.groups, text.values);
  text.pieces = RemainingPieces(text.groups, text.values);
  text.unread = TakeUnread(reading.unread, text.values, text.context, text.pieces);
  return text;
}

}  // namespace kith::parse
