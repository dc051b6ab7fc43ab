// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <imgui.h>

#include "core/language.h"
#include "flow/present.h"
#include "ui/icons.h"
#include "ui/palette.h"
#include "ui/screens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/text.h"

namespace kith::ui {
namespace {

constexpr float kKey = 84;
constexpr std::size_t kLongestPin = 12;

std::string Message(const flow::LockState& lock, Instant now) {
  if (lock.checking) return std::string(Tr("One moment\u2026"));
  if (lock.retry_at && *lock.retry_at > now) return flow::TryAgainText(*lock.retry_at - now);
  if (lock.wrong_attempts > 0) return std::string(Tr("That was not it. Try again."));
  return std::string(Tr("For the host: enter the PIN."));
}

void DrawDots(Kit& kit, std::size_t count) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float step = kit.Px(24);
  const float left = at.x + width / 2 - step * static_cast<float>(count) / 2 + step / 2;
  for (std::size_t i = 0; i < count; ++i) {
    ImGui::GetWindowDrawList()->AddCircleFilled({left + step * static_cast<float>(i), at.y + kit.Px(14)},
                                                kit.Px(7), Colors().ink, 24);
  }
  ImGui::Dummy({width, kit.Px(28)});
}

void Type(LockForm& form, char digit) {
  if (form.pin.size() < kLongestPin) form.pin += digit;
}

void DrawKey(Kit& kit, char digit, LockForm& form) {
  const char label[] = {digit, '\0'};
  if (Button(kit, label, label, {.width = kit.Px(kKey), .height = kKey})) Type(form, digit);
}

/// Digits, Backspace and Enter work as on the sheet.
bool HandleKeys(LockForm& form) {
  for (const ImWchar c : ImGui::GetIO().InputQueueCharacters) {
    if (c >= '0' && c <= '9') Type(form, static_cast<char>(c));
  }
  if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Backspace)) && !form.pin.empty()) form.pin.pop_back();
  return ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter), false) ||
         ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_KeyPadEnter), false);
}

bool DrawKeys(Kit& kit, LockForm& form) {
  const float gap = kit.Px(12);
  for (char digit = '1'; digit <= '9'; ++digit) {
    DrawKey(kit, digit, form);
    if ((digit - '0') % 3 != 0) ImGui::SameLine(0, gap);
  }
  if (Button(kit, "clear", "",
             {.kind = ButtonKind::kQuiet, .icon = icon::kArrowLeft, .width = kit.Px(kKey), .height = kKey}) &&
      !form.pin.empty()) {
    form.pin.pop_back();
  }
  ImGui::SameLine(0, gap);
  DrawKey(kit, '0', form);
  ImGui::SameLine(0, gap);
  return Button(kit, "unlock", "",
                {.kind = ButtonKind::kPrimary, .icon = icon::kCheck, .width = kit.Px(kKey), .height = kKey});
}

}  // namespace

void DrawLock(Kit& kit, const flow::LockState& lock, Instant now, LockForm& form, flow::Actions& actions) {
  if (!lock.locked) form = {};
  if (form.open && !ImGui::IsPopupOpen("pin")) ImGui::OpenPopup("pin");
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({screen.x / 2, screen.y / 2}, ImGuiCond_Always, {0.5F, 0.5F});
  ImGui::SetNextWindowSizeConstraints({0, 0}, screen);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, kit.Px(radius::kSheet));
  ImGui::PushStyleColor(ImGuiCol_PopupBg, Colors().paper);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {kit.Px(40), kit.Px(32)});
  const bool shown = ImGui::BeginPopupModal(
      "pin", nullptr,
      ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoMove);
  ImGui::PopStyleColor();
  ImGui::PopStyleVar(2);
  if (!shown) return;
  const float width = kit.Px(kKey * 3 + 24);
  ImGui::Dummy({width, 0});
  WrappedText(kit, Face::kHeading, Colors().ink, Message(lock, now), width);
  Gap(kit, space::kBody);
  DrawDots(kit, form.pin.size());
  Gap(kit, space::kPart);
  const bool entered = HandleKeys(form);
  if ((DrawKeys(kit, form) || entered) && !lock.checking) {
    actions.push_back(flow::Unlock{form.pin});
    form.pin.clear();
  }
  Gap(kit, space::kBody);
  const bool leave = Button(kit, "back", Tr("Back"), {.kind = ButtonKind::kQuiet, .width = width}) ||
                     ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape), false);
  if (leave || !form.open) {
    form = {};
    ImGui::CloseCurrentPopup();
  }
  ImGui::EndPopup();
}

}  // namespace kith::ui
