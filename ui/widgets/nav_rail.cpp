// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/nav_rail.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include <imgui.h>

#include "core/language.h"
#include "ui/icons.h"
#include "ui/palette.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/text.h"

namespace kith::ui {
namespace {

constexpr float kItemHeight = 70;
/// In a low window they are as low as that, with a smaller icon; then they scroll.
constexpr float kLowItem = 48;
constexpr int kItems = 8;
constexpr float kAboveMark = 8;
constexpr float kMarkHeight = 90 + kAboveMark;  ///< with the room around it
constexpr float kItemWidth = 92;
constexpr float kRailWidth = 112;
constexpr float kBarHeight = 48;
/// How solid the ink of an item is that can't be chosen now.
constexpr std::uint32_t kUnavailable = 90;

/// In the middle of the rail; where it has a scroll bar there is a little less room.
float BeginItem(const Kit& kit) {
  const float room = ImGui::GetContentRegionAvail().x;
  const float width = std::min(kit.Px(kItemWidth), room);
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + (room - width) / 2);
  return width;
}

/// Two rings that overlap: two people, and what they share.
void DrawMark(Kit& kit) {
  const float item_width = BeginItem(kit);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float middle = at.x + item_width / 2;
  const float radius = kit.Px(13);
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->AddCircle({middle - kit.Px(8), at.y + radius + kit.Px(2)}, radius, Colors().accent, 48, kit.Px(3.5F));
  draw->AddCircle({middle + kit.Px(8), at.y + radius + kit.Px(2)}, radius, Colors().amber, 48, kit.Px(3.5F));
  const ImFont* font = kit.fonts.Get(Face::kHeading);
  const float width = TextWidth(kit, Face::kHeading, "Kith");
  draw->AddText(font, font->FontSize, {middle - width / 2, at.y + kit.Px(36)}, Colors().ink, "Kith");
  ImGui::Dummy({item_width, kit.Px(66)});
}

void DrawBadge(Kit& kit, int count, float right, float top) {
  const std::string text = count > 99 ? "99+" : std::to_string(count);
  const ImFont* font = kit.fonts.Get(Face::kSmall);
  const float height = kit.Px(20);
  const float width = std::max(height, TextWidth(kit, Face::kSmall, text) + kit.Px(10));
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->AddRectFilled({right - width, top}, {right, top + height}, Colors().accent, height / 2);
  draw->AddText(
      font, font->FontSize,
      {right - (width + TextWidth(kit, Face::kSmall, text)) / 2, top + (height - font->FontSize) / 2},
      Colors().on_accent, text.c_str());
}

struct NavItem {
  const char* id;
  const char* icon;
  std::string_view label;
  int count = 0;
  bool selected = false;
  bool enabled = true;
};

/// So that all of them and the lock have room in the bar.
float BarItemWidth(const Kit& kit) {
  return std::min((ImGui::GetIO().DisplaySize.x - kit.Px(10)) / (kItems + 1) - kit.Px(2), kit.Px(kItemWidth));
}

/// So that all of them and the lock have room in the rail.
float ItemHeight(const Kit& kit) {
  const float room = ImGui::GetIO().DisplaySize.y - kit.Px(kMarkHeight);
  return std::clamp(room / (kItems + 1) - kit.Px(4), std::max(kit.touch, kit.Px(kLowItem)),
                    kit.Px(kItemHeight));
}

Color InkOf(const NavItem& item) {
  return item.selected ? Colors().accent_dark
                       : WithAlpha(Colors().soft_ink, item.enabled ? 255 : kUnavailable);
}

/// What is pressed, and its ground.
bool DrawGround(Kit& kit, const NavItem& item, const ImVec2& size) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::BeginDisabled(!item.enabled);
  const bool pressed = ImGui::InvisibleButton(item.id, size);
  ImGui::EndDisabled();
  const bool lit = item.enabled && (ImGui::IsItemHovered() || ImGui::IsItemFocused());
  if (item.selected || lit)
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + size.x, at.y + size.y},
                                              item.selected ? Colors().accent_tint : Colors().line,
                                              kit.Px(radius::kPanel));
  return pressed;
}

/// Without its name: the title below says where one is.
bool DrawBarItem(Kit& kit, const NavItem& item) {
  const ImVec2 size = {BarItemWidth(kit), kit.Px(kBarHeight - 8)};
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const bool pressed = DrawGround(kit, item, size);
  if (ImGui::IsItemHovered()) Tip(kit, item.label);
  const ImFont* icons = kit.fonts.Get(Face::kHeading);
  ImGui::GetWindowDrawList()->AddText(icons, icons->FontSize,
                                      {at.x + (size.x - TextWidth(kit, Face::kHeading, item.icon)) / 2,
                                       at.y + (size.y - icons->FontSize) / 2},
                                      InkOf(item), item.icon);
  if (item.count > 0) DrawBadge(kit, item.count, at.x + size.x - kit.Px(4), at.y + kit.Px(4));
  ImGui::SameLine();
  return pressed;
}

