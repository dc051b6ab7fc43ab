// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flow/action.h"
#include "flow/state.h"
#include "ui/forms.h"
#include "ui/kit.h"

namespace kith::ui {

/// The way between exporting, importing and synchronising, on each of these screens.
void DrawExchangeTabs(Kit& kit, flow::Screen shown, flow::Actions& actions);

/// Logging in to a server, and choosing what to synchronise of what it has.
void DrawSyncLogin(Kit& kit, const flow::SyncScreenState& sync, SyncForm& form, flow::Actions& actions);

/// Before the login is forgotten.
void AskDisconnect(SyncForm& form);
/// While `form.asks_disconnect`.
void DrawDisconnectQuestion(Kit& kit, SyncForm& form, flow::Actions& actions);

/// How a vCard is written: one file or many, with pictures or without, in which version.
void DrawVcardChoices(Kit& kit, ExportForm& form);

}  // namespace kith::ui
