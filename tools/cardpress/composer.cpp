// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/composer.h"

#include <algorithm>

#include "tools/cardpress/card_writer.h"
#include "tools/cardpress/layouts.h"
#include "tools/cardpress/style.h"

namespace kith::tools {
namespace {

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

CardDesign Design(Rng& rng, const Identity& person) {
  const Layout& layout = rng.PickByWeight(Layouts());
  Style style = MakeStyle(rng, layout.ground);
  AvoidForeignLetters(style, person);
  CardDesign design;
  design.layout = layout.name;
  const PaperSize size = SizeFor(person.country->region);
  design.width = layout.portrait ? size.height : size.width;
  design.height = layout.portrait ? size.width : size.height;
  design.background = {style.background, style.background, Texture::kNone, rng.Bits()};
  CardWriter writer(rng, person, style);
  layout.draw(design, writer);
  design.truth = writer.truth();
  design.truth.layout = layout.name;
  return design;
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

Result<Composition> ComposeCard(Rng& rng, Domains domains, int width_px) {
  constexpr int kTries = 40;
  for (int i = 0; i < kTries; ++i) {
    const Identity person = MakeIdentity(rng, domains);
    CardDesign design = Design(rng, person);
    Result<PrintedCard> print = PrintCard(design, width_px / std::max(design.width, design.height));
    if (print) return Composition{std::move(design), std::move(*print)};
  }
  return Error{ErrorCode::kUnavailable,
               "No card fits its layout. Are the fonts installed that --fonts lists?"};
}

}  // namespace kith::tools
