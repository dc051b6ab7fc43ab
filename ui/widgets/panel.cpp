// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/panel.h"

#include <imgui.h>
#include <imgui_internal.h>

#include "ui/widgets/text.h"

namespace kith::ui {
namespace {

constexpr float kBesideScrollBar = 12;
constexpr float kTooNarrowForParts = 800;  ///< for two parts beside each other, in units

/// The innermost area around what the finger is on that has something to scroll.
const ImGuiWindow* ScrollableUnderFinger() {
  const ImGuiWindow* window = ImGui::GetCurrentContext()->HoveredWindow;
  while (window && window->ScrollMax.y <= 0 && (window->Flags & ImGuiWindowFlags_ChildWindow) != 0)
    window = window->ParentWindow;
  return window;
}

/// Lists follow a finger: ImGui itself scrolls by wheel and scroll bar only.
void FollowDrag(Kit& kit) {
  const ImGuiWindow* window = ImGui::GetCurrentWindow();
  const ImGuiContext& context = *ImGui::GetCurrentContext();
  const bool typing = context.InputTextState.ID != 0 && context.ActiveId == context.InputTextState.ID;
  const bool inside =
      ImGui::IsWindowHovered(ImGuiHoveredFlags_ChildWindows | ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
  const bool on_scroll_bar =
      context.ActiveId == ImGui::GetWindowScrollbarID(const_cast<ImGuiWindow*>(window), ImGuiAxis_Y);
  if (!inside || ScrollableUnderFinger() != window || typing || on_scroll_bar ||
      !ImGui::IsMouseDragging(ImGuiMouseButton_Left, kit.Px(10)))
    return;
  // The finger scrolls from here on; lifting it must not press what lies under it.
  if (context.ActiveId != 0) ImGui::ClearActiveID();
  ImGui::SetScrollY(ImGui::GetScrollY() - ImGui::GetIO().MouseDelta.y);
}

}  // namespace

void BeginPanel(Kit& kit, const char* id, const PanelOptions& options) {
  ImGui::PushStyleColor(ImGuiCol_ChildBg, options.ground);
  ImGui::PushStyleColor(ImGuiCol_Border, options.line);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {kit.Px(options.padding), kit.Px(options.padding)});
  ImGui::BeginChild(id, {options.width, options.height}, options.line != 0,
                    ImGuiWindowFlags_AlwaysUseWindowPadding | ImGuiWindowFlags_NoScrollbar |
                        ImGuiWindowFlags_NoScrollWithMouse);
  ImGui::PopStyleVar();
  ImGui::PopStyleColor(2);
}

void EndPanel() {
  ImGui::EndChild();
}

FirstPart BeginParts(const Kit& kit, float width, float share) {
  const ImVec2 room = ImGui::GetContentRegionAvail();
  if (room.x >= kit.Px(kTooNarrowForParts)) return {.width = width};
  return {.height = room.y * share, .is_above = true};
}

void NextPart(Kit& kit, const FirstPart& first) {
  if (first.is_above) {
    Gap(kit, kBetweenParts);
  } else {
    ImGui::SameLine(0, kit.Px(kBetweenParts));
  }
}

void BeginScroll(Kit& kit, const char* id, float width, float height) {
  ImGui::BeginChild(id, {width, height}, false);
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  if (!window->ScrollbarY) return;
  // Room between the content and the scroll bar.
  window->ContentRegionRect.Max.x -= kit.Px(kBesideScrollBar);
  window->WorkRect.Max.x -= kit.Px(kBesideScrollBar);
}

void EndScroll(Kit& kit) {
  FollowDrag(kit);
  ImGui::EndChild();
}

GrowingPanel::GrowingPanel(Kit& kit, Color ground, Color line, float padding)
    : kit_(kit), ground_(ground), line_(line), padding_(kit.Px(padding)) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  left_ = at.x;
  top_ = at.y;
  width_ = ImGui::GetContentRegionAvail().x;
  inner_width_ = width_ - 2 * padding_;
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->ChannelsSplit(2);
  draw->ChannelsSetCurrent(1);
  ImGui::SetCursorScreenPos({left_ + padding_, top_ + padding_});
  ImGui::BeginGroup();
  ImGui::PushItemWidth(inner_width_);
}

GrowingPanel::~GrowingPanel() {
  ImGui::PopItemWidth();
  ImGui::EndGroup();
  const float bottom = ImGui::GetItemRectMax().y + padding_;
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->ChannelsSetCurrent(0);
  draw->AddRectFilled({left_, top_}, {left_ + width_, bottom}, ground_, kit_.Px(radius::kCard));
  if (line_ != 0)
    draw->AddRect({left_, top_}, {left_ + width_, bottom}, line_, kit_.Px(radius::kCard), 0, kit_.Px(1));
  draw->ChannelsMerge();
  ImGui::SetCursorScreenPos({left_, bottom});
  ImGui::Dummy({width_, 0});
}

}  // namespace kith::ui
