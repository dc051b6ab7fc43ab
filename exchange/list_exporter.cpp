// SPDX-License-Identifier: Apache-2.0
#include "exchange/list_exporter.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <utility>

#include "exchange/atomic_file.h"
#include "exchange/calendar_tasks.h"
#include "exchange/contact_export.h"
#include "exchange/icalendar.h"
#include "exchange/lists.h"
#include "followup/due.h"
#include "followup/queue.h"

namespace kith::exchange {
namespace {

std::vector<ContactId> IdsOf(const std::vector<followup::DueItem>& items) {
  std::set<ContactId> ids;
  for (const followup::DueItem& item : items)
    ids.insert(item.contact);
  return {ids.begin(), ids.end()};
}

/// Who imports a list of tasks again sees those as done that were done in the meantime.
constexpr int kDaysOfDoneTasks = 30;

using ContactsById = std::map<ContactId, const Contact*>;

ContactsById ById(const std::vector<Contact>& contacts) {
  ContactsById by_id;
  for (const Contact& contact : contacts)
    by_id.emplace(contact.id, &contact);
  return by_id;
}

}  // namespace

Result<ExportReport> ListExporter::Export(const ExportRequest& request) {
  const Result<EventNames> event_names = LoadEventNames();
  if (!event_names) return event_names.error();
  if (HasContacts(request.format)) return ExportContacts(request, contacts_, extras_, *event_names);

  const Result<std::vector<Contact>> contacts =
      contacts_.Search({.text = {}, .event = request.event, .limit = std::numeric_limits<int>::max()});
  if (!contacts) return contacts.error();
  Result<Text> text = WriteFollowUps(request, *contacts, *event_names);
  if (!text) return text.error();
  const Result<void> written = WriteFileAtomically(request.path, text->bytes);
  if (!written) return written.error();
  return ExportReport{request.path, text->count, std::move(text->contacts)};
}

Result<ListExporter::Text> ListExporter::WriteFollowUps(const ExportRequest& request,
                                                        const std::vector<Contact>& contacts,
                                                        const EventNames& event_names) {
  FollowUpQuery query{.due_by = std::nullopt, .contact = std::nullopt, .event = request.event};
  if (request.due_before) query.due_by = AddDays(*request.due_before, -1);
  const Result<std::vector<FollowUp>> follow_ups = follow_ups_.List(query);
  if (!follow_ups) return follow_ups.error();

  std::vector<followup::DueItem> items =
      followup::Agenda(clock_.Today(), request.due_before, contacts, *follow_ups);
  const Result<std::vector<followup::DueItem>> check_ins = CheckIns(contacts);
  if (!check_ins) return check_ins.error();
  for (const followup::DueItem& item : *check_ins) {
    if (!request.due_before || item.due < *request.due_before) items.push_back(item);
  }
  std::stable_sort(items.begin(), items.end(),
                   [](const followup::DueItem& a, const followup::DueItem& b) { return a.due < b.due; });
  const int count = static_cast<int>(items.size());
  if (request.format == ExportFormat::kFollowUpsCsv) {
    return Text{WriteFollowUpsCsv(items, contacts, event_names), count, IdsOf(items)};
  }
  if (request.format == ExportFormat::kTasksIcalendar)
    return WriteTaskList(request, items, contacts, event_names);
  Result<std::string> calendar = WriteCalendar(items, contacts, event_names, clock_.Now());
  if (!calendar) return calendar.error();
  return Text{std::move(*calendar), count, IdsOf(items)};
}

Result<ListExporter::Text> ListExporter::WriteTaskList(const ExportRequest& request,
                                                       const std::vector<followup::DueItem>& items,
                                                       const std::vector<Contact>& contacts,
                                                       const EventNames& event_names) {
  FollowUpQuery query{.due_by = std::nullopt, .contact = std::nullopt, .event = request.event};
  query.include_done = true;
  const Result<std::vector<FollowUp>> all = follow_ups_.List(query);
  if (!all) return all.error();
  const ContactsById by_id = ById(contacts);
  std::vector<CalendarEntry> tasks;
  std::set<ContactId> ids;
  const auto add = [&](const auto& item) {
    const auto contact = by_id.find(item.contact);
    tasks.push_back(TaskOf(item, contact == by_id.end() ? nullptr : contact->second, event_names));
    ids.insert(item.contact);
  };
  for (const followup::DueItem& item : items)
    add(item);
  const Day first = AddDays(clock_.Today(), -kDaysOfDoneTasks);
  for (const FollowUp& follow_up : *all) {
    if (follow_up.done_on && *follow_up.done_on >= first) add(follow_up);
  }
  Result<std::string> calendar = WriteTasks(tasks, clock_);
  if (!calendar) return calendar.error();
  return Text{std::move(*calendar), static_cast<int>(tasks.size()), {ids.begin(), ids.end()}};
}

/// They follow from all that was done, not from what is open.
Result<std::vector<followup::DueItem>> ListExporter::CheckIns(const std::vector<Contact>& contacts) {
  FollowUpQuery all;
  all.include_done = true;
  Result<std::vector<FollowUp>> follow_ups = follow_ups_.List(all);
  if (!follow_ups) return follow_ups.error();
  Result<Following> following = following_.Load();
  if (!following) return following.error();
  const followup::Book book{
      .contacts = contacts, .follow_ups = *std::move(follow_ups), .following = *std::move(following)};
  return followup::CheckIns(followup::People(book), rules_, clock_.Today());
}

Result<EventNames> ListExporter::LoadEventNames() {
  const Result<std::vector<Event>> events = events_.List();
  if (!events) return events.error();
  EventNames names;
  for (const Event& event : *events)
    names.emplace(event.id, event.name);
  return names;
}

}  // namespace kith::exchange
