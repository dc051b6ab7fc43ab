// SPDX-License-Identifier: Apache-2.0
// What the list of contacts is narrowed down to: a button beside the search, and the sheet that it opens.
#include <array>
#include <string>
#include <utility>

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

constexpr float kSheetWidth = 500;
constexpr float kSheetHeight = 580;
constexpr float kChoiceHeight = 40;

/// Buttons one after another, wrapped at the right edge, of which one is chosen.
class Choices {
 public:
  Choices(Kit& kit, const char* id, std::string_view label)
      : kit_(kit), right_(ImGui::GetContentRegionMax().x) {
    Text(kit, Face::kSmall, Colors().soft_ink, label);
    ImGui::PushID(id);
  }
  ~Choices() {
    ImGui::PopID();
    Gap(kit_, space::kBody);
  }
  Choices(const Choices&) = delete;
  Choices& operator=(const Choices&) = delete;

  bool Draw(const char* id, std::string_view label, bool chosen) {
    if (!first_) ImGui::SameLine(0, kit_.Px(8));
    if (!first_ && ImGui::GetCursorPosX() + ButtonWidth(kit_, label, nullptr) > right_) ImGui::NewLine();
    first_ = false;
    return Button(kit_, id, label,
                  {.kind = chosen ? ButtonKind::kPrimary : ButtonKind::kSecondary, .height = kChoiceHeight});
  }

 private:
  Kit& kit_;
  float right_;
  bool first_ = true;
};

void DrawEvents(Kit& kit, const flow::FilterChoices& choices, flow::ContactFilters& filters) {
  if (choices.events.empty()) return;
  Choices events(kit, "events", Tr("Met at"));
  if (events.Draw("anywhere", Tr("anywhere"), !filters.event)) filters.event.reset();
  for (const Event& event : choices.events) {
    if (events.Draw(event.id.ToString().c_str(), event.name, filters.event == event.id))
      filters.event = event.id;
  }
}

void DrawTags(Kit& kit, const flow::FilterChoices& choices, flow::ContactFilters& filters) {
  if (choices.tags.empty()) return;
  Choices tags(kit, "tags", Tr("Tag"));
  if (tags.Draw("any", Tr("any"), filters.tag.empty())) filters.tag.clear();
  for (const std::string& tag : choices.tags) {
    if (tags.Draw(("tag-" + tag).c_str(), tag, filters.tag == tag)) filters.tag = tag;
  }
}

void DrawStates(Kit& kit, flow::ContactFilters& filters) {
  Choices states(kit, "states", Tr("Only those"));
  if (states.Draw("needs-review", Tr("to be looked at"), filters.needs_review))
    filters.needs_review = !filters.needs_review;
  if (states.Draw("nothing-planned", Tr("with nothing scheduled"), filters.nothing_planned))
    filters.nothing_planned = !filters.nothing_planned;
}

void DrawQuiet(Kit& kit, flow::ContactFilters& filters) {
  struct Span {
    int months;
    const char* id;
    const char* label;
  };
  constexpr std::array<Span, 5> kSpans = {{{0, "quiet-0", TrLater("whenever")},
                                           {1, "quiet-1", TrLater("a month")},
                                           {3, "quiet-3", TrLater("3 months")},
                                           {6, "quiet-6", TrLater("6 months")},
                                           {12, "quiet-12", TrLater("a year")}}};
  Choices spans(kit, "spans", Tr("Not in touch for"));
  for (const Span& span : kSpans) {
    if (spans.Draw(span.id, Tr(span.label), filters.quiet_months == span.months))
      filters.quiet_months = span.months;
  }
}

void DrawSheet(Kit& kit, const flow::ContactsState& contacts, flow::Actions& actions) {
  ImGui::SetNextWindowSize({kit.Px(kSheetWidth), 0});
  ImGui::SetNextWindowSizeConstraints({0, 0}, {kit.Px(kSheetWidth), kit.Px(kSheetHeight)});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {kit.Px(20), kit.Px(18)});
  ImGui::PushStyleVar(ImGuiStyleVar_PopupRounding, kit.Px(radius::kCard));
  ImGui::PushStyleColor(ImGuiCol_PopupBg, Colors().sheet);
  const bool open = ImGui::BeginPopup("filters");
  ImGui::PopStyleColor();
  ImGui::PopStyleVar(2);
  if (!open) return;
  flow::ContactFilters filters = contacts.filters;
  DrawEvents(kit, contacts.choices, filters);
  DrawTags(kit, contacts.choices, filters);
  DrawStates(kit, filters);
  DrawQuiet(kit, filters);
  if (filters != contacts.filters) actions.push_back(flow::FilterContacts{filters});
  ImGui::EndPopup();
}

}  // namespace

void DrawContactFilters(Kit& kit, const flow::ContactsState& contacts, ContactsForm& form,
                        flow::Actions& actions) {
  if (IconButton(kit, "filter", icon::kFilter, Tr("Only some of them"))) form.opens_filters = true;
  if (std::exchange(form.opens_filters, false)) ImGui::OpenPopup("filters");
  const float left = ImGui::GetItemRectMin().x;
  ImGui::SetNextWindowPos({left, ImGui::GetItemRectMax().y + kit.Px(6)});
  DrawSheet(kit, contacts, actions);
  const std::string text = flow::FiltersText(contacts.filters, contacts.choices);
  if (text.empty()) return;
  const float clear_width = ButtonWidth(kit, Tr("All"), icon::kTimes);
  const ImVec2 at = ImGui::GetCursorPos();
  ImGui::SetCursorPosY(at.y + kit.Px(13));
  CutText(kit, Face::kSmall, Colors().accent_dark, Filled(Tr("Only: {0}"), {text}),
          ImGui::GetContentRegionAvail().x - clear_width - kit.Px(8));
  ImGui::SetCursorPos({ImGui::GetContentRegionMax().x - clear_width, at.y});
  if (Button(kit, "no-filter", Tr("All"), {.kind = ButtonKind::kQuiet, .icon = icon::kTimes, .height = 40}))
    actions.push_back(flow::FilterContacts{});
}

}  // namespace kith::ui
