// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "core/language.h"
#include "flow/present.h"
#include "flow/updater.h"

namespace kith::flow {

void Updater::On(const SearchContacts& action) {
  if (state_.lock.locked) return;
  state_.contacts.query = action.text;
  state_.contacts.ticket = state_.next_ticket++;
  Run(effect::FindContacts{state_.contacts.ticket,
                           QueryOf(action.text, state_.contacts.filters, state_.today)});
}

void Updater::On(const FilterContacts& action) {
  if (state_.lock.locked) return;
  state_.contacts.filters = action.filters;
  On(SearchContacts{state_.contacts.query});
}

void Updater::On(const FilterChoicesLoaded& action) {
  if (!state_.lock.locked) state_.contacts.choices = action.choices;
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
  state_.contacts.pane = PaneOf(action, state_.today);
}

const ContactPane* Updater::PaneToChange() {
  ContactsState& contacts = state_.contacts;
  if (state_.lock.locked || contacts.busy || !contacts.pane) return nullptr;
  return &*contacts.pane;
}

void Updater::On(const SaveContact& action) {
  const ContactPane* pane = PaneToChange();
  if (!pane) return;
  const Result<KnownContact> after = Edited(pane->kept, action.edit, state_.settings.region);
  if (!after) return Tell(after.error());
  state_.contacts.busy = true;
  Run(effect::SaveContact{pane->kept, *after});
}

void Updater::On(const MergeContacts& action) {
  const ContactPane* pane = PaneToChange();
  if (!pane || action.other == pane->id) return;
  state_.contacts.busy = true;
  Run(effect::MergeContacts{pane->id, action.other});
}

void Updater::On(const TellApart& action) {
  const ContactPane* pane = PaneToChange();
  if (!pane || action.other == pane->id) return;
  state_.contacts.busy = true;
  Run(effect::TellApart{pane->id, action.other});
}

void Updater::On(const UndoRevision& action) {
  const ContactPane* pane = PaneToChange();
  if (!pane) return;
  state_.contacts.busy = true;
  Run(effect::UndoRevision{pane->id, action.revision});
}

void Updater::On(const SettleSuggestion& action) {
  const ContactPane* pane = PaneToChange();
  if (!pane) return;
  state_.contacts.busy = true;
  Run(effect::SettleSuggestion{pane->id, action.field, action.accept});
}

void Updater::On(const ContactChanged& action) {
  state_.contacts.busy = false;
  ++state_.contacts.saved;
  if (state_.lock.locked) return;
  Inform(action.what, std::string(Tr("\u201cHistory\u201d has what was there before.")));
  On(SearchContacts{state_.contacts.query});
  if (state_.contacts.selected == action.id) Run(effect::LoadContact{action.id});
  LoadDueList();
}

void Updater::On(const ContactNotChanged& action) {
  state_.contacts.busy = false;
  if (state_.lock.locked) return;
  Tell(action.error);
  if (state_.contacts.selected == action.id) Run(effect::LoadContact{action.id});
}

void Updater::On(const StartExport& action) {
  if (state_.lock.locked || state_.exporting.running) return;
  if (action.path.empty()) {
    Tell(
        {ErrorCode::kInvalidInput, std::string(Tr("Please say where to write the file: fill in the path."))});
    return;
  }
  const std::optional<Event>& event = state_.settings.event;
  ExportRequest request;
  request.format = action.format;
  request.path = action.path;
  if (action.one_file_each) request.path /= "";
  request.pictures = action.pictures;
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
