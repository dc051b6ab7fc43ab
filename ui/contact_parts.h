// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "flow/action.h"
#include "flow/state.h"
#include "ui/forms.h"
#include "ui/kit.h"

/// The parts of the contacts screen. Not for other screens.
namespace kith::ui {

/// The contact that is shown: who it is, its cards, its history, and changing it.
void DrawContactPane(Kit& kit, const flow::ContactsState& contacts, const std::string& region,
                     ContactsForm& form, flow::Actions& actions);

/// What was on each card, beside what is kept now.
void DrawContactCards(Kit& kit, const flow::ContactPane& pane);
void DrawContactHistory(Kit& kit, const flow::ContactPane& pane, bool busy, flow::Actions& actions);
/// Begins with what is kept when `form.edit` is empty.
void DrawContactForm(Kit& kit, const flow::ContactsState& contacts, const std::string& region,
                     ContactsForm& form, flow::Actions& actions);

/// A button that opens what the list can be narrowed down to; below it, what it is narrowed down to now.
void DrawContactFilters(Kit& kit, const flow::ContactsState& contacts, ContactsForm& form,
                        flow::Actions& actions);

/// "Perhaps the same person": one row for each, with its reasons and two buttons.
void DrawAlike(Kit& kit, const flow::ContactPane& pane, bool busy, flow::Actions& actions);

}  // namespace kith::ui