bool DrawRailItem(Kit& kit, const NavItem& item) {
  const ImVec2 size = {BeginItem(kit), ItemHeight(kit)};
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const bool pressed = DrawGround(kit, item, size);
  ImDrawList* draw = ImGui::GetWindowDrawList();
  const Color color = InkOf(item);
  const float spare = size.y - kit.Px(kLowItem);
  const Face face = spare >= kit.Px(10) ? Face::kTitle : Face::kHeading;
  const ImFont* icons = kit.fonts.Get(face);
  const float icon_width = TextWidth(kit, face, item.icon);
  draw->AddText(icons, icons->FontSize, {at.x + (size.x - icon_width) / 2, at.y + kit.Px(2) + spare * 0.27F},
                color, item.icon);
  const ImFont* font = kit.fonts.Get(Face::kSmall);
  const float label_width = TextWidth(kit, Face::kSmall, item.label);
  draw->AddText(font, font->FontSize, {at.x + (size.x - label_width) / 2, at.y + kit.Px(27) + spare * 0.77F},
                color, item.label.data(), item.label.data() + item.label.size());
  if (item.count > 0) DrawBadge(kit, item.count, at.x + size.x - kit.Px(12), at.y + kit.Px(6));
  return pressed;
}

using DrawItem = bool (*)(Kit&, const NavItem&);

void DrawScreens(Kit& kit, const flow::AppState& state, DrawItem draw, flow::Actions& actions) {
  using flow::Screen;
  const auto item = [&](Screen screen, NavItem look) {
    look.selected = look.selected || state.screen == screen;
    if (draw(kit, look)) actions.push_back(flow::ShowScreen{screen});
  };
  item(Screen::kScan, {.id = "scan", .icon = icon::kCamera, .label = Tr("Scan")});
  // Always there, so that the others never move away from under a finger.
  item(Screen::kReview,
       {.id = "review", .icon = icon::kPencil, .label = Tr("Review"), .enabled = state.review.has_value()});
  item(Screen::kContacts, {.id = "contacts", .icon = icon::kUsers, .label = Tr("Contacts")});
  item(Screen::kDue,
       {.id = "due", .icon = icon::kDue, .label = Tr("Due"), .count = state.due.count_until_today});
  item(Screen::kEvents, {.id = "events", .icon = icon::kCalendar, .label = Tr("Events")});
  item(Screen::kExport, {.id = "export",
                         .icon = icon::kExchange,
                         .label = Tr("Exchange"),
                         .selected = state.screen == Screen::kImport || state.screen == Screen::kSync});
  item(Screen::kHostCard, {.id = "host-card", .icon = icon::kQrCode, .label = Tr("Host card")});
  item(Screen::kSettings, {.id = "settings", .icon = icon::kCog, .label = Tr("Settings")});
}

void DrawLockItem(Kit& kit, DrawItem draw, flow::Actions& actions) {
  if (draw(kit, {.id = "lock", .icon = icon::kUnlock, .label = Tr("Lock")})) actions.push_back(flow::Lock{});
}

void DrawRail(Kit& kit, const flow::AppState& state, flow::Actions& actions) {
  BeginPanel(kit, "rail", {.width = kit.Px(kRailWidth), .padding = 5, .ground = Colors().shade, .line = 0});
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, kit.Px(4)});
  BeginScroll(kit, "rail-items");
  Gap(kit, kAboveMark);
  DrawMark(kit);
  DrawScreens(kit, state, DrawRailItem, actions);
  if (state.settings.kiosk) {
    const float bottom = ImGui::GetIO().DisplaySize.y - ItemHeight(kit) - kit.Px(20);
    ImGui::SetCursorPosY(std::max(ImGui::GetCursorPosY(), bottom));
    DrawLockItem(kit, DrawRailItem, actions);
  }
  EndScroll(kit);
  ImGui::PopStyleVar();
  EndPanel();
}

void DrawBar(Kit& kit, const flow::AppState& state, flow::Actions& actions) {
  BeginPanel(kit, "rail", {.height = kit.Px(kBarHeight), .padding = 4, .ground = Colors().shade, .line = 0});
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {kit.Px(2), 0});
  DrawScreens(kit, state, DrawBarItem, actions);
  if (state.settings.kiosk) DrawLockItem(kit, DrawBarItem, actions);
  ImGui::PopStyleVar();
  EndPanel();
}

}  // namespace

Area DrawNavigation(Kit& kit, const flow::AppState& state, float least_width, flow::Actions& actions) {
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  const float rail = kit.Px(kRailWidth), bar = kit.Px(kBarHeight);
  if (screen.x - rail < least_width) {
    DrawBar(kit, state, actions);
    return {0, bar, screen.x, screen.y - bar};
  }
  DrawRail(kit, state, actions);
  return {rail, 0, screen.x - rail, screen.y};
}

}  // namespace kith::ui
