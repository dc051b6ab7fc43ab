// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <chrono>
#include <string_view>

#include <imgui.h>

#include "core/language.h"
#include "ui/guest/guest_parts.h"
#include "ui/widgets/text.h"

namespace kith::ui {
namespace {

constexpr float kFlightSeconds = 0.45F;

/// Fast at first, then it settles.
float Arrived(Instant since, Instant now) {
  const auto seconds = std::chrono::duration<float>(now - since).count();
  const float left = 1 - std::clamp(seconds / kFlightSeconds, 0.0F, 1.0F);
  return 1 - left * left * left;
}

float Between(float from, float to, float part) {
  return from + (to - from) * part;
}

}  // namespace

void DrawGuestGotIt(const GuestView& view) {
  Kit& kit = view.kit;
  const flow::GuestVisit& visit = *view.state.guest.visit;
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->AddRectFilled({0, 0}, screen, Colors().accent);
  const std::string_view title = Tr("Got it"), back = Tr("You can take your card back."),
                         hurry =
                             Tr("In a hurry? Just go on: your host has your card. Else wait a moment, "
                                "it is being read…");
  const Area words{screen.x * 0.08F, 0, screen.x * 0.84F, screen.y};
  const float lines = HeightOfLines(kit, Face::kDisplay, title, words.width) +
                      HeightOfLines(kit, Face::kTitle, back, words.width) +
                      HeightOfLines(kit, Face::kHeading, hurry, words.width) + kit.Px(34);
  const float below = std::min(screen.y * 0.60F, screen.y - lines - kit.Px(kGuestMargin));
  const Area room{screen.x * 0.1F, screen.y * 0.08F, screen.x * 0.8F, below - screen.y * 0.12F};
  const Area target = FitInto(room, visit.card.width(), visit.card.height());
  const float part = view.state.settings.look.animations ? Arrived(*visit.got_at, view.state.now) : 1;
  const Area& from = view.form.card_seen.width > 0 ? view.form.card_seen : target;
  const Area card{Between(from.x, target.x, part), Between(from.y, target.y, part),
                  Between(from.width, target.width, part), Between(from.height, target.height, part)};
  draw->AddRectFilled({card.x + kit.Px(4), card.y + kit.Px(8)},
                      {card.x + card.width + kit.Px(4), card.y + card.height + kit.Px(8)},
                      WithAlpha(Colors().night, 70), kit.Px(12));
  DrawPicture(kit, visit.card, card, 12);
  float y = LinesInMiddle(kit, Face::kDisplay, Colors().on_accent, title, words, below) + kit.Px(8);
  y = LinesInMiddle(kit, Face::kTitle, Colors().on_accent, back, words, y) + kit.Px(26);
  LinesInMiddle(kit, Face::kHeading, Colors().on_accent, hurry, words, y);
}

}  // namespace kith::ui
