// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <string>
#include <utility>

#include <imgui.h>

#include "core/language.h"
#include "ui/due_parts.h"
#include "ui/icons.h"
#include "ui/palette.h"
#include "ui/screens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/text.h"
#include "ui/widgets/text_field.h"

namespace kith::ui {
namespace {

using flow::DueDeed;
using flow::DueTab;

constexpr float kDueRowHeight = 88;
constexpr float kTallDueRowHeight = 144;  // the buttons are below the words
// For them beside the words, in units; the list is shorter beside a message.
constexpr float kTooNarrowForDueButtons = 700, kTooNarrowBesideMessage = 560;
constexpr float kDoneWidth = 112;
constexpr float kIconWidth = 48;
constexpr float kButtonsWidth = kDoneWidth + 2 * kIconWidth + 20;
constexpr float kMenuWidth = 320;
constexpr float kMessageWidth = 460;

const char* IconOf(FollowUpKind kind) {
  switch (kind) {
    case FollowUpKind::kBirthday:
    case FollowUpKind::kAnniversary:
      return icon::kBirthday;
    case FollowUpKind::kIntroduce:
      return icon::kHandshake;
    case FollowUpKind::kSayHello:
    case FollowUpKind::kCheckIn:
    case FollowUpKind::kReopen:
      return icon::kComments;
    case FollowUpKind::kVerify:
      return icon::kSearch;
    case FollowUpKind::kSendLink:
    case FollowUpKind::kPromise:
    case FollowUpKind::kOther:
      break;
  }
  return icon::kLeaf;
}

/// What else can be done with a row: put it off, skip it, note what happened, let the person go.
void DrawMenu(Kit& kit, const flow::DueState& due, const flow::DueRow& row, DueForm& form,
              flow::Actions& actions) {
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {kit.Px(16), kit.Px(16)});
  ImGui::PushStyleVar(ImGuiStyleVar_PopupRounding, kit.Px(radius::kCard));
  ImGui::PushStyleColor(ImGuiCol_PopupBg, Colors().sheet);
  const bool open = ImGui::BeginPopup("menu");
  ImGui::PopStyleColor();
  ImGui::PopStyleVar(2);
  if (!open) return;
  const float width = kit.Px(kMenuWidth);
  const auto choose = [&](flow::ActOnDue action) {
    actions.push_back(std::move(action));
    form.note.clear();
    ImGui::CloseCurrentPopup();
  };
  Text(kit, Face::kSmall, Colors().soft_ink, Tr("Not today"));
  for (const flow::PutOffChoice& choice : due.put_off) {
    if (Button(kit, choice.label.c_str(), choice.label,
               {.kind = ButtonKind::kQuiet, .width = width, .height = 40}))
      choose({row.key, DueDeed::kPutOff, {}, choice.day});
  }
  if (Button(kit, "skip", Tr("Skip it this time"),
             {.kind = ButtonKind::kQuiet, .width = width, .height = 40}))
    choose({row.key, DueDeed::kSkip});
  Gap(kit, space::kHair);
  Rule(kit);
  Gap(kit, space::kHair);
  TextField(kit, "##note", form.note, {.hint = Tr("What happened?"), .width = width});
  if (Button(kit, "done-note", Tr("Done, with this note"),
             {.icon = icon::kCheck, .width = width, .height = 44, .enabled = !form.note.empty()}))
    choose({row.key, DueDeed::kDone, form.note});
  Gap(kit, space::kHair);
  if (Button(kit, "let-go", Tr("Not this person any more"),
             {.kind = ButtonKind::kDanger, .width = width, .height = 40}))
    choose({row.key, DueDeed::kLetGo});
  ImGui::EndPopup();
}

void DrawButtons(Kit& kit, const flow::DueState& due, const flow::DueRow& row, DueForm& form,
                 flow::Actions& actions) {
  if (IconButton(kit, "write", icon::kEnvelope, Tr("A few words to send"), kIconWidth))
    actions.push_back(flow::OpenMessage{row.key});
  ImGui::SameLine(0, kit.Px(4));
  if (IconButton(kit, "more", icon::kMore, Tr("Later, skip, note \u2026"), kIconWidth)) {
    form.note.clear();
    ImGui::OpenPopup("menu");
  }
  DrawMenu(kit, due, row, form, actions);
  ImGui::SameLine(0, kit.Px(8));
  if (Button(
          kit, "done", row.busy ? "\u2026" : Tr("Done"),
          {.icon = row.busy ? nullptr : icon::kCheck, .width = kit.Px(kDoneWidth), .enabled = !row.busy})) {
    actions.push_back(flow::ActOnDue{row.key, DueDeed::kDone});
  }
}

bool HasButtonsBelow(const Kit& kit, const flow::DueState& due) {
  return ImGui::GetContentRegionAvail().x <
         kit.Px(due.message ? kTooNarrowBesideMessage : kTooNarrowForDueButtons);
}

void DrawRow(Kit& kit, const flow::DueState& due, const flow::DueRow& row, DueForm& form,
             flow::Actions& actions) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const bool below = HasButtonsBelow(kit, due);
  const float height = kit.Px(below ? kTallDueRowHeight : kDueRowHeight);
  const bool open = due.message && due.message->key == row.key;
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->AddRectFilled(at, {at.x + width, at.y + height}, open ? Colors().accent_tint : Colors().sheet,
                      kit.Px(14));
  draw->AddRect(at, {at.x + width, at.y + height}, Colors().line, kit.Px(radius::kCard), 0, kit.Px(1));
  ImGui::SetCursorScreenPos({at.x + kit.Px(20), at.y + kit.Px(20)});
  Avatar(kit, IconOf(row.kind), 48, open ? Colors().sheet : Colors().accent_tint);
  const float left = at.x + kit.Px(88);
  const float text_width = width - kit.Px(88 + (below ? 20 : kButtonsWidth + 44));
  ImGui::SetCursorScreenPos({left, at.y + kit.Px(20)});
  CutText(kit, Face::kStrong, Colors().ink, row.what, text_width);
  ImGui::SetCursorScreenPos({left, at.y + kit.Px(48)});
  CutText(kit, Face::kSmall, Colors().soft_ink, row.name + "  \u2022  " + row.when, text_width);
  ImGui::SetCursorScreenPos({at.x + width - kit.Px(kButtonsWidth + 12), at.y + kit.Px(below ? 80 : 20)});
  DrawButtons(kit, due, row, form, actions);
  ImGui::SetCursorScreenPos(at);
  ImGui::Dummy({width, height});
}

