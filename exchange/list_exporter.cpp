// SPDX-License-Identifier: Apache-2.0
#include "exchange/list_exporter.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <utility>

#include "core/language.h"
#include "exchange/atomic_file.h"
#include "exchange/atomic_folder.h"
#include "exchange/calendar/icalendar.h"
#include "exchange/calendar/tasks.h"
#include "exchange/contact_export.h"
#include "exchange/csv/lists.h"
#include "exchange/mail/eml.h"
#include "exchange/mail/mail_merge.h"
#include "exchange/people_list.h"
#include "exchange/people_markdown.h"
#include "exchange/people_page.h"
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

/// A folder that is there but empty is taken away, so that the new one is whole or not there.
Result<void> MakeRoomFor(const std::filesystem::path& folder) {
  std::error_code error;
  if (!std::filesystem::exists(folder, error)) return {};
  if (std::filesystem::is_directory(folder, error) && std::filesystem::is_empty(folder, error) &&
      std::filesystem::remove(folder, error))
    return {};
  return Error{
      ErrorCode::kNotAllowed,
      Filled(Tr("\"{0}\" is there and isn't an empty folder. Name a new one: what is in it is left alone."),
             {folder.string()})};
}

using ContactsById = std::map<ContactId, const Contact*>;

ContactsById ById(const std::vector<Contact>& contacts) {
  ContactsById by_id;
  for (const Contact& contact : contacts)
    by_id.emplace(contact.id, &contact);
  return by_id;
}

}  // namespace

Result<ExportReport> ListExporter::Export(const ExportRequest& request) {
  if (request.format == ExportFormat::kDrafts) return WriteDrafts(request);
  if (request.format == ExportFormat::kPage || request.format == ExportFormat::kMarkdown)
    return WritePeople(request);
  const Result<EventNames> event_names = LoadEventNames();
  if (!event_names) return event_names.error();
  if (HasContacts(request.format)) return ExportContacts(request, extras_, *event_names);

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

Result<ExportReport> ListExporter::WriteDrafts(const ExportRequest& request) {
  const Result<WholeBook> whole = LoadBook();
  if (!whole) return whole.error();
  MailMerge merge = MergeMails(whole->book, rules_, request.event);
  ExportReport report{.path = request.path, .left_out = std::move(merge.left_out)};
  if (auto room = MakeRoomFor(request.path); !room) return room.error();
  Result<AtomicFolder> folder = AtomicFolder::Open(request.path);
  if (!folder) return folder.error();
  for (const MergedMail& mail : merge.mails) {
    if (auto added = folder->Add(mail.file_name, WriteEml(mail.draft)); !added) return added.error();
    report.contacts.push_back(mail.draft.to.front().contact);
  }
  if (auto done = folder->Commit(); !done) return done.error();
  report.count = static_cast<int>(report.contacts.size());
  return report;
}

Result<ExportReport> ListExporter::WritePeople(const ExportRequest& request) {
  const Result<WholeBook> whole = LoadBook();
  if (!whole) return whole.error();
  const Day today = clock_.Today();
  const std::vector<ListedEvent> list = ListPeople(
      whole->book, rules_, whole->events, today, {.event = request.event, .due_before = request.due_before});
  const auto picture_of = [this](const Contact& contact) {
    return pictures_ ? pictures_->SmallPicture(contact) : std::nullopt;
  };
  Result<AtomicFile> file = AtomicFile::Open(request.path);
  if (!file) return file.error();
  const auto add = [&file](std::string_view bytes) { return file->Write(bytes); };
  const Result<void> written = request.format == ExportFormat::kMarkdown
                                   ? add(WritePeopleMarkdown(list, today))
                                   : WritePeoplePage(list, today, picture_of, add);
  if (!written) return written.error();
  if (auto done = file->Commit(); !done) return done.error();
  ExportReport report{.path = request.path};
  for (const ListedEvent& event : list) {
    for (const ListedPerson& person : event.people)
      report.contacts.push_back(person.contact->id);
  }
  report.count = static_cast<int>(report.contacts.size());
  return report;
}

Result<ListExporter::WholeBook> ListExporter::LoadBook() {
  ContactQuery everybody;
  everybody.limit = std::numeric_limits<int>::max();
  Result<std::vector<Contact>> contacts = contacts_.Search(everybody);
  if (!contacts) return contacts.error();
  Result<followup::Book> book = LoadBook(*std::move(contacts));
  if (!book) return book.error();
  Result<std::vector<Event>> events = events_.List();
  if (!events) return events.error();
  for (const Event& event : *events)
    book->events[event.id] = {.name = event.name, .place = event.place};
  return WholeBook{*std::move(book), *std::move(events)};
}

Result<followup::Book> ListExporter::LoadBook(std::vector<Contact> contacts) {
  FollowUpQuery all;
  all.include_done = true;
  Result<std::vector<FollowUp>> follow_ups = follow_ups_.List(all);
  if (!follow_ups) return follow_ups.error();
  Result<Following> following = following_.Load();
  if (!following) return following.error();
  return followup::Book{.contacts = std::move(contacts),
                        .follow_ups = *std::move(follow_ups),
                        .following = *std::move(following)};
}

/// They follow from all that was done, not from what is open.
Result<std::vector<followup::DueItem>> ListExporter::CheckIns(const std::vector<Contact>& contacts) {
  const Result<followup::Book> book = LoadBook(contacts);
  if (!book) return book.error();
  return followup::CheckIns(followup::People(*book), rules_, clock_.Today());
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
