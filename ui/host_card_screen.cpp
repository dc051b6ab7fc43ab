// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <imgui.h>

#include "core/language.h"
#include "core/text.h"
#include "flow/day_names.h"
#include "ui/icons.h"
#include "ui/palette.h"
#include "ui/screens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/qr_code.h"
#include "ui/widgets/text.h"
#include "ui/widgets/text_field.h"

namespace kith::ui {
namespace {

constexpr float kHostCardFooterHeight = 73;
constexpr float kFilesHeight = 150;

void FillForm(const flow::HostCardState& host, HostCardForm& form) {
  if (form.saved == host.saved) return;
  form = {.card = host.kept, .handles = flow::Joined(host.kept.handles), .saved = host.saved};
}

bool DrawField(Kit& kit, const char* id, std::string_view label, std::string_view hint, std::string& text) {
  Text(kit, Face::kSmall, Colors().soft_ink, label);
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() - kit.Px(5));
  const bool changed =
      TextField(kit, id, text, {.hint = hint, .width = ImGui::GetContentRegionAvail().x - kit.Px(6)}).changed;
  return changed;
}

void DrawFields(Kit& kit, const flow::HostCardState& host, HostCardForm& form, flow::Actions& actions) {
  HostCard& card = form.card;
  BeginScroll(kit, "host-fields", 0, -kit.Px(kHostCardFooterHeight));
  bool changed = DrawField(kit, "##name", Tr("Name"), "Grace Example", card.name);
  changed |= DrawField(kit, "##organization", Tr("Company or group"), "", card.organization);
  changed |= DrawField(kit, "##title", Tr("Title"), "", card.title);
  changed |= DrawField(kit, "##phone", Tr("Phone"), Tr("with its country code: +1 \u2026"), card.phone);
  changed |= DrawField(kit, "##email", Tr("E-mail"), "grace@example.com", card.email);
  changed |= DrawField(kit, "##url", Tr("Web"), "https://\u2026", card.url);
  changed |=
      DrawField(kit, "##handles", Tr("Social"), "LinkedIn: grace-example, GitHub: grace", form.handles);
  EndScroll(kit);
  if (changed) {
    card.handles = SplitText(form.handles, ",\n");
    actions.push_back(flow::EditHostCard{card});
  }
  Rule(kit);
  Gap(kit, space::kBody);
  const bool new_text = card != host.kept;
  if (Button(kit, "keep-card", host.busy ? Tr("One moment\u2026") : Tr("Keep"),
             {.kind = ButtonKind::kPrimary,
              .icon = icon::kCheck,
              .width = kit.Px(150),
              .enabled = !host.busy && new_text && host.code.has_value()}))
    actions.push_back(flow::KeepHostCard{card});
}

/// What the code holds, and what had no room.
std::string CodeText(const flow::HostCardState& host, const std::string& event) {
  std::string text(Tr("Guests scan it with the camera of their phone."));
  if (!event.empty()) text += ' ' + Filled(Tr("It says that you met at {0}."), {event});
  const std::vector<std::string>& left_out = host.code->left_out;
  if (!left_out.empty()) text += '\n' + Filled(Tr("No room for: {0}."), {flow::Joined(left_out)});
  return text;
}

void DrawCode(Kit& kit, const flow::HostCardState& host) {
  const float room = ImGui::GetContentRegionAvail().y - kit.Px(kFilesHeight);
  if (!host.code) {
    ImGui::BeginChild("no-code", {0, room});
    Gap(kit, 80);
    EmptyState(kit, icon::kQrCode, host.kept.id.is_nil() ? Tr("Who are you?") : Tr("No code"), host.problem);
    ImGui::EndChild();
    return;
  }
  QrCodeRow(host.code->code, room);
}

void DrawFiles(Kit& kit, const flow::HostCardState& host, const HostCardForm& form, flow::Actions& actions) {
  const float gap = kit.Px(10);
  const float width = (ImGui::GetContentRegionAvail().x - 2 * gap) / 3;
  const bool ready = !host.busy && !host.kept.id.is_nil() && form.card == host.kept;
  const auto file = [&](const char* id, std::string_view label, const char* icon, HostCardFile kind) {
    if (Button(kit, id, label, {.icon = icon, .width = width, .enabled = ready}))
      actions.push_back(flow::WriteHostCard{kind});
  };
  file("card-png", Tr("Picture"), icon::kQrCode, HostCardFile::kPng);
  ImGui::SameLine(0, gap);
  file("card-svg", Tr("For print"), icon::kDownload, HostCardFile::kSvg);
  ImGui::SameLine(0, gap);
  file("card-vcf", "vCard", icon::kCard, HostCardFile::kVcard);
}

}  // namespace

void DrawHostCard(Kit& kit, const flow::HostCardState& host, const std::string& event, HostCardForm& form,
                  flow::Actions& actions) {
  WrappedText(kit, Face::kTitle, Colors().ink, Tr("Your card, for guests to take home"));
  Gap(kit, space::kBody);
  if (!host.loaded) return;
  FillForm(host, form);
  const float half = (ImGui::GetContentRegionAvail().x - kit.Px(kBetweenParts)) / 2;
  const FirstPart fields = BeginParts(kit, half, 0.58F);
  BeginPanel(kit, "host-card", {.width = fields.width, .height = fields.height, .padding = 20});
  DrawFields(kit, host, form, actions);
  EndPanel();
  NextPart(kit, fields);
  BeginPanel(kit, "host-code", {.padding = 20});
  DrawCode(kit, host);
  const float bottom = ImGui::GetWindowHeight() - kit.Px(20 + 48);
  if (host.code) {
    Gap(kit, space::kSmall);
    WrappedText(kit, Face::kSmall, Colors().soft_ink, CodeText(host, event));
  }
  ImGui::SetCursorPosY(bottom);
  DrawFiles(kit, host, form, actions);
  EndPanel();
}

}  // namespace kith::ui
