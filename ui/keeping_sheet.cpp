// SPDX-License-Identifier: Apache-2.0
// How long what belongs to an event is kept.
#include <string>

#include <imgui.h>

#include "flow/present.h"
#include "ui/event_parts.h"
#include "ui/icons.h"
#include "ui/palette.h"
#include "ui/widgets/button.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/text.h"
#include "ui/widgets/text_field.h"

namespace kith::ui {
namespace {

constexpr float kListWidth = 400;
constexpr float kRowHeight = 72;

void DrawRow(Kit& kit, const flow::KeptEvent& kept, Day today, KeepingForm& form) {
  ImGui::PushID(kept.event.id.ToString().c_str());
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float height = kit.Px(kRowHeight);
  if (ImGui::InvisibleButton("event", {width, height})) {
    form.event = kept.event.id;
    form.edit = flow::EditOf(kept.retention);
  }
  const bool lit = ImGui::IsItemHovered() || ImGui::IsItemFocused();
  const bool selected = form.event == kept.event.id;
  if (selected || lit) {
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + width, at.y + height},
                                              selected ? Colors().accent_tint : Colors().shade, kit.Px(12));
  }
  const ImVec2 after = ImGui::GetCursorScreenPos();
  const float text_width = width - kit.Px(32);
  ImGui::SetCursorScreenPos({at.x + kit.Px(16), at.y + kit.Px(13)});
  CutText(kit, Face::kStrong, Colors().ink, kept.event.name, text_width);
  ImGui::SetCursorScreenPos({at.x + kit.Px(16), at.y + kit.Px(39)});
  CutText(kit, Face::kSmall, Colors().soft_ink, flow::KeepingText(kept.retention, today), text_width);
  ImGui::SetCursorScreenPos(after);
  ImGui::PopID();
}

void DrawField(Kit& kit, const char* id, const char* label, const char* hint, std::string& text) {
  Text(kit, Face::kSmall, Colors().soft_ink, label);
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() - kit.Px(5));
  TextField(kit, id, text, {.hint = hint});
  Gap(kit, 12);
}

void DrawEvent(Kit& kit, const flow::KeepingState& keeping, const flow::KeptEvent& kept, KeepingForm& form,
               flow::Actions& actions) {
  CutText(kit, Face::kHeading, Colors().ink, kept.event.name, ImGui::GetContentRegionAvail().x);
  Gap(kit, 16);
  DrawField(kit, "##purpose", "What it is kept for, as guests are told", "To send you the slides",
            form.edit.purpose);
  DrawField(kit, "##expires", "From this day on nothing of it is kept", "2027-03-31; empty: it is kept",
            form.edit.expires);
  DrawField(kit, "##card-days", "Days that card pictures stay after review",
            "30; empty: as long as the contact", form.edit.card_image_days);
  WrappedText(
      kit, Face::kSmall, Colors().soft_ink,
      "Contacts and cards of this event are erased on that day, with pictures, readings and history. Kith "
      "looks once a day and says what it erased.");
  Gap(kit, 14);
  if (Button(kit, "save-keeping", keeping.saving ? "Saving\u2026" : "Save",
             {.kind = ButtonKind::kPrimary,
              .icon = icon::kCheck,
              .width = kit.Px(150),
              .enabled = !keeping.saving && form.edit != flow::EditOf(kept.retention)})) {
    actions.push_back(flow::SaveKeeping{kept.event.id, form.edit});
  }
}

}  // namespace

void DrawKeeping(Kit& kit, const flow::KeepingState& keeping, Day today, KeepingForm& form,
                 flow::Actions& actions) {
  if (!keeping.loaded) return;
  if (keeping.events.empty()) {
    Gap(kit, 120);
    return EmptyState(kit, icon::kCalendar, "No events yet", "Make one under Events, above.");
  }
  BeginPanel(kit, "events", {.width = kit.Px(kListWidth), .padding = 16});
  BeginScroll(kit, "event-rows");
  const flow::KeptEvent* chosen = nullptr;
  for (const flow::KeptEvent& kept : keeping.events) {
    DrawRow(kit, kept, today, form);
    if (form.event != kept.event.id) continue;
    chosen = &kept;
    if (form.saved != keeping.saved) form.edit = flow::EditOf(kept.retention);
  }
  form.saved = keeping.saved;
  EndScroll(kit);
  EndPanel();
  ImGui::SameLine(0, kit.Px(20));
  BeginPanel(kit, "keeping", {.padding = 32});
  if (chosen) {
    DrawEvent(kit, keeping, *chosen, form, actions);
  } else {
    Gap(kit, 100);
    EmptyState(kit, icon::kClock, "How long is it kept?", "Choose an event on the left.");
  }
  if (keeping.erased) {
    Gap(kit, 18);
    Rule(kit);
    Gap(kit, 14);
    WrappedText(kit, Face::kSmall, Colors().soft_ink,
                "Erased by itself " + flow::DayName(keeping.erased->on, today) + ": " +
                    flow::ErasedText(keeping.erased->report) + ".");
  }
  EndPanel();
}

}  // namespace kith::ui
