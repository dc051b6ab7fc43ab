// SPDX-License-Identifier: Apache-2.0
#include "flow/keeping.h"

#include <charconv>

#include "core/text.h"
#include "flow/present.h"

namespace kith::flow {
namespace {

constexpr int kMostDays = 36500;

std::string Counted(int count, const char* one, const char* many) {
  return std::to_string(count) + ' ' + (count == 1 ? one : many);
}

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
      return Error{ErrorCode::kInvalidInput, "\"" + day + "\" is no day to come. Write it like " +
                                                 FormatDay(AddDays(today, 90)) + ", or leave it empty."};
    }
  }
  if (const std::string text = NormalizeText(edit.card_image_days); !text.empty()) {
    int days = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
    if (error != std::errc() || end != text.data() + text.size() || days < 0 || days > kMostDays) {
      return Error{ErrorCode::kInvalidInput,
                   "\"" + text + "\" is no number of days. Write one, such as 30, or leave it empty."};
    }
    retention.card_image_days = days;
  }
  return retention;
}

std::string KeepingText(const EventRetention& retention, Day today) {
  std::string text = retention.expires ? "until " + DayName(*retention.expires, today) : "kept for good";
  if (retention.card_image_days)
    text += ", card pictures " + Counted(*retention.card_image_days, "day", "days") + " after review";
  return text;
}

std::string ErasedText(const RetentionReport& erased) {
  return Counted(erased.contacts, "contact", "contacts") + ", " +
         Counted(erased.captures, "card that nobody reviewed", "cards that nobody reviewed") + ", " +
         Counted(erased.card_images, "picture of a card", "pictures of cards");
}

}  // namespace kith::flow
