// SPDX-License-Identifier: Apache-2.0
#include "ui/review_card.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

#include <imgui.h>

#include "core/language.h"
#include "flow/present.h"
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

/// The row that a line of the card goes into: the one that is typed into, else the first that wants checking.
std::optional<std::size_t> RowForLine(const ReviewForm& form) {
  if (form.edited) return form.edited;
  const auto doubtful = std::ranges::find(form.rows, true, &flow::ReviewRow::doubtful);
  if (doubtful == form.rows.end()) return std::nullopt;
  return static_cast<std::size_t>(doubtful - form.rows.begin());
}

/// A press on a line puts what it says into that row.
void DrawLines(Kit& kit, const flow::ReviewState& review, ReviewForm& form, const Area& area) {
  const std::optional<std::size_t> into = RowForLine(form);
  if (!into || *into >= form.rows.size()) return;
  const ImVec2 after = ImGui::GetCursorScreenPos();
  flow::ReviewRow& row = form.rows[*into];
  for (std::size_t i = 0; i < review.draft.lines.size(); ++i) {
    const ReadLine& line = review.draft.lines[i];
    const Area place = PlaceOnScreen(review.card, area, line.box);
    if (place.width < 1 || place.height < 1) continue;
    ImGui::PushID(static_cast<int>(i));
    ImGui::SetCursorScreenPos({place.x, place.y});
    if (ImGui::InvisibleButton("line", {place.width, place.height})) {
      form.replaced = ReplacedText{*into, row.text};
      row.text = flow::ValueInLine(row.kind, line.text);
    }
    if (ImGui::IsItemHovered()) {
      ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
      ImGui::GetWindowDrawList()->AddRect({place.x, place.y}, {place.x + place.width, place.y + place.height},
                                          Colors().accent, kit.Px(radius::kPiece), 0, kit.Px(2));
      Tip(kit, Filled(Tr("{0}: {1}"),
                      {std::string(flow::FieldLabel(row.kind)), flow::ValueInLine(row.kind, line.text)}));
    }
    ImGui::PopID();
  }
  ImGui::SetCursorScreenPos(after);
}

/// How to take a line of the card, and how to take it back.
void DrawAboutLines(Kit& kit, const flow::ReviewState& review, ReviewForm& form) {
  const bool has_places =
      std::ranges::any_of(review.draft.lines, [](const ReadLine& line) { return !line.box.empty(); });
  if (!has_places || !RowForLine(form)) return;
  if (!form.replaced || form.replaced->row >= form.rows.size()) {
    Gap(kit, space::kSmall);
    WrappedText(kit, Face::kSmall, Colors().soft_ink,
                Tr("Press a line of the card to put it into the field."));
    return;
  }
  const std::string& before = form.replaced->before;
  if (!Button(kit, "put-back",
              before.empty() ? std::string(Tr("Undo")) : Filled(Tr("Put back \u201c{0}\u201d"), {before}),
              {.kind = ButtonKind::kQuiet, .icon = icon::kUndo, .height = kSwitchHeight}))
    return;
  form.rows[form.replaced->row].text = before;
  form.replaced.reset();
}

void DrawSwitch(Kit& kit, ReviewForm& form) {
  const std::string_view front = Tr("Front"), back = TrIn("side of a card", "Back");
  const float width = std::max(ButtonWidth(kit, front, nullptr), ButtonWidth(kit, back, nullptr));
  const auto side = [&](const char* id, std::string_view label, bool is_back) {
    const bool shown = form.shows_back == is_back;
    const ButtonOptions options{
        .kind = shown ? ButtonKind::kSecondary : ButtonKind::kQuiet, .width = width, .height = kSwitchHeight};
    if (Button(kit, id, label, options)) form.shows_back = is_back;
  };
  side("show-front", front, false);
  ImGui::SameLine(0, kit.Px(8));
  side("show-back", back, true);
  Gap(kit, space::kBody);
}

}  // namespace

void DrawReviewCard(Kit& kit, const flow::ReviewState& review, ReviewForm& form, const FirstPart& part) {
  BeginPanel(kit, "card", {.width = part.width, .height = part.height, .padding = 20});
  const bool has_back = !review.back.empty();
  const bool shows_back = has_back && form.shows_back;
  const Image& card = shows_back ? review.back : review.card;
  if (card.empty()) {
    Gap(kit, 140);
    EmptyState(kit, icon::kCard, review.loading ? Tr("Opening the card") : Tr("The picture can't be shown"),
               review.loading ? Tr("One moment\u2026") : Tr("What was read is there all the same."));
  } else {
    if (has_back) DrawSwitch(kit, form);
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const Area area = PictureRow(kit, card, room.y - kit.Px(kCloserHeight + 70));
    if (!shows_back) DrawLines(kit, review, form, area);
    DrawAboutLines(kit, review, form);
    if (review.focused && !shows_back) DrawCloser(kit, card, area, *review.focused);
  }
  EndPanel();
}

}  // namespace kith::ui
