// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "core/language.h"
#include "flow/present.h"
#include "flow/updater.h"

namespace kith::flow {

void Updater::LoadDueList() {
  Run(effect::LoadDue{state_.today});
}

void Updater::LoadDueTab() {
  LoadDueList();
  const std::optional<Event>& event = state_.settings.event;
  if (state_.due.tab == DueTab::kIntroductions)
    Run(effect::LoadIntroductions{event ? std::optional(event->id) : std::nullopt});
  if (state_.due.tab == DueTab::kEveryone) Run(effect::LoadFates{state_.today});
}

DueRow* Updater::DueRowWith(const std::string& key) {
  for (DueGroup& group : state_.due.groups) {
    for (DueRow& row : group.rows) {
      if (row.key == key) return &row;
    }
  }
  return nullptr;
}

void Updater::On(const DueLoaded& action) {
  if (action.today != state_.today) return;
  state_.due.loaded = true;
  state_.due.count_until_today = CountUntil(action.items, state_.today);
  // A guest sees nothing of it, and what isn't in the state can't be shown by mistake.
  if (state_.lock.locked) {
    state_.due.groups.clear();
    return;
  }
  state_.due.groups = DueGroups(action.items, state_.today);
  state_.due.put_off = PutOffChoices(action.put_off, state_.today);
}

void Updater::On(const ActOnDue& action) {
  DueRow* row = DueRowWith(action.key);
  if (state_.lock.locked || !row || row->busy) return;
  row->busy = true;
  if (state_.due.message && state_.due.message->key == action.key) state_.due.message.reset();
  Run(effect::ChangeDue{action, state_.today});
}

void Updater::On(const DueChanged& action) {
  if (!state_.lock.locked) {
    state_.due.can_undo = action.what;
    Inform(action.what, std::string(Tr("\u201cTake back\u201d undoes it.")));
  }
  LoadDueTab();
}

void Updater::On(const DueNotChanged& action) {
  if (DueRow* row = DueRowWith(action.key)) row->busy = false;
  for (IntroductionRow& row : state_.due.introductions)
    row.busy = false;
  for (BegunIntroduction& row : state_.due.begun)
    row.busy = false;
  Tell(action.error);
}

void Updater::On(const flow::UndoDue&) {
  if (state_.lock.locked || state_.due.undoing) return;
  state_.due.undoing = true;
  Run(effect::UndoDue{});
}

void Updater::On(const DueUndone& action) {
  state_.due.undoing = false;
  state_.due.can_undo.clear();
  if (!state_.lock.locked) Inform(std::string(Tr("Taken back")), action.what);
  LoadDueTab();
}

void Updater::On(const UndoFailed& action) {
  state_.due.undoing = false;
  state_.due.can_undo.clear();
  Tell(action.error);
  LoadDueTab();
}

void Updater::On(const ShowDueTab& action) {
  if (state_.lock.locked) return;
  state_.due.tab = action.tab;
  state_.due.message.reset();
  LoadDueTab();
}

void Updater::On(const OpenMessage& action) {
  if (state_.lock.locked || !DueRowWith(action.key)) return;
  state_.due.message = MessageSheet{.key = action.key};
  Run(effect::WriteMessage{action.key, state_.today});
}

void Updater::On(const CloseMessage&) {
  state_.due.message.reset();
}

void Updater::On(const MessageWritten& action) {
  std::optional<MessageSheet>& sheet = state_.due.message;
  if (state_.lock.locked || !sheet || sheet->key != action.key) return;
  if (!action.message) {
    sheet.reset();
    Inform(std::string(Tr("Nobody is written to here")),
           std::string(Tr("This is something to look up or to note.")));
    return;
  }
  *sheet = {.key = action.key, .loading = false, .mail = action.message->mail};
}

void Updater::On(const TakeMessage& action) {
  std::optional<MessageSheet>& sheet = state_.due.message;
  if (state_.lock.locked || !sheet || sheet->loading || sheet->taking) return;
  MailDraft mail{.to = sheet->mail.to, .subject = action.subject, .body = action.body};
  sheet->taking = true;
  if (action.where == TakeMessage::Where::kDraft) {
    Run(effect::SaveDraft{std::move(mail), state_.settings.export_folder});
  } else {
    Run(effect::OpenInMailProgram{std::move(mail)});
  }
}

void Updater::On(const MessageTaken& action) {
  if (state_.due.message) state_.due.message->taking = false;
  if (state_.lock.locked) return;
  if (action.draft.empty()) {
    Inform(std::string(Tr("Handed to your mail program")),
           std::string(Tr("Look it over there, and send it yourself.")));
  } else {
    Inform(std::string(Tr("The draft is saved")), action.draft.string());
  }
}

void Updater::On(const MessageNotTaken& action) {
  if (state_.due.message) state_.due.message->taking = false;
  if (!state_.lock.locked) Tell(action.error);
}

void Updater::On(const flow::DecideIntroduction& action) {
  if (state_.lock.locked) return;
  for (IntroductionRow& row : state_.due.introductions) {
    if (row.contacts != action.contacts || row.busy) continue;
    row.busy = true;
    Run(effect::DecideIntroduction{action, state_.today});
  }
}

void Updater::On(const flow::AnswerIntroduction& action) {
  if (state_.lock.locked || action.who > 1) return;
  for (BegunIntroduction& row : state_.due.begun) {
    if (row.id != action.id || row.busy) continue;
    row.busy = true;
    Run(effect::AnswerIntroduction{row.id, row.contacts[action.who], action.answer, state_.today});
  }
}

void Updater::On(const MarkIntroduced& action) {
  if (state_.lock.locked) return;
  for (BegunIntroduction& row : state_.due.begun) {
    if (row.id != action.id || row.busy) continue;
    row.busy = true;
    Run(effect::RecordIntroduced{row.contacts, state_.today});
  }
}

void Updater::On(const IntroductionsLoaded& action) {
  if (state_.lock.locked) return;
  state_.due.introductions_loaded = true;
  state_.due.introductions = action.rows;
  state_.due.begun = action.begun;
}

void Updater::On(const FatesLoaded& action) {
  if (state_.lock.locked) return;
  state_.due.everyone_loaded = true;
  state_.due.everyone = action.rows;
  state_.due.everyone_summary = action.summary;
}

}  // namespace kith::flow
