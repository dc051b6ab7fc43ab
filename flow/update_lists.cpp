// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "flow/present.h"
#include "flow/updater.h"

namespace kith::flow {

void Updater::On(const SearchContacts& action) {
  if (state_.lock.locked) return;
  state_.contacts.query = action.text;
  state_.contacts.ticket = state_.next_ticket++;
  Run(effect::FindContacts{state_.contacts.ticket, action.text});
}

void Updater::On(const ContactsFound& action) {
  ContactsState& contacts = state_.contacts;
  if (state_.lock.locked || action.ticket != contacts.ticket) return;
  contacts.rows = ContactRows(action.contacts);
  contacts.loaded = true;
  if (!contacts.selected && !contacts.rows.empty()) On(SelectContact{contacts.rows.front().id});
}

void Updater::On(const SelectContact& action) {
  if (state_.lock.locked) return;
  if (state_.contacts.selected != action.id) state_.contacts.pane.reset();
  state_.contacts.selected = action.id;
  Run(effect::LoadContact{action.id});
}

void Updater::On(const ContactLoaded& action) {
  if (state_.lock.locked || state_.contacts.selected != action.contact.id) return;
  state_.contacts.pane = PaneOf(action.contact, action.event_name, action.follow_ups, state_.today);
}

void Updater::On(const StartExport& action) {
  if (state_.lock.locked || state_.exporting.running) return;
  if (action.path.empty()) {
    Tell({ErrorCode::kInvalidInput, "Please say where to write the file: fill in the path."});
    return;
  }
  const std::optional<Event>& event = state_.settings.event;
  ExportRequest request;
  request.format = action.format;
  request.path = action.path;
  if (action.only_this_event && event) request.event = event->id;
  state_.exporting = {.running = true, .report = std::nullopt, .format = action.format};
  Run(effect::Export{std::move(request)});
}

void Updater::On(const Exported& action) {
  state_.exporting.running = false;
  state_.exporting.report = action.report;
}

void Updater::On(const ExportFailed& action) {
  state_.exporting.running = false;
  Tell(action.error);
}

}  // namespace kith::flow
