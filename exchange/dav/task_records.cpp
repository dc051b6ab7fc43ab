// SPDX-License-Identifier: Apache-2.0
#include "exchange/dav/task_records.h"

#include <limits>
#include <optional>

#include "core/language.h"
#include "exchange/dav/merge_tasks.h"
#include "followup/changes.h"

namespace kith::exchange::dav {
namespace {

/// The same text for the same follow-up, whenever it is written.
class TimelessClock : public Clock {
 public:
  explicit TimelessClock(const Clock& clock) : clock_(clock) {}
  Instant Now() const override { return {}; }
  Day Today() const override { return clock_.Today(); }
  Day DayAt(Instant instant) const override { return clock_.DayAt(instant); }

 private:
  const Clock& clock_;
};

/// What follows a follow-up has the same id at every Kith that plans it.
FollowUpId SuccessorOf(FollowUpId id, unsigned number) {
  UuidBytes bytes = id.bytes();
  bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0FU) | 0x80U);  // version 8 of RFC 9562
  bytes.back() = static_cast<std::uint8_t>(bytes.back() + number);
  return FollowUpId(bytes);
}

FollowingChange ChangeOf(std::string what, std::optional<FollowUp> before, std::optional<FollowUp> after) {
  FollowingChange change{.what = std::move(what)};
  change.follow_ups.push_back({std::move(before), std::move(after)});
  return change;
}

}  // namespace

Result<void> TaskRecords::LoadPeople() {
  const auto contacts = ports_.contacts.Search({.limit = std::numeric_limits<int>::max()});
  if (!contacts) return contacts.error();
  const Result<std::vector<Event>> events = ports_.events.List();
  if (!events) return events.error();
  people_.clear();
  for (const Contact& contact : *contacts)
    people_[contact.id] = contact;
  for (const Event& event : *events)
    event_names_[event.id] = event.name;
  return {};
}

Result<std::vector<LocalRecord>> TaskRecords::List() {
  if (auto loaded = LoadPeople(); !loaded) return loaded.error();
  const auto follow_ups = ports_.follow_ups.List({.include_done = true});
  if (!follow_ups) return follow_ups.error();
  std::vector<LocalRecord> records;
  for (const FollowUp& follow_up : *follow_ups) {
    const Result<std::string> text = TextOf(follow_up);
    if (!text) return text.error();
    records.push_back({follow_up.id.bytes(), *text, follow_up.done_on.has_value()});
  }
  return records;
}

Result<std::string> TaskRecords::TextOf(const FollowUp& follow_up) const {
  const auto contact = people_.find(follow_up.contact);
  return TaskText(TaskOf(follow_up, contact == people_.end() ? nullptr : &contact->second, event_names_),
                  TimelessClock(ports_.clock));
}

Result<Task> TaskRecords::TaskNow(const FollowUp& follow_up) const {
  const Result<std::string> text = TextOf(follow_up);
  if (!text) return text.error();
  return ReadTask(*text, ports_.clock);
}

Result<std::string> TaskRecords::NewText(const LocalRecord& record) {
  const Result<Task> task = ReadTask(record.text, ports_.clock);
  if (!task) return task.error();
  Task now = *task;
  now.entry.last_modified.reset();
  return TaskText(now, ports_.clock);
}

Result<Absence> TaskRecords::WhyAbsent(const UuidBytes& /*id*/) {
  return Absence::kUnknown;
}

Result<KnownText> TaskRecords::Know(const std::string& text, bool /*is_kiths*/) {
  const Result<Task> task = ReadTask(text, ports_.clock);
  if (!task) return task.error();
  const auto id = FollowUpId::Parse(task->entry.uid);
  if (!id || !task->entry.contact || !people_.contains(*task->entry.contact))
    return Error{ErrorCode::kNotAllowed, std::string(Tr("It belongs to none of the contacts."))};
  return KnownText{id->bytes(), task->entry.summary, true};
}

