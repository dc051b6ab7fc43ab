// SPDX-License-Identifier: Apache-2.0
#include "ui/review_card.h"

#include <imgui.h>

#include "core/language.h"
#include "ui/icons.h"
#include "ui/palette.h"
#include "ui/widgets/button.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/picture.h"
#include "ui/widgets/text.h"

namespace kith::ui {
namespace {

constexpr float kCloserHeight = 150;
constexpr float kSwitchHeight = 40;

/// The focused field: marked on the card, and enlarged below it.
void DrawCloser(Kit& kit, const Image& card, const Area& area, const Box& box) {
  OutlineBox(kit, card, area, box);
  Gap(kit, space::kPart);
  Text(kit, Face::kSmall, Colors().soft_ink, Tr("A closer look"));
  CropRow(kit, card, box, ImGui::GetContentRegionAvail().x, kit.Px(kCloserHeight));
}

void DrawSwitch(Kit& kit, ReviewForm& form) {
  const auto side = [&](const char* id, std::string_view label, bool is_back) {
    const bool shown = form.shows_back == is_back;
    const ButtonOptions options{.kind = shown ? ButtonKind::kSecondary : ButtonKind::kQuiet,
                                .width = kit.Px(110),
                                .height = kSwitchHeight};
    if (Button(kit, id, label, options)) form.shows_back = is_back;
  };
  side("show-front", Tr("Front"), false);
  ImGui::SameLine(0, kit.Px(8));
  side("show-back", TrIn("side of a card", "Back"), true);
  Gap(kit, space::kBody);
}

}  // namespace

void DrawReviewCard(Kit& kit, const flow::ReviewState& review, ReviewForm& form, float width) {
  BeginPanel(kit, "card", {.width = width, .height = 0, .padding = 20});
  const bool has_back = !review.back.empty();
  const bool shows_back = has_back && form.shows_back;
  const Image& card = shows_back ? review.back : review.card;
  if (card.empty()) {
    Gap(kit, 140);
    EmptyState(kit, icon::kCard, review.loading ? Tr("Opening the card") : Tr("The picture can't be shown"),
               review.loading ? Tr("One moment\u2026") : Tr("What was read is on the right."));
  } else {
    if (has_back) DrawSwitch(kit, form);
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const Area area = PictureRow(kit, card, room.y - kit.Px(kCloserHeight + 70));
    if (review.focused && !shows_back) DrawCloser(kit, card, area, *review.focused);
  }
  EndPanel();
}

}  // namespace kith::ui
