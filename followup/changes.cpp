// SPDX-License-Identifier: Apache-2.0
#include "followup/changes.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/language.h"
#include "followup/introduction_steps.h"

namespace kith::followup {
namespace {

const FollowUp* Stored(const Book& book, FollowUpId id) {
  const auto found = std::find_if(book.follow_ups.begin(), book.follow_ups.end(),
                                  [&](const FollowUp& follow_up) { return follow_up.id == id; });
  return found == book.follow_ups.end() ? nullptr : &*found;
}

/// The stored follow-up of an item, which must be open; for an item that isn't stored, one to be stored.
Result<Edit<FollowUp>> Ending(const Book& book, const QueueItem& item, Moment moment) {
  if (!item.follow_up) {
    FollowUp made{.id = MakeId<FollowUpId>(moment.now),
                  .contact = item.contact,
                  .kind = item.kind,
                  .due = item.due,
                  .text = item.text,
                  .repeat_days = std::nullopt,
                  .done_on = std::nullopt,
                  .occasion = item.occasion};
    return Edit<FollowUp>{std::nullopt, std::move(made)};
  }
  const FollowUp* stored = Stored(book, *item.follow_up);
  if (stored == nullptr)
    return Error{ErrorCode::kNotFound, std::string(Tr("The follow-up isn't in the store any more."))};
  if (stored->done_on) {
    return Error{ErrorCode::kNotAllowed,
                 Filled(Tr("The follow-up was done already, on {0}."), {FormatDay(*stored->done_on)})};
  }
  return Edit<FollowUp>{*stored, *stored};
}

bool RestartsWithContact(const FollowUp& follow_up, const Rules& rules, int& after_days) {
  if (follow_up.done_on || follow_up.moved) return false;
  if (follow_up.repeat_days) {
    after_days = *follow_up.repeat_days;
    return true;
  }
  const Plan* plan = rules.PlanNamed(follow_up.plan);
  if (plan == nullptr) return false;
  const auto step = std::find_if(plan->steps.begin(), plan->steps.end(),
                                 [&](const PlanStep& one) { return one.number == follow_up.step; });
  if (step == plan->steps.end() || step->anchor != Anchor::kLastContact) return false;
  after_days = step->after_days;
  return true;
}

/// Moves what counts from the last contact; nothing comes nearer by it.
void Restart(const Book& book, const Rules& rules, ContactId contact, Day on, std::optional<FollowUpId> but,
             FollowingChange& change) {
  for (const FollowUp& follow_up : book.follow_ups) {
    int after_days = 0;
    if (follow_up.contact != contact || follow_up.id == but) continue;
    if (!RestartsWithContact(follow_up, rules, after_days)) continue;
    const Day wanted = AddDays(on, after_days);
    FollowUp moved = follow_up;
    if (wanted <= follow_up.wanted.value_or(follow_up.due)) continue;
    if (!follow_up.plan.empty()) moved.wanted = wanted;
    moved.due = std::max(follow_up.due, NextDay(rules.calendar, wanted));
    change.follow_ups.push_back({follow_up, std::move(moved)});
  }
}

void AddNext(const FollowUp& done, const Rules& rules, Moment moment, FollowingChange& change) {
  std::optional<FollowUp> next = NextAfter(done, moment.today, moment.now);
  if (!next) return;
  next->due = NextDay(rules.calendar, next->due);
  change.follow_ups.push_back({std::nullopt, std::move(next)});
}

/// `months` later; the last day of a month stays in its month.
Day AddMonths(Day day, int months) {
  const Day moved = day + std::chrono::months(months);
  return moved.ok() ? moved : moved.year() / moved.month() / std::chrono::last;
}

}  // namespace

Result<FollowingChange> MarkDone(const Book& book, const Rules& rules, const QueueItem& item,
                                 const std::string& note, Moment moment) {
  Result<Edit<FollowUp>> ending = Ending(book, item, moment);
  if (!ending) return ending.error();
  FollowUp& done = *ending->after;
  done.done_on = moment.today;
  done.note = note;
  const FollowUp copy = done;
  FollowingChange change{.what = Filled(Tr("Done: {0}"), {done.text})};
  change.follow_ups.push_back(*std::move(ending));
  AddNext(copy, rules, moment, change);
  if (IsContact(copy.kind)) Restart(book, rules, copy.contact, moment.today, copy.id, change);
  if (copy.introduction) AddNextIntroductionStep(book, rules, copy, moment, change);
  return change;
}

Result<FollowingChange> Skip(const Book& book, const Rules& rules, const QueueItem& item, Moment moment) {
  Result<Edit<FollowUp>> ending = Ending(book, item, moment);
  if (!ending) return ending.error();
  FollowUp& skipped = *ending->after;
  skipped.done_on = moment.today;
  skipped.skipped = true;
  const FollowUp copy = skipped;
  FollowingChange change{.what = Filled(Tr("Skipped: {0}"), {copy.text})};
  change.follow_ups.push_back(*std::move(ending));
  AddNext(copy, rules, moment, change);
  return change;
}

Result<FollowingChange> Snooze(const Book& book, const Rules& rules, const QueueItem& item, Day until,
                               Moment moment) {
  if (until <= moment.today) {
    return Error{ErrorCode::kInvalidInput,
                 std::string(Tr("A follow-up can be put off to a day after today only."))};
  }
  until = NextDay(rules.calendar, until);
  FollowingChange change{.what = Filled(Tr("Put off: {0}"), {item.text})};
  if (!item.follow_up && item.kind == FollowUpKind::kCheckIn) {
    Relationship after = RelationshipOf(book, item.contact);
    after.quiet_until = until;
    change.relationships = Know(book, after).relationships;
    return change;
  }
  Result<Edit<FollowUp>> edit = Ending(book, item, moment);
  if (!edit) return edit.error();
  edit->after->due = until;
  edit->after->moved = true;
  change.follow_ups.push_back(*std::move(edit));
  return change;
}

FollowingChange LetGo(const Book& book, ContactId contact, Moment moment) {
  FollowingChange change{.what = std::string(Tr("Not this person any more"))};
  for (const FollowUp& follow_up : book.follow_ups) {
    if (follow_up.contact != contact || follow_up.done_on) continue;
    FollowUp ended = follow_up;
    ended.done_on = moment.today;
    ended.skipped = true;
    change.follow_ups.push_back({follow_up, std::move(ended)});
  }
  Relationship after = RelationshipOf(book, contact);
  after.let_go = true;
  change.relationships = Know(book, after).relationships;
  return change;
}

FollowingChange Log(const Book& book, const Rules& rules, const Encounter& encounter) {
  FollowingChange change{.what = "Noted: " + std::string(EncounterKindName(encounter.kind))};
  change.encounters.push_back({std::nullopt, encounter});
  Restart(book, rules, encounter.contact, encounter.on, std::nullopt, change);
  return change;
}

FollowingChange Add(std::string what, const std::vector<FollowUp>& follow_ups) {
  FollowingChange change{.what = std::move(what)};
  for (const FollowUp& follow_up : follow_ups)
    change.follow_ups.push_back({std::nullopt, follow_up});
  return change;
}

FollowingChange Know(const Book& book, const Relationship& relationship) {
  FollowingChange change{.what = std::string(Tr("Noted what you know"))};
  const auto& all = book.following.relationships;
  const auto found = std::find_if(
      all.begin(), all.end(), [&](const Relationship& one) { return one.contact == relationship.contact; });
  const std::optional<Relationship> before = found == all.end() ? std::nullopt : std::optional(*found);
  if (before != relationship) change.relationships.push_back({before, relationship});
  return change;
}

Relationship RelationshipOf(const Book& book, ContactId contact) {
  for (const Relationship& relationship : book.following.relationships) {
    if (relationship.contact == contact) return relationship;
  }
  return {.contact = contact};
}

DayLoad LoadOf(const Book& book) {
  DayLoad load;
  for (const FollowUp& follow_up : book.follow_ups) {
    if (!follow_up.done_on) load.Add(follow_up.due);
  }
  return load;
}

std::vector<SnoozeChoice> SnoozeChoices(const Calendar& calendar, Day today) {
  using std::chrono::sys_days;
  const std::chrono::weekday weekday{sys_days(today)};
  const auto to_monday = static_cast<int>((std::chrono::Monday - weekday).count());
  const std::array<SnoozeChoice, 6> all = {
      {{"tomorrow", TrLater("Tomorrow"), AddDays(today, 1)},
       {"monday", TrLater("After the weekend"), AddDays(today, to_monday == 0 ? 7 : to_monday)},
       {"week", TrLater("In a week"), AddDays(today, 7)},
       {"two-weeks", TrLater("In two weeks"), AddDays(today, 14)},
       {"month", TrLater("In a month"), AddMonths(today, 1)},
       {"quarter", TrLater("In three months"), AddMonths(today, 3)}}};
  std::vector<SnoozeChoice> choices;
  for (SnoozeChoice choice : all) {
    choice.day = NextDay(calendar, choice.day);
    const bool known = std::any_of(choices.begin(), choices.end(),
                                   [&](const SnoozeChoice& other) { return other.day == choice.day; });
    if (!known) choices.push_back(choice);
  }
  return choices;
}

}  // namespace kith::followup
