// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/language.h"
#include "flow/present.h"
#include "flow/updater.h"

namespace kith::flow {

void Updater::On(const ShowKeeping&) {
  if (state_.lock.locked) return;
  Run(effect::LoadKeeping{});
}

void Updater::On(const KeepingLoaded& action) {
  if (state_.lock.locked) return;
  state_.keeping.loaded = true;
  state_.keeping.events = action.events;
}

void Updater::On(const SaveKeeping& action) {
  KeepingState& keeping = state_.keeping;
  const bool known = std::ranges::any_of(
      keeping.events, [&](const KeptEvent& kept) { return kept.event.id == action.event; });
  if (state_.lock.locked || keeping.saving || !known) return;
  const Result<EventRetention> retention = Edited(action.edit, state_.today);
  if (!retention) return Tell(retention.error());
  keeping.saving = true;
  Run(effect::SaveKeeping{action.event, *retention});
}

void Updater::On(const KeepingSaved&) {
  state_.keeping.saving = false;
  ++state_.keeping.saved;
  if (!state_.lock.locked) Run(effect::LoadKeeping{});
}

void Updater::On(const KeepingNotSaved& action) {
  state_.keeping.saving = false;
  if (!state_.lock.locked) Tell(action.error);
}

void Updater::On(const DayCaredFor& action) {
  if (action.no_backup) {
    Tell(*action.no_backup,
         std::string(action.no_backup->code == ErrorCode::kDamaged ? Tr("The database is damaged")
                                                                   : Tr("There is no backup of today")));
  }
  if (action.erased == RetentionReport()) return;
  state_.keeping.erased = {state_.today, action.erased};
  state_.keeping.erased_is_told = false;
  TellErased();
}

/// Stays until somebody puts it away; a locked kiosk tells the host, not the guest.
void Updater::TellErased() {
  KeepingState& keeping = state_.keeping;
  if (state_.lock.locked || keeping.erased_is_told || !keeping.erased) return;
  keeping.erased_is_told = true;
  state_.notices.push_back({state_.next_ticket++, NoticeTone::kInfo,
                            std::string(Tr("Erased, because their time had come")),
                            Filled(Tr("{0}."), {ErasedText(keeping.erased->report)}), std::nullopt});
}

}  // namespace kith::flow
