// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/settings_parts.h"

#include <string>

#include <imgui.h>

#include "core/language.h"
#include "ui/icons.h"
#include "ui/palette.h"
#include "ui/widgets/button.h"
#include "ui/widgets/text.h"
#include "ui/widgets/text_field.h"

namespace kith::ui {

void SettingTitle(Kit& kit, std::string_view title) {
  WrappedText(kit, Face::kStrong, Colors().ink, title);
  Gap(kit, space::kHair);
}

void SettingNote(Kit& kit, std::string_view text) {
  WrappedText(kit, Face::kSmall, Colors().soft_ink, text);
}

void SetByFlagNote(Kit& kit, std::string_view flag) {
  WrappedText(
      kit, Face::kSmall, Colors().amber_ink,
      Filled(Tr("Set by {0} on the command line for this time. Start Kith without it to set it here."),
             {flag}));
}

bool ChoiceButtons::Choice(const char* id, std::string_view label, bool chosen, bool enabled) {
  if (!std::exchange(first_, false)) NextButton(kit_, label, chosen ? icon::kCheck : nullptr);
  return Button(kit_, id, label,
                {.kind = chosen ? ButtonKind::kPrimary : ButtonKind::kSecondary,
                 .icon = chosen ? icon::kCheck : nullptr,
                 .height = 44,
                 .enabled = enabled});
}

bool Tick(Kit& kit, const char* id, std::string_view label, bool ticked, bool enabled) {
  constexpr float kHeight = 38;
  kit.fonts.Want(label);
  ImGui::PushFont(kit.fonts.Get(Face::kBody));
  const float padding = (kit.High(kHeight) - ImGui::GetTextLineHeight()) / 2;
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {padding, padding});
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, kit.Px(1));
  ImGui::PushStyleColor(ImGuiCol_Border, Colors().input_line);
  if (!enabled) ImGui::BeginDisabled();
  const bool pressed = ImGui::Checkbox((std::string(label) + "###" + id).c_str(), &ticked);
  if (!enabled) ImGui::EndDisabled();
  ImGui::PopStyleColor();
  ImGui::PopStyleVar(2);
  ImGui::PopFont();
  return pressed && enabled;
}

bool LabelledField(Kit& kit, const char* id, std::string_view label, std::string& text, std::string_view hint,
                   bool secret) {
  Text(kit, Face::kSmall, Colors().soft_ink, label);
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() - kit.Px(5));
  const bool submitted = TextField(kit, id, text, {.hint = hint, .secret = secret}).submitted;
  Gap(kit, space::kHair);
  return submitted;
}

}  // namespace kith::ui
