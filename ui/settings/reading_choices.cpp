// SPDX-License-Identifier: Apache-2.0
// The languages of cards, and the country of phone numbers.
#include <algorithm>
#include <string>

#include <imgui.h>

#include "core/language.h"
#include "flow/present_settings.h"
#include "ui/icons.h"
#include "ui/palette.h"
#include "ui/settings/settings_parts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/text.h"
#include "ui/widgets/text_field.h"

namespace kith::ui {
namespace {

constexpr std::size_t kRegionsShown = 8;
constexpr float kReadingRowHeight = 46;

void ChangeLanguages(const SettingsView& view, const std::string& languages) {
  if (view.kept().reading_languages == languages) return;
  Want(view, [&](flow::HostSettings& wanted) { wanted.reading_languages = languages; });
}

void DrawLanguageTicks(const SettingsView& view) {
  const std::string& now = view.kept().reading_languages;
  for (const flow::NamedChoice& language : view.offer().reading_languages) {
    const bool ticked = flow::HasLanguage(now, language.value);
    const std::string id = "reads-" + language.value;
    if (Tick(view.kit, id.c_str(), language.name, ticked))
      ChangeLanguages(view, flow::WithLanguage(now, language.value, !ticked));
  }
}

/// A line that can be chosen.
bool DrawRegionRow(Kit& kit, const flow::NamedChoice& region, bool chosen) {
  ImGui::PushID(region.value.c_str());
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 size = {ImGui::GetContentRegionAvail().x, kit.High(kReadingRowHeight)};
  const bool pressed = ImGui::InvisibleButton("region-row", size);
  const bool lit = ImGui::IsItemHovered() || ImGui::IsItemFocused();
  if (chosen || lit) {
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + size.x, at.y + size.y},
                                              chosen ? Colors().accent_tint : Colors().shade,
                                              kit.Px(radius::kInput));
  }
  const ImVec2 after = ImGui::GetCursorScreenPos();
  ImGui::SetCursorScreenPos({at.x + kit.Px(14), at.y + kit.Px(13)});
  CutText(kit, Face::kBody, Colors().ink, region.name + "  (" + region.value + ")", size.x - kit.Px(28));
  ImGui::SetCursorScreenPos(after);
  ImGui::PopID();
  return pressed;
}

void PickRegion(const SettingsView& view, const std::string& region) {
  view.form.picks_region = false;
  view.form.region_query.clear();
  if (view.kept().region == region) return;
  Want(view, [&](flow::HostSettings& wanted) { wanted.region = region; });
}

void DrawRegionList(const SettingsView& view) {
  Kit& kit = view.kit;
  SettingsForm& form = view.form;
  const bool submitted =
      TextField(kit, "##region-query", form.region_query, {.hint = Tr("Search"), .icon = icon::kSearch})
          .submitted;
  if (form.regions_for != form.region_query) {
    form.regions = flow::RegionsLike(view.offer(), form.region_query);
    form.regions_for = form.region_query;
  }
  if (submitted && !form.region_query.empty() && !form.regions.empty())
    return PickRegion(view, form.regions.front().value);
  const std::size_t shown = std::min(kRegionsShown, form.regions.size());
  for (std::size_t i = 0; i < shown; ++i) {
    if (DrawRegionRow(kit, form.regions[i], form.regions[i].value == view.kept().region))
      return PickRegion(view, form.regions[i].value);
  }
  const long more = static_cast<long>(form.regions.size() - shown);
  if (form.regions.empty()) SettingNote(kit, Tr("No country is called so."));
  if (more > 0) SettingNote(kit, Counted("and {0} more", "and {0} more", more));
}

}  // namespace

void DrawReadingLanguages(const SettingsView& view) {
  Kit& kit = view.kit;
  SettingTitle(kit, Tr("Languages on cards"));
  const bool automatic = view.kept().reading_languages == "auto";
  ChoiceButtons buttons(kit);
  if (buttons.Choice("reading-auto", Tr("Automatic"), automatic)) {
    ChangeLanguages(view, "auto");
    view.form.picks_languages = false;
  }
  const std::string_view label = Tr("Choose\u2026");
  if (buttons.Choice("reading-choose", label, !automatic))
    view.form.picks_languages = !view.form.picks_languages;
  if (!automatic) {
    WrappedText(kit, Face::kBody, Colors().ink, flow::ReadingLanguagesText(view.kept(), view.offer()));
  }
  SettingNote(kit,
              Tr("Automatic reads every language in Latin letters, and the other scripts that are installed. "
                 "More are in the packages tesseract-ocr-\u2026 of your system."));
  if (view.form.picks_languages) DrawLanguageTicks(view);
}

void DrawRegion(const SettingsView& view) {
  Kit& kit = view.kit;
  SettingTitle(kit, Tr("Country of phone numbers"));
  const std::string region = flow::RegionText(view.kept().region, view.offer());
  if (Button(kit, "region", region, {.icon = icon::kPencil, .height = 44}))
    view.form.picks_region = !view.form.picks_region;
  SettingNote(kit, Tr("Numbers without a country code are read as those of this country."));
  if (view.form.picks_region) DrawRegionList(view);
}

}  // namespace kith::ui
