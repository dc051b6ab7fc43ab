// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/layout_parts.h"

namespace kith::tools {
namespace {

void OnPicture(CardDesign& d, CardWriter& w) {
  Rng& rng = w.rng();
  d.background.second =
      Mixed(d.background.base, rng.Chance(0.5) ? w.style().accent : kWhite, rng.Real(0.2, 0.38));
  d.background.texture = rng.PickOf({Texture::kBokeh, Texture::kWaves, Texture::kGradient, Texture::kMarble});
  const double m = Margin(d, rng);
  const double inner = d.width - 2 * m;
  Put(d, {m, m, inner, 9}, Align::kStart, Align::kStart, w.Wordmark(rng.Real(13, 19), w.style().text));
  Put(d, {m, 17, inner, 14}, Align::kStart, Align::kCentre, w.NameAndTitles());
  Put(d, {m, 33, inner * 0.5, d.height - m - 33}, Align::kStart, Align::kEnd, OrgAndAddress(w));
  Put(d, {m + inner * 0.5, 33, inner * 0.5, d.height - m - 33}, Align::kEnd, Align::kEnd, w.Contact(true));
}

void OnMarble(CardDesign& d, CardWriter& w) {
  Rng& rng = w.rng();
  d.background.second = Mixed(d.background.base, Ink{0.45, 0.45, 0.5}, rng.Real(0.25, 0.5));
  d.background.texture =
      rng.PickOf({Texture::kMarble, Texture::kBrushed, Texture::kSpeckle, Texture::kLinen});
  const double m = Margin(d, rng);
  const double inner = d.width - 2 * m;
  Put(d, {m, m + 1, inner, 9}, Align::kCentre, Align::kStart, w.Wordmark(rng.Real(13, 18), w.style().accent));
  Put(d, {m, 17, inner, 14}, Align::kCentre, Align::kCentre, w.NameAndTitles());
  Lines bottom = OneLine(w.Address(), ", ");
  Append(bottom, w.ContactInline(), 1);
  Put(d, {m, 34, inner, d.height - m - 34}, Align::kCentre, Align::kEnd, bottom);
}

void PictureStrip(CardDesign& d, CardWriter& w) {
  Rng& rng = w.rng();
  const double m = Margin(d, rng);
  const double strip = d.width * rng.Real(0.22, 0.3);
  // A photograph cropped to a strip: hills under a sky, simplified as print does it.
  d.shapes.push_back(Rectangle({0, 0, strip, d.height}, Mixed(w.style().panel, kWhite, 0.55)));
  d.shapes.push_back(Ellipse({strip * 0.45, d.height * 0.16, strip * 0.32, strip * 0.32},
                             Mixed(w.style().accent, kWhite, 0.75)));
  for (int i = 0; i < 4; ++i) {
    const double y = d.height * (0.45 + 0.14 * i);
    Shape hill{{{0, y + rng.Real(-3, 3)},
                {strip * 0.35, y + rng.Real(-5, 2)},
                {strip * 0.7, y + rng.Real(-2, 5)},
                {strip, y + rng.Real(-3, 3)}},
               Mixed(w.style().panel, kBlack, 0.14 * i),
               0.85};
    hill.outline.push_back({strip, d.height});
    hill.outline.push_back({0, d.height});
    d.shapes.push_back(hill);
  }
  const double x = strip + m;
  const double inner = d.width - x - m;
  const Area logo{x, m, inner, 10};
  DrawLogo(d, w, logo, Align::kEnd, w.style().accent,
           rng.Chance(0.5) ? LogoForm::kWordmark : LogoForm::kSymbolBeside);
  Lines text = w.NameAndTitles();
  Append(text, w.Contact(), 4);
  Append(text, OrgAndAddress(w), 4);
  Put(d, {x, m + 12, inner, d.height - 2 * m - 12}, Align::kStart, Align::kEnd, text);
}

void Letterhead(CardDesign& d, CardWriter& w) {
  Rng& rng = w.rng();
  d.background.second = Mixed(d.background.base, Ink{0.5, 0.47, 0.4}, 0.16);
  d.background.texture = Texture::kLaid;
  const double m = Margin(d, rng);
  const double inner = d.width - 2 * m;
  const double side = 13;
  for (const Shape& shape : DrawSymbol(rng, {m, m, side, side}, w.style().accent, d.background.base))
    d.shapes.push_back(shape);
  d.shapes.push_back(Stroke({{m + side + 3, m + 6.5}, {d.width - m, m + 6.5}}, w.style().accent, 0.2));
  Put(d, {m + side + 3, m, inner - side - 3, 6}, Align::kStart, Align::kCentre, w.Organization());
  Put(d, {m + side + 3, m + 7.5, inner - side - 3, 14}, Align::kStart, Align::kStart, w.NameAndTitles());
  Lines left = w.Address();
  Append(left, w.Extras(), 1);
  Put(d, {m, 33, inner * 0.5, d.height - m - 33}, Align::kStart, Align::kEnd, left);
  Put(d, {m + inner * 0.5, 33, inner * 0.5, d.height - m - 33}, Align::kEnd, Align::kEnd, w.Contact(true));
}

}  // namespace

std::vector<Layout> PictureLayouts() {
  return {{"on-picture", Ground::kDark, false, 0.9, OnPicture},
          {"on-colour-picture", Ground::kColoured, false, 0.6, OnPicture},
          {"on-marble", Ground::kLight, false, 0.8, OnMarble},
          {"picture-strip", Ground::kLight, false, 0.9, PictureStrip},
          {"letterhead", Ground::kLight, false, 1.2, Letterhead}};
}

}  // namespace kith::tools
