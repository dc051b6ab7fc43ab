// SPDX-License-Identifier: Apache-2.0
// An event that is being edited, or made.
#include <string>

#include <imgui.h>

#include "core/language.h"
#include "ui/event_parts.h"
#include "ui/icons.h"
#include "ui/palette.h"
#include "ui/widgets/button.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/text.h"
#include "ui/widgets/text_area.h"
#include "ui/widgets/text_field.h"

namespace kith::ui {
namespace {

constexpr float kEventFooterHeight = 73;
constexpr float kTallFooterHeight = 150;
constexpr float kTooNarrowForFooter = 560;  // in units
constexpr float kTextHeight = 84;

void DrawText(Kit& kit, const char* id, std::string_view label, const char* hint, std::string& text,
              float width) {
  Text(kit, Face::kSmall, Colors().soft_ink, label);
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() - kit.Px(5));
  TextField(kit, id, text, {.hint = hint, .width = width});
  Gap(kit, 8);
}

void DrawDates(Kit& kit, flow::EventEdit& edit, float width) {
  const float half = (width - kit.Px(12)) / 2;
  ImGui::BeginGroup();
  DrawText(kit, "##begin", Tr("First day"), "2026-11-23", edit.begin, half);
  ImGui::EndGroup();
  ImGui::SameLine(0, kit.Px(12));
  ImGui::BeginGroup();
  DrawText(kit, "##end", Tr("Last day"), "2026-11-23", edit.end, half);
  ImGui::EndGroup();
}

/// A button for each plan, and one for what the configuration says.
void DrawPlans(Kit& kit, const std::vector<std::string>& plans, std::string& chosen) {
  Text(kit, Face::kSmall, Colors().soft_ink, Tr("Plan of following up"));
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() - kit.Px(3));
  const auto choice = [&](const std::string& plan, std::string_view label) {
    const ButtonKind kind = chosen == plan ? ButtonKind::kPrimary : ButtonKind::kSecondary;
    const std::string id = "plan-" + plan;
    if (Button(kit, id.c_str(), label, {.kind = kind, .height = 44})) chosen = plan;
  };
  choice("", Tr("as configured"));
  const float right = ImGui::GetContentRegionMax().x;
  for (const std::string& plan : plans) {
    ImGui::SameLine(0, kit.Px(8));
    if (ImGui::GetCursorPosX() + ButtonWidth(kit, plan, nullptr) > right) ImGui::NewLine();
    choice(plan, plan);
  }
  Gap(kit, 12);
}

void DrawLongText(Kit& kit, const char* id, std::string_view label, std::optional<std::string>& broken,
                  std::string& text, float width) {
  Text(kit, Face::kSmall, Colors().soft_ink, label);
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() - kit.Px(5));
  if (!broken) broken = BrokenForArea(kit, text, width);
  std::string edited = *broken;
  TextArea(kit, id, edited, width, kit.Px(kTextHeight));
  if (edited != *broken) text = Flowed(edited);
  broken = edited;
  Gap(kit, 8);
}

void DrawGuestWords(Kit& kit, EventsForm& form, float width) {
  flow::EventEdit& edit = *form.edit;
  Gap(kit, 6);
  Text(kit, Face::kStrong, Colors().ink, Tr("What guests read; where it is empty, Kith's own words"));
  Gap(kit, 8);
  DrawText(kit, "##question", Tr("Question"), Tr("What do you like to talk about?").data(), edit.question,
           width);
  DrawText(kit, "##topics", Tr("Answers to tick, by commas"), Tr("Hiking, open data, jazz").data(),
           edit.topics, width);
  DrawLongText(kit, "##keep-in-touch", Tr("First consent: the host may keep the details and write"),
               form.broken[0], edit.keep_in_touch, width);
  DrawLongText(kit, "##introduce", Tr("Second consent: the host may introduce them to other guests"),
               form.broken[1], edit.introduce, width);
  DrawLongText(kit, "##privacy", Tr("What becomes of the details"), form.broken[2], edit.privacy, width);
}

/// Erasing asks first.
void DrawErase(Kit& kit, const flow::EventsState& events, EventsForm& form, flow::Actions& actions) {
  if (form.editing.is_nil()) return;
  if (!form.asks_erase) {
    if (Button(kit, "erase-event", Tr("Erase"),
               {.kind = ButtonKind::kDanger, .icon = icon::kTrash, .enabled = !events.busy}))
      form.asks_erase = true;
    return;
  }
  if (Button(kit, "sure-erase", Tr("Really erase it"),
             {.kind = ButtonKind::kDanger, .icon = icon::kTrash, .enabled = !events.busy}))
    actions.push_back(flow::EraseEvent{form.editing});
}

/// Erasing is on a line of its own.
bool IsFooterTall(const Kit& kit) {
  return ImGui::GetContentRegionAvail().x < kit.Px(kTooNarrowForFooter);
}

void DrawFooter(Kit& kit, const flow::EventsState& events, EventsForm& form, flow::Actions& actions) {
  Rule(kit);
  Gap(kit, 12);
  DrawErase(kit, events, form, actions);
  const float width = kit.Px(150);
  if (!form.editing.is_nil() && !IsFooterTall(kit)) ImGui::SameLine();
  ImGui::SetCursorPosX(ImGui::GetContentRegionMax().x - 2 * width - kit.Px(12));
  const bool leave = Button(kit, "leave-event", Tr("Cancel"), {.width = width, .enabled = !events.busy});
  ImGui::SameLine(0, kit.Px(12));
  if (Button(kit, "save-event", events.busy ? Tr("Saving\u2026") : Tr("Save"),
             {.kind = ButtonKind::kPrimary, .icon = icon::kCheck, .width = width, .enabled = !events.busy}))
    actions.push_back(flow::SaveEvent{form.editing, *form.edit});
  if (leave) form = {.saved = form.saved};
}

}  // namespace

void DrawEventForm(Kit& kit, const flow::EventsState& events, EventsForm& form, flow::Actions& actions) {
  BeginScroll(kit, "event-form", 0, -kit.Px(IsFooterTall(kit) ? kTallFooterHeight : kEventFooterHeight));
  const float width = ImGui::GetContentRegionAvail().x - kit.Px(6);
  DrawText(kit, "##event-name", Tr("Name"), "", form.edit->name, width);
  DrawText(kit, "##event-place", Tr("Place"), "", form.edit->place, width);
  DrawDates(kit, *form.edit, width);
  DrawPlans(kit, events.plans, form.edit->plan);
  DrawGuestWords(kit, form, width);
  EndScroll(kit);
  DrawFooter(kit, events, form, actions);
}

}  // namespace kith::ui
