// SPDX-License-Identifier: Apache-2.0
#include "ui/face.h"

#include <algorithm>
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

constexpr float kMargin = 32, kNarrowMargin = 16;
constexpr float kTop = 26;
/// What the screens are laid out for at least, in units. Text that was made larger can leave less.
constexpr float kLeastWidth = 840, kLeastHeight = 560;
/// In a room that is narrower its parts are one above the other (ui/widgets/panel.h).
constexpr float kLeastUprightWidth = 480, kLeastUprightHeight = 880;
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
      return DrawSync(kit, state.sync, state.now, forms.sync, actions);
    case Screen::kSettings:
      return DrawSettings(kit, state, forms.settings, actions);
  }
}

/// A room of that size for the screen. If that is too small for it, the screen is larger than its room, and
/// scrolls in it.
template <typename Draw>
void DrawRoom(Kit& kit, const ImVec2& size, Draw draw) {
  const bool upright = size.x < kit.Px(kLeastWidth);
  const float least_width = kit.Px(upright ? kLeastUprightWidth : kLeastWidth);
  const float least_height = kit.Px(upright ? kLeastUprightHeight : kLeastHeight);
  const bool wide = size.x >= least_width, high = size.y >= least_height;
  // Dear ImGui would frame the whole screen if what had the focus is gone.
  ImGui::PushStyleColor(ImGuiCol_NavHighlight, 0);
  ImGui::BeginChild("room", size, false,
                    wide && high ? ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse
                                 : ImGuiWindowFlags_HorizontalScrollbar);
  ImVec2 content = size;
  const float bar = ImGui::GetStyle().ScrollbarSize;
  if (!wide || !high)
    content = {std::max(size.x - (high ? 0 : bar), least_width),
               std::max(size.y - (wide ? 0 : bar), least_height)};
  ImGui::BeginChild("screen", content, false,
                    ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
  ImGui::PushStyleColor(ImGuiCol_NavHighlight, Colors().accent);
  draw();
  ImGui::PopStyleColor();
  ImGui::EndChild();
  ImGui::EndChild();
  ImGui::PopStyleColor();
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
    forms.sync = {};
  }
}

}  // namespace

void DrawFace(Kit& kit, const flow::AppState& state, Forms& forms, flow::Actions& actions) {
  ForgetOldForms(state, forms);
  ForgetOldGuest(state, forms.guest);
  kit.touch = kit.Mm(state.lock.locked ? kGuestTouch : kHostTouch);
  if (state.lock.locked) return DrawGuestFace(kit, state, forms, actions);
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(screen);
  ImGui::PushStyleVar(ImGuiStyleVar_ChildRounding, 0);
  ImGui::Begin(
      "face", nullptr,
      ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoBringToFrontOnFocus);
  const float narrow = kit.Px(kLeastUprightWidth + 2 * kNarrowMargin);
  const Area left = DrawNavigation(kit, state, narrow, actions);
  ImGui::PopStyleVar();

  const float margin =
      kit.Px(left.width < kit.Px(kLeastUprightWidth + 2 * kMargin) ? kNarrowMargin : kMargin);
  const float top = left.y > 0 ? margin : kit.Px(kTop);
  ImGui::SetCursorPos({left.x + margin, left.y + top});
  DrawRoom(kit, {left.width - 2 * margin, left.height - top - margin},
           [&] { DrawScreen(kit, state, forms, actions); });
  DrawLock(kit, state.lock, state.now, forms.lock, actions);
  ImGui::End();

  DrawNotices(kit, state.notices, actions);
  HandleKeys(state, actions);
}

}  // namespace kith::ui
