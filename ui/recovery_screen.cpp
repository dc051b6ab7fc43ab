// SPDX-License-Identifier: Apache-2.0
#include "ui/recovery_screen.h"

#include <algorithm>

#include <imgui.h>

#include "core/language.h"
#include "ui/icons.h"
#include "ui/palette.h"
#include "ui/widgets/button.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/text.h"

namespace kith::ui {
namespace {

constexpr float kWidth = 720;
constexpr float kButtonHeight = 56;

RecoveryWish DrawButtons(Kit& kit, const RecoveryState& state) {
  if (!state.done.empty()) {
    return Button(kit, "go-on", Tr("Go on"),
                  {.kind = ButtonKind::kPrimary, .icon = icon::kCheck, .height = kButtonHeight})
               ? RecoveryWish::kGoOn
               : RecoveryWish::kNone;
  }
  RecoveryWish wish = RecoveryWish::kNone;
  if (Button(kit, "bring-back", state.running ? Tr("One moment\u2026") : Tr("Bring it back"),
             {.kind = ButtonKind::kPrimary,
              .icon = icon::kUndo,
              .width = kit.Px(260),
              .height = kButtonHeight,
              .enabled = !state.running}))
    wish = RecoveryWish::kBringBack;
  ImGui::SameLine(0, kit.Px(12));
  if (Button(kit, "leave", Tr("Not now"),
             {.kind = ButtonKind::kQuiet, .height = kButtonHeight, .enabled = !state.running}))
    wish = RecoveryWish::kLeave;
  return wish;
}

void DrawText(Kit& kit, const RecoveryState& state, float width) {
  const bool done = !state.done.empty();
  Avatar(kit, done ? icon::kCheck : icon::kWarning, 64, done ? Colors().accent_tint : Colors().amber_tint);
  Gap(kit, space::kPart);
  WrappedText(kit, Face::kTitle, Colors().ink, done ? Tr("It is back") : Tr("Kith's database is damaged"),
              width);
  Gap(kit, space::kBody);
  WrappedText(kit, Face::kBody, Colors().soft_ink, done ? state.done : state.problem, width);
  if (done) return;
  Gap(kit, space::kBody);
  WrappedText(kit, Face::kBody, Colors().ink, state.offer, width);
  if (state.failed.empty()) return;
  Gap(kit, space::kBody);
  WrappedText(kit, Face::kBody, Colors().brick, state.failed, width);
}

}  // namespace

RecoveryWish DrawRecovery(Kit& kit, const RecoveryState& state) {
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(screen);
  ImGui::Begin("recovery", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove);
  const float width = std::min(kit.Px(kWidth), screen.x - kit.Px(64));
  ImGui::SetCursorPos({(screen.x - width) / 2, screen.y * 0.18F});
  ImGui::BeginChild("sheet", {width, 0}, false, ImGuiWindowFlags_NoScrollbar);
  RecoveryWish wish = RecoveryWish::kNone;
  {
    const GrowingPanel panel(kit, Colors().sheet, Colors().line, 40);
    DrawText(kit, state, panel.inner_width());
    Gap(kit, space::kArea);
    wish = DrawButtons(kit, state);
  }
  ImGui::EndChild();
  ImGui::End();
  return wish;
}

}  // namespace kith::ui
