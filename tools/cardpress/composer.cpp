// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/composer.h"

#include <algorithm>

#include "tools/cardpress/card_writer.h"
#include "tools/cardpress/layout_parts.h"
#include "tools/cardpress/layouts.h"
#include "tools/cardpress/style.h"

namespace kith::tools {
namespace {

constexpr int kTries = 40;

Error NothingFits() {
  return {ErrorCode::kUnavailable, "No card fits its layout. Are the fonts installed that --fonts lists?"};
}

struct PaperSize {
  double width;
  double height;
};

/// The sizes that cards are cut to in most of Europe, North America, Japan, China and Oceania.
PaperSize SizeFor(const std::string& region) {
  if (region == "US" || region == "CA") return {88.9, 50.8};
  if (region == "JP") return {91, 55};
  if (region == "CN" || region == "AU" || region == "IN" || region == "SE" || region == "KR") return {90, 54};
  return {85, 55};
}

/// Script and display faces often lack the letters of eastern European languages.
void AvoidForeignLetters(Style& style, const Identity& person) {
  const std::string& language = person.country->language;
  const auto covers = [&](const std::string& family, const std::string& text) {
    return HasLettersOf(family, text + UpperCase(text, language));
  };
  if (!covers(style.heading.family, person.name)) style.heading.family = "Noto Serif";
  if (!covers(style.wordmark.family, person.organization.brand + person.second.brand))
    style.wordmark.family = "Lato";
  std::string all = person.organization.legal + person.organization.tagline;
  for (const auto* values : {&person.titles, &person.departments}) {
    for (const std::string& value : *values)
      all += value;
  }
  for (const auto& address : person.addresses) {
    for (const std::string& line : address)
      all += line;
  }
  if (!covers(style.body.family, all)) style.body.family = "Noto Sans";
}

struct Designed {
  CardDesign design;
  Style style;
};

CardDesign EmptyDesign(Rng& rng, const Identity& person, const Style& style, bool portrait) {
  CardDesign design;
  const PaperSize size = SizeFor(person.country->region);
  design.width = portrait ? size.height : size.width;
  design.height = portrait ? size.width : size.height;
  design.background = {style.background, style.background, Texture::kNone, rng.Bits()};
  return design;
}

Designed Design(Rng& rng, const Identity& person, const std::vector<Layout>& layouts) {
  const Layout& layout = rng.PickByWeight(layouts);
  Style style = MakeStyle(rng, layout.ground);
  AvoidForeignLetters(style, person);
  CardDesign design = EmptyDesign(rng, person, style, layout.portrait);
  design.layout = layout.name;
  CardWriter writer(rng, person, style);
  layout.draw(design, writer);
  design.truth = writer.truth();
  design.truth.layout = layout.name;
  return {std::move(design), std::move(style)};
}

/// The firm's sign and web address on the ground that panels of the front have, or on its paper.
Designed BrandSide(Rng& rng, const Composition& front) {
  Style style = front.style;
  if (rng.Chance(0.6)) {
    style.background = style.panel;
    style.text = style.muted = style.accent = style.on_panel;
  }
  CardDesign design = EmptyDesign(rng, front.person, style, front.design.height > front.design.width);
  CardWriter writer(rng, front.person, style);
  const double margin = Margin(design, rng);
  const double inner = design.width - 2 * margin;
  const Area logo{margin + inner * 0.15, design.height * 0.25, inner * 0.7, design.height * 0.32};
  DrawLogo(design, writer, logo, Align::kCentre, style.accent, PickLogoForm(rng, logo));
  Lines below = writer.WebOnly();
  if (rng.Chance(0.5)) Append(below, writer.Address(), 2);
  const double top = design.height * 0.66;
  Put(design, {margin, top, inner, design.height - margin - top}, Align::kCentre, Align::kEnd, below);
  design.truth = writer.truth();
  design.layout = design.truth.layout = "brand_side";
  return {std::move(design), std::move(style)};
}

bool SameShape(const CardDesign& a, const CardDesign& b) {
  return a.width == b.width && a.height == b.height;
}

}  // namespace

const std::vector<Layout>& Layouts() {
  static const auto* const kLayouts = [] {
    auto* all = new std::vector<Layout>(PlainLayouts());
    for (const auto& group : {PanelLayouts(), PictureLayouts(), PortraitLayouts()}) {
      all->insert(all->end(), group.begin(), group.end());
    }
    return all;
  }();
  return *kLayouts;
}

Result<Composition> ComposeCard(Rng& rng, Domains domains, int width_px, const std::vector<Layout>& layouts) {
  for (int i = 0; i < kTries; ++i) {
    Identity person = MakeIdentity(rng, domains);
    Designed designed = Design(rng, person, layouts);
    CardDesign& design = designed.design;
    Result<PrintedCard> print = PrintCard(design, width_px / std::max(design.width, design.height));
    if (print) {
      return Composition{std::move(design), std::move(*print), std::move(person), std::move(designed.style)};
    }
  }
  return NothingFits();
}

Result<Composition> ComposeBack(Rng& rng, const Composition& front, int width_px) {
  const bool brand = rng.Chance(0.6);
  for (int i = 0; i < kTries; ++i) {
    Designed designed = brand ? BrandSide(rng, front) : Design(rng, front.person, Layouts());
    CardDesign& design = designed.design;
    if (!SameShape(design, front.design) || design.layout == front.design.layout) continue;
    Result<PrintedCard> print = PrintCard(design, width_px / std::max(design.width, design.height));
    if (print) {
      return Composition{std::move(design), std::move(*print), front.person, std::move(designed.style)};
    }
  }
  return NothingFits();
}

}  // namespace kith::tools
