// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/layout_parts.h"

namespace kith::tools {
namespace {

void PortraitCentred(CardDesign& d, CardWriter& w) {
  Rng& rng = w.rng();
  const double m = Margin(d, rng);
  const double inner = d.width - 2 * m;
  DrawLogo(d, w, {m, 8, inner, 20}, Align::kCentre, w.style().accent, LogoForm::kSymbolAbove);
  Put(d, {m, 33, inner, 15}, Align::kCentre, Align::kCentre, w.NameAndTitles());
  Lines bottom = w.Contact(true);
  Append(bottom, OrgAndAddress(w), 4);
  Put(d, {m, 50, inner, d.height - 50 - m - 1}, Align::kCentre, Align::kEnd, bottom);
}

void PortraitBand(CardDesign& d, CardWriter& w) {
  Rng& rng = w.rng();
  const double m = Margin(d, rng);
  const double inner = d.width - 2 * m;
  const double band = rng.Real(22, 30);
  d.shapes.push_back(Rectangle({0, 0, d.width, band}, w.style().panel));
  DrawLogo(d, w, {m, 4, inner, band - 8}, Align::kStart, w.style().on_panel, LogoForm::kWordmark);
  Put(d, {m, band + 4, inner, 15}, Align::kStart, Align::kStart, w.NameAndTitles());
  Lines bottom = OrgAndAddress(w);
  Append(bottom, w.Contact(), 4);
  Put(d, {m, band + 21, inner, d.height - band - 21 - m - 1}, Align::kStart, Align::kEnd, bottom);
}

}  // namespace

std::vector<Layout> PortraitLayouts() {
  return {{"portrait-centred", Ground::kLight, true, 0.7, PortraitCentred},
          {"portrait-band", Ground::kLight, true, 0.6, PortraitBand},
          {"portrait-dark", Ground::kDark, true, 0.4, PortraitCentred}};
}

}  // namespace kith::tools
