// SPDX-License-Identifier: Apache-2.0
#include <set>

#include <pango/pangocairo.h>

#include "core/text.h"
#include "tools/cardpress/style.h"

namespace kith::tools {

const std::vector<WantedFont>& WantedFonts() {
  static const auto* const kFonts = new std::vector<WantedFont>{
      {"Inter", "fonts-inter"},
      {"Noto Sans", "fonts-noto-core"},
      {"Noto Serif", "fonts-noto-core"},
      {"forkawesome", "fonts-fork-awesome"},
      {"DejaVu Sans", "fonts-dejavu-core"},
      {"Liberation Sans", "fonts-liberation"},
      {"Liberation Serif", "fonts-liberation"},
      {"Lato", "fonts-lato"},
      {"Open Sans", "fonts-open-sans"},
      {"Open Sans Condensed", "fonts-open-sans"},
      {"Roboto", "fonts-roboto-unhinted"},
      {"Roboto Condensed", "fonts-roboto-unhinted"},
      {"Roboto Slab", "fonts-roboto-slab"},
      {"EB Garamond", "fonts-ebgaramond"},
      {"Linux Libertine O", "fonts-linuxlibertine"},
      {"Linux Biolinum O", "fonts-linuxlibertine"},
      {"Carlito", "fonts-crosextra-carlito"},
      {"Caladea", "fonts-crosextra-caladea"},
      {"P052", "fonts-urw-base35"},
      {"C059", "fonts-urw-base35"},
      {"Nimbus Sans", "fonts-urw-base35"},
      {"TeX Gyre Adventor", "fonts-texgyre"},
      {"TeX Gyre Heros Cn", "fonts-texgyre"},
      {"TeX Gyre Bonum", "fonts-texgyre"},
      {"Quicksand", "fonts-quicksand"},
      {"Comfortaa", "fonts-comfortaa"},
      {"Cabin", "fonts-cabin"},
      {"Karla", "fonts-karla"},
      {"Manrope", "fonts-manrope"},
      {"Vollkorn", "fonts-vollkorn"},
      {"Old Standard TT", "fonts-oldstandard"},
      {"League Spartan", "fonts-league-spartan"},
      {"Yanone Kaffeesatz", "fonts-yanone-kaffeesatz"},
      {"Dancing Script", "fonts-dancingscript"},
      {"Lobster Two", "fonts-lobster"},
      {"Courier Prime", "fonts-courier-prime"},
  };
  return *kFonts;
}

std::vector<WantedFont> MissingFonts() {
  PangoFontFamily** families = nullptr;
  int count = 0;
  pango_font_map_list_families(pango_cairo_font_map_get_default(), &families, &count);
  std::set<std::string> installed;
  for (int i = 0; i < count; ++i)
    installed.insert(pango_font_family_get_name(families[i]));
  g_free(families);
  std::vector<WantedFont> missing;
  for (const WantedFont& font : WantedFonts()) {
    if (!installed.contains(font.family)) missing.push_back(font);
  }
  return missing;
}

bool HasLettersOf(const std::string& family, const std::string& text) {
  PangoContext* context = pango_font_map_create_context(pango_cairo_font_map_get_default());
  PangoFontDescription* description = pango_font_description_new();
  pango_font_description_set_family(description, family.c_str());
  PangoFont* font = pango_context_load_font(context, description);
  bool all = font != nullptr;
  for (const char32_t letter : DecodeUtf8(text)) {
    all = all && pango_font_has_char(font, static_cast<gunichar>(letter));
  }
  if (font != nullptr) g_object_unref(font);
  pango_font_description_free(description);
  g_object_unref(context);
  return all;
}

}  // namespace kith::tools
