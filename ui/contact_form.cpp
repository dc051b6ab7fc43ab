// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <string>

#include <imgui.h>

#include "core/language.h"
#include "flow/birthday_text.h"
#include "flow/present.h"
#include "ui/contact_parts.h"
#include "ui/field_rows.h"
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

constexpr float kFooterHeight = 73;
constexpr float kNotesHeight = 120;

/// False: it is to be removed.
bool DrawRow(Kit& kit, std::vector<flow::ReviewRow>& rows, std::size_t index) {
  ImGui::PushID(static_cast<int>(index));
  DrawFieldLabel(kit, rows[index]);
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() - kit.Px(5));
  const bool keep = DrawFieldInput(kit, rows[index], ImGui::GetContentRegionAvail().x - kit.Px(6)).keep;
  Gap(kit, space::kSmall);
  ImGui::PopID();
  return keep;
}

/// All but the first, which is the name.
void DrawOtherRows(Kit& kit, std::vector<flow::ReviewRow>& rows) {
  std::optional<std::size_t> removed;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (!DrawRow(kit, rows, i)) removed = i;
  }
  if (removed) rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(*removed));
  DrawAddFields(kit, rows);
}

void DrawText(Kit& kit, const char* id, std::string_view label, std::string_view hint, std::string& text) {
  Text(kit, Face::kSmall, Colors().soft_ink, label);
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() - kit.Px(5));
  TextField(kit, id, text, {.hint = hint, .width = ImGui::GetContentRegionAvail().x - kit.Px(6)});
  Gap(kit, space::kSmall);
}

/// With what was understood, since numbers are written in any order.
void DrawBirthday(Kit& kit, const std::string& region, std::string& text) {
  const auto birthday = flow::ReadBirthday(text, region);
  const bool unclear = !birthday && !text.empty();
  const std::string label = birthday  ? Filled(Tr("Birthday: {0}"), {flow::BirthdayName(*birthday)})
                            : unclear ? std::string(Tr("Birthday: no such day yet"))
                                      : std::string(Tr("Birthday"));
  DrawText(kit, "##birthday", label, Tr("14 March or 14 March 1990"), text);
}

/// A button for each circle, and one for none.
void DrawCircles(Kit& kit, const std::vector<std::string>& circles, std::string& chosen) {
  Text(kit, Face::kSmall, Colors().soft_ink, Tr("How often to be in touch"));
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() - kit.Px(3));
  const auto choice = [&](const std::string& circle, const std::string& label) {
    const ButtonKind kind = chosen == circle ? ButtonKind::kPrimary : ButtonKind::kSecondary;
    const std::string id = "circle-" + circle;
    if (Button(kit, id.c_str(), label, {.kind = kind, .height = 44})) chosen = circle;
  };
  choice("", std::string(Tr("as it comes")));
  const float right = ImGui::GetContentRegionMax().x;
  for (const std::string& circle : circles) {
    ImGui::SameLine(0, kit.Px(8));
    if (ImGui::GetCursorPosX() + ButtonWidth(kit, circle, nullptr) > right) ImGui::NewLine();
    choice(circle, circle);
  }
  Gap(kit, space::kBody);
}

void DrawNotes(Kit& kit, ContactsForm& form) {
  Text(kit, Face::kSmall, Colors().soft_ink, Tr("Notes"));
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() - kit.Px(5));
  const float width = ImGui::GetContentRegionAvail().x - kit.Px(6);
  if (!form.notes) form.notes = BrokenForArea(kit, form.edit->notes, width);
  std::string edited = *form.notes;
  TextArea(kit, "##notes", edited, width, kit.Px(kNotesHeight));
  if (edited == *form.notes) return;
  form.notes = edited;
  form.edit->notes = Flowed(edited);
}

void DrawFooter(Kit& kit, const flow::ContactsState& contacts, ContactsForm& form, flow::Actions& actions) {
  Rule(kit);
  Gap(kit, space::kBody);
  const float width = kit.Px(150);
  ImGui::SetCursorPosX(ImGui::GetContentRegionMax().x - 2 * width - kit.Px(12));
  const bool leave = Button(kit, "leave-edit", Tr("Cancel"), {.width = width, .enabled = !contacts.busy});
  ImGui::SameLine(0, kit.Px(12));
  if (Button(kit, "save-edit", contacts.busy ? Tr("Saving\u2026") : Tr("Save"),
             {.kind = ButtonKind::kPrimary, .icon = icon::kCheck, .width = width, .enabled = !contacts.busy}))
    actions.push_back(flow::SaveContact{*form.edit});
  if (!leave) return;
  form.edit.reset();
  form.notes.reset();
}

}  // namespace

void DrawContactForm(Kit& kit, const flow::ContactsState& contacts, const std::string& region,
                     ContactsForm& form, flow::Actions& actions) {
  BeginScroll(kit, "edit", 0, -kit.Px(kFooterHeight));
  DrawRow(kit, form.edit->rows, 0);
  DrawBirthday(kit, region, form.edit->birthday);
  DrawCircles(kit, contacts.pane->circles, form.edit->circle);
  DrawText(kit, "##interests", Tr("Likes to talk about"), Tr("hiking, open data \u2026"),
           form.edit->interests);
  DrawText(kit, "##looks-for", Tr("Looks for"), Tr("a workshop, a band \u2026"), form.edit->looks_for);
  DrawText(kit, "##offers", Tr("Offers"), Tr("translations, a stage \u2026"), form.edit->offers);
  DrawText(kit, "##tags", Tr("Tags"), Tr("choir, old school \u2026"), form.edit->tags);
  DrawNotes(kit, form);
  Gap(kit, space::kPart);
  Rule(kit);
  Gap(kit, space::kPart);
  DrawOtherRows(kit, form.edit->rows);
  Gap(kit, space::kSmall);
  EndScroll(kit);
  DrawFooter(kit, contacts, form, actions);
}

}  // namespace kith::ui
