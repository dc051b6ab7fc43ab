// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/layout_parts.h"

namespace kith::tools {
namespace {

void ClassicLeft(CardDesign& d, CardWriter& w) {
  Rng& rng = w.rng();
  const double m = Margin(d, rng);
  const double inner = d.width - 2 * m;
  const Area logo{m, m, inner * 0.55, 10};
  DrawLogo(d, w, logo, Align::kStart, w.style().accent, PickLogoForm(rng, logo));
  Put(d, {m, 19, inner, 14}, Align::kStart, Align::kCentre, w.NameAndTitles());
  const double split = m + inner * rng.Real(0.52, 0.58);
  Put(d, {m, 34, split - m - 2, d.height - m - 34}, Align::kStart, Align::kEnd, w.Contact());
  Put(d, {split, 34, d.width - m - split, d.height - m - 34}, Align::kStart, Align::kEnd, OrgAndAddress(w));
}

void ClassicCentred(CardDesign& d, CardWriter& w) {
  Rng& rng = w.rng();
  const double m = Margin(d, rng);
  const double inner = d.width - 2 * m;
  const Area logo{m + inner * 0.2, m, inner * 0.6, 13};
  DrawLogo(d, w, logo, Align::kCentre, w.style().accent,
           rng.Chance(0.6) ? LogoForm::kSymbolAbove : LogoForm::kWordmark);
  Put(d, {m, 20, inner, 13.5}, Align::kCentre, Align::kCentre, w.NameAndTitles());
  if (rng.Chance(0.4))
    d.shapes.push_back(Stroke({{d.width * 0.38, 34.5}, {d.width * 0.62, 34.5}}, w.style().accent, 0.25));
  Lines bottom = w.Address();
  if (rng.Chance(0.5)) bottom = OneLine(bottom, ", ");
  Append(bottom, w.ContactInline(), 1);
  Put(d, {m, 35.5, inner, d.height - m - 35.5}, Align::kCentre, Align::kEnd, bottom);
}

void RightAligned(CardDesign& d, CardWriter& w) {
  Rng& rng = w.rng();
  const double m = Margin(d, rng);
  const double inner = d.width - 2 * m;
  const Area logo{m, m, inner * 0.36, 15};
  DrawLogo(d, w, logo, Align::kStart, w.style().accent,
           rng.Chance(0.5) ? LogoForm::kSymbolAbove : LogoForm::kWordmark);
  const double x = m + inner * 0.4;
  Put(d, {x, m, d.width - m - x, 15}, Align::kEnd, Align::kStart, w.NameAndTitles());
  Lines rest = OrgAndAddress(w);
  Append(rest, w.Contact(true), 2.5);
  Put(d, {x - 6, m + 17, d.width - m - x + 6, d.height - 2 * m - 17}, Align::kEnd, Align::kEnd, rest);
}

void CornersClassic(CardDesign& d, CardWriter& w) {
  Rng& rng = w.rng();
  const double m = Margin(d, rng);
  const double inner = d.width - 2 * m;
  const Lines phones = w.Phones();
  const std::size_t half = (phones.size() + 1) / 2;
  Put(d, {m, m, inner * 0.48, 9}, Align::kStart, Align::kStart,
      {phones.begin(), phones.begin() + static_cast<long>(half)});
  Put(d, {m + inner * 0.52, m, inner * 0.48, 9}, Align::kEnd, Align::kStart,
      {phones.begin() + static_cast<long>(half), phones.end()});
  Lines middle = w.NameAndTitles();
  Append(middle, w.Organization(), 2);
  Put(d, {m, 15, inner, 21}, Align::kCentre, Align::kCentre, middle);
  Lines left = w.Online();
  Append(left, w.Extras(), 1);
  Put(d, {m, 38, inner * 0.5, d.height - m - 38}, Align::kStart, Align::kEnd, left);
  Put(d, {m + inner * 0.52, 38, inner * 0.48, d.height - m - 38}, Align::kEnd, Align::kEnd, w.Address());
}

void SideRule(CardDesign& d, CardWriter& w) {
  Rng& rng = w.rng();
  const double m = Margin(d, rng);
  const double rule = d.width * rng.Real(0.36, 0.44);
  d.shapes.push_back(
      Stroke({{rule, m + 1}, {rule, d.height - m - 1}}, w.style().accent, rng.Real(0.15, 0.6)));
  const Area logo{m, m + 4, rule - m - 3.5, 22};
  DrawLogo(d, w, logo, rng.Chance(0.5) ? Align::kCentre : Align::kEnd, w.style().accent,
           LogoForm::kSymbolAbove);
  Put(d, {m, 34, rule - m - 3.5, 12}, Align::kCentre, Align::kStart, w.Tagline());
  Lines text = w.NameAndTitles();
  Append(text, w.Contact(), 5);
  Append(text, OrgAndAddress(w), 4);
  Put(d, {rule + 3.5, m, d.width - m - rule - 3.5, d.height - 2 * m}, Align::kStart, Align::kCentre, text);
}

void Swiss(CardDesign& d, CardWriter& w) {
  Rng& rng = w.rng();
  const double m = Margin(d, rng);
  const double inner = d.width - 2 * m;
  const double column = inner / 2;
  Put(d, {m, m, column + 4, 16}, Align::kStart, Align::kStart, w.NameAndTitles());
  Put(d, {m + column + 5, m, column - 5, 9}, Align::kEnd, Align::kStart,
      w.Wordmark(rng.Real(9, 12), w.style().accent));
  const double top = d.height - m - 17;
  Put(d, {m, top, column - 1, 17}, Align::kStart, Align::kEnd, OrgAndAddress(w));
  Put(d, {m + column + 1, top, column - 1, 17}, Align::kStart, Align::kEnd, w.Contact());
}

void Framed(CardDesign& d, CardWriter& w) {
  Rng& rng = w.rng();
  const double frame = rng.Real(2, 3.2);
  Shape border = Rectangle({frame, frame, d.width - 2 * frame, d.height - 2 * frame}, w.style().accent);
  border.stroke = rng.Real(0.2, 0.7);
  d.shapes.push_back(border);
  if (rng.Chance(0.4)) {
    border = Rectangle({frame + 0.9, frame + 0.9, d.width - 2 * frame - 1.8, d.height - 2 * frame - 1.8},
                       w.style().accent);
    border.stroke = 0.15;
    d.shapes.push_back(border);
  }
  const double m = frame + 3.5;
  const double inner = d.width - 2 * m;
  Put(d, {m, m, inner, 9}, Align::kCentre, Align::kCentre, w.Wordmark(rng.Real(13, 17), w.style().accent));
  Put(d, {m, 16.5, inner, 15}, Align::kCentre, Align::kCentre, w.NameAndTitles());
  Put(d, {m, 34, inner * 0.5, d.height - m - 34}, Align::kStart, Align::kEnd, w.Address());
  Put(d, {m + inner * 0.5, 34, inner * 0.5, d.height - m - 34}, Align::kEnd, Align::kEnd, w.Contact(true));
}

void LogoRight(CardDesign& d, CardWriter& w) {
  Rng& rng = w.rng();
  const double m = Margin(d, rng);
  const double inner = d.width - 2 * m;
  const Area logo{d.width - m - inner * 0.42, m, inner * 0.42, 11};
  DrawLogo(d, w, logo, Align::kEnd, w.style().accent, PickLogoForm(rng, logo));
  const double top = rng.Real(12, 18);
  Lines text = w.NameAndTitles();
  Append(text, OrgAndAddress(w), 4);
  Append(text, w.Contact(), rng.Chance(0.5) ? 3 : 0);
  Append(text, w.Extras(), 2);
  Put(d, {m, top, inner * 0.8, d.height - m - top}, Align::kStart, Align::kEnd, text);
}

void Typewritten(CardDesign& d, CardWriter& w) {
  Rng& rng = w.rng();
  const double m = Margin(d, rng) + 2;
  Lines text = w.Name();
  Append(text, w.Titles());
  Append(text, w.Organization());
  Append(text, w.Address(), 6);
  Append(text, w.Contact(), 6);
  Put(d, {m, m, d.width - 2 * m, d.height - 2 * m}, Align::kStart,
      rng.Chance(0.5) ? Align::kStart : Align::kEnd, text);
}

}  // namespace

std::vector<Layout> PlainLayouts() {
  return {{"classic-left", Ground::kLight, false, 2, ClassicLeft},
          {"classic-centred", Ground::kLight, false, 2, ClassicCentred},
          {"right-aligned", Ground::kLight, false, 1.5, RightAligned},
          {"corners", Ground::kLight, false, 1, CornersClassic},
          {"side-rule", Ground::kLight, false, 1.5, SideRule},
          {"swiss", Ground::kLight, false, 1.5, Swiss},
          {"framed", Ground::kLight, false, 0.7, Framed},
          {"logo-right", Ground::kLight, false, 2, LogoRight},
          {"typewritten", Ground::kLight, false, 0.7, Typewritten},
          {"dark-swiss", Ground::kDark, false, 0.8, Swiss},
          {"dark-centred", Ground::kDark, false, 0.7, ClassicCentred},
          {"coloured-right", Ground::kColoured, false, 0.7, RightAligned}};
}

}  // namespace kith::tools
