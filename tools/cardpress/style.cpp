// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/style.h"

#include <algorithm>
#include <cmath>

namespace kith::tools {
namespace {

struct FacePair {
  const char* heading;
  const char* body;
};

// Pairs that designers put together: one family for all, or a display face over a quiet one.
constexpr FacePair kPairs[] = {
    {"Inter", "Inter"},
    {"Nimbus Sans", "Nimbus Sans"},
    {"Liberation Sans", "Liberation Sans"},
    {"Liberation Serif", "Liberation Serif"},
    {"Lato", "Lato"},
    {"Open Sans", "Open Sans"},
    {"Roboto", "Roboto"},
    {"Roboto Condensed", "Roboto Condensed"},
    {"Roboto Slab", "Roboto"},
    {"EB Garamond", "EB Garamond"},
    {"Linux Libertine O", "Linux Libertine O"},
    {"Linux Libertine O", "Linux Biolinum O"},
    {"Carlito", "Carlito"},
    {"Caladea", "Carlito"},
    {"P052", "P052"},
    {"C059", "Nimbus Sans"},
    {"TeX Gyre Adventor", "TeX Gyre Adventor"},
    {"TeX Gyre Heros Cn", "TeX Gyre Heros Cn"},
    {"TeX Gyre Bonum", "TeX Gyre Bonum"},
    {"Quicksand", "Quicksand"},
    {"Comfortaa", "Open Sans"},
    {"Cabin", "Cabin"},
    {"Karla", "Karla"},
    {"Manrope", "Manrope"},
    {"Vollkorn", "Lato"},
    {"Old Standard TT", "Old Standard TT"},
    {"League Spartan", "Open Sans"},
    {"Yanone Kaffeesatz", "Open Sans"},
    {"Open Sans Condensed", "Open Sans"},
    {"Dancing Script", "Lato"},
    {"Courier Prime", "Courier Prime"},
    {"DejaVu Sans", "DejaVu Sans"},
    {"Noto Sans", "Noto Sans"},
    {"Noto Serif", "Noto Sans"},
};

constexpr const char* kWordmarks[] = {"League Spartan",    "TeX Gyre Adventor",
                                      "Roboto Slab",       "Lato",
                                      "Linux Libertine O", "Quicksand",
                                      "Nimbus Sans",       "Lobster Two",
                                      "Yanone Kaffeesatz", "Comfortaa",
                                      "EB Garamond",       "Open Sans Condensed",
                                      "Old Standard TT",   "Inter",
                                      "Dancing Script",    "C059"};

Ink FromHue(double hue, double saturation, double value) {
  const auto channel = [&](double n) {
    const double k = std::fmod(n + hue / 60, 6);
    return value - value * saturation * std::max(0.0, std::min({k, 4 - k, 1.0}));
  };
  return {channel(5), channel(3), channel(1)};
}

void PickFaces(Rng& rng, Style& style) {
  const FacePair& pair = kPairs[rng.Int(0, static_cast<int>(std::size(kPairs)) - 1)];
  style.heading.family = pair.heading;
  style.body.family = pair.body;
  style.heading.weight = rng.PickOf({400, 400, 500, 700, 700, 300});
  style.body.weight = rng.PickOf({400, 400, 400, 400, 300, 500});
  style.wordmark.family = kWordmarks[rng.Int(0, static_cast<int>(std::size(kWordmarks)) - 1)];
  style.wordmark.weight = rng.PickOf({400, 700, 700, 900});
  style.title_italic = rng.Chance(0.18);
}

void PickInks(Rng& rng, Ground ground, Style& style) {
  const double hue =
      rng.PickOf({0.0, 12.0, 28.0, 45.0, 95.0, 140.0, 170.0, 195.0, 210.0, 220.0, 225.0, 265.0, 330.0});
  const double shade = rng.Real(0.25, 0.6);
  switch (ground) {
    case Ground::kLight:
      style.background =
          rng.Chance(0.7) ? Ink{1, 1, 1} : FromHue(rng.Real(30, 60), rng.Real(0.02, 0.1), 0.98);
      style.text = rng.Chance(0.6)   ? FromHue(hue, 0.1, rng.Real(0.08, 0.25))
                   : rng.Chance(0.5) ? FromHue(hue, 0.75, 0.42)
                                     : Ink{0.36, 0.36, 0.38};
      style.accent = FromHue(hue, rng.Real(0.65, 0.95), rng.Real(0.45, 0.8));
      style.panel = rng.Chance(0.8) ? FromHue(hue, rng.Real(0.5, 0.95), shade) : FromHue(hue, 0.12, 0.9);
      break;
    case Ground::kDark:
      style.background = rng.Chance(0.6) ? FromHue(hue, rng.Real(0, 0.25), rng.Real(0.08, 0.2))
                                         : FromHue(hue, rng.Real(0.6, 0.9), rng.Real(0.2, 0.4));
      style.text = rng.Chance(0.7) ? Ink{0.96, 0.96, 0.95} : FromHue(hue, 0.1, 0.82);
      style.accent = FromHue(rng.PickOf({hue, 42.0, 185.0}), rng.Real(0.35, 0.8), 0.92);
      style.panel = FromHue(hue, 0.3, 0.95);
      break;
    case Ground::kColoured:
      style.background = FromHue(hue, rng.Real(0.45, 0.9), rng.Real(0.35, 0.75));
      if (Lightness(style.background) > 0.5) style.background = Mixed(style.background, kBlack, 0.35);
      style.text = rng.Chance(0.8) ? kWhite : FromHue(hue, 0.12, 0.97);
      style.accent = FromHue(std::fmod(hue + 150, 360), 0.35, 0.97);
      style.panel = kWhite;
      break;
  }
  // Yellow on white and navy on black are legible to nobody.
  if (ground == Ground::kLight && Lightness(style.accent) > 0.5)
    style.accent = Mixed(style.accent, kBlack, 0.4);
  if (ground != Ground::kLight && Lightness(style.accent) < 0.45)
    style.accent = Mixed(style.accent, kWhite, 0.5);
  style.muted = Mixed(style.text, style.background, rng.Real(0.1, 0.4));
  style.on_panel = Lightness(style.panel) > 0.55 ? FromHue(hue, 0.4, 0.2) : kWhite;
}

void PickSizes(Rng& rng, Style& style) {
  style.name_size = rng.Real(9, 14);
  style.body_size = rng.Real(6.4, 8.4);
  style.title_size = style.body_size + rng.Real(-0.2, 1.2);
  const double letter_case = rng.Real(0, 1);
  if (style.heading.family == "Dancing Script") {
    style.name_size += 3;
  } else if (letter_case < 0.2) {
    style.name_case = LetterCase::kUpper;
    style.name_size -= 1;
    if (rng.Chance(0.4)) style.heading.spacing = rng.Real(0.04, 0.16);
  } else if (letter_case < 0.27) {
    style.name_case = LetterCase::kSmallCaps;
  } else if (letter_case < 0.30) {
    style.name_case = LetterCase::kLower;
  } else if (letter_case < 0.36) {
    style.name_size =
        style.body_size + rng.Real(0, 0.6);  // no bigger than the rest, told apart by weight only
    style.heading.weight = 700;
  }
  if (rng.Chance(0.12)) style.title_case = LetterCase::kUpper;
  if (rng.Chance(0.05)) style.title_case = LetterCase::kLower;
  style.name_in_accent = rng.Chance(0.2);
}

void PickLabels(Rng& rng, Style& style) {
  style.labels = rng.PickOf({LabelForm::kWords, LabelForm::kWords, LabelForm::kWords, LabelForm::kWords,
                             LabelForm::kLetters, LabelForm::kLetters, LabelForm::kLetters, LabelForm::kIcons,
                             LabelForm::kNone, LabelForm::kAfter});
  style.label_end = style.labels == LabelForm::kLetters
                        ? rng.PickOf<std::string>({"", "", ":", ".", " |", "/"})
                        : rng.PickOf<std::string>({":", ":", ":", "", ".", " :"});
  style.label_bold = rng.Chance(0.25);
  style.label_in_accent = rng.Chance(0.2);
  style.label_column = rng.Chance(0.4);
}

}  // namespace

Style MakeStyle(Rng& rng, Ground ground) {
  Style style;
  PickFaces(rng, style);
  PickInks(rng, ground, style);
  PickSizes(rng, style);
  PickLabels(rng, style);
  // Thin strokes in light colours are gone after one reproduction: designers avoid them, so do we.
  if (ground != Ground::kLight && style.body.weight < 400) style.body.weight = 400;
  return style;
}

}  // namespace kith::tools
