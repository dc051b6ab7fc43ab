// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tools/cardpress/card_writer.h"

namespace kith::tools {

/// How the organization's sign is made up.
enum class LogoForm { kSymbolBeside, kSymbolAbove, kWordmark, kSymbolOnly };

/// Draws a made-up sign and the brand's wordmark into an area of the design. The wordmark is a value of the
/// card; a symbol alone isn't.
void DrawLogo(CardDesign& design, CardWriter& writer, Area area, Align across, Ink ink, LogoForm form,
              bool second = false);

/// The same on a panel: the sign's holes show `ground` instead of the card's colour.
void DrawLogoOn(Ink ground, CardDesign& design, CardWriter& writer, Area area, Align across, Ink ink,
                LogoForm form, bool second = false);

/// A form that suits the area's proportions.
LogoForm PickLogoForm(Rng& rng, Area area);

/// One of ten abstract signs in a square.
std::vector<Shape> DrawSymbol(Rng& rng, Area square, Ink ink, Ink ground);

}  // namespace kith::tools
