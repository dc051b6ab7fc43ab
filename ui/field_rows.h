// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "flow/review_rows.h"
#include "ui/kit.h"

/// Values of a contact to edit, one a row: what the review and the contacts have in common.
namespace kith::ui {

struct FieldInputResult {
  bool keep = true;      ///< false: the row is to be removed
  bool focused = false;  ///< got the focus in this frame
};

/// The input with what belongs beside it: the type of a phone, the button that removes the row.
FieldInputResult DrawFieldInput(Kit& kit, flow::ReviewRow& row, float width);

void DrawFieldLabel(Kit& kit, const flow::ReviewRow& row);

/// Buttons that add a row of a kind that there may be more of.
void DrawAddFields(Kit& kit, std::vector<flow::ReviewRow>& rows);

}  // namespace kith::ui
