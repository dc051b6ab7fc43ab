// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "followup/book.h"
#include "followup/changes.h"
#include "followup/queue.h"

/// Fictional people and a book of them, for tests of following up.
namespace kith::followup::test {

using namespace std::chrono_literals;

inline constexpr Instant kNow{std::chrono::sys_days(2026y / 11 / 23) + 18h};
inline constexpr Day kToday = 2026y / 11 / 23;  ///< a Monday
inline constexpr Moment kMoment{kToday, kNow};

inline Contact PersonNamed(const std::string& given, std::optional<Birthday> birthday = std::nullopt) {
  Contact contact;
  contact.id = MakeId<ContactId>(kNow);
  contact.details.name = {given + " Example", given, "Example"};
  contact.birthday = birthday;
  return contact;
}

inline FollowUp TaskFor(const Contact& contact, Day due, const std::string& text,
                        FollowUpKind kind = FollowUpKind::kCheckIn) {
  FollowUp follow_up;
  follow_up.id = MakeId<FollowUpId>(kNow);
  follow_up.contact = contact.id;
  follow_up.kind = kind;
  follow_up.due = due;
  follow_up.text = text;
  return follow_up;
}

inline std::vector<QueueItem> QueueOf(const Book& book, const Rules& rules, Day today, int days_ahead = 60) {
  return BuildQueue(book, People(book), rules, today, days_ahead);
}

inline std::vector<std::string> TextsOf(const std::vector<QueueItem>& items) {
  std::vector<std::string> texts;
  for (const QueueItem& item : items)
    texts.push_back(item.text);
  return texts;
}

/// The item of a stored follow-up, as a screen would have it.
inline QueueItem ItemOf(const FollowUp& follow_up) {
  return {.follow_up = follow_up.id,
          .contact = follow_up.contact,
          .kind = follow_up.kind,
          .day = follow_up.due,
          .due = follow_up.due,
          .text = follow_up.text,
          .occasion = follow_up.occasion};
}

}  // namespace kith::followup::test
