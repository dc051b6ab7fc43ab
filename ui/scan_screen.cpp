// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include <imgui.h>

#include "core/language.h"
#include "flow/present.h"
#include "ui/icons.h"
#include "ui/palette.h"
#include "ui/screens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/picture.h"
#include "ui/widgets/text.h"

namespace kith::ui {
namespace {

using flow::CardStage;

constexpr float kSideWidth = 340;
constexpr float kHintHeight = 116;
constexpr float kTallestHint = 260;

void TextInMiddle(Kit& kit, Face face, Color color, std::string_view text, const Area& area, float y) {
  const ShownText shown(kit, text);
  const ImFont* font = kit.fonts.Get(face);
  const float width = TextWidth(kit, face, text);
  ImGui::GetWindowDrawList()->AddText(font, font->FontSize, {area.x + (area.width - width) / 2, y}, color,
                                      shown.begin(), shown.end());
}

/// As many lines as it takes.
void DrawLinesInMiddle(Kit& kit, Face face, Color color, const std::string& text, const Area& area, float y) {
  const ImFont* font = kit.fonts.Get(face);
  const char* const end = text.data() + text.size();
  for (const char* begin = text.data(); begin < end; y += LineHeight(kit, face)) {
    const char* stop = font->CalcWordWrapPositionA(1, begin, end, area.width - kit.Px(120));
    if (stop == begin) ++stop;
    TextInMiddle(kit, face, color, {begin, stop}, area, y);
    begin = stop;
    while (begin < end && *begin == ' ')
      ++begin;
  }
}

/// The larger face if the text fits into the area.
Face FittingFace(Kit& kit, Face large, Face small, std::string_view text, const Area& area) {
  return TextWidth(kit, large, text) <= area.width - kit.Px(48) ? large : small;
}

void DrawMoment(Kit& kit, const flow::Moment& moment, const Area& area) {
  ImDrawList* draw = ImGui::GetWindowDrawList();
  const bool saved = moment.kind == flow::Moment::Kind::kSaved;
  draw->AddRectFilled({area.x, area.y}, {area.x + area.width, area.y + area.height},
                      WithAlpha(Colors().accent, saved ? 255 : 225), kit.Px(radius::kButton));
  const float radius = kit.Px(46);
  const float middle_x = area.x + area.width / 2;
  const float top = area.y + area.height / 2 - kit.Px(110);
  draw->AddCircleFilled({middle_x, top + radius}, radius, Colors().on_accent, 64);
  const ImVec2 tick[] = {{middle_x - radius * 0.42F, top + radius * 1.03F},
                         {middle_x - radius * 0.10F, top + radius * 1.34F},
                         {middle_x + radius * 0.45F, top + radius * 0.68F}};
  draw->AddPolyline(tick, 3, Colors().accent, 0, kit.Px(7));
  const Face face = FittingFace(kit, Face::kDisplay, Face::kHeading, moment.title, area);
  TextInMiddle(kit, face, Colors().on_accent, moment.title, area, top + radius * 2 + kit.Px(22));
  const Face small = FittingFace(kit, Face::kHeading, Face::kBody, moment.text, area);
  TextInMiddle(kit, small, Colors().on_accent, moment.text, area, top + radius * 2 + kit.Px(82));
}

void DrawNoPicture(Kit& kit, const flow::ScanState& scan, const Area& area) {
  ImGui::GetWindowDrawList()->AddRectFilled({area.x, area.y}, {area.x + area.width, area.y + area.height},
                                            Colors().shade, kit.Px(radius::kButton));
  const float y = area.y + area.height / 2 - kit.Px(60);
  TextInMiddle(kit, Face::kDisplay, Colors().soft_ink, icon::kCamera, area, y);
  if (!scan.camera_error) return;
  TextInMiddle(kit, Face::kHeading, Colors().ink, flow::CameraProblemTitle(*scan.camera_error), area,
               y + kit.Px(62));
  DrawLinesInMiddle(kit, Face::kBody, Colors().soft_ink, scan.camera_error->message, area, y + kit.Px(100));
}

std::string_view HintOf(const flow::ScanState& scan) {
  if (scan.moment)
    return scan.moment->kind == flow::Moment::Kind::kGotIt ? Tr("Reading it\u2026")
                                                           : Tr("The next card, please");
  if (scan.camera_error) return Tr("Kith keeps trying\u2026");
  if (scan.camera_finished) return Tr("That was the last picture");
  return flow::HintText(scan.preview.hint);
}

void DrawHint(Kit& kit, const flow::ScanState& scan, const Area& area) {
  const std::string_view hint = HintOf(scan);
  const Face face = FittingFace(kit, Face::kDisplay, Face::kTitle, hint, area);
  const bool roomy = area.height > kit.Px(kHintHeight + 40) && !scan.camera_error && !scan.moment;
  const float lines = LineHeight(kit, face) + (roomy ? kit.Px(12) + LineHeight(kit, Face::kHeading) : 0);
  const float y = area.y + (area.height - lines) / 2;
  TextInMiddle(kit, face, Colors().ink, hint, area, y);
  if (!roomy) return;
  TextInMiddle(kit, Face::kBody, Colors().soft_ink,
               Tr("Kith takes the picture by itself. There is nothing to press."), area,
               y + LineHeight(kit, face) + kit.Px(12));
}

void DrawCamera(Kit& kit, const flow::ScanState& scan, bool mirrored, const FirstPart& part) {
  BeginPanel(kit, "camera", {.width = part.width, .height = part.height, .padding = 16});
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 room = ImGui::GetContentRegionAvail();
  // A wide picture leaves room below it, which the hint takes.
  const Area fitted =
      FitInto({at.x, at.y, room.x, room.y}, scan.preview.frame.width(), scan.preview.frame.height());
  const float hint_height = std::clamp(room.y - fitted.height, kit.Px(kHintHeight), kit.Px(kTallestHint));
  const float highest = room.y - hint_height;
  const Area space{at.x, at.y, room.x,
                   scan.preview.frame.empty() ? highest : std::min(highest, fitted.height)};
  if (scan.preview.frame.empty()) {
    DrawNoPicture(kit, scan, space);
  } else {
    ImGui::GetWindowDrawList()->AddRectFilled({space.x, space.y},
                                              {space.x + space.width, space.y + space.height}, Colors().night,
                                              kit.Px(radius::kButton));
    const Area picture = FitInto(space, scan.preview.frame.width(), scan.preview.frame.height());
    const float rounding = picture.height < space.height ? 0 : 12;
    (mirrored ? DrawMirrored : DrawPicture)(kit, scan.preview.frame, picture, rounding, PictureKind::kMoving);
    if (scan.preview.card) OutlineQuad(kit, scan.preview.frame, *scan.preview.card, picture, mirrored, 3);
  }
  if (scan.moment) DrawMoment(kit, *scan.moment, space);
  DrawHint(kit, scan, {space.x, space.y + space.height, room.x, hint_height});
  EndPanel();
}

struct StageLook {
  Color ink;
  const char* icon;
};

StageLook LookOf(CardStage stage) {
  switch (stage) {
    case CardStage::kToReview:
    case CardStage::kUnreadable:
      return {Colors().amber_ink, icon::kPencil};
    case CardStage::kSaved:
      return {Colors().accent, icon::kCheck};
    default:
      return {Colors().soft_ink, icon::kClock};
  }
}

void DrawThumbnail(Kit& kit, const Image& card, const Area& area) {
  ImDrawList* draw = ImGui::GetWindowDrawList();
  const ImVec2 end = {area.x + area.width, area.y + area.height};
  draw->AddRectFilled({area.x, area.y}, end, Colors().shade, kit.Px(radius::kPiece));
  if (card.empty()) {
    TextInMiddle(kit, Face::kHeading, Colors().soft_ink, icon::kCard, area,
                 area.y + (area.height - LineHeight(kit, Face::kHeading)) / 2);
  } else {
    const Area fitted = FitInto(area, card.width(), card.height());
    DrawPicture(kit, card, fitted, 6);
  }
  draw->AddRect({area.x, area.y}, end, Colors().line, kit.Px(radius::kPiece), 0, kit.Px(1));
}

bool MayBeChecked(const flow::RecentCard& card) {
  return card.stage == CardStage::kToReview || card.stage == CardStage::kUnreadable;
}

void DrawCardRow(Kit& kit, const flow::RecentCard& card, flow::Actions& actions) {
  ImGui::PushID(card.id.is_nil() ? std::to_string(card.ticket).c_str() : card.id.ToString().c_str());
  const bool can_open = MayBeChecked(card);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float height = kit.Px(76);
  if (ImGui::InvisibleButton("card", {width, height}) && can_open)
    actions.push_back(flow::OpenReview{card.id});
  const bool lit = can_open && (ImGui::IsItemHovered() || ImGui::IsItemFocused());
  if (lit) {
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + width, at.y + height}, Colors().shade,
                                              kit.Px(radius::kInput));
  }
  const float inset = kit.Px(8);
  DrawThumbnail(kit, card.card, {at.x + inset, at.y + inset, kit.Px(100), height - 2 * inset});
  const ImVec2 after = ImGui::GetCursorScreenPos();
  const float text_left = at.x + kit.Px(122);
  const float text_width = at.x + width - text_left - inset;
  ImGui::SetCursorScreenPos({text_left, at.y + kit.Px(14)});
  CutText(kit, Face::kStrong, Colors().ink,
          card.title.empty() ? Tr("A new card") : std::string_view(card.title), text_width);
  const StageLook look = LookOf(card.stage);
  ImGui::SetCursorScreenPos({text_left, at.y + kit.Px(42)});
  CutText(kit, Face::kSmall, look.ink,
          std::string(look.icon) + "  " + std::string(flow::CardStageText(card.stage)), text_width);
  ImGui::SetCursorScreenPos(after);
  ImGui::PopID();
}

