// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/notices.h"

#include <string>

#include <imgui.h>
#include <imgui_internal.h>

#include "core/language.h"
#include "ui/icons.h"
#include "ui/palette.h"
#include "ui/widgets/button.h"
#include "ui/widgets/text.h"

namespace kith::ui {
namespace {

constexpr float kNoticeWidth = 420;
constexpr ImGuiWindowFlags kFloating = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                       ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize |
                                       ImGuiWindowFlags_NoFocusOnAppearing;

const char* IconOf(flow::NoticeTone tone) {
  switch (tone) {
    case flow::NoticeTone::kProblem:
      return icon::kWarning;
    case flow::NoticeTone::kWorking:
      return icon::kClock;
    case flow::NoticeTone::kInfo:
      break;
  }
  return icon::kCheck;
}

/// Draws one notice with its lower edge at `bottom`; gives back its height.
float DrawNotice(Kit& kit, const flow::Notice& notice, float bottom, flow::Actions& actions) {
  const bool problem = notice.tone == flow::NoticeTone::kProblem;
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({screen.x - kit.Px(28), bottom}, ImGuiCond_Always, {1, 1});
  ImGui::SetNextWindowSize({kit.Px(kNoticeWidth), 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {kit.Px(20), kit.Px(16)});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, kit.Px(radius::kCard));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, kit.Px(1));
  ImGui::PushStyleColor(ImGuiCol_WindowBg, problem ? Colors().brick_tint : Colors().sheet);
  ImGui::PushStyleColor(ImGuiCol_Border, problem ? Colors().brick : Colors().line);
  ImGui::Begin(("notice-" + std::to_string(notice.id)).c_str(), nullptr, kFloating);
  ImGui::PopStyleColor(2);
  ImGui::PopStyleVar(3);
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  const float text_width = kit.Px(kNoticeWidth - 40 - 48);
  ImGui::BeginGroup();
  CutText(kit, Face::kStrong, problem ? Colors().brick : Colors().accent_dark,
          std::string(IconOf(notice.tone)) + "  " + notice.title, text_width);
  if (!notice.text.empty()) WrappedText(kit, Face::kBody, Colors().ink, notice.text, text_width);
  ImGui::EndGroup();
  ImGui::SameLine(kit.Px(kNoticeWidth - 56));
  if (IconButton(kit, "dismiss", icon::kTimes, Tr("Put this away"), 40))
    actions.push_back(flow::DismissNotice{notice.id});
  const float height = ImGui::GetWindowHeight();
  ImGui::End();
  return height;
}

}  // namespace

void DrawNotices(Kit& kit, const std::vector<flow::Notice>& notices, flow::Actions& actions) {
  float bottom = ImGui::GetIO().DisplaySize.y - kit.Px(28);
  for (auto notice = notices.rbegin(); notice != notices.rend(); ++notice)
    bottom -= DrawNotice(kit, *notice, bottom, actions) + kit.Px(10);
}

}  // namespace kith::ui
