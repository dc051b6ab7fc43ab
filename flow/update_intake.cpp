// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "core/language.h"
#include "flow/updater.h"

namespace kith::flow {

void Updater::On(const OpenContactFile& action) {
  if (state_.lock.locked || state_.intake.step == IntakeStep::kImport) return;
  StopIntake();
  state_.screen = Screen::kImport;
  IntakeState& intake = state_.intake;
  intake = {.path = action.path};
  if (action.path.empty()) {
    intake.error =
        Error{ErrorCode::kInvalidInput, std::string(Tr("Please say which file: fill in its path."))};
    return;
  }
  BeginIntakeStep(IntakeStep::kLook);
  Run(effect::LookAtContactFile{intake.ticket, action.path});
}

void Updater::On(const ContactFileSeen& action) {
  IntakeState& intake = state_.intake;
  if (action.ticket != intake.ticket || intake.step != IntakeStep::kLook) return;
  intake.file = action.file;
  TryIntake();
}

void Updater::On(const ChooseColumn& action) {
  IntakeState& intake = state_.intake;
  const bool may = intake.step == IntakeStep::kReady || intake.step == IntakeStep::kTry;
  if (state_.lock.locked || !may || !intake.file || action.column >= intake.file->columns.size()) return;
  TableColumn& column = intake.file->columns[action.column];
  if (column.field == action.field) return;
  column.field = action.field;
  StopIntake();
  TryIntake();
}

void Updater::On(const ImportContacts&) {
  IntakeState& intake = state_.intake;
  if (state_.lock.locked || intake.step != IntakeStep::kReady || intake.to_import == 0) return;
  BeginIntakeStep(IntakeStep::kImport);
  Run(effect::TakeInContacts{intake.ticket, *intake.file, ImportMode::kKeep, intake.job});
}

void Updater::On(const StopImport&) {
  // What it stops is told when it has ended: it may be too late.
  if (!state_.lock.locked) StopIntake();
}

void Updater::On(const LeaveImport&) {
  if (state_.lock.locked || state_.intake.step == IntakeStep::kImport) return;
  StopIntake();
  state_.intake = {};
}

void Updater::On(const ContactsTakenIn& action) {
  IntakeState& intake = state_.intake;
  if (action.ticket != intake.ticket || !intake.working()) return;
  const bool kept = intake.step == IntakeStep::kImport;
  intake.step = kept ? IntakeStep::kDone : IntakeStep::kReady;
  intake.job.reset();
  intake.outcome = IntakeText(action.report);
  intake.rows = IntakeRows(action.report);
  intake.to_import = action.report.Count(Imported::kNew) + action.report.Count(Imported::kChanged);
  if (kept) LoadDueList();
}

void Updater::On(const IntakeFailed& action) {
  IntakeState& intake = state_.intake;
  if (action.ticket != intake.ticket || !intake.working()) return;
  const bool stopped = action.error.code == ErrorCode::kCancelled;
  if (intake.step == IntakeStep::kImport) {
    intake.step = IntakeStep::kReady;
  } else {
    intake.step = IntakeStep::kChoose;
    intake.file.reset();
  }
  intake.job.reset();
  if (!stopped) intake.error = action.error;
}

void Updater::BeginIntakeStep(IntakeStep step) {
  IntakeState& intake = state_.intake;
  intake.step = step;
  intake.ticket = state_.next_ticket++;
  intake.error.reset();
  intake.job = std::make_shared<LongJob>();
}

void Updater::TryIntake() {
  BeginIntakeStep(IntakeStep::kTry);
  state_.intake.rows.clear();
  state_.intake.outcome.clear();
  Run(effect::TakeInContacts{state_.intake.ticket, *state_.intake.file, ImportMode::kDryRun,
                             state_.intake.job});
}

void Updater::StopIntake() {
  if (state_.intake.job) state_.intake.job->stop.request_stop();
}

}  // namespace kith::flow
