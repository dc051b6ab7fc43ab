// SPDX-License-Identifier: Apache-2.0
#include <imgui.h>

#include "flow/present.h"
#include "ui/icons.h"
#include "ui/palette.h"
#include "ui/screens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/text.h"

namespace kith::ui {
namespace {

constexpr float kRowHeight = 88;
constexpr float kButtonWidth = 128;

const char* IconOf(FollowUpKind kind) {
  switch (kind) {
    case FollowUpKind::kBirthday:
      return icon::kBirthday;
    case FollowUpKind::kIntroduce:
      return icon::kUsers;
    case FollowUpKind::kSayHello:
    case FollowUpKind::kCheckIn:
      return icon::kComments;
    default:
      return icon::kLeaf;
  }
}

void DrawRow(Kit& kit, const flow::DueRow& row, flow::Actions& actions) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float height = kit.Px(kRowHeight);
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->AddRectFilled(at, {at.x + width, at.y + height}, kSheet, kit.Px(14));
  draw->AddRect(at, {at.x + width, at.y + height}, kLine, kit.Px(14), 0, kit.Px(1));
  ImGui::SetCursorScreenPos({at.x + kit.Px(20), at.y + kit.Px(20)});
  Avatar(kit, IconOf(row.kind), 48);
  const float left = at.x + kit.Px(88);
  const float text_width = width - kit.Px(88 + kButtonWidth + 44);
  ImGui::SetCursorScreenPos({left, at.y + kit.Px(20)});
  CutText(kit, Face::kStrong, kInk, row.what, text_width);
  ImGui::SetCursorScreenPos({left, at.y + kit.Px(48)});
  CutText(kit, Face::kSmall, kSoftInk, row.name + "  \u2022  " + row.when, text_width);
  if (row.id) {
    ImGui::SetCursorScreenPos({at.x + width - kit.Px(kButtonWidth + 20), at.y + kit.Px(18)});
    if (Button(kit, "done", row.completing ? "\u2026" : "Done",
               {.icon = row.completing ? nullptr : icon::kCheck,
                .width = kit.Px(kButtonWidth),
                .height = 52,
                .enabled = !row.completing})) {
      actions.push_back(flow::MarkDone{*row.id});
    }
  }
  ImGui::SetCursorScreenPos(at);
  ImGui::Dummy({width, height});
}

void DrawGroup(Kit& kit, const flow::DueGroup& group, flow::Actions& actions) {
  Text(kit, Face::kStrong, kSoftInk, group.title);
  Gap(kit, 12);
  for (const flow::DueRow& row : group.rows) {
    ImGui::PushID(row.id ? row.id->ToString().c_str() : row.contact.ToString().c_str());
    DrawRow(kit, row, actions);
    ImGui::PopID();
  }
  Gap(kit, 28);
}

}  // namespace

void DrawDue(Kit& kit, const flow::DueState& due, flow::Actions& actions) {
  Text(kit, Face::kTitle, kInk, "Staying in touch");
  Gap(kit, 18);
  if (!due.loaded) return;
  BeginScroll(kit, "due");
  if (due.groups.empty()) {
    Gap(kit, 150);
    EmptyState(kit, icon::kLeaf, "Nothing is due.", "Enjoy the people.");
  }
  for (const flow::DueGroup& group : due.groups)
    DrawGroup(kit, group, actions);
  EndScroll(kit);
}

}  // namespace kith::ui
