// SPDX-License-Identifier: Apache-2.0
// One event, with its numbers.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <imgui.h>

#include "core/language.h"
#include "flow/present_events.h"
#include "ui/event_parts.h"
#include "ui/icons.h"
#include "ui/palette.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/button.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/text.h"

namespace kith::ui {
namespace {

constexpr float kTileHeight = 104, kLeastTileWidth = 100;
constexpr float kPlotHeight = 200;

void DrawTile(Kit& kit, const flow::EventNumber& number, float width) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float padding = kit.Px(12);
  ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + width, at.y + kit.Px(kTileHeight)}, Colors().shade,
                                            kit.Px(12));
  ImGui::SetCursorScreenPos({at.x + padding, at.y + kit.Px(10)});
  CutText(kit, Face::kHeading, Colors().ink, number.value, width - 2 * padding);
  ImGui::SetCursorScreenPos({at.x + padding, at.y + kit.Px(48)});
  WrappedText(kit, Face::kSmall, Colors().soft_ink, number.label, width - 2 * padding);
  ImGui::SetCursorScreenPos({at.x + width, at.y});
}

/// Beside each other, and in further rows where they would be too narrow for their words.
void DrawTiles(Kit& kit, const std::vector<flow::EventNumber>& numbers) {
  const float gap = kit.Px(10), room = ImGui::GetContentRegionAvail().x;
  const float most = std::max(1.0F, std::floor((room + gap) / (kit.Px(kLeastTileWidth) + gap)));
  const float columns = std::min(most, static_cast<float>(numbers.size()));
  const float width = (room - (columns - 1) * gap) / columns;
  const ImVec2 begin = ImGui::GetCursorScreenPos();
  ImVec2 at = begin;
  for (const flow::EventNumber& number : numbers) {
    if (at.x > begin.x && at.x + width > begin.x + room + 1) at = {begin.x, at.y + kit.Px(kTileHeight) + gap};
    ImGui::SetCursorScreenPos(at);
    DrawTile(kit, number, width);
    at.x += width + gap;
  }
  ImGui::SetCursorScreenPos(begin);
  ImGui::Dummy({0, at.y - begin.y + kit.Px(kTileHeight)});
}

void DrawNumbers(Kit& kit, const flow::EventNumbers& numbers) {
  DrawTiles(kit, numbers.numbers);
  Gap(kit, 14);
  if (numbers.bars.empty()) {
    Text(kit, Face::kBody, Colors().soft_ink, Tr("No card was captured here yet."));
    return;
  }
  Text(kit, Face::kSmall, Colors().soft_ink, numbers.bars_title);
  std::vector<Bar> bars;
  for (const flow::EventBar& bar : numbers.bars)
    bars.push_back({bar.label, bar.tip, bar.count});
  Bars(kit, bars, kit.Px(kPlotHeight));
}

void DrawLine(Kit& kit, std::string_view label, std::string_view text) {
  if (text.empty()) return;
  Gap(kit, 10);
  Text(kit, Face::kSmall, Colors().soft_ink, label);
  WrappedText(kit, Face::kBody, Colors().ink, text);
}

void DrawWords(Kit& kit, const Event& event) {
  const GuestWords& words = event.words;
  DrawLine(kit, Tr("Guests are asked"), words.question);
  if (!words.topics.empty()) {
    Gap(kit, 8);
    const float right = ImGui::GetContentRegionMax().x;
    for (std::size_t i = 0; i < words.topics.size(); ++i) {
      if (i > 0) ImGui::SameLine(0, kit.Px(8));
      if (i > 0 &&
          ImGui::GetCursorPosX() + TextWidth(kit, Face::kSmall, words.topics[i]) + kit.Px(32) > right)
        ImGui::NewLine();
      Chip(kit, words.topics[i], Colors().accent_tint, Colors().accent_dark);
    }
  }
  DrawLine(kit, Tr("First consent"), words.keep_in_touch);
  DrawLine(kit, Tr("Second consent"), words.introduce);
  DrawLine(kit, Tr("What becomes of the details"), words.privacy);
  DrawLine(kit, Tr("Plan of following up"), event.plan);
}

void DrawButtons(Kit& kit, const flow::AppState& state, const flow::KnownEvent& known, EventsForm& form,
                 flow::Actions& actions) {
  const flow::EventsState& events = state.events;
  const bool is_today = state.settings.event && state.settings.event->id == known.event.id;
  if (is_today) {
    if (Button(kit, "not-today", Tr("Today's event"),
               {.icon = icon::kCheck, .height = 44, .enabled = !events.busy}))
      actions.push_back(flow::ChooseEvent{});
    if (ImGui::IsItemHovered()) Tip(kit, Tr("Cards belong to it. Press to end that."));
  } else if (Button(kit, "today", Tr("Make it today's event"),
                    {.kind = ButtonKind::kPrimary, .height = 44, .enabled = !events.busy})) {
    actions.push_back(flow::ChooseEvent{known.event.id});
  }
  NextButton(kit, Tr("Edit"), icon::kPencil);
  if (Button(kit, "edit-event", Tr("Edit"), {.icon = icon::kPencil, .height = 44, .enabled = !events.busy})) {
    form = {.editing = known.event.id, .edit = flow::EditOf(known), .saved = form.saved};
  }
  if (!events.undo || events.undo->before.event.id != known.event.id) return;
  NextButton(kit, Tr("Undo the change"), icon::kUndo);
  if (Button(kit, "undo-event", Tr("Undo the change"),
             {.kind = ButtonKind::kQuiet, .icon = icon::kUndo, .height = 44, .enabled = !events.busy}))
    actions.push_back(flow::UndoEvent{});
}

}  // namespace

void DrawEventPane(Kit& kit, const flow::AppState& state, const flow::KnownEvent& known, EventsForm& form,
                   flow::Actions& actions) {
  CutText(kit, Face::kHeading, Colors().ink, known.event.name, ImGui::GetContentRegionAvail().x);
  const std::string about = flow::EventAbout(known, state.today);
  if (!about.empty()) CutText(kit, Face::kBody, Colors().soft_ink, about, ImGui::GetContentRegionAvail().x);
  Gap(kit, 12);
  DrawButtons(kit, state, known, form, actions);
  Gap(kit, 16);
  BeginScroll(kit, "event-pane");
  if (state.events.numbers) DrawNumbers(kit, *state.events.numbers);
  Gap(kit, 6);
  DrawWords(kit, known.event);
  EndScroll(kit);
}

}  // namespace kith::ui
