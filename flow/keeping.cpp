// SPDX-License-Identifier: Apache-2.0
#include "flow/keeping.h"

#include <charconv>

#include "core/language.h"
#include "core/text.h"
#include "flow/present.h"

namespace kith::flow {
namespace {

constexpr int kMostDays = 36500;

}  // namespace

KeepingEdit EditOf(const EventRetention& retention) {
  KeepingEdit edit{.purpose = retention.purpose, .expires = {}, .card_image_days = {}};
  if (retention.expires) edit.expires = FormatDay(*retention.expires);
  if (retention.card_image_days) edit.card_image_days = std::to_string(*retention.card_image_days);
  return edit;
}

Result<EventRetention> Edited(const KeepingEdit& edit, Day today) {
  EventRetention retention{.purpose = NormalizeText(edit.purpose), .expires = {}, .card_image_days = {}};
  if (const std::string day = NormalizeText(edit.expires); !day.empty()) {
    retention.expires = ParseDay(day);
    if (!retention.expires || *retention.expires <= today) {
      return Error{ErrorCode::kInvalidInput,
                   Filled(Tr("\"{0}\" is no day to come. Write it like {1}, or leave it empty."),
                          {day, FormatDay(AddDays(today, 90))})};
    }
  }
  if (const std::string text = NormalizeText(edit.card_image_days); !text.empty()) {
    int days = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
    if (error != std::errc() || end != text.data() + text.size() || days < 0 || days > kMostDays) {
      return Error{
          ErrorCode::kInvalidInput,
          Filled(Tr("\"{0}\" is no number of days. Write one, such as 30, or leave it empty."), {text})};
    }
    retention.card_image_days = days;
  }
  return retention;
}

std::string KeepingText(const EventRetention& retention, Day today) {
  const std::string kept = retention.expires ? Filled(Tr("until {0}"), {PlainDay(*retention.expires, today)})
                                             : std::string(Tr("kept for good"));
  if (!retention.card_image_days) return kept;
  const int days = *retention.card_image_days;
  return Joined(
      {kept, Counted("card pictures {0} day after review", "card pictures {0} days after review", days)});
}

std::string ErasedText(const RetentionReport& erased) {
  return Joined({Counted("{0} contact", "{0} contacts", erased.contacts),
                 Counted("{0} card that nobody reviewed", "{0} cards that nobody reviewed", erased.captures),
                 Counted("{0} picture of a card", "{0} pictures of cards", erased.card_images)});
}

}  // namespace kith::flow
