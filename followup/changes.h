// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/following_store.h"
#include "core/result.h"
#include "followup/book.h"
#include "followup/queue.h"

/// What a person does with a follow-up, as changes of the book: pure, to be applied, and reversed to be taken
/// back. `now` goes into new ids, `today` is the day that it is done on.
namespace kith::followup {

struct Moment {
  Day today{};
  Instant now{};
};

/// Done, with a note of what happened. What repeats is planned again; check-ins that count from the last
/// contact begin anew. Of an introduction: the next of its steps.
Result<FollowingChange> MarkDone(const Book& book, const Rules& rules, const QueueItem& item,
                                 const std::string& note, Moment moment);

/// Not this time: nothing happened, and what repeats comes again.
Result<FollowingChange> Skip(const Book& book, const Rules& rules, const QueueItem& item, Moment moment);

/// Not before `until`; a day that the calendar skips becomes the next one after it. kInvalidInput for a day
/// that isn't after today.
Result<FollowingChange> Snooze(const Book& book, const Rules& rules, const QueueItem& item, Day until,
                               Moment moment);

/// Not this person any more: what is open for them ends, and nothing comes up again. Nothing is erased.
FollowingChange LetGo(const Book& book, ContactId contact, Moment moment);

/// Having been in touch outside of a follow-up. What counts from the last contact begins anew from
/// `encounter.on`, unless a later contact is known.
FollowingChange Log(const Book& book, const Rules& rules, const Encounter& encounter);

/// New follow-ups for a contact: of a plan, or promises.
FollowingChange Add(std::string what, const std::vector<FollowUp>& follow_ups);

/// What a person knows of a contact, changed.
FollowingChange Know(const Book& book, const Relationship& relationship);

/// The relationship that the book has, or an empty one.
Relationship RelationshipOf(const Book& book, ContactId contact);

/// How many follow-ups are open a day: where there is room for more.
DayLoad LoadOf(const Book& book);

/// A sensible day to put something off to.
struct SnoozeChoice {
  std::string_view name;   ///< for a command line: "tomorrow"
  const char* label = "";  ///< for a person, in English: "Tomorrow"
  Day day{};
};

/// Tomorrow, after the weekend, in a week, in two, in a month, in a quarter: moved to days that the calendar
/// allows, each day once.
std::vector<SnoozeChoice> SnoozeChoices(const Calendar& calendar, Day today);

}  // namespace kith::followup
