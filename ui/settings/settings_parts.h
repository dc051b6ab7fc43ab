// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <utility>

#include "flow/action.h"
#include "flow/state.h"
#include "ui/kit.h"
#include "ui/settings/settings_form.h"

/// The parts of the screen of settings.
namespace kith::ui {

struct SettingsView {
  Kit& kit;
  const flow::AppState& state;
  SettingsForm& form;
  flow::Actions& actions;

  const flow::SettingsState& screen() const { return state.settings_screen; }
  const flow::HostSettings& kept() const { return screen().kept; }
  const flow::SettingsOffer& offer() const { return screen().offer; }
};

/// Wants the settings as they are but for what `change` does to them.
template <typename Change>
void Want(const SettingsView& view, Change change) {
  flow::HostSettings wanted = view.kept();
  change(wanted);
  view.actions.push_back(flow::ChangeSettings{std::move(wanted)});
}

void DrawCameraTab(const SettingsView& view);
/// The camera's picture, or why there is none.
void DrawCameraPreview(const SettingsView& view);
/// What a webcam is asked for, and how its picture is taken.
void DrawCameraDials(const SettingsView& view);
void DrawWindowTab(const SettingsView& view);
void DrawReadingLanguages(const SettingsView& view);
void DrawRegion(const SettingsView& view);
void DrawPinTab(const SettingsView& view);
void DrawBackupTab(const SettingsView& view);

/// What a group of settings is about, above them.
void SettingTitle(Kit& kit, std::string_view title);
/// What a setting means, below it.
void SettingNote(Kit& kit, std::string_view text);
/// The command line set it.
void SetByFlagNote(Kit& kit, std::string_view flag);

/// Buttons beside each other, in as many lines as they need, of which one or several are chosen.
class ChoiceButtons {
 public:
  explicit ChoiceButtons(Kit& kit) : kit_(kit) {}
  bool Choice(const char* id, std::string_view label, bool chosen, bool enabled = true);

 private:
  Kit& kit_;
  bool first_ = true;
};

/// A box to tick with its label. True if a person ticked it or took the tick away.
bool Tick(Kit& kit, const char* id, std::string_view label, bool ticked, bool enabled = true);

/// A line of text with its label above it; gives true when Enter was pressed in it.
bool LabelledField(Kit& kit, const char* id, std::string_view label, std::string& text,
                   std::string_view hint = {}, bool secret = false);

}  // namespace kith::ui
