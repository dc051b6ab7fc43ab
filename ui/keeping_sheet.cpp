// SPDX-License-Identifier: Apache-2.0
// How long what belongs to an event is kept.
#include <string>

#include <imgui.h>

#include "core/language.h"
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

constexpr float kKeepingListWidth = 400;
constexpr float kKeepingRowHeight = 72;

void DrawRow(Kit& kit, const flow::KeptEvent& kept, Day today, KeepingForm& form) {
  ImGui::PushID(kept.event.id.ToString().c_str());
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float height = kit.Px(kKeepingRowHeight);
  if (ImGui::InvisibleButton("event", {width, height})) {
    form.event = kept.event.id;
    form.edit = flow::EditOf(kept.retention);
  }
  const bool lit = ImGui::IsItemHovered() || ImGui::IsItemFocused();
  const bool selected = form.event == kept.event.id;
  if (selected || lit) {
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + width, at.y + height},
                                              selected ? Colors().accent_tint : Colors().shade,
                                              kit.Px(radius::kButton));
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

void DrawKeepingField(Kit& kit, const char* id, std::string_view label, std::string_view hint,
                      std::string& text) {
  Text(kit, Face::kSmall, Colors().soft_ink, label);
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() - kit.Px(5));
  TextField(kit, id, text, {.hint = hint});
  Gap(kit, space::kBody);
}

void DrawEvent(Kit& kit, const flow::KeepingState& keeping, const flow::KeptEvent& kept, KeepingForm& form,
               flow::Actions& actions) {
  CutText(kit, Face::kHeading, Colors().ink, kept.event.name, ImGui::GetContentRegionAvail().x);
  Gap(kit, space::kPart);
  DrawKeepingField(kit, "##purpose", Tr("What it is kept for, as guests are told"),
                   Tr("To send you the slides"), form.edit.purpose);
  DrawKeepingField(kit, "##expires", Tr("From this day on nothing of it is kept"),
                   Tr("2027-03-31; empty: it is kept"), form.edit.expires);
  DrawKeepingField(kit, "##card-days", Tr("Days that card pictures stay after review"),
                   Tr("30; empty: as long as the contact"), form.edit.card_image_days);
  WrappedText(
      kit, Face::kSmall, Colors().soft_ink,
      Tr("Contacts and cards of this event are erased on that day, with pictures, readings and history. Kith "
         "looks once a day and says what it erased."));
  Gap(kit, space::kBody);
  if (Button(kit, "save-keeping", keeping.saving ? Tr("Saving\u2026") : Tr("Save"),
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
    return EmptyState(kit, icon::kCalendar, Tr("No events yet"), Tr("Make one under Events, above."));
  }
  const FirstPart list = BeginParts(kit, kit.Px(kKeepingListWidth), 0.3F);
  BeginPanel(kit, "events", {.width = list.width, .height = list.height, .padding = 16});
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
  NextPart(kit, list);
  BeginPanel(kit, "keeping", {.padding = 32});
  if (chosen) {
    DrawEvent(kit, keeping, *chosen, form, actions);
  } else {
    Gap(kit, 100);
    EmptyState(kit, icon::kClock, Tr("How long is it kept?"), Tr("Choose an event from the list."));
  }
  if (keeping.erased) {
    Gap(kit, space::kPart);
    Rule(kit);
    Gap(kit, space::kBody);
    WrappedText(kit, Face::kSmall, Colors().soft_ink,
                Filled(Tr("Erased by itself {0}: {1}."),
                       {flow::OnDay(keeping.erased->on, today), flow::ErasedText(keeping.erased->report)}));
  }
  EndPanel();
}

}  // namespace kith::ui
