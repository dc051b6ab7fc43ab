// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <imgui.h>

#include "core/language.h"
#include "flow/present.h"
#include "ui/field_rows.h"
#include "ui/icons.h"
#include "ui/palette.h"
#include "ui/review_card.h"
#include "ui/screens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/picture.h"
#include "ui/widgets/text.h"
#include "ui/widgets/text_field.h"

namespace kith::ui {
namespace {

using flow::ReviewRow;

constexpr float kPadding = 24;
constexpr float kReviewButtonHeight = 56;
constexpr float kReviewFooterHeight = kReviewButtonHeight + 17;
constexpr float kCropHeight = 64;
/// What is drawn on: everything that the parts of this screen share.
struct View {
  Kit& kit;
  const flow::ReviewState& review;
  const std::string& region;
  ReviewForm& form;
  flow::Actions& actions;
};

void FillForm(const flow::ReviewState& review, ReviewForm& form) {
  if (review.loading) return;
  const bool same = form.filled && form.capture == review.capture;
  if (!same) {
    form = {.capture = review.capture,
            .filled = true,
            .revision = review.revision,
            .rows = review.rows,
            .begun_with = review.rows};
  } else if (form.revision != review.revision) {
    form.rows = flow::WithNewRows(std::move(form.rows), form.begun_with, review.rows);
    form.begun_with = review.rows;
    form.revision = review.revision;
  }
}

std::ptrdiff_t CountDoubtful(const ReviewForm& form) {
  return std::count_if(form.rows.begin(), form.rows.end(), [](const ReviewRow& row) { return row.doubtful; });
}

std::string Summary(const View& view) {
  if (view.review.loading) return std::string(Tr("One moment\u2026"));
  if (view.review.unreadable)
    return std::string(Tr("Kith could not read this card. Please type in what you see."));
  const std::ptrdiff_t doubtful = CountDoubtful(view.form);
  if (doubtful == 0) return std::string(Tr("Everything was easy to read. Is it right?"));
  return Counted("One thing was hard to read: please look at it.",
                 "{0} things were hard to read: please look at them.", doubtful);
}

/// Tab, click or touch: the card shows where the value stands.
void FollowFocus(const View& view, const ReviewRow& row, bool focused) {
  if (!focused) return;
  if (!row.box.empty()) view.form.shows_back = false;
  view.actions.push_back(flow::FocusField{row.box.empty() ? std::nullopt : std::optional<Box>(row.box)});
}

FieldInputResult DrawInput(const View& view, ReviewRow& row, float width) {
  const FieldInputResult result = DrawFieldInput(view.kit, row, width);
  FollowFocus(view, row, result.focused);
  return result;
}

FieldInputResult DrawDoubtful(const View& view, ReviewRow& row) {
  Kit& kit = view.kit;
  const GrowingPanel panel(kit, Colors().amber_tint, WithAlpha(Colors().amber, 110), 16);
  const float width = panel.inner_width();
  const float top = ImGui::GetCursorPosY();
  ImGui::SetCursorPosY(top + kit.Px(4));
  Text(kit, Face::kSmall, Colors().amber_ink, std::string(flow::FieldLabel(row.kind)));
  ImGui::SameLine(0, kit.Px(12));
  ImGui::SetCursorPosY(top);
  Chip(kit, row.text.empty() && row.shown.empty() ? Tr("please fill in") : Tr("please check"),
       WithAlpha(Colors().amber, 60), Colors().amber_ink, icon::kWarning);
  if (!row.box.empty() && !view.review.card.empty())
    CropRow(kit, view.review.card, row.box, width, kit.Px(kCropHeight));
  return DrawInput(view, row, width);
}

FieldInputResult DrawPlain(const View& view, ReviewRow& row) {
  DrawFieldLabel(view.kit, row);
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() - view.kit.Px(5));
  return DrawInput(view, row, ImGui::GetContentRegionAvail().x - view.kit.Px(6));
}

void DrawRows(const View& view) {
  std::optional<std::size_t> removed;
  bool was_doubtful = false;
  // From nowhere into the first row, which is doubtful if one is; from there ImGui goes on by itself.
  const bool enters = !ImGui::IsAnyItemActive() && !ImGui::GetIO().KeyCtrl &&
                      ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Tab), false);
  // Of that card: else ImGui takes a field for the one of the card before, with its cursor.
  ImGui::PushID(view.form.capture.ToString().c_str());
  for (std::size_t i = 0; i < view.form.rows.size(); ++i) {
    ReviewRow& row = view.form.rows[i];
    if (enters && i == 0) ImGui::SetKeyboardFocusHere();
    ImGui::PushID(static_cast<int>(i));
    if (was_doubtful && !row.doubtful) {
      Gap(view.kit, 12);
      Text(view.kit, Face::kStrong, Colors().ink, Tr("Easy to read"));
      Gap(view.kit, 8);
    }
    was_doubtful = row.doubtful;
    const FieldInputResult result = row.doubtful ? DrawDoubtful(view, row) : DrawPlain(view, row);
    if (result.focused) view.form.edited = i;
    if (!result.keep) removed = i;
    Gap(view.kit, 12);
    ImGui::PopID();
  }
  ImGui::PopID();
  if (!removed) return;
  view.form.rows.erase(view.form.rows.begin() + static_cast<std::ptrdiff_t>(*removed));
  view.form.edited.reset();
  view.form.replaced.reset();
}

