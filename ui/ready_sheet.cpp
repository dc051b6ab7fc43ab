// SPDX-License-Identifier: Apache-2.0
// What must be right before guests come.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <imgui.h>

#include "core/language.h"
#include "flow/present_events.h"
#include "ui/event_parts.h"
#include "ui/icons.h"
#include "ui/palette.h"
#include "ui/widgets/button.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/text.h"

namespace kith::ui {
namespace {

constexpr float kReadyButtonWidth = 170;

struct Remedy {
  std::string_view label;
  flow::Action action;
};

/// Where a person can do something about it.
std::optional<Remedy> RemedyOf(ReadyTopic topic) {
  switch (topic) {
    case ReadyTopic::kCamera:
      return Remedy{Tr("To the camera"), flow::ShowSettings{flow::SettingsTab::kCamera}};
    case ReadyTopic::kBackup:
      return Remedy{Tr("To the backup"), flow::ShowSettings{flow::SettingsTab::kBackup}};
    case ReadyTopic::kPin:
      return Remedy{Tr("To the PIN"), flow::ShowSettings{flow::SettingsTab::kPin}};
    case ReadyTopic::kEvent:
      return Remedy{Tr("To the events"), flow::ShowScreen{flow::Screen::kEvents}};
    case ReadyTopic::kHostCard:
      return Remedy{Tr("To your card"), flow::ShowScreen{flow::Screen::kHostCard}};
    default:
      return std::nullopt;
  }
}

void DrawMark(Kit& kit, ReadyGrade grade) {
  const bool good = grade == ReadyGrade::kGood;
  const Color color = good                            ? Colors().accent
                      : grade == ReadyGrade::kProblem ? Colors().brick
                                                      : Colors().amber;
  Text(kit, Face::kHeading, color, good ? icon::kCheck : icon::kWarning);
}

void DrawLine(Kit& kit, const ReadyFinding& line, EventsForm& form, flow::Actions& actions) {
  const GrowingPanel panel(kit, Colors().sheet, Colors().line, 14);
  const ImVec2 at = ImGui::GetCursorPos();
  const bool good = line.grade == ReadyGrade::kGood;
  const std::optional<Remedy> remedy = good ? std::nullopt : RemedyOf(line.topic);
  DrawMark(kit, line.grade);
  const float left = at.x + kit.Px(42);
  const float width = panel.inner_width() - kit.Px(42) - (remedy ? kit.Px(kReadyButtonWidth + 16) : 0);
  ImGui::SetCursorPos({left, at.y + kit.Px(2)});
  ImGui::BeginGroup();
  WrappedText(kit, good ? Face::kBody : Face::kStrong, Colors().ink, line.what, width);
  if (!line.advice.empty()) WrappedText(kit, Face::kSmall, Colors().soft_ink, line.advice, width);
  ImGui::EndGroup();
  const float bottom = ImGui::GetCursorPosY();
  if (!remedy) return;
  ImGui::SetCursorPos({at.x + panel.inner_width() - kit.Px(kReadyButtonWidth), at.y});
  if (Button(kit, "remedy", remedy->label, {.width = kit.Px(kReadyButtonWidth), .height = 44})) {
    form.tab = EventsTab::kEvents;
    actions.push_back(remedy->action);
  }
  if (ImGui::GetCursorPosY() < bottom) ImGui::SetCursorPosY(bottom);
}

}  // namespace

void DrawReady(Kit& kit, const flow::AppState& state, EventsForm& form, flow::Actions& actions) {
  const bool looked = !state.ready.findings.empty();
  const std::vector<ReadyFinding> lines = flow::ReadyLines(state);
  const float width = std::max(kit.Px(200), ButtonWidth(kit, Tr("Look again"), icon::kSearch));
  const float top = ImGui::GetCursorPosY();
  ImGui::SetCursorPosY(top + kit.Px(8));
  Text(kit, Face::kHeading, Colors().ink,
       looked ? flow::ReadySummary(lines) : std::string(Tr("Looking at everything\u2026")));
  ImGui::SameLine();
  ImGui::SetCursorPos({ImGui::GetContentRegionMax().x - width, top});
  if (Button(kit, "check-again", state.ready.checking ? Tr("Looking\u2026") : Tr("Look again"),
             {.icon = icon::kSearch, .width = width, .height = 44, .enabled = !state.ready.checking}))
    actions.push_back(flow::CheckReadiness{});
  Gap(kit, 12);
  if (!looked) return;
  BeginScroll(kit, "ready-lines");
  int row = 0;
  for (const ReadyFinding& line : lines) {
    ImGui::PushID(row++);
    DrawLine(kit, line, form, actions);
    ImGui::PopID();
  }
  EndScroll(kit);
}

}  // namespace kith::ui
