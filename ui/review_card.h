// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flow/state.h"
#include "ui/forms.h"
#include "ui/kit.h"
#include "ui/widgets/panel.h"

namespace kith::ui {

/// The first part of the review screen: the card with the field that is being looked at, enlarged below it; a
/// switch above it if there is a back.
void DrawReviewCard(Kit& kit, const flow::ReviewState& review, ReviewForm& form, const FirstPart& part);

}  // namespace kith::ui
