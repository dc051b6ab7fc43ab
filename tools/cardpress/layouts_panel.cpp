// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/layout_parts.h"

namespace kith::tools {
namespace {

/// Draws the logo on the panel: the symbol's holes show the panel's colour, not the card's.
void LogoOnPanel(CardDesign& d, CardWriter& w, Area area, Align across) {
  const Style style = w.style();
  DrawLogoOn(style.panel, d, w, area, across, style.on_panel,
             area.width < area.height * 1.5 ? LogoForm::kSymbolAbove : LogoForm::kWordmark);
}

void SplitPanel(CardDesign& d, CardWriter& w) {
  Rng& rng = w.rng();
  const double m = Margin(d, rng);
  const bool left = rng.Chance(0.65);
  const double width = d.width * rng.Real(0.3, 0.42);
  const Area panel{left ? 0 : d.width - width, 0, width, d.height};
  d.shapes.push_back(Rectangle(panel, w.style().panel));
  LogoOnPanel(d, w, {panel.x + 3, d.height * 0.28, width - 6, d.height * 0.42}, Align::kCentre);
  const double x = left ? width + m : m;
  Lines text = w.NameAndTitles();
  Append(text, w.Contact(), 5);
  Append(text, OrgAndAddress(w), 4);
  Put(d, {x, m, d.width - width - 2 * m, d.height - 2 * m}, Align::kStart, Align::kCentre, text);
}

void TopBand(CardDesign& d, CardWriter& w) {
  Rng& rng = w.rng();
  const double m = Margin(d, rng);
  const double inner = d.width - 2 * m;
  const double band = rng.Real(12, 17);
  d.shapes.push_back(Rectangle({0, 0, d.width, band}, w.style().panel));
  if (rng.Chance(0.5)) d.shapes.push_back(Rectangle({0, band, d.width, 0.9}, w.style().accent));
  LogoOnPanel(d, w, {m, 2, inner, band - 4}, rng.Chance(0.5) ? Align::kStart : Align::kCentre);
  Put(d, {m, band + 3, inner, 12}, Align::kStart, Align::kCentre, w.NameAndTitles());
  const double top = band + 16.5;
  Put(d, {m, top, inner * 0.54, d.height - m - top}, Align::kStart, Align::kEnd, w.Contact());
  Put(d, {m + inner * 0.58, top, inner * 0.42, d.height - m - top}, Align::kStart, Align::kEnd,
      OrgAndAddress(w));
}

void BottomBand(CardDesign& d, CardWriter& w) {
  Rng& rng = w.rng();
  const double m = Margin(d, rng);
  const double inner = d.width - 2 * m;
  const double band = rng.Real(6.5, 9);
  d.shapes.push_back(Rectangle({0, d.height - band, d.width, band}, w.style().panel));
  const Area logo{m, m, inner * 0.5, 10};
  DrawLogo(d, w, logo, Align::kStart, w.style().accent, PickLogoForm(rng, logo));
  Put(d, {m, m + 11, inner * 0.6, 5}, Align::kStart, Align::kStart, w.Tagline());
  Put(d, {m, 20.5, inner * 0.46, d.height - band - 22}, Align::kStart, Align::kCentre, w.NameAndTitles());
  Lines right = w.Phones(true);
  Append(right, w.EmailOnly());
  Append(right, OrgAndAddress(w), 3);
  Put(d, {m + inner * 0.5, 18, inner * 0.5, d.height - band - 20}, Align::kEnd, Align::kEnd, right);
  const Style style = w.style();
  w.UseInks(style.on_panel, style.on_panel, style.on_panel);
  Put(d, {m, d.height - band + 1.4, inner, band - 2.8}, rng.Chance(0.5) ? Align::kCentre : Align::kEnd,
      Align::kCentre, w.WebOnly());
}

void ContactOnPanel(CardDesign& d, CardWriter& w) {
  Rng& rng = w.rng();
  const double m = Margin(d, rng);
  const double inner = d.width - 2 * m;
  const double band = rng.Real(21, 25);
  d.shapes.push_back(Rectangle({0, d.height - band, d.width, band}, w.style().panel));
  const Area logo{d.width - m - inner * 0.42, m, inner * 0.42, 11};
  DrawLogo(d, w, logo, Align::kEnd, w.style().accent, PickLogoForm(rng, logo));
  Put(d, {m, m + 2, inner * 0.55, d.height - band - m - 4}, Align::kStart, Align::kCentre, w.NameAndTitles());
  const Style style = w.style();
  w.UseInks(style.on_panel, Mixed(style.on_panel, style.panel, 0.12), style.on_panel);
  const double top = d.height - band + 2.5;
  Put(d, {m, top, inner * 0.5, band - 2.5 - m * 0.7}, Align::kStart, Align::kCentre, OrgAndAddress(w));
  Put(d, {m + inner * 0.52, top, inner * 0.48, band - 2.5 - m * 0.7}, Align::kEnd, Align::kCentre,
      w.Contact(true));
}

void Swoosh(CardDesign& d, CardWriter& w) {
  Rng& rng = w.rng();
  const double m = Margin(d, rng);
  const double inner = d.width - 2 * m;
  Shape wave{{{0, d.height - 9},
              {d.width * 0.3, d.height - 6},
              {d.width * 0.6, d.height - 10},
              {d.width, d.height - 5},
              {d.width, d.height},
              {0, d.height}},
             w.style().panel};
  wave.curved = true;
  d.shapes.push_back(wave);
  Shape second{{{0, d.height - 5},
                {d.width * 0.4, d.height - 8},
                {d.width * 0.7, d.height - 4},
                {d.width, d.height - 8},
                {d.width, d.height},
                {0, d.height}},
               w.style().accent,
               0.5};
  second.curved = true;
  d.shapes.push_back(second);
  const Area logo{m, m, inner * 0.42, 11};
  DrawLogo(d, w, logo, Align::kStart, w.style().accent, PickLogoForm(rng, logo));
  Put(d, {m + inner * 0.45, m, inner * 0.55, 12}, Align::kEnd, Align::kStart, w.NameAndTitles());
  Put(d, {m, 22, inner * 0.5, d.height - 33}, Align::kStart, Align::kEnd, OrgAndAddress(w));
  Put(d, {m + inner * 0.5, 22, inner * 0.5, d.height - 33}, Align::kEnd, Align::kEnd, w.Contact(true));
}

void Diagonal(CardDesign& d, CardWriter& w) {
  Rng& rng = w.rng();
  const double m = Margin(d, rng);
  const double top = d.width * rng.Real(0.30, 0.36);
  const double bottom = top - d.width * 0.14;
  d.shapes.push_back({{{0, 0}, {top, 0}, {bottom, d.height}, {0, d.height}}, w.style().panel});
  d.shapes.push_back(
      {{{top, 0}, {top + 2, 0}, {bottom + 2, d.height}, {bottom, d.height}}, w.style().accent, 0.6});
  for (const Shape& shape : DrawSymbol(rng, {m, d.height * 0.36, bottom * 0.62, bottom * 0.62},
                                       w.style().on_panel, w.style().panel)) {
    d.shapes.push_back(shape);
  }
  const double x = top + 4;
  Lines text = w.NameAndTitles();
  Put(d, {x, m, d.width - m - x, 17}, Align::kEnd, Align::kStart, text);
  Lines rest = w.Organization();
  Append(rest, w.Address());
  Append(rest, w.Contact(true), 3);
  Put(d, {x, m + 18, d.width - m - x, d.height - 2 * m - 18}, Align::kEnd, Align::kEnd, rest);
}

void WithCode(CardDesign& d, CardWriter& w) {
  Rng& rng = w.rng();
  const double m = Margin(d, rng);
  const double side = rng.Real(17, 22);
  d.codes.push_back({{d.width - m - side, d.height - m - side, side, side}, w.QrPayload(), kBlack});
  const Area logo{m, m, (d.width - 2 * m) * 0.6, 10};
  DrawLogo(d, w, logo, Align::kStart, w.style().accent, PickLogoForm(rng, logo));
  Lines text = w.NameAndTitles();
  Append(text, w.Contact(), 4);
  Append(text, OrgAndAddress(w), 4);
  Put(d, {m, m + 11, d.width - 2 * m - side - 3, d.height - 2 * m - 11}, Align::kStart, Align::kEnd, text);
}

void TwoOrganizations(CardDesign& d, CardWriter& w) {
  Rng& rng = w.rng();
  const double m = Margin(d, rng);
  const double inner = d.width - 2 * m;
  const Area first{m, m, inner * 0.44, 10};
  DrawLogo(d, w, first, Align::kStart, w.style().accent, PickLogoForm(rng, first));
  if (!w.person().second.brand.empty()) {
    DrawLogo(d, w, {m + inner * 0.56, m, inner * 0.44, 10}, Align::kEnd, w.style().text, LogoForm::kWordmark,
             true);
  }
  d.shapes.push_back(
      Stroke({{m + inner * 0.49, 22}, {m + inner * 0.49, d.height - m - 8}}, w.style().muted, 0.15));
  Put(d, {m, 21, inner * 0.46, 17}, Align::kStart, Align::kStart, w.NameAndTitles());
  Put(d, {m + inner * 0.53, 21, inner * 0.47, 20}, Align::kStart, Align::kStart, w.Contact());
  Put(d, {m, d.height - m - 7, inner, 7}, Align::kStart, Align::kEnd, OneLine(w.Address(), ", "));
}

}  // namespace

std::vector<Layout> PanelLayouts() {
  return {{"split-panel", Ground::kLight, false, 1.5, SplitPanel},
          {"top-band", Ground::kLight, false, 1.2, TopBand},
          {"bottom-band", Ground::kLight, false, 1.2, BottomBand},
          {"contact-on-panel", Ground::kLight, false, 1, ContactOnPanel},
          {"swoosh", Ground::kLight, false, 0.8, Swoosh},
          {"diagonal", Ground::kLight, false, 0.8, Diagonal},
          {"with-code", Ground::kLight, false, 1.2, WithCode},
          {"two-organizations", Ground::kLight, false, 0.7, TwoOrganizations},
          {"dark-panel", Ground::kDark, false, 0.5, SplitPanel}};
}

}  // namespace kith::tools
