// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/layout_parts.h"

namespace kith::tools {
namespace {

/// A name, perhaps what they do, a number and an address: all in one place, blank paper around it.
Lines Spare(CardWriter& w) {
  Rng& rng = w.rng();
  Lines text = rng.Chance(0.7) ? w.NameAndTitles() : w.Name();
  Append(text, rng.Chance(0.5) ? w.Contact() : w.Phones(), rng.Real(2, 14));
  if (rng.Chance(0.6)) Append(text, rng.Chance(0.5) ? w.EmailOnly() : w.Online());
  return text;
}

void SpareBlock(CardDesign& d, CardWriter& w) {
  Rng& rng = w.rng();
  const double m = Margin(d, rng) + rng.Real(0, 4);
  const Align across = rng.Chance(0.7) ? Align::kStart : rng.Chance(0.5) ? Align::kCentre : Align::kEnd;
  const Align down = rng.Chance(0.5) ? Align::kCentre : rng.Chance(0.5) ? Align::kStart : Align::kEnd;
  Put(d, {m, m, d.width - 2 * m, d.height - 2 * m}, across, down, Spare(w));
}

void SpareApart(CardDesign& d, CardWriter& w) {
  Rng& rng = w.rng();
  const double m = Margin(d, rng) + rng.Real(0, 4);
  const Align across = rng.Chance(0.7) ? Align::kStart : Align::kCentre;
  const double half = (d.height - 2 * m) / 2;
  Put(d, {m, m, d.width - 2 * m, half}, across, Align::kStart, w.NameAndTitles());
  Lines below = w.Phones();
  Append(below, rng.Chance(0.5) ? w.EmailOnly() : w.Online());
  Put(d, {m, m + half, d.width - 2 * m, half}, across, Align::kEnd, below);
}

}  // namespace

std::vector<Layout> SpareLayouts() {
  return {{"spare-block", Ground::kLight, false, 2, SpareBlock},
          {"spare-apart", Ground::kLight, false, 2, SpareApart},
          {"spare-dark", Ground::kDark, false, 1, SpareBlock},
          {"spare-apart-dark", Ground::kDark, false, 1, SpareApart},
          {"spare-portrait", Ground::kLight, true, 1, SpareApart}};
}

}  // namespace kith::tools
