// SPDX-License-Identifier: Apache-2.0
#include "capture/recent_cards.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace kith::capture {
namespace {

/// Bounds the time that a comparison with all of them takes.
constexpr std::size_t kMost = 6;

}  // namespace

void RecentCards::Add(CardPrint print, Instant at) {
  if (cards_.size() == kMost) cards_.erase(cards_.begin());
  cards_.push_back({std::move(print), at});
  beside_ = false;
}

void RecentCards::AddBeside(CardPrint print, Instant at) {
  Add(std::move(print), at);
  if (cards_.size() < 2) return;
  std::swap(cards_.back(), cards_[cards_.size() - 2]);
  beside_ = true;
}

bool RecentCards::Knows(const CardPrint& print) const {
  return std::ranges::any_of(cards_, [&](const Card& card) { return card.print.IsSameAs(print); });
}

bool RecentCards::Recognize(const CardPrint& print, Instant at) {
  Forget(at);
  const auto same = std::find_if(cards_.rbegin(), cards_.rend(),
                                 [&](const Card& card) { return card.print.IsSameAs(print); });
  if (same == cards_.rend()) return false;
  same->seen = at;
  beside_ = beside_ && same == cards_.rbegin();
  std::rotate(std::next(same).base(), same.base(), cards_.end());
  return true;
}

bool RecentCards::RecognizeStaying(const CardPrint& print, Instant at) {
  if (cards_.empty() || !cards_.back().print.IsSameAs(print, CardPrint::Doubt::kItStayed))
    return Recognize(print, at);
  cards_.back().seen = at;
  return true;
}

void RecentCards::StillThere(Instant at) {
  if (!cards_.empty()) cards_.back().seen = at;
  if (beside_ && cards_.size() > 1) cards_[cards_.size() - 2].seen = at;
}

void RecentCards::Forget(Instant at) {
  std::erase_if(cards_, [&](const Card& card) { return at - card.seen > kRemembered; });
}

}  // namespace kith::capture