/// Somebody who is kept already and may be this person: a person says so, or says nothing.
void DrawAlikeRows(const View& view) {
  Kit& kit = view.kit;
  for (const flow::AlikeRow& row : view.review.alike) {
    ImGui::PushID(row.id.ToString().c_str());
    {
      const GrowingPanel panel(kit, Colors().accent_tint, WithAlpha(Colors().accent, 90), 16);
      const std::string who = row.about.empty() ? row.name : row.name + ", " + row.about;
      WrappedText(kit, Face::kStrong, Colors().ink, Filled(Tr("Is this {0}, whom you know?"), {who}),
                  panel.inner_width());
      WrappedText(kit, Face::kSmall, Colors().soft_ink, row.why, panel.inner_width());
      Gap(kit, space::kSmall);
      const auto answer = [&](const char* id, std::string_view label, flow::SamePerson which) {
        const bool chosen = row.answer == which;
        if (Button(kit, id, label,
                   {.kind = chosen ? ButtonKind::kPrimary : ButtonKind::kSecondary,
                    .icon = chosen ? icon::kCheck : nullptr,
                    .height = 44}))
          view.actions.push_back(flow::AnswerAlike{row.id, which});
      };
      answer("same", Tr("Yes, join them"), flow::SamePerson::kYes);
      ImGui::SameLine(0, kit.Px(8));
      answer("apart", Tr("Somebody else"), flow::SamePerson::kNo);
    }
    Gap(kit, space::kBody);
    ImGui::PopID();
  }
}

void DrawFields(const View& view) {
  Kit& kit = view.kit;
  BeginScroll(kit, "fields", 0, -kit.Px(kReviewFooterHeight + 10));
  DrawAlikeRows(view);
  DrawRows(view);
  DrawAddFields(kit, view.form.rows);
  Gap(kit, space::kPart);
  Rule(kit);
  Gap(kit, space::kPart);
  Text(kit, Face::kStrong, Colors().ink, Tr("What do you like to talk about?"));
  const float width = ImGui::GetContentRegionAvail().x - kit.Px(6);
  const TextFieldResult result =
      TextField(kit, "##interests", view.form.interests,
                {.hint = Tr("hiking, open data, sourdough \u2026"), .width = width});
  Gap(kit, space::kBody);
  Text(kit, Face::kStrong, Colors().ink, Tr("Was anything promised?"));
  const TextFieldResult promise = TextField(kit, "##promise", view.form.promise,
                                            {.hint = Tr("send the link by Friday \u2026"), .width = width});
  if (result.focused || promise.focused) view.actions.push_back(flow::FocusField{});
  Gap(kit, space::kPart);
  EndScroll(kit);
}

void Confirm(const View& view) {
  const ContactDetails details = flow::DetailsOf(view.form.rows, view.review.draft.details, view.region);
  view.actions.push_back(
      flow::ConfirmReview{details, flow::InterestsOf(view.form.interests), view.form.promise});
}

