// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include <imgui.h>

#include "core/language.h"
#include "flow/present.h"
#include "ui/guest/guest_parts.h"
#include "ui/icons.h"
#include "ui/widgets/button.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/text.h"
#include "ui/widgets/text_field.h"

namespace kith::ui {
namespace {

using flow::ReviewRow;

constexpr float kCheckLeastHeight = 420;
constexpr float kRemove = 64;
constexpr float kCheckCropHeight = 72;
constexpr float kCheckCloserHeight = 130;

void FillForm(const flow::ReviewState& review, GuestForm& form) {
  if (!form.filled) {
    form.filled = true;
    form.rows = form.begun_with = review.rows;
  } else if (form.revision != review.revision) {
    form.rows = flow::WithNewRows(std::move(form.rows), form.begun_with, review.rows);
    form.begun_with = review.rows;
  }
  form.revision = review.revision;
}

std::string Summary(const flow::ReviewState& review, const GuestForm& form) {
  if (review.unreadable) return std::string(Tr("Kith could not read your card. Please type your name in."));
  const auto doubtful = std::ranges::count(form.rows, true, &ReviewRow::doubtful);
  if (doubtful == 0) return std::string(Tr("Everything was easy to read."));
  return Filled(Tr("One thing was hard to read: please look at it.",
                   "{0} things were hard to read: please look at them.", doubtful),
                {std::to_string(doubtful)});
}

KeyLayout LayoutOf(FieldKind kind) {
  switch (kind) {
    case FieldKind::kPhone:
      return KeyLayout::kPhone;
    case FieldKind::kEmail:
    case FieldKind::kUrl:
    case FieldKind::kHandle:
      return KeyLayout::kEmail;
    default:
      return KeyLayout::kText;
  }
}

/// The input with the button that takes the line away; whether the line stays.
bool DrawInput(const GuestView& view, ReviewRow& row, float width) {
  Kit& kit = view.kit;
  const bool removable = row.kind != FieldKind::kName;
  const float input = width - (removable ? kit.High(kRemove) + kit.Px(8) : 0);
  const TextFieldResult result = TextField(kit, "##value", row.text, {.width = input, .large = true});
  KeyboardFor(view.form.keyboard, LayoutOf(row.kind));
  if (result.focused) {
    view.actions.emplace_back(flow::FocusField{row.box.empty() ? std::nullopt : std::optional<Box>(row.box)});
    view.form.follows_focus = true;
  }
  if (view.form.follows_focus && ImGui::IsItemActive() && view.form.keyboard.shown) {
    ImGui::SetScrollHereY(0.6F);
    view.form.follows_focus = false;
  }
  if (!removable) return true;
  ImGui::SameLine(0, kit.Px(8));
  return !IconButton(kit, "remove", icon::kTimes, Tr("Remove this line"), kRemove);
}

bool DrawDoubtful(const GuestView& view, ReviewRow& row) {
  Kit& kit = view.kit;
  const GrowingPanel panel(kit, Colors().amber_tint, WithAlpha(Colors().amber, 110), 16);
  const bool empty = row.text.empty() && row.shown.empty();
  Text(kit, Face::kSmall, Colors().amber_ink,
       std::string(flow::FieldLabel(row.kind)) + "  " + icon::kWarning + "  " +
           std::string(empty ? Tr("please fill in") : Tr("please check")));
  if (!row.box.empty() && !view.state.review->card.empty())
    CropRow(kit, view.state.review->card, row.box, panel.inner_width(), kit.Px(kCheckCropHeight));
  return DrawInput(view, row, panel.inner_width());
}

bool DrawPlain(const GuestView& view, ReviewRow& row) {
  Text(view.kit, Face::kSmall, Colors().soft_ink, flow::FieldLabel(row.kind));
  return DrawInput(view, row, ImGui::GetContentRegionAvail().x - view.kit.Px(6));
}

/// What a guest misses most where it wasn't read.
void DrawAdd(const GuestView& view) {
  for (const FieldKind kind : {FieldKind::kEmail, FieldKind::kPhone, FieldKind::kOrganization}) {
    if (std::ranges::count(view.form.rows, kind, &ReviewRow::kind) > 0) continue;
    const std::string id = "add-" + std::string(FieldKindName(kind));
    const float width = ButtonWidth(view.kit, flow::FieldLabel(kind), icon::kPlus);
    if (ImGui::GetCursorPosX() + width > ImGui::GetContentRegionMax().x) ImGui::NewLine();
    if (Button(view.kit, id.c_str(), flow::FieldLabel(kind), {.icon = icon::kPlus, .height = 64})) {
      ReviewRow row;
      row.kind = kind;
      view.form.rows.push_back(std::move(row));
    }
    ImGui::SameLine(0, view.kit.Px(10));
  }
  ImGui::NewLine();
}

void DrawFields(const GuestView& view, const Area& area) {
  ImGui::SetCursorScreenPos({area.x, area.y});
  BeginScroll(view.kit, "fields", area.width, area.height);
  if (ImGui::IsWindowAppearing()) ImGui::SetScrollY(0);
  std::vector<ReviewRow>& rows = view.form.rows;
  std::optional<std::ptrdiff_t> removed;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    const bool keep = rows[i].doubtful ? DrawDoubtful(view, rows[i]) : DrawPlain(view, rows[i]);
    if (!keep) removed = static_cast<std::ptrdiff_t>(i);
    Gap(view.kit, 14);
    ImGui::PopID();
  }
  if (removed) rows.erase(rows.begin() + *removed);
  DrawAdd(view);
  EndScroll(view.kit);
}

void DrawCard(const GuestView& view, const Area& area) {
  Kit& kit = view.kit;
  const flow::ReviewState& review = *view.state.review;
  ImGui::SetCursorScreenPos({area.x, area.y});
  BeginPanel(kit, "card", {.width = area.width, .height = area.height, .padding = 16});
  const float room = ImGui::GetContentRegionAvail().y;
  const bool closer = review.focused && room > kit.Px(kCheckCloserHeight + 160);
  const Area picture = PictureRow(kit, review.card, closer ? room - kit.Px(kCheckCloserHeight + 50) : room);
  if (review.focused) OutlineBox(kit, review.card, picture, *review.focused);
  if (closer) {
    Gap(kit, 16);
    Text(kit, Face::kSmall, Colors().soft_ink, Tr("A closer look"));
    CropRow(kit, review.card, *review.focused, ImGui::GetContentRegionAvail().x, kit.Px(kCheckCloserHeight));
  }
  EndPanel();
}

/// Gives the room that is left above it.
Area DrawFooter(const GuestView& view, Area room) {
  const bool ready = !view.state.review->saving;
  const GuestChoice choices[] = {
      {"discard", Tr("Erase it"), {.kind = ButtonKind::kDanger, .icon = icon::kTrash, .enabled = ready}},
      {"later", Tr("I'm in a hurry"), {.icon = icon::kClock, .enabled = ready}},
      {"right", Tr("That's right"), {.kind = ButtonKind::kPrimary, .icon = icon::kCheck, .enabled = ready}}};
  const char* const pressed = DrawChoicesBelow(view.kit, choices, room);
  if (pressed == choices[0].id) view.form.asks_discard = true;
  if (pressed == choices[1].id) view.actions.emplace_back(flow::EndVisit{});
  if (pressed == choices[2].id)
    view.actions.emplace_back(flow::CheckedByGuest{
        flow::DetailsOf(view.form.rows, view.state.review->draft.details, view.state.settings.region)});
  return room;
}

/// The card beside the fields, or above them on a screen that stands upright.
void DrawBody(const GuestView& view, const Area& area) {
  const float gap = view.kit.Px(24);
  if (IsPortrait()) {
    const float card = std::min(area.height * 0.38F, area.width * 0.62F);
    DrawCard(view, {area.x, area.y, area.width, card});
    DrawFields(view, {area.x, area.y + card + gap, area.width, area.height - card - gap});
  } else {
    const float card = area.width * 0.42F;
    DrawCard(view, {area.x, area.y, card, area.height});
    DrawFields(view, {area.x + card + gap, area.y, area.width - card - gap, area.height});
  }
}

}  // namespace

void DrawGuestCheck(const GuestView& view) {
  Kit& kit = view.kit;
  if (!view.state.review) return;
  FillForm(*view.state.review, view.form);
  const bool typing = view.form.keyboard.shown;
  const std::string summary = typing ? std::string() : Summary(*view.state.review, view.form);
  const Area room = GuestPage(kit, Tr("Is this right?"), summary, typing ? 0 : kCheckLeastHeight);
  DrawBody(view, typing ? room : DrawFooter(view, room));
  const std::string title(Tr("Erase your card?")),
      text(Tr("Its picture and what was read are erased for good."));
  if (AskGuest(kit, {"discard-question", title, text, Tr("Erase it")}, view.form.asks_discard))
    view.actions.emplace_back(flow::DiscardReview{});
}

}  // namespace kith::ui