void DrawGroup(Kit& kit, const flow::DueState& due, const flow::DueGroup& group, DueForm& form,
               flow::Actions& actions) {
  Text(kit, Face::kStrong, Colors().soft_ink, group.title);
  Gap(kit, space::kBody);
  ImGuiListClipper clipper;
  const float row_height = kit.Px(HasButtonsBelow(kit, due) ? kTallDueRowHeight : kDueRowHeight);
  clipper.Begin(static_cast<int>(group.rows.size()), row_height + ImGui::GetStyle().ItemSpacing.y);
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      const flow::DueRow& row = group.rows[static_cast<std::size_t>(i)];
      ImGui::PushID(row.key.c_str());
      DrawRow(kit, due, row, form, actions);
      ImGui::PopID();
    }
  }
  Gap(kit, space::kArea);
}

void DrawTabs(Kit& kit, const flow::DueState& due, flow::Actions& actions) {
  struct Tab {
    DueTab tab;
    const char* id;
    const char* label;
  };
  constexpr std::array<Tab, 3> kTabs = {{{DueTab::kQueue, "queue", TrLater("To do")},
                                         {DueTab::kIntroductions, "introductions", TrLater("Introductions")},
                                         {DueTab::kEveryone, "everyone", TrLater("Everyone")}}};
  for (const Tab& tab : kTabs) {
    if (&tab != &kTabs.front()) NextButton(kit, Tr(tab.label));
    const ButtonKind kind = due.tab == tab.tab ? ButtonKind::kPrimary : ButtonKind::kQuiet;
    if (Button(kit, tab.id, Tr(tab.label), {.kind = kind, .height = 44}))
      actions.push_back(flow::ShowDueTab{tab.tab});
  }
  if (due.can_undo.empty()) return;
  NextButton(kit, Tr("Take back"), icon::kUndo);
  const float width = ButtonWidth(kit, Tr("Take back"), icon::kUndo);
  ImGui::SetCursorPosX(ImGui::GetContentRegionMax().x - width);
  if (Button(kit, "undo", Tr("Take back"),
             {.icon = icon::kUndo, .width = width, .height = 44, .enabled = !due.undoing}))
    actions.push_back(flow::UndoDue{});
}

void DrawQueue(Kit& kit, const flow::DueState& due, DueForm& form, flow::Actions& actions) {
  if (!due.loaded) return;
  FirstPart list;
  if (due.message) {
    const float room = ImGui::GetContentRegionAvail().x;
    list = BeginParts(kit, room - kit.Px(kMessageWidth + kBetweenParts), 0.4F);
  }
  BeginScroll(kit, "due", list.width, list.height);
  if (due.groups.empty()) {
    Gap(kit, 130);
    EmptyState(kit, icon::kLeaf, Tr("Nothing is due."), Tr("Enjoy the people."));
  }
  for (const flow::DueGroup& group : due.groups)
    DrawGroup(kit, due, group, form, actions);
  EndScroll(kit);
  if (!due.message) return;
  NextPart(kit, list);
  DrawMessageSheet(kit, *due.message, form, actions);
}

}  // namespace

void DrawDue(Kit& kit, const flow::DueState& due, DueForm& form, flow::Actions& actions) {
  if (!due.message) form.message_for.clear();
  WrappedText(kit, Face::kTitle, Colors().ink, Tr("Staying in touch"));
  Gap(kit, space::kBody);
  DrawTabs(kit, due, actions);
  Gap(kit, space::kBody);
  if (due.tab == DueTab::kQueue) return DrawQueue(kit, due, form, actions);
  BeginScroll(kit, due.tab == DueTab::kIntroductions ? "introductions-list" : "everyone-list");
  if (due.tab == DueTab::kIntroductions) {
    DrawIntroductions(kit, due, actions);
  } else {
    DrawEveryone(kit, due);
  }
  EndScroll(kit);
}

}  // namespace kith::ui
