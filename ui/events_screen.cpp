// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include <imgui.h>

#include "core/language.h"
#include "flow/present_events.h"
#include "ui/event_parts.h"
#include "ui/icons.h"
#include "ui/palette.h"
#include "ui/screens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/text.h"

namespace kith::ui {
namespace {

constexpr float kEventListWidth = 360;
constexpr float kEventRowHeight = 72;

bool IsToday(const flow::AppState& state, EventId id) {
  return state.settings.event && state.settings.event->id == id;
}

void DrawRow(Kit& kit, const flow::AppState& state, const flow::KnownEvent& known, bool enabled,
             flow::Actions& actions) {
  const EventId id = known.event.id;
  ImGui::PushID(id.ToString().c_str());
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float height = kit.Px(kEventRowHeight);
  if (ImGui::InvisibleButton("event", {width, height}) && enabled) actions.push_back(flow::SelectEvent{id});
  const bool lit = enabled && (ImGui::IsItemHovered() || ImGui::IsItemFocused());
  const bool selected = state.events.selected == id;
  if (selected || lit) {
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + width, at.y + height},
                                              selected ? Colors().accent_tint : Colors().shade, kit.Px(12));
  }
  const ImVec2 after = ImGui::GetCursorScreenPos();
  const bool today = IsToday(state, id);
  const float text_width = width - kit.Px(today ? 64 : 32);
  const std::string about = flow::EventAbout(known, state.today);
  ImGui::SetCursorScreenPos(
      {at.x + kit.Px(16),
       at.y + (about.empty() ? (height - LineHeight(kit, Face::kStrong)) / 2 : kit.Px(13))});
  CutText(kit, Face::kStrong, Colors().ink, known.event.name, text_width);
  if (!about.empty()) {
    ImGui::SetCursorScreenPos({at.x + kit.Px(16), at.y + kit.Px(39)});
    CutText(kit, Face::kSmall, Colors().soft_ink, about, text_width);
  }
  if (today) {
    ImGui::SetCursorScreenPos({at.x + width - kit.Px(38), at.y + kit.Px(24)});
    Text(kit, Face::kStrong, Colors().accent, icon::kCheck);
  }
  ImGui::SetCursorScreenPos(after);
  ImGui::PopID();
}

void DrawList(Kit& kit, const flow::AppState& state, EventsForm& form, const FirstPart& part,
              flow::Actions& actions) {
  BeginPanel(kit, "event-list", {.width = part.width, .height = part.height, .padding = 16});
  const bool first = state.events.loaded && state.events.events.empty();
  if (Button(kit, "new-event", Tr("New event"),
             {.kind = first ? ButtonKind::kPrimary : ButtonKind::kSecondary,
              .icon = icon::kPlus,
              .width = ImGui::GetContentRegionAvail().x,
              .enabled = !form.edit})) {
    form = {.edit = flow::EventEdit{.begin = FormatDay(state.today), .end = FormatDay(state.today)},
            .saved = form.saved};
  }
  Gap(kit, 10);
  BeginScroll(kit, "event-rows");
  for (const flow::KnownEvent& known : state.events.events)
    DrawRow(kit, state, known, !form.edit, actions);  // what is typed must not be lost by a touch
  EndScroll(kit);
  EndPanel();
}

void DrawEventsTab(Kit& kit, const flow::AppState& state, EventsForm& form, flow::Actions& actions) {
  const flow::EventsState& events = state.events;
  if (form.saved != events.saved) form = {.saved = events.saved};
  const FirstPart list = BeginParts(kit, kit.Px(kEventListWidth), 0.3F);
  DrawList(kit, state, form, list, actions);
  NextPart(kit, list);
  BeginPanel(kit, "event", {.padding = 28});
  const auto selected = std::ranges::find_if(
      events.events, [&](const flow::KnownEvent& known) { return events.selected == known.event.id; });
  if (form.edit) {
    DrawEventForm(kit, events, form, actions);
  } else if (selected != events.events.end()) {
    DrawEventPane(kit, state, *selected, form, actions);
  } else if (events.loaded) {
    Gap(kit, 140);
    if (events.events.empty()) {
      EmptyState(kit, icon::kCalendar, Tr("No events yet"),
                 Tr("Make one, and you will know later where you met."));
    } else {
      EmptyState(kit, icon::kCalendar, Tr("How was it?"), Tr("Choose an event from the list."));
    }
  }
  EndPanel();
}

void DrawTabs(Kit& kit, EventsForm& form, flow::Actions& actions) {
  const auto tab = [&](const char* id, std::string_view label, EventsTab which) {
    const ButtonKind kind = form.tab == which ? ButtonKind::kPrimary : ButtonKind::kQuiet;
    if (!Button(kit, id, label, {.kind = kind, .height = 44})) return;
    form.tab = which;
    if (which == EventsTab::kKeeping) actions.push_back(flow::ShowKeeping{});
    if (which == EventsTab::kReady) actions.push_back(flow::CheckReadiness{});
  };
  tab("events-tab", Tr("Events"), EventsTab::kEvents);
  NextButton(kit, Tr("What is kept"));
  tab("keeping", Tr("What is kept"), EventsTab::kKeeping);
  NextButton(kit, Tr("Ready before you go"));
  tab("ready", Tr("Ready before you go"), EventsTab::kReady);
}

std::string_view Title(EventsTab tab) {
  switch (tab) {
    case EventsTab::kEvents:
      return Tr("Where people meet you");
    case EventsTab::kKeeping:
      return Tr("What is kept, and how long");
    case EventsTab::kReady:
      break;
  }
  return Tr("Is all there, before guests come?");
}

}  // namespace

void DrawEvents(Kit& kit, const flow::AppState& state, EventsForm& form, flow::Actions& actions) {
  WrappedText(kit, Face::kTitle, Colors().ink, Title(form.tab));
  Gap(kit, 10);
  DrawTabs(kit, form, actions);
  Gap(kit, 14);
  switch (form.tab) {
    case EventsTab::kEvents:
      return DrawEventsTab(kit, state, form, actions);
    case EventsTab::kKeeping:
      return DrawKeeping(kit, state.keeping, state.today, form.keeping, actions);
    case EventsTab::kReady:
      return DrawReady(kit, state, form, actions);
  }
}

}  // namespace kith::ui
