// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include <imgui.h>

#include "core/language.h"
#include "ui/due_parts.h"
#include "ui/icons.h"
#include "ui/palette.h"
#include "ui/widgets/button.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/text.h"

namespace kith::ui {
namespace {

constexpr float kDueButtonWidth = 170;
constexpr float kTooNarrowForButtons = 700;  ///< for buttons beside the words, in units
constexpr float kRoomyButton = 190;
constexpr float kAnswerWidth = 104;
constexpr float kFateHeight = 60;

void DrawIntroduction(Kit& kit, const flow::IntroductionRow& row, flow::Actions& actions) {
  const GrowingPanel panel(kit, Colors().sheet, Colors().line, 18);
  const bool below = panel.inner_width() < kit.Px(kTooNarrowForButtons);
  const float button_width = kit.Px(below ? kRoomyButton : kDueButtonWidth);
  const float text_width = below ? panel.inner_width() : panel.inner_width() - 2 * button_width - kit.Px(30);
  const ImVec2 at = ImGui::GetCursorPos();
  ImGui::BeginGroup();
  CutText(kit, Face::kStrong, Colors().ink, row.names[0] + "  \u2022  " + row.names[1], text_width);
  WrappedText(kit, Face::kSmall, Colors().soft_ink, row.why, text_width);
  ImGui::EndGroup();
  if (below) Gap(kit, space::kSmall);
  const float bottom = ImGui::GetCursorPosY();
  ImGui::SetCursorPos({at.x + panel.inner_width() - 2 * button_width - kit.Px(10), below ? bottom : at.y});
  if (Button(kit, "not", Tr("Not these two"),
             {.kind = ButtonKind::kQuiet, .width = button_width, .enabled = !row.busy}))
    actions.push_back(flow::DecideIntroduction{row.contacts, false});
  ImGui::SameLine(0, kit.Px(10));
  if (Button(kit, "ask", Tr("Ask both"),
             {.icon = icon::kHandshake, .width = button_width, .enabled = !row.busy}))
    actions.push_back(flow::DecideIntroduction{row.contacts, true});
  if (ImGui::GetCursorPosY() < bottom) ImGui::SetCursorPosY(bottom);
}

/// One of the two: what they said, or the two answers to choose from.
void DrawAnswer(Kit& kit, const flow::BegunIntroduction& row, std::size_t who, float width,
                flow::Actions& actions) {
  ImGui::PushID(static_cast<int>(who));
  const ImVec2 at = ImGui::GetCursorPos();
  ImGui::SetCursorPosY(at.y + kit.Px(10));
  CutText(kit, Face::kBody, Colors().ink, row.names[who], width - kit.Px(2 * kAnswerWidth + 30));
  ImGui::SetCursorPos({at.x + width - kit.Px(2 * kAnswerWidth + 10), at.y});
  const auto answer = [&](const char* id, std::string_view label, Answer which) {
    const bool given = row.answers[who] == which;
    if (Button(kit, id, label,
               {.kind = given ? ButtonKind::kPrimary : ButtonKind::kSecondary,
                .icon = given ? icon::kCheck : nullptr,
                .width = kit.Px(kAnswerWidth),
                .height = 44,
                .enabled = !row.busy}) &&
        !given)
      actions.push_back(flow::AnswerIntroduction{row.id, who, which});
  };
  answer("yes", Tr("Yes"), Answer::kYes);
  ImGui::SameLine(0, kit.Px(10));
  answer("no", Tr("No"), Answer::kNo);
  ImGui::PopID();
}

void DrawBegun(Kit& kit, const flow::BegunIntroduction& row, flow::Actions& actions) {
  const GrowingPanel panel(kit, Colors().sheet, Colors().line, 18);
  const bool below = panel.inner_width() < kit.Px(kTooNarrowForButtons);
  const float made_width = ButtonWidth(kit, Tr("I introduced them"), icon::kHandshake);
  const float text_width = below ? panel.inner_width() : panel.inner_width() - made_width - kit.Px(20);
  const ImVec2 at = ImGui::GetCursorPos();
  const auto made = [&](float y) {
    ImGui::SetCursorPos({at.x + panel.inner_width() - made_width, y});
    if (Button(kit, "made", Tr("I introduced them"),
               {.icon = icon::kHandshake, .width = made_width, .height = 44, .enabled = !row.busy}))
      actions.push_back(flow::MarkIntroduced{row.id});
  };
  CutText(kit, Face::kStrong, Colors().ink, row.names[0] + "  \u2022  " + row.names[1], text_width);
  if (!row.why.empty()) WrappedText(kit, Face::kSmall, Colors().soft_ink, row.why, text_width);
  const float bottom = ImGui::GetCursorPosY();
  if (!below) made(at.y);
  ImGui::SetCursorPosY(std::max(bottom, ImGui::GetCursorPosY()) + kit.Px(6));
  for (std::size_t who = 0; who < row.names.size(); ++who)
    DrawAnswer(kit, row, who, panel.inner_width(), actions);
  if (below) made(ImGui::GetCursorPosY() + kit.Px(space::kSmall));
}

void DrawAllBegun(Kit& kit, const flow::DueState& due, flow::Actions& actions) {
  if (due.begun.empty()) return;
  Text(kit, Face::kBody, Colors().soft_ink, Tr("What did they say?"));
  Gap(kit, space::kBody);
  for (const flow::BegunIntroduction& row : due.begun) {
    ImGui::PushID(row.id.ToString().c_str());
    DrawBegun(kit, row, actions);
    ImGui::PopID();
    Gap(kit, space::kHair);
  }
  Gap(kit, space::kPart);
}

}  // namespace

void DrawIntroductions(Kit& kit, const flow::DueState& due, flow::Actions& actions) {
  if (!due.introductions_loaded) return;
  DrawAllBegun(kit, due, actions);
  if (due.introductions.empty() && !due.begun.empty()) return;
  if (due.introductions.empty()) {
    Gap(kit, 120);
    EmptyState(kit, icon::kHandshake, Tr("Nobody to introduce just now"),
               Tr("Note what people like, look for and offer."));
    return;
  }
  WrappedText(kit, Face::kBody, Colors().soft_ink,
              Tr("Who should know each other? Both are asked alone before you name anybody."));
  Gap(kit, space::kBody);
  for (const flow::IntroductionRow& row : due.introductions) {
    ImGui::PushID((row.contacts[0].ToString() + row.contacts[1].ToString()).c_str());
    DrawIntroduction(kit, row, actions);
    ImGui::PopID();
    Gap(kit, space::kHair);
  }
}

void DrawEveryone(Kit& kit, const flow::DueState& due) {
  if (!due.everyone_loaded) return;
  WrappedText(kit, Face::kBody, Colors().soft_ink, due.everyone_summary);
  Gap(kit, space::kBody);
  ImGuiListClipper clipper;  // there may be a hundred thousand
  clipper.Begin(static_cast<int>(due.everyone.size()), kit.Px(kFateHeight));
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      const flow::FateRow& row = due.everyone[static_cast<std::size_t>(i)];
      const ImVec2 at = ImGui::GetCursorScreenPos();
      const float width = ImGui::GetContentRegionAvail().x;
      CutText(kit, Face::kStrong, Colors().ink, row.name, width);
      ImGui::SetCursorScreenPos({at.x, at.y + kit.Px(26)});
      CutText(kit, Face::kSmall, row.missing ? Colors().amber_ink : Colors().soft_ink, row.next, width);
      ImGui::SetCursorScreenPos(at);
      ImGui::Dummy({width, kit.Px(kFateHeight) - ImGui::GetStyle().ItemSpacing.y});
    }
  }
}

}  // namespace kith::ui
