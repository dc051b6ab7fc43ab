// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>
#include <limits>
#include <set>
#include <utility>

#include "core/language.h"
#include "flow/load_book.h"
#include "flow/performer.h"
#include "flow/present.h"
#include "followup/changes.h"
#include "followup/introduction_steps.h"
#include "followup/messages.h"
#include "followup/next_steps.h"
#include "followup/queue.h"
#include "followup/suggestions.h"

namespace kith::flow {
namespace {

using followup::QueueItem;

constexpr int kDaysAhead = 60;

/// The item is there, even where another one took its place in the queue meanwhile.
std::optional<QueueItem> ItemWith(const followup::Book& book, followup::Rules rules, Day today,
                                  const std::string& key) {
  rules.calendar.per_day = std::numeric_limits<int>::max();
  for (QueueItem& item : BuildQueue(book, followup::People(book), rules, today, kDaysAhead)) {
    if (KeyOf(item) == key) return std::move(item);
  }
  return std::nullopt;
}

Result<FollowingChange> ChangeOf(const followup::Book& book, const followup::Rules& rules,
                                 const QueueItem& item, const ActOnDue& action, followup::Moment moment) {
  switch (action.deed) {
    case DueDeed::kDone:
      return MarkDone(book, rules, item, action.note, moment);
    case DueDeed::kSkip:
      return Skip(book, rules, item, moment);
    case DueDeed::kPutOff:
      return Snooze(book, rules, item, action.until, moment);
    case DueDeed::kLetGo:
      return LetGo(book, item.contact, moment);
  }
  return Error{ErrorCode::kInternal, std::string(Tr("That can't be done with a follow-up."))};
}

FollowingChange Refusal(const std::array<ContactId, 2>& contacts, followup::Moment moment) {
  Introduction introduction{.id = MakeId<IntroductionId>(moment.now),
                            .contacts = contacts,
                            .answers = {Answer::kNo, Answer::kNone},
                            .begun = moment.today};
  FollowingChange change{.what = std::string(Tr("These two aren't suggested again"))};
  change.introductions.push_back({std::nullopt, std::move(introduction)});
  return change;
}

/// Introductions that were begun and are neither made nor declined.
std::vector<BegunIntroduction> BegunIn(const followup::Book& book) {
  const followup::People people(book);
  std::vector<BegunIntroduction> begun;
  for (const Introduction& introduction : book.following.introductions) {
    if (introduction.made_on || introduction.declined()) continue;
    const followup::Person* one = people.Find(introduction.contacts[0]);
    const followup::Person* other = people.Find(introduction.contacts[1]);
    if (one == nullptr || other == nullptr) continue;
    begun.push_back({.id = introduction.id,
                     .contacts = introduction.contacts,
                     .names = {DisplayName(one->contact->details), DisplayName(other->contact->details)},
                     .answers = introduction.answers,
                     .why = introduction.reason});
  }
  return begun;
}

Error NotDueAnyMore() {
  return {ErrorCode::kNotFound, std::string(Tr("It isn't due any more. Look at the list again."))};
}

}  // namespace

Result<followup::Book> Performer::Book() {
  return LoadBook({ports_.contacts, ports_.follow_ups, ports_.following, ports_.events, ports_.clock});
}

Action Performer::Do(const effect::LoadDue& effect) {
  const Result<followup::Book> book = Book();
  if (!book) return EffectFailed{book.error()};
  const followup::People people(*book);
  DueLoaded loaded{
      .today = effect.today, .items = {}, .put_off = SnoozeChoices(ports_.rules.calendar, effect.today)};
  for (QueueItem& item : BuildQueue(*book, people, ports_.rules, effect.today, kDaysAhead)) {
    const std::string name = DisplayName(people.Find(item.contact)->contact->details);
    loaded.items.push_back({std::move(item), name});
  }
  return loaded;
}

Action Performer::Do(const effect::ChangeDue& effect) {
  const std::string& key = effect.action.key;
  const Result<followup::Book> book = Book();
  if (!book) return DueNotChanged{key, book.error()};
  const std::optional<QueueItem> item = ItemWith(*book, ports_.rules, effect.today, key);
  if (!item) return DueNotChanged{key, NotDueAnyMore()};
  const Result<FollowingChange> change =
      ChangeOf(*book, ports_.rules, *item, effect.action, {effect.today, ports_.clock.Now()});
  if (!change) return DueNotChanged{key, change.error()};
  if (const Result<void> applied = ports_.following.Apply(*change); !applied)
    return DueNotChanged{key, applied.error()};
  return DueChanged{change->what};
}

Action Performer::Do(const effect::UndoDue&) {
  Result<FollowingChange> undone = ports_.following.Undo();
  if (!undone) return UndoFailed{undone.error()};
  return DueUndone{std::move(undone->what)};
}

Action Performer::Do(const effect::WriteMessage& effect) {
  const Result<followup::Book> book = Book();
  if (!book) return EffectFailed{book.error()};
  const std::optional<QueueItem> item = ItemWith(*book, ports_.rules, effect.today, effect.key);
  if (!item) return EffectFailed{NotDueAnyMore()};
  return MessageWritten{effect.key, WriteMessage(*book, ports_.rules, *item)};
}

Action Performer::Do(const effect::OpenInMailProgram& effect) {
  const Result<void> opened = ports_.mail.OpenInMailProgram(effect.mail);
  if (!opened) return MessageNotTaken{opened.error()};
  return MessageTaken{};
}

Action Performer::Do(const effect::SaveDraft& effect) {
  Result<std::filesystem::path> path = ports_.mail.SaveDraft(effect.mail, effect.folder);
  if (!path) return MessageNotTaken{path.error()};
  return MessageTaken{*std::move(path)};
}

Action Performer::Do(const effect::LoadIntroductions& effect) {
  Result<followup::Book> book = Book();
  if (!book) return EffectFailed{book.error()};
  const Result<std::vector<ContactId>> declined = ports_.guests.WhoDeclined(ConsentKind::kIntroduce);
  if (!declined) return EffectFailed{declined.error()};
  IntroductionsLoaded loaded{.rows = {}, .begun = BegunIn(*book)};
  const std::set<ContactId> unwilling(declined->begin(), declined->end());
  std::erase_if(book->contacts, [&](const Contact& contact) { return unwilling.contains(contact.id); });
  const followup::People people(*book);
  for (const followup::Suggestion& suggestion :
       SuggestIntroductions(*book, people, {.event = effect.event})) {
    IntroductionRow& row = loaded.rows.emplace_back();
    row.contacts = suggestion.contacts;
    for (std::size_t i = 0; i < row.names.size(); ++i)
      row.names[i] = DisplayName(people.Find(row.contacts[i])->contact->details);
    row.why = ReasonText(suggestion);
  }
  return loaded;
}

Action Performer::Do(const effect::LoadFates& effect) {
  const Result<followup::Book> book = Book();
  if (!book) return EffectFailed{book.error()};
  int unread = 0;
  for (const CaptureState state : {CaptureState::kWaiting, CaptureState::kDrafted, CaptureState::kFailed}) {
    const auto captures = ports_.captures.List(state, std::numeric_limits<int>::max());
    if (!captures) return EffectFailed{captures.error()};
    unread += static_cast<int>(captures->size());
  }
  const auto promises =
      std::count_if(book->follow_ups.begin(), book->follow_ups.end(), [](const FollowUp& follow_up) {
        return !follow_up.done_on &&
               (follow_up.kind == FollowUpKind::kPromise || follow_up.kind == FollowUpKind::kSendLink);
      });
  const followup::People people(*book);
  FatesLoaded loaded;
  loaded.rows = FateRows(NextSteps(*book, people, ports_.rules, effect.today), people, effect.today);
  loaded.summary = FatesSummary(loaded.rows, unread, static_cast<int>(promises));
  return loaded;
}

Action Performer::Do(const effect::DecideIntroduction& effect) {
  const std::array<ContactId, 2>& contacts = effect.action.contacts;
  const Result<followup::Book> book = Book();
  if (!book) return DueNotChanged{{}, book.error()};
  const followup::Moment moment{effect.today, ports_.clock.Now()};
  Result<FollowingChange> change = Refusal(contacts, moment);
  if (effect.action.begin) {
    followup::Book two{.events = book->events, .following = book->following};
    two.following.introductions.clear();
    std::copy_if(
        book->contacts.begin(), book->contacts.end(), std::back_inserter(two.contacts),
        [&](const Contact& contact) { return contact.id == contacts[0] || contact.id == contacts[1]; });
    const auto found = SuggestIntroductions(two, followup::People(two));
    change = BeginIntroduction(*book, ports_.rules, contacts[0], contacts[1],
                               found.empty() ? std::string() : ReasonText(found.front()), moment);
  }
  return Apply(change);
}

Action Performer::Apply(const Result<FollowingChange>& change) {
  if (!change) return DueNotChanged{{}, change.error()};
  if (const Result<void> applied = ports_.following.Apply(*change); !applied)
    return DueNotChanged{{}, applied.error()};
  return DueChanged{change->what};
}

Action Performer::Do(const effect::AnswerIntroduction& effect) {
  const Result<followup::Book> book = Book();
  if (!book) return DueNotChanged{{}, book.error()};
  return Apply(RecordAnswer(*book, ports_.rules, effect.id, effect.contact, effect.answer,
                            {effect.today, ports_.clock.Now()}));
}

Action Performer::Do(const effect::RecordIntroduced& effect) {
  const Result<followup::Book> book = Book();
  if (!book) return DueNotChanged{{}, book.error()};
  return Apply(
      RecordIntroduced(*book, effect.contacts[0], effect.contacts[1], {effect.today, ports_.clock.Now()}));
}

}  // namespace kith::flow