/// Opens the card that has waited longest; Enter does so too. Each one that is saved opens the next.
void DrawCheckNext(Kit& kit, const std::vector<flow::RecentCard>& cards, flow::Actions& actions) {
  const auto waiting = std::ranges::count_if(cards, MayBeChecked);
  if (waiting == 0) return;
  const bool typing = ImGui::IsAnyItemActive() || ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId);
  const bool enter = !typing && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter), false);
  const bool pressed = Button(
      kit, "check-next", Counted("Check one card", "Check {0} cards", waiting),
      {.kind = ButtonKind::kPrimary, .icon = icon::kPencil, .width = ImGui::GetContentRegionAvail().x});
  Gap(kit, space::kBody);
  if (!pressed && !enter) return;
  const auto oldest = std::find_if(cards.rbegin(), cards.rend(), MayBeChecked);
  actions.push_back(flow::OpenReview{oldest->id});
}

void DrawCards(Kit& kit, const flow::ScanState& scan, flow::Actions& actions) {
  BeginPanel(kit, "cards", {.padding = 16});
  ImGui::SetCursorPos({ImGui::GetCursorPosX() + kit.Px(8), ImGui::GetCursorPosY() + kit.Px(6)});
  Text(kit, Face::kHeading, Colors().ink, Tr("Cards"));
  Gap(kit, space::kBody);
  if (scan.cards.empty()) {
    Gap(kit, 100);
    EmptyState(kit, icon::kCard, Tr("No cards yet"), Tr("Scan some, or drop files here."));
  } else {
    DrawCheckNext(kit, scan.cards, actions);
    BeginScroll(kit, "list");
    for (const flow::RecentCard& card : scan.cards)
      DrawCardRow(kit, card, actions);
    EndScroll(kit);
  }
  EndPanel();
}

