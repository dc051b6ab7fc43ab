// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "flow/state.h"
#include "ui/forms.h"

namespace kith::ui::test {

/// Opens what a person opens on the sample screen of that name: a tab, a form, a sheet.
void OpenPart(const std::string& name, const flow::AppState& state, Forms& forms);

}  // namespace kith::ui::test
