// SPDX-License-Identifier: Apache-2.0
// Languages, region, and how the window looks and sounds.
#include <string>

#include <imgui.h>

#include "core/language.h"
#include "flow/present_settings.h"
#include "ui/icons.h"
#include "ui/palette.h"
#include "ui/settings/settings_parts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/text.h"

namespace kith::ui {
namespace {

constexpr float kWindowTabTooNarrow = 720;  ///< for two columns, in units

void DrawLanguage(const SettingsView& view) {
  SettingTitle(view.kit, Tr("Language of the window"));
  ChoiceButtons buttons(view.kit);
  const std::string& now = view.kept().look.language;
  const auto choice = [&](const std::string& value, std::string_view name) {
    const std::string id = "language-" + value;
    const bool chosen = now == value;
    if (buttons.Choice(id.c_str(), name, chosen) && !chosen)
      Want(view, [&](flow::HostSettings& wanted) { wanted.look.language = value; });
  };
  choice("", Tr("As the machine"));
  for (const flow::NamedChoice& language : view.offer().window_languages)
    choice(language.value, language.name);
  Gap(view.kit, space::kPart);
}

void DrawTheme(const SettingsView& view) {
  SettingTitle(view.kit, Tr("Colours"));
  ChoiceButtons buttons(view.kit);
  const auto choice = [&](const char* id, std::string_view name, flow::Theme theme) {
    const bool chosen = view.kept().look.theme == theme;
    if (buttons.Choice(id, name, chosen) && !chosen)
      Want(view, [&](flow::HostSettings& wanted) { wanted.look.theme = theme; });
  };
  choice("theme-light", Tr("Light"), flow::Theme::kLight);
  choice("theme-dark", Tr("Dark"), flow::Theme::kDark);
  Gap(view.kit, space::kPart);
}

void DrawTextSize(const SettingsView& view) {
  SettingTitle(view.kit, Tr("Size of the letters"));
  ChoiceButtons buttons(view.kit);
  for (const int percent : flow::kTextSizes) {
    const std::string number = std::to_string(percent);
    const std::string id = "text-" + number;
    const bool chosen = view.kept().look.text_percent == percent;
    if (buttons.Choice(id.c_str(), Filled(Tr("{0} %"), {number}), chosen) && !chosen)
      Want(view, [&](flow::HostSettings& wanted) { wanted.look.text_percent = percent; });
  }
  SettingNote(view.kit, Tr("Everything grows, as far as the window has room."));
  Gap(view.kit, space::kPart);
}

void DrawMovesAndSound(const SettingsView& view) {
  Kit& kit = view.kit;
  SettingTitle(kit, Tr("Moves and sounds"));
  if (Tick(kit, "animations", Tr("Things move on the screen"), view.kept().look.animations))
    Want(view, [](flow::HostSettings& wanted) { wanted.look.animations = !wanted.look.animations; });
  SettingNote(kit, Tr("The hand of the welcome, and the card that flies in."));
  if (Tick(kit, "sound", Tr("A sound with \u201cGot it\u201d"), view.kept().sound))
    Want(view, [](flow::HostSettings& wanted) { wanted.sound = !wanted.sound; });
  if (!view.kept().sound) return;
  if (Button(kit, "hear-it", Tr("Hear it"), {.height = 44})) view.actions.emplace_back(flow::TrySound{});
}

void DrawLook(const SettingsView& view) {
  DrawLanguage(view);
  DrawTheme(view);
  DrawTextSize(view);
  DrawMovesAndSound(view);
}

void DrawReading(const SettingsView& view) {
  DrawReadingLanguages(view);
  Gap(view.kit, space::kPart);
  DrawRegion(view);
}

}  // namespace

void DrawWindowTab(const SettingsView& view) {
  Kit& kit = view.kit;
  const ImVec2 room = ImGui::GetContentRegionAvail();
  if (room.x < kit.Px(kWindowTabTooNarrow)) {
    BeginScroll(kit, "window-settings");
    DrawLook(view);
    Gap(kit, space::kArea);
    DrawReading(view);
    return EndScroll(kit);
  }
  const float gap = kit.Px(20);
  BeginPanel(kit, "look", {.width = (room.x - gap) / 2, .padding = 24});
  BeginScroll(kit, "look-settings");
  DrawLook(view);
  EndScroll(kit);
  EndPanel();
  ImGui::SameLine(0, gap);
  BeginPanel(kit, "reading", {.padding = 24});
  BeginScroll(kit, "reading-settings");
  DrawReading(view);
  EndScroll(kit);
  EndPanel();
}

}  // namespace kith::ui
