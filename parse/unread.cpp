// SPDX-License-Identifier: Apache-2.0
#include "parse/unread.h"

#include <algorithm>

#include "parse/likeness.h"

namespace kith::parse {
namespace {

bool LiesIn(const Box& box, const Box& place) {
  const Box shared = Intersection(box, place);
  return 2.0 * shared.width * shared.height > 1.0 * box.width * box.height;
}

/// "northwind" in decorated type is read badly and known all the same.
bool IsSpelt(const Piece& piece, const CardContext& context) {
  constexpr double kAlike = 0.6;
  return std::ranges::any_of(
             context.domain_labels,
             [&](const std::string& label) { return DomainLikeness(piece.tokens, label) >= kAlike; }) ||
         std::ranges::any_of(context.locals, [&](const std::string& local) {
           return LocalPartLikeness(piece.tokens, local) >= kAlike;
         });
}

bool AreNeighbours(const Box& a, const Box& b) {
  const int reach = std::min(a.height, b.height);
  return !Intersection({a.x - reach, a.y - reach / 2, a.width + 2 * reach, a.height + reach}, b).empty();
}

}  // namespace

std::vector<Box> TakeUnread(const std::vector<Box>& places, const std::vector<ContactValue>& values,
                            const CardContext& context, std::vector<Piece>& pieces) {
  std::vector<Box> unread;
  for (const Box& place : places) {
    const bool known =
        std::ranges::any_of(values,
                            [&](const ContactValue& value) { return LiesIn(value.value_box, place); }) ||
        std::ranges::any_of(
            pieces, [&](const Piece& piece) { return LiesIn(piece.box, place) && IsSpelt(piece, context); });
    if (known) continue;
    std::erase_if(pieces, [&](const Piece& piece) { return LiesIn(piece.box, place); });
    const auto neighbour =
        std::ranges::find_if(unread, [&](const Box& other) { return AreNeighbours(other, place); });
    if (neighbour == unread.end()) {
      unread.push_back(place);
    } else {
      *neighbour = Union(*neighbour, place);
    }
  }
  return unread;
}

}  // namespace kith::parse
