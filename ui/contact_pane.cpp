// SPDX-License-Identifier: Apache-2.0
#include <array>

#include <imgui.h>

#include "core/language.h"
#include "ui/contact_parts.h"
#include "ui/icons.h"
#include "ui/palette.h"
#include "ui/widgets/button.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/text.h"

namespace kith::ui {
namespace {

void DrawLines(Kit& kit, const std::vector<flow::LabelledText>& lines) {
  const float label_width = kit.Px(132);
  for (const flow::LabelledText& line : lines) {
    const float left = ImGui::GetCursorPosX();
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + kit.Px(2));
    CutText(kit, Face::kSmall, Colors().soft_ink, line.label, label_width - kit.Px(10));
    ImGui::SameLine(left + label_width);
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() - kit.Px(2));
    WrappedText(kit, Face::kBody, Colors().ink, line.text);
  }
}

void DrawSection(Kit& kit, std::string_view title) {
  Gap(kit, space::kArea);
  Rule(kit);
  Gap(kit, space::kPart);
  Text(kit, Face::kStrong, Colors().ink, title);
  Gap(kit, space::kHair);
}

void DrawInterests(Kit& kit, const std::vector<std::string>& interests) {
  const float right = ImGui::GetContentRegionMax().x;
  bool first = true;
  for (const std::string& interest : interests) {
    const float width = TextWidth(kit, Face::kSmall, interest) + kit.Px(22);
    if (!first) ImGui::SameLine(0, kit.Px(8));
    if (!first && ImGui::GetCursorPosX() + width > right) ImGui::NewLine();
    first = false;
    Chip(kit, interest, Colors().accent_tint, Colors().accent_dark);
  }
}

void DrawHead(Kit& kit, const flow::ContactPane& pane) {
  Avatar(kit, pane.initials, 84);
  ImGui::SameLine(0, kit.Px(22));
  ImGui::BeginGroup();
  Gap(kit, space::kBody);
  CutText(kit, Face::kTitle, Colors().ink, pane.name, ImGui::GetContentRegionAvail().x);
  if (!pane.about.empty()) WrappedText(kit, Face::kBody, Colors().soft_ink, pane.about);
  ImGui::EndGroup();
  if (pane.met.empty()) return;
  Gap(kit, space::kPart);
  Chip(kit, pane.met, Colors().shade, Colors().soft_ink, icon::kHandshake);
}

void DrawSuggestions(Kit& kit, const flow::ContactPane& pane, bool busy, flow::Actions& actions) {
  for (const flow::SuggestionRow& row : pane.suggestions) {
    Gap(kit, space::kPart);
    ImGui::PushID(row.field.c_str());
    const GrowingPanel panel(kit, Colors().amber_tint, WithAlpha(Colors().amber, 110), 16);
    WrappedText(kit, Face::kStrong, Colors().amber_ink,
                Filled(Tr("{0} says otherwise: {1}"), {row.from, row.label}), panel.inner_width());
    WrappedText(kit, Face::kBody, Colors().ink, row.kept + "  \u2192  " + row.suggested, panel.inner_width());
    Gap(kit, space::kSmall);
    if (Button(kit, "take", Tr("Take the new one"), {.icon = icon::kCheck, .height = 44, .enabled = !busy}))
      actions.push_back(flow::SettleSuggestion{row.field, true});
    ImGui::SameLine(0, kit.Px(8));
    if (Button(kit, "leave", Tr("Leave it"), {.kind = ButtonKind::kQuiet, .height = 44, .enabled = !busy}))
      actions.push_back(flow::SettleSuggestion{row.field, false});
    ImGui::PopID();
  }
}

