// SPDX-License-Identifier: Apache-2.0
#include "ui/face.h"

#include <array>

#include <imgui.h>

#include "ui/guest/guest_face.h"
#include "ui/palette.h"
#include "ui/screens.h"
#include "ui/widgets/nav_rail.h"
#include "ui/widgets/notices.h"

namespace kith::ui {
namespace {

using flow::Screen;

constexpr float kMargin = 32;
constexpr std::array kScreensByKey = {Screen::kScan,   Screen::kContacts, Screen::kDue,    Screen::kExport,
                                      Screen::kImport, Screen::kHostCard, Screen::kEvents, Screen::kSettings};

/// Ctrl+1 to Ctrl+8 and Ctrl+Q: GLFW's codes of digits and letters are ASCII.
void HandleKeys(const flow::AppState& state, flow::Actions& actions) {
  if (!ImGui::GetIO().KeyCtrl || state.lock.locked) return;
  for (std::size_t i = 0; i < kScreensByKey.size(); ++i) {
    if (ImGui::IsKeyPressed('1' + static_cast<int>(i), false))
      actions.push_back(flow::ShowScreen{kScreensByKey[i]});
  }
  if (ImGui::IsKeyPressed('Q', false)) actions.push_back(flow::CloseProgram{});
}

void DrawScreen(Kit& kit, const flow::AppState& state, Forms& forms, flow::Actions& actions) {
  switch (state.screen) {
    case Screen::kScan:
      return DrawScan(kit, state, actions);
    case Screen::kReview:
      if (state.review) DrawReview(kit, *state.review, state.settings.region, forms.review, actions);
      return;
    case Screen::kContacts:
      return DrawContacts(kit, state.contacts, state.settings.region, forms.contacts, actions);
    case Screen::kDue:
      return DrawDue(kit, state.due, forms.due, actions);
    case Screen::kImport:
      return DrawImport(kit, state.intake, forms.importing, actions);
    case Screen::kExport:
      return DrawExport(kit, state, forms.exporting, actions);
    case Screen::kHostCard:
      return DrawHostCard(kit, state.host_card,
                          state.settings.event ? state.settings.event->name : std::string(), forms.host_card,
                          actions);
    case Screen::kEvents:
      return DrawEvents(kit, state, forms.events, actions);
    case Screen::kSync:
      return DrawSync(kit, state.sync, state.now, actions);
    case Screen::kSettings:
      return DrawSettings(kit, state, forms.settings, actions);
  }
}

/// What was typed must not outlive what it belongs to.
void ForgetOldForms(const flow::AppState& state, Forms& forms) {
  if (!state.review) forms.review = {};
  if (state.lock.locked) {
    forms.contacts = {};
    forms.exporting = {};
    forms.importing = {};
    forms.due = {};
    forms.host_card = {};
    forms.events = {};
    forms.settings = {};
  }
}

}  // namespace

void DrawFace(Kit& kit, const flow::AppState& state, Forms& forms, flow::Actions& actions) {
  ForgetOldForms(state, forms);
  ForgetOldGuest(state, forms.guest);
  if (state.lock.locked) return DrawGuestFace(kit, state, forms, actions);
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(screen);
  ImGui::PushStyleVar(ImGuiStyleVar_ChildRounding, 0);
  ImGui::Begin(
      "face", nullptr,
      ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoBringToFrontOnFocus);
  DrawNavRail(kit, state, forms.lock, actions);
  ImGui::PopStyleVar();

  const float left = kit.Px(kNavRailWidth);
  const float margin = kit.Px(kMargin);
  ImGui::SetCursorPos({left + margin, kit.Px(26)});
  ImGui::BeginChild("screen", {screen.x - left - 2 * margin, screen.y - kit.Px(26) - margin}, false,
                    ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
  DrawScreen(kit, state, forms, actions);
  ImGui::EndChild();
  DrawLock(kit, state.lock, state.now, forms.lock, actions);
  ImGui::End();

  DrawNotices(kit, state.notices, actions);
  HandleKeys(state, actions);
}

}  // namespace kith::ui