Result<Reconciled> TaskRecords::Reconcile(const SyncedItem& agreed, const std::string& remote,
                                          Direction direction) {
  const Result<FollowUp> before = ports_.follow_ups.Get(FollowUpId(agreed.id));
  if (!before) return Error{ErrorCode::kNotAllowed, before.error().message};
  TasksToMerge tasks;
  const auto read = [&](const std::string& text, Task& task) -> Result<void> {
    if (text.empty()) return {};
    const Result<Task> known = ReadTask(text, ports_.clock);
    if (!known) return known.error();
    task = *known;
    return {};
  };
  Result<std::string> ours = TextOf(*before);
  if (!ours) return ours.error();
  for (const Result<void>& done : {read(*ours, tasks.seen), read(agreed.ours, tasks.ours),
                                   read(remote, tasks.remote), read(agreed.theirs, tasks.theirs)}) {
    if (!done) return done.error();
  }
  const MergedTasks merged = MergeTasks(tasks);
  Reconciled outcome{*ours, remote};
  Task there = merged.there;
  if (direction == Direction::kPublish) {
    if (remote != agreed.theirs && !agreed.theirs.empty()) outcome.remembered = agreed.theirs;
  } else if (merged.here != tasks.seen) {
    if (auto stored = Store(*before, merged.here); !stored) return stored.error();
    outcome.changed_here = true;
    const Result<FollowUp> after = ports_.follow_ups.Get(before->id);
    if (!after) return after.error();
    ours = TextOf(*after);
    if (!ours) return ours.error();
    outcome.ours = *ours;
    // That Kith planned what comes next is told to the others.
    const Result<Task> now = TaskNow(*after);
    if (!now) return now.error();
    there.more = now->more;
  }
  if (there == tasks.remote) return outcome;
  there.entry.last_modified.reset();
  ++there.entry.sequence;
  const Result<std::string> text = TaskText(there, ports_.clock, remote);
  if (!text) return text.error();
  outcome.there = *text;
  return outcome;
}

Result<void> TaskRecords::Store(const FollowUp& before, const Task& task) {
  FollowUp after = before;
  ApplyTask(task, after);
  if (after == before) return {};
  const bool ends_elsewhere = !before.done_on && after.done_on && !task.more.contains(kFollowedUp);
  if (ends_elsewhere) {
    const Result<FollowingChange> change = Finish(before, after);
    if (!change) return change.error();
    return ports_.following.Apply(*change);
  }
  return ports_.following.Apply(
      ChangeOf(Filled(Tr("Changed on the server: {0}"), {after.text}), before, after));
}

Result<FollowingChange> TaskRecords::Finish(const FollowUp& before, const FollowUp& after) {
  followup::Book book;
  for (const auto& [id, contact] : people_)
    book.contacts.push_back(contact);
  const auto follow_ups = ports_.follow_ups.List({.include_done = true});
  if (!follow_ups) return follow_ups.error();
  book.follow_ups = *follow_ups;
  const Result<Following> following = ports_.following.Load();
  if (!following) return following.error();
  book.following = *following;
  for (const auto& [id, name] : event_names_)
    book.events[id].name = name;

  const followup::QueueItem item{.follow_up = before.id,
                                 .contact = before.contact,
                                 .kind = before.kind,
                                 .day = before.due,
                                 .due = before.due};
  const followup::Moment moment{*after.done_on, ports_.clock.Now()};
  Result<FollowingChange> change = after.skipped ? followup::Skip(book, rules_, item, moment)
                                                 : followup::MarkDone(book, rules_, item, after.note, moment);
  if (!change) return change;
  unsigned number = 0;
  for (Edit<FollowUp>& edit : change->follow_ups) {
    if (edit.before && edit.before->id == before.id) edit.after = after;
    if (!edit.before && edit.after) edit.after->id = SuccessorOf(before.id, ++number);
  }
  // Another Kith may have planned it before.
  std::erase_if(change->follow_ups, [&](const Edit<FollowUp>& edit) {
    return !edit.before && edit.after && ports_.follow_ups.Get(edit.after->id);
  });
  return change;
}

Result<Reconciled> TaskRecords::TakeHere(const KnownText& known, const std::string& remote) {
  const Result<Task> task = ReadTask(remote, ports_.clock);
  if (!task) return task.error();
  FollowUp follow_up;
  follow_up.id = FollowUpId(known.id);
  follow_up.contact = *task->entry.contact;
  follow_up.due = ports_.clock.Today();
  ApplyTask(*task, follow_up);
  if (auto added = ports_.following.Apply(
          ChangeOf(Filled(Tr("From the server: {0}"), {follow_up.text}), std::nullopt, follow_up));
      !added)
    return added.error();
  const Result<std::string> ours = TextOf(follow_up);
  if (!ours) return ours.error();
  Reconciled outcome{*ours, remote};
  outcome.changed_here = true;
  return outcome;
}

Result<void> TaskRecords::FoldIn(const UuidBytes& /*id*/, const std::string& /*remote*/, bool /*is_kiths*/) {
  return {};  // follow-ups aren't merged
}

Result<void> TaskRecords::Remove(std::span<const UuidBytes> ids) {
  for (const UuidBytes& id : ids) {
    const Result<FollowUp> follow_up = ports_.follow_ups.Get(FollowUpId(id));
    if (!follow_up) continue;
    if (auto gone = ports_.following.Apply(
            ChangeOf(Filled(Tr("Deleted on the server: {0}"), {follow_up->text}), *follow_up, std::nullopt));
        !gone)
      return gone;
  }
  return {};
}

}  // namespace kith::exchange::dav
