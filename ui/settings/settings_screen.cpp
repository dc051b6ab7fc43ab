// SPDX-License-Identifier: Apache-2.0
#include <imgui.h>

#include "core/language.h"
#include "ui/icons.h"
#include "ui/palette.h"
#include "ui/screens.h"
#include "ui/settings/settings_parts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/text.h"

namespace kith::ui {
namespace {

using flow::SettingsTab;

void DrawUndo(const SettingsView& view, float top) {
  if (view.screen().undo.empty()) return;
  Kit& kit = view.kit;
  const float width = ButtonWidth(kit, Tr("Undo"), icon::kUndo);
  ImGui::SameLine();
  ImGui::SetCursorPos({ImGui::GetContentRegionMax().x - width, top});
  if (Button(kit, "undo-setting", Tr("Undo"), {.icon = icon::kUndo, .width = width, .height = 44}))
    view.actions.emplace_back(flow::UndoSettings{});
}

void DrawTabs(const SettingsView& view) {
  const auto tab = [&](const char* id, std::string_view label, SettingsTab which) {
    const ButtonKind kind = view.screen().tab == which ? ButtonKind::kPrimary : ButtonKind::kQuiet;
    if (Button(view.kit, id, label, {.kind = kind, .height = 44}))
      view.actions.push_back(flow::ShowSettings{which});
  };
  tab("camera-tab", Tr("Camera"), SettingsTab::kCamera);
  NextButton(view.kit, Tr("Language and look"));
  tab("window-tab", Tr("Language and look"), SettingsTab::kWindow);
  NextButton(view.kit, Tr("PIN"));
  tab("pin-tab", Tr("PIN"), SettingsTab::kPin);
  NextButton(view.kit, Tr("Backup"));
  tab("backup-tab", Tr("Backup"), SettingsTab::kBackup);
}

void DrawTab(const SettingsView& view) {
  switch (view.screen().tab) {
    case SettingsTab::kCamera:
      return DrawCameraTab(view);
    case SettingsTab::kWindow:
      return DrawWindowTab(view);
    case SettingsTab::kPin:
      return DrawPinTab(view);
    case SettingsTab::kBackup:
      return DrawBackupTab(view);
  }
}

}  // namespace

void DrawSettings(Kit& kit, const flow::AppState& state, SettingsForm& form, flow::Actions& actions) {
  const SettingsView view{kit, state, form, actions};
  const float top = ImGui::GetCursorPosY();
  Text(kit, Face::kTitle, Colors().ink, Tr("Settings"));
  DrawUndo(view, top);
  Gap(kit, 10);
  DrawTabs(view);
  Gap(kit, 14);
  if (view.screen().loaded) DrawTab(view);
}

}  // namespace kith::ui