void DrawPerson(Kit& kit, const flow::ContactsState& contacts, flow::Actions& actions) {
  const flow::ContactPane& pane = *contacts.pane;
  DrawHead(kit, pane);
  DrawAlike(kit, pane, contacts.busy, actions);
  DrawSuggestions(kit, pane, contacts.busy, actions);
  if (!pane.interests.empty()) {
    DrawSection(kit, Tr("Likes to talk about"));
    DrawInterests(kit, pane.interests);
  }
  if (!pane.known.empty()) {
    DrawSection(kit, Tr("Good to know"));
    DrawLines(kit, pane.known);
  }
  if (!pane.next.empty()) {
    DrawSection(kit, Tr("Next"));
    DrawLines(kit, pane.next);
  }
  if (!pane.reach.empty()) {
    DrawSection(kit, Tr("To reach them"));
    DrawLines(kit, pane.reach);
  }
  if (!pane.notes.empty()) {
    DrawSection(kit, Tr("Notes"));
    WrappedText(kit, Face::kBody, Colors().ink, pane.notes);
  }
}

void DrawTabs(Kit& kit, const flow::ContactPane& pane, ContactsForm& form) {
  struct Tab {
    ContactTab tab;
    const char* id;
    const char* label;
    bool there;
  };
  const std::array<Tab, 3> tabs = {
      {{ContactTab::kPerson, "person", TrLater("Person"), true},
       {ContactTab::kCards, "cards", TrLater("On the card"), !pane.cards.empty()},
       {ContactTab::kHistory, "history", TrLater("History"), !pane.history.empty()}}};
  for (const Tab& tab : tabs) {
    if (!tab.there) continue;
    const ButtonKind kind = form.tab == tab.tab ? ButtonKind::kPrimary : ButtonKind::kQuiet;
    if (Button(kit, tab.id, Tr(tab.label), {.kind = kind, .height = 44})) form.tab = tab.tab;
    ImGui::SameLine(0, kit.Px(8));
  }
  const float width = ButtonWidth(kit, Tr("Edit"), icon::kPencil);
  ImGui::SetCursorPosX(ImGui::GetContentRegionMax().x - width);
  if (Button(kit, "edit", Tr("Edit"), {.icon = icon::kPencil, .width = width, .height = 44}))
    form.edit = flow::EditOf(pane.kept);
  Gap(kit, space::kBody);
}

}  // namespace

void DrawAlike(Kit& kit, const flow::ContactPane& pane, bool busy, flow::Actions& actions) {
  for (const flow::AlikeRow& row : pane.alike) {
    Gap(kit, space::kPart);
    ImGui::PushID(row.id.ToString().c_str());
    const GrowingPanel panel(kit, Colors().amber_tint, WithAlpha(Colors().amber, 110), 16);
    const std::string who = row.about.empty() ? row.name : row.name + ", " + row.about;
    WrappedText(kit, Face::kStrong, Colors().amber_ink, Filled(Tr("Perhaps the same person as {0}"), {who}),
                panel.inner_width());
    WrappedText(kit, Face::kSmall, Colors().soft_ink, row.why, panel.inner_width());
    Gap(kit, space::kSmall);
    if (Button(kit, "same", Tr("The same: join them"),
               {.icon = icon::kUsers, .height = 44, .enabled = !busy}))
      actions.push_back(flow::MergeContacts{row.id});
    ImGui::SameLine(0, kit.Px(8));
    if (Button(kit, "apart", Tr("Two people"), {.kind = ButtonKind::kQuiet, .height = 44, .enabled = !busy}))
      actions.push_back(flow::TellApart{row.id});
    ImGui::PopID();
  }
}

void DrawContactPane(Kit& kit, const flow::ContactsState& contacts, const std::string& region,
                     ContactsForm& form, flow::Actions& actions) {
  const flow::ContactPane& pane = *contacts.pane;
  if (form.contact != pane.id) {
    form.contact = pane.id;
    form.tab = ContactTab::kPerson;
    form.edit.reset();
    form.notes.reset();
  }
  if (form.saved != contacts.saved) form.edit.reset();
  form.saved = contacts.saved;
  if (form.edit) return DrawContactForm(kit, contacts, region, form, actions);
  DrawTabs(kit, pane, form);
  BeginScroll(kit, "pane");
  switch (form.tab) {
    case ContactTab::kPerson:
      DrawPerson(kit, contacts, actions);
      break;
    case ContactTab::kCards:
      DrawContactCards(kit, pane);
      break;
    case ContactTab::kHistory:
      DrawContactHistory(kit, pane, contacts.busy, actions);
      break;
  }
  EndScroll(kit);
}

}  // namespace kith::ui