void DrawStep(Kit& kit, const char* number, std::string_view title, std::string_view text) {
  Avatar(kit, number, 44);
  ImGui::SameLine(0, kit.Px(14));
  ImGui::BeginGroup();
  Text(kit, Face::kStrong, Colors().ink, title);
  WrappedText(kit, Face::kBody, Colors().soft_ink, text);
  ImGui::EndGroup();
  Gap(kit, space::kArea);
}

/// For guests: what happens, and with whom it stays. Never the cards of others.
void DrawWelcome(Kit& kit) {
  BeginPanel(kit, "welcome", {.padding = 26});
  Text(kit, Face::kHeading, Colors().ink, Tr("How it works"));
  Gap(kit, space::kArea);
  DrawStep(kit, "1", Tr("Hold up your card"), Tr("Kith takes the picture by itself."));
  DrawStep(kit, "2", Tr("Check what was read"), Tr("Correct it, and say what you like to talk about."));
  DrawStep(kit, "3", Tr("Save, and enjoy"), Tr("Your host will stay in touch."));
  Gap(kit, space::kBody);
  Rule(kit);
  Gap(kit, space::kPart);
  WrappedText(kit, Face::kSmall, Colors().soft_ink,
              Tr("Your details stay on this machine, with your host. Nothing goes to the network."));
  EndPanel();
}

}  // namespace

void DrawScan(Kit& kit, const flow::AppState& state, flow::Actions& actions) {
  const bool guest = state.lock.locked;
  const std::string place = state.settings.event ? state.settings.event->name : std::string();
  Text(kit, Face::kTitle, Colors().ink,
       !place.empty() ? std::string_view(place)
       : guest        ? Tr("Welcome")
                      : Tr("Scan cards"));
  if (!state.scan.camera.empty() && !guest) {
    const float width = TextWidth(kit, Face::kSmall, state.scan.camera) + kit.Px(50);
    ImGui::SameLine(std::max(kit.Px(300), ImGui::GetContentRegionMax().x - width));
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + kit.Px(4));
    Chip(kit, state.scan.camera, Colors().shade, Colors().soft_ink, icon::kCamera);
  }
  Gap(kit, space::kPart);
  const float camera_width = ImGui::GetContentRegionAvail().x - kit.Px(kSideWidth + kBetweenParts);
  const FirstPart camera = BeginParts(kit, camera_width, 0.5F);
  DrawCamera(kit, state.scan, state.settings.mirror_preview, camera);
  NextPart(kit, camera);
  if (guest) {
    DrawWelcome(kit);
  } else {
    DrawCards(kit, state.scan, actions);
  }
}

}  // namespace kith::ui