void DrawFooter(const View& view) {
  Kit& kit = view.kit;
  ImGui::SetCursorPosY(ImGui::GetWindowHeight() - kit.Px(kPadding + kReviewFooterHeight));
  Rule(kit);
  Gap(kit, space::kPart);
  const bool ready = !view.review.saving && !view.review.loading;
  const std::string_view save = view.review.saving ? Tr("Saving\u2026") : Tr("Save");
  const float save_width = kit.Px(190);
  const float later_width = ButtonWidth(kit, Tr("Later"), nullptr) + kit.Px(12);
  const float left = ImGui::GetContentRegionAvail().x - save_width - later_width - kit.Px(24);
  const bool narrow = ButtonWidth(kit, Tr("Discard"), icon::kTrash) > left;
  if (Button(kit, "discard", narrow ? std::string_view() : Tr("Discard"),
             {.kind = ButtonKind::kDanger,
              .icon = icon::kTrash,
              .height = kReviewButtonHeight,
              .enabled = ready})) {
    view.form.asks_discard = true;
  }
  if (narrow && ImGui::IsItemHovered()) Tip(kit, Tr("Discard"));
  ImGui::SameLine(ImGui::GetContentRegionMax().x - save_width - later_width - kit.Px(12));
  if (Button(kit, "later", Tr("Later"),
             {.width = later_width, .height = kReviewButtonHeight, .enabled = ready}))
    view.actions.push_back(flow::LeaveReview{});
  ImGui::SameLine(0, kit.Px(12));
  if (Button(kit, "save", save,
             {.kind = ButtonKind::kPrimary,
              .icon = icon::kCheck,
              .width = save_width,
              .height = kReviewButtonHeight,
              .enabled = ready})) {
    Confirm(view);
  }
}

void DrawDiscardQuestion(const View& view) {
  Kit& kit = view.kit;
  if (view.form.asks_discard) ImGui::OpenPopup("discard-question");
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({screen.x / 2, screen.y / 2}, ImGuiCond_Always, {0.5F, 0.5F});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, kit.Px(radius::kSheet));
  ImGui::PushStyleColor(ImGuiCol_PopupBg, Colors().paper);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {kit.Px(32), kit.Px(28)});
  const bool open = ImGui::BeginPopupModal(
      "discard-question", nullptr,
      ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoMove);
  ImGui::PopStyleColor();
  ImGui::PopStyleVar(2);
  if (!open) return;
  Text(kit, Face::kHeading, Colors().ink, Tr("Discard this card?"));
  Text(kit, Face::kBody, Colors().soft_ink, Tr("Its picture and what was read are erased for good."));
  Gap(kit, space::kArea);
  const float width = kit.Px(200);
  bool close = Button(kit, "keep", Tr("Keep it"), {.width = width, .height = kReviewButtonHeight});
  close |= ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape), false);
  ImGui::SameLine(0, kit.Px(12));
  if (Button(kit, "erase", Tr("Discard"),
             {.kind = ButtonKind::kDanger,
              .icon = icon::kTrash,
              .width = width,
              .height = kReviewButtonHeight})) {
    view.actions.push_back(flow::DiscardReview{});
    close = true;
  }
  if (close) {
    view.form.asks_discard = false;
    ImGui::CloseCurrentPopup();
  }
  ImGui::EndPopup();
}

/// What the keys meant for ImGui when the frame began: it ends typing and closes popups by itself.
struct KeysBelongTo {
  bool text;
  bool popup;

  static KeysBelongTo Now() {
    return {ImGui::IsAnyItemActive(),
            ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel)};
  }
};

/// Ctrl+Enter saves from anywhere, Enter when nothing is being typed, Escape leaves.
void HandleKeys(const View& view, const KeysBelongTo& keys) {
  if (keys.popup || view.review.saving || view.review.loading) return;
  const bool enter = ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter), false);
  if (enter && (ImGui::GetIO().KeyCtrl || !keys.text)) Confirm(view);
  if (!keys.text && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape), false))
    view.actions.push_back(flow::LeaveReview{});
}

}  // namespace

void DrawReview(Kit& kit, const flow::ReviewState& review, const std::string& region, ReviewForm& form,
                flow::Actions& actions) {
  const KeysBelongTo keys = KeysBelongTo::Now();
  FillForm(review, form);
  const View view{kit, review, region, form, actions};
  Text(kit, Face::kTitle, Colors().ink, Tr("Is this right?"));
  Text(kit, Face::kBody, Colors().soft_ink, Summary(view));
  Gap(kit, space::kPart);
  const float card_width = (ImGui::GetContentRegionAvail().x - kit.Px(kBetweenParts)) * 0.46F;
  const FirstPart card = BeginParts(kit, card_width, 0.42F);
  DrawReviewCard(kit, review, form, card);
  NextPart(kit, card);
  BeginPanel(kit, "review", {.padding = kPadding});
  if (!review.loading) DrawFields(view);
  DrawFooter(view);
  EndPanel();
  DrawDiscardQuestion(view);
  HandleKeys(view, keys);
}

}  // namespace kith::ui
