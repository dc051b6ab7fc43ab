// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flow/action.h"
#include "flow/state.h"
#include "ui/forms.h"
#include "ui/kit.h"

/// One view a screen: draws the state into the room that is left and puts what a person wants into `actions`.
/// No input or output, no sorting, no locks. A file each.
namespace kith::ui {

void DrawScan(Kit& kit, const flow::AppState& state, flow::Actions& actions);
/// `region`: for phone numbers without a country code.
void DrawReview(Kit& kit, const flow::ReviewState& review, const std::string& region, ReviewForm& form,
                flow::Actions& actions);
/// `region`: for a birthday whose numbers could both be the month.
void DrawContacts(Kit& kit, const flow::ContactsState& contacts, const std::string& region,
                  ContactsForm& form, flow::Actions& actions);
void DrawDue(Kit& kit, const flow::DueState& due, DueForm& form, flow::Actions& actions);
void DrawExport(Kit& kit, const flow::AppState& state, ExportForm& form, flow::Actions& actions);
void DrawImport(Kit& kit, const flow::IntakeState& intake, ImportForm& form, flow::Actions& actions);
/// `event`: the name of where guests meet the host; empty: of none.
void DrawHostCard(Kit& kit, const flow::HostCardState& host, const std::string& event, HostCardForm& form,
                  flow::Actions& actions);
void DrawEvents(Kit& kit, const flow::AppState& state, EventsForm& form, flow::Actions& actions);
void DrawSync(Kit& kit, const flow::SyncScreenState& sync, Instant now, SyncForm& form,
              flow::Actions& actions);
void DrawSettings(Kit& kit, const flow::AppState& state, SettingsForm& form, flow::Actions& actions);
/// A sheet over the screen that asks for the PIN, while `form.open`.
void DrawLock(Kit& kit, const flow::LockState& lock, Instant now, LockForm& form, flow::Actions& actions);

}  // namespace kith::ui
