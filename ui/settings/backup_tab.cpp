// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
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

constexpr float kFieldsWidth = 620;
constexpr float kBarHeight = 10;

void DrawProgress(const SettingsView& view) {
  Kit& kit = view.kit;
  const flow::LongJob& job = *view.screen().backup.job;
  const int percent = job.done.load();
  const bool stopping = job.stop.stop_requested();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float done = width * static_cast<float>(percent) / 100;
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->AddRectFilled(at, {at.x + width, at.y + kit.Px(kBarHeight)}, Colors().shade, kit.Px(radius::kPiece));
  draw->AddRectFilled(at, {at.x + done, at.y + kit.Px(kBarHeight)}, Colors().accent, kit.Px(radius::kPiece));
  ImGui::Dummy({width, kit.Px(kBarHeight)});
  Gap(kit, space::kSmall);
  if (Button(kit, "stop-backup", stopping ? Tr("Stopping\u2026") : Tr("Stop"),
             {.icon = icon::kTimes, .enabled = !stopping}))
    view.actions.emplace_back(flow::StopBackup{});
  ImGui::SameLine(0, kit.Px(space::kPart));
  Text(kit, Face::kBody, Colors().soft_ink,
       percent == 0 ? std::string(Tr("Copying and checking\u2026"))
                    : Filled(Tr("Encrypting\u2026 {0} %"), {std::to_string(percent)}));
}

void DrawFields(const SettingsView& view) {
  Kit& kit = view.kit;
  SettingsForm& form = view.form;
  const flow::BackupWork& backup = view.screen().backup;
  std::string target = form.backup_target.value_or(view.offer().backup_target.string());
  const std::string before = target;
  bool submitted = LabelledField(kit, "##backup-target", Tr("Write it to"), target);
  if (target != before) form.backup_target = target;
  submitted |=
      LabelledField(kit, "##passphrase", Tr("Passphrase, 8 letters or more"), form.passphrase, {}, true);
  submitted |= LabelledField(kit, "##passphrase-again", Tr("Once more"), form.passphrase_again, {}, true);
  Gap(kit, space::kSmall);
  const auto make = [&](bool may_replace) {
    view.actions.push_back(flow::MakeBackup{target, form.passphrase, form.passphrase_again, may_replace});
  };
  if (!backup.problem.empty()) {
    WrappedText(kit, Face::kBody, Colors().brick, backup.problem);
    Gap(kit, space::kSmall);
  }
  if (backup.asks_to_replace) {
    if (Button(kit, "replace-backup", Tr("Replace it"), {.kind = ButtonKind::kDanger})) make(true);
    ImGui::SameLine(0, kit.Px(space::kBody));
  }
  const bool filled = !form.passphrase.empty();
  const bool pressed = Button(kit, "make-backup", Tr("Make a backup"),
                              {.kind = ButtonKind::kPrimary, .icon = icon::kDownload, .enabled = filled});
  if ((pressed || submitted) && filled) make(false);
}

void DrawLast(const SettingsView& view) {
  Kit& kit = view.kit;
  SettingTitle(kit, Tr("An encrypted backup, for a stick or another machine"));
  WrappedText(kit, Face::kBody, Colors().ink, flow::SealedBackupText(view.offer(), view.state.now));
  SettingNote(kit, flow::DailyBackupText(view.offer(), view.state.today));
  Gap(kit, space::kPart);
}

void ForgetWhenMade(const SettingsView& view) {
  if (view.form.backups_made == view.screen().backup.made) return;
  view.form.backups_made = view.screen().backup.made;
  view.form.backup_target.reset();
  view.form.passphrase.clear();
  view.form.passphrase_again.clear();
}

}  // namespace

void DrawBackupTab(const SettingsView& view) {
  Kit& kit = view.kit;
  ForgetWhenMade(view);
  BeginPanel(kit, "backup", {.padding = 28});
  BeginScroll(kit, "backup-settings");
  DrawLast(view);
  const float width = std::min(kit.Px(kFieldsWidth), ImGui::GetContentRegionAvail().x);
  ImGui::BeginChild("backup-fields", {width, 0}, false);
  if (view.screen().backup.job) {
    DrawProgress(view);
  } else {
    DrawFields(view);
  }
  Gap(kit, space::kBody);
  SettingNote(kit,
              Tr("Write the passphrase down: without it nobody can read the backup, not even you. People who "
                 "are erased later stay in it. To put one back: kith restore FILE --passphrase-file FILE"));
  ImGui::EndChild();
  EndScroll(kit);
  EndPanel();
}

}  // namespace kith::ui
