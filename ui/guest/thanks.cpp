// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include <imgui.h>

#include "core/language.h"
#include "flow/present.h"
#include "ui/guest/guest_parts.h"
#include "ui/icons.h"
#include "ui/widgets/button.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/qr_code.h"
#include "ui/widgets/text.h"

namespace kith::ui {
namespace {

constexpr float kNextHeight = 150;
constexpr float kTwoColumns = 820;
constexpr float kThanksLeastHeight = 480;
constexpr float kLeastWords = 420;
constexpr float kLeastStacked = 1000;

std::string Thanks(const flow::GuestVisit& visit) {
  const PersonName& name = visit.checked.name;
  const std::string& called = name.given.empty() ? name.full : name.given;
  if (called.empty()) return std::string(Tr("Thank you"));
  return Filled(Tr("Thank you, {0}"), {called});
}

void DrawReceipt(const GuestView& view) {
  Kit& kit = view.kit;
  const GrowingPanel panel(kit, Colors().accent_tint, WithAlpha(Colors().accent, 90), 24);
  Text(kit, Face::kStrong, Colors().accent_dark, Tr("Your receipt code"));
  Text(kit, Face::kDisplay, Colors().ink, view.state.guest.visit->receipt);
  WrappedText(kit, Face::kBody, Colors().ink,
              Tr("Take a photo of it: with this code you can see here what is kept of you, and erase it."),
              panel.inner_width());
}

/// The camera's picture, small: the next card is taken from here.
void DrawNext(const GuestView& view, const Area& area) {
  Kit& kit = view.kit;
  const Area picture =
      DrawLivePicture(view, {area.x, area.y, kit.Px(kNextHeight * 16 / 9), kit.Px(kNextHeight)});
  const float left = area.x + kit.Px(kNextHeight * 16 / 9 + 20);
  ImGui::SetCursorScreenPos({left, picture.y + picture.height / 2 - LineHeight(kit, Face::kBody)});
  WrappedText(kit, Face::kBody, Colors().soft_ink, Tr("Next, please: just hold your card up."),
              std::max(kit.Px(120), area.x + area.width - left));
}

void DrawHostCard(const GuestView& view, const Area& area) {
  Kit& kit = view.kit;
  const flow::HostCardState& host = view.state.host_card;
  ImGui::SetCursorScreenPos({area.x, area.y});
  BeginPanel(kit, "host-code", {.width = area.width, .height = area.height, .padding = 24});
  CenteredText(kit, Face::kHeading, Colors().ink, Tr("Take my card home"));
  CenteredText(kit, Face::kBody, Colors().soft_ink, Tr("Point your phone's camera at it."));
  Gap(kit, 14);
  const std::string about = host.kept.organization.empty() ? std::string() : host.kept.organization;
  const float below = kit.Px(36) + (about.empty() ? 0 : kit.Px(34));
  QrCodeRow(host.code->code, ImGui::GetContentRegionAvail().y - below);
  CenteredText(kit, Face::kStrong, Colors().ink, host.kept.name);
  if (!about.empty()) CenteredText(kit, Face::kBody, Colors().soft_ink, about);
  EndPanel();
}

void DrawThanksWords(const GuestView& view, const Area& area) {
  Kit& kit = view.kit;
  ImGui::SetCursorScreenPos({area.x, area.y});
  BeginScroll(kit, "thanks", area.width, area.height);
  const std::string thanks = Thanks(*view.state.guest.visit);
  const Face face = TextWidth(kit, Face::kDisplay, thanks) <= area.width ? Face::kDisplay : Face::kTitle;
  WrappedText(kit, face, Colors().ink, thanks);
  WrappedText(kit, Face::kHeading, Colors().soft_ink, Tr("It is all kept for your host. Enjoy the evening!"));
  Gap(kit, 20);
  DrawReceipt(view);
  Gap(kit, 20);
  if (Button(kit, "done", Tr("Done"),
             {.kind = ButtonKind::kPrimary,
              .icon = icon::kCheck,
              .width = ImGui::GetContentRegionAvail().x,
              .height = kGuestButton}))
    view.actions.emplace_back(flow::EndVisit{});
  EndScroll(kit);
}

}  // namespace

void DrawGuestThanks(const GuestView& view) {
  Kit& kit = view.kit;
  const flow::HostCardState& host = view.state.host_card;
  const bool has_code = host.code && host.code->code.size > 0;
  const bool stacked = IsPortrait() || GuestRoom(kit).width < kit.Px(kTwoColumns);
  const Area room = GuestPage(kit, {}, {}, has_code && stacked ? kLeastStacked : kThanksLeastHeight);
  const float gap = kit.Px(40);
  const float next = kit.Px(kNextHeight);
  Area words = room;
  words.height -= next + gap / 2;
  if (has_code && stacked) {
    words.height = std::max(room.height * 0.42F, kit.Px(kLeastWords));
    DrawHostCard(
        view, {room.x, room.y + words.height + gap / 2, room.width, room.height - words.height - next - gap});
  } else if (has_code) {
    words.width = room.width * 0.52F;
    DrawHostCard(view, {room.x + words.width + gap, room.y, room.width - words.width - gap, room.height});
  }
  DrawThanksWords(view, words);
  DrawNext(view, {room.x, room.y + room.height - next, words.width, next});
}

}  // namespace kith::ui
