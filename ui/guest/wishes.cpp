// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <chrono>
#include <string>

#include <imgui.h>

#include "core/language.h"
#include "flow/guest/guest_text.h"
#include "ui/guest/guest_parts.h"
#include "ui/icons.h"
#include "ui/widgets/button.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/text.h"
#include "ui/widgets/text_field.h"

namespace kith::ui {
namespace {

constexpr float kChip = 64;
constexpr float kTick = 40;
constexpr float kWishesInTwoColumns = 820;
constexpr float kWishesLeastHeight = 330;

void DrawTopics(const GuestView& view, const std::vector<std::string>& topics) {
  Kit& kit = view.kit;
  const float right = ImGui::GetContentRegionMax().x;
  bool first = true;
  for (const std::string& topic : topics) {
    const bool chosen = view.form.topics.contains(topic);
    const char* icon = chosen ? icon::kCheck : nullptr;
    const float width = std::min(ButtonWidth(kit, topic, icon::kCheck), right);
    if (!first) ImGui::SameLine(0, kit.Px(10));
    if (!first && ImGui::GetCursorPosX() + width > right) ImGui::NewLine();
    first = false;
    ImGui::PushID(topic.c_str());
    if (Button(kit, "topic", topic,
               {.kind = chosen ? ButtonKind::kPrimary : ButtonKind::kSecondary,
                .icon = icon,
                .width = width,
                .height = kChip})) {
      if (chosen) {
        view.form.topics.erase(topic);
      } else {
        view.form.topics.insert(topic);
      }
    }
    ImGui::PopID();
  }
}

void DrawTickBox(Kit& kit, const ImVec2& at, bool ticked) {
  const float side = kit.Px(kTick);
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->AddRectFilled(at, {at.x + side, at.y + side}, ticked ? Colors().accent : Colors().sheet, kit.Px(8));
  draw->AddRect(at, {at.x + side, at.y + side}, ticked ? Colors().accent : Colors().input_line, kit.Px(8), 0,
                kit.Px(2));
  if (!ticked) return;
  const ImVec2 points[] = {{at.x + side * 0.24F, at.y + side * 0.52F},
                           {at.x + side * 0.43F, at.y + side * 0.70F},
                           {at.x + side * 0.77F, at.y + side * 0.32F}};
  draw->AddPolyline(points, 3, Colors().on_accent, 0, kit.Px(5));
}

/// The whole row can be touched.
void DrawConsent(Kit& kit, const char* id, const std::string& words, bool& ticked) {
  kit.fonts.Want(words);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x - kit.Px(6);
  const float pad = kit.Px(18);
  const float text_left = pad * 2 + kit.Px(kTick);
  const ImFont* font = kit.fonts.Get(Face::kBody);
  const float text_width = width - text_left - pad;
  const ImVec2 size = font->CalcTextSizeA(font->FontSize, FLT_MAX, text_width, words.c_str());
  const float height = std::max(kit.High(kGuestButton), size.y + 2 * pad);
  if (ImGui::InvisibleButton(id, {width, height})) ticked = !ticked;
  const ImVec2 end = {at.x + width, at.y + height};
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->AddRectFilled(at, end, ticked ? Colors().accent_tint : Colors().sheet, kit.Px(12));
  draw->AddRect(at, end, ticked ? Colors().accent : Colors().line, kit.Px(12), 0, kit.Px(1.5F));
  DrawTickBox(kit, {at.x + pad, at.y + (height - kit.Px(kTick)) / 2}, ticked);
  draw->AddText(font, font->FontSize, {at.x + text_left, at.y + (height - size.y) / 2}, Colors().ink,
                words.c_str(), nullptr, text_width);
}

void DrawTalk(const GuestView& view, const GuestWords& words) {
  Kit& kit = view.kit;
  DrawTopics(view, words.topics);
  Gap(kit, 16);
  const std::string hint(words.topics.empty() ? Tr("hiking, open data, sourdough …")
                                              : Tr("or in your own words …"));
  TextField(kit, "##talk", view.form.talk,
            {.hint = hint.c_str(), .width = ImGui::GetContentRegionAvail().x - kit.Px(6), .large = true});
  KeyboardFor(view.form.keyboard, KeyLayout::kText);
}

void DrawBirthdayAndConsents(const GuestView& view, const GuestWords& words) {
  Kit& kit = view.kit;
  Text(kit, Face::kStrong, Colors().ink, Tr("Your birthday, if you like"));
  DrawBirthdayPicker(view, ImGui::GetContentRegionAvail().x - kit.Px(6));
  Gap(kit, 22);
  Text(kit, Face::kStrong, Colors().ink, Tr("Only if you agree"));
  DrawConsent(kit, "keep-in-touch", words.keep_in_touch, view.form.keep_in_touch);
  DrawConsent(kit, "introduce", words.introduce, view.form.introduce);
}

void Keep(const GuestView& view, const GuestWords& words) {
  const GuestForm& form = view.form;
  flow::KeepGuest keep{.keep_in_touch = form.keep_in_touch, .introduce = form.introduce};
  for (const std::string& topic : words.topics) {
    if (form.topics.contains(topic)) keep.interests.push_back(topic);
  }
  for (std::string& interest : flow::InterestsOf(form.talk)) {
    if (std::ranges::find(keep.interests, interest) == keep.interests.end())
      keep.interests.push_back(std::move(interest));
  }
  if (form.birth_day != 0)
    keep.birthday = Birthday{std::chrono::month(static_cast<unsigned>(form.birth_month)) /
                                 std::chrono::day(static_cast<unsigned>(form.birth_day)),
                             std::nullopt};
  view.actions.emplace_back(std::move(keep));
}

/// Gives the room that is left above it.
Area DrawFooter(const GuestView& view, const GuestWords& words, Area room) {
  const bool ready = !view.state.guest.visit->keeping;
  const GuestChoice choices[] = {{"back", Tr("Back"), {.icon = icon::kArrowLeft, .enabled = ready}},
                                 {"finish",
                                  ready ? Tr("Finish") : Tr("Saving…"),
                                  {.kind = ButtonKind::kPrimary, .icon = icon::kCheck, .enabled = ready}}};
  const char* const pressed = DrawChoicesBelow(view.kit, choices, room);
  if (pressed == choices[0].id) view.actions.emplace_back(flow::GuestGoesBack{});
  if (pressed == choices[1].id) Keep(view, words);
  return room;
}

void DrawColumns(const GuestView& view, const GuestWords& words, const Area& area) {
  Kit& kit = view.kit;
  const float gap = kit.Px(36);
  const bool one_column =
      IsPortrait() || view.form.keyboard.shown || area.width < kit.Px(kWishesInTwoColumns);
  const float width = one_column ? area.width : (area.width - gap) / 2;
  ImGui::SetCursorScreenPos({area.x, area.y});
  BeginScroll(kit, "talk", width, area.height);  // always this one: the field in it stays active
  DrawTalk(view, words);
  if (one_column) {
    Gap(kit, 30);
    DrawBirthdayAndConsents(view, words);
  }
  EndScroll(kit);
  if (one_column) return;
  ImGui::SetCursorScreenPos({area.x + width + gap, area.y});
  BeginScroll(kit, "consents", width, area.height);
  DrawBirthdayAndConsents(view, words);
  EndScroll(kit);
}

}  // namespace

void DrawGuestWishes(const GuestView& view) {
  Kit& kit = view.kit;
  const GuestWords words = flow::WordsFor(view.state.settings.event);
  const bool typing = view.form.keyboard.shown;
  const Area room = GuestPage(kit, words.question, {}, typing ? 0 : kWishesLeastHeight);
  DrawColumns(view, words, typing ? room : DrawFooter(view, words, room));
}

}  // namespace kith::ui
