// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "ui/kit.h"
#include "ui/palette.h"

/// Small things without behaviour.
namespace kith::ui {

/// A rounded label: "please check", an interest.
void Chip(Kit& kit, std::string_view text, Color ground, Color ink, const char* icon = nullptr);
/// The initials of a person or an icon on a round ground; `diameter` in units.
void Avatar(Kit& kit, std::string_view initials, float diameter, Color ground = Colors().accent_tint);
/// A thin line over the whole width.
void Rule(const Kit& kit);

}  // namespace kith::ui
