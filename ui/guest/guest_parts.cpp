// SPDX-License-Identifier: Apache-2.0
#include "ui/guest/guest_parts.h"

#include <algorithm>

#include <imgui.h>

#include "core/language.h"
#include "flow/present.h"
#include "ui/icons.h"
#include "ui/widgets/button.h"
#include "ui/widgets/text.h"

namespace kith::ui {
namespace {

constexpr float kSheetPadding = 36;

void DrawNoPicture(const GuestView& view, const Area& area) {
  Kit& kit = view.kit;
  ImGui::GetWindowDrawList()->AddRectFilled({area.x, area.y}, {area.x + area.width, area.y + area.height},
                                            Colors().shade, kit.Px(16));
  float y = area.y + area.height / 2 - kit.Px(70);
  y = LinesInMiddle(kit, Face::kDisplay, Colors().soft_ink, icon::kCamera, area, y) + kit.Px(14);
  const std::optional<Error>& error = view.state.scan.camera_error;
  if (!error) return;
  y = LinesInMiddle(kit, Face::kHeading, Colors().ink, flow::CameraProblemTitle(*error), area, y);
  LinesInMiddle(kit, Face::kBody, Colors().soft_ink, Tr("Please tell your host. Kith keeps trying."), area,
                y + kit.Px(8));
}

}  // namespace

bool IsPortrait() {
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  return screen.y > screen.x;
}

Area GuestRoom(const Kit& kit) {
  const ImVec2 at = ImGui::GetWindowPos();
  const ImVec2 size = ImGui::GetWindowSize();
  const float margin = kit.Px(kGuestMargin);
  const float top = std::max(kit.Px(kGuestTopRow), kit.touch + kit.Px(28));
  return {at.x + margin, at.y - ImGui::GetScrollY() + top, size.x - 2 * margin, size.y - top - margin};
}

Area GuestPage(Kit& kit, std::string_view title, std::string_view text, float least_height) {
  Area room = GuestRoom(kit);
  const float bottom = room.y + room.height;
  const float page = ImGui::GetWindowPos().y - ImGui::GetScrollY();
  if (!title.empty()) {
    const float width = room.width - kit.touch;  // beside the way in for the host
    ImGui::SetCursorScreenPos({room.x, page + kit.Px(26)});
    WrappedText(kit, Face::kTitle, Colors().ink, title, width);
    ImGui::SetCursorScreenPos({room.x, ImGui::GetCursorScreenPos().y - kit.Px(4)});
    if (!text.empty()) WrappedText(kit, Face::kBody, Colors().soft_ink, text, width);
    room.y = std::max(room.y, ImGui::GetCursorScreenPos().y + kit.Px(10));
  }
  room.height = std::max(bottom - room.y, kit.Px(least_height));
  ImGui::SetCursorScreenPos({room.x, room.y + room.height});
  ImGui::Dummy({1, kit.Px(kGuestMargin) - ImGui::GetStyle().ItemSpacing.y});
  return room;
}

float LinesInMiddle(Kit& kit, Face face, Color color, std::string_view text, const Area& area, float y) {
  kit.fonts.Want(text);
  const ImFont* font = kit.fonts.Get(face);
  const char* const end = text.data() + text.size();
  for (const char* begin = text.data(); begin < end; y += font->FontSize * 1.15F) {
    const char* stop = font->CalcWordWrapPositionA(1, begin, end, area.width);
    if (stop == begin) ++stop;
    const float width = font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, begin, stop).x;
    ImGui::GetWindowDrawList()->AddText(font, font->FontSize, {area.x + (area.width - width) / 2, y}, color,
                                        begin, stop);
    begin = stop;
    while (begin < end && *begin == ' ')
      ++begin;
  }
  return y;
}

float HeightOfLines(Kit& kit, Face face, std::string_view text, float width) {
  const ImFont* font = kit.fonts.Get(face);
  const char* const end = text.data() + text.size();
  float height = 0;
  for (const char* begin = text.data(); begin < end; height += font->FontSize * 1.15F) {
    const char* stop = font->CalcWordWrapPositionA(1, begin, end, width);
    begin = stop == begin ? stop + 1 : stop;
    while (begin < end && *begin == ' ')
      ++begin;
  }
  return height;
}

Area DrawLivePicture(const GuestView& view, const Area& area) {
  Kit& kit = view.kit;
  const flow::Preview& preview = view.state.scan.preview;
  if (preview.frame.empty()) {
    DrawNoPicture(view, area);
    return area;
  }
  const Area picture = FitInto(area, preview.frame.width(), preview.frame.height());
  const bool mirrored = view.state.settings.mirror_preview;
  (mirrored ? DrawMirrored : DrawPicture)(kit, preview.frame, picture, 16, PictureKind::kMoving);
  if (preview.card)
    view.form.card_seen = OutlineQuad(kit, preview.frame, *preview.card, picture, mirrored, 5);
  return picture;
}

void SheetInMiddle() {
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({screen.x / 2, screen.y / 2}, ImGuiCond_Always, {0.5F, 0.5F});
  ImGui::SetNextWindowSizeConstraints({0, 0}, screen);
}

bool AskGuest(Kit& kit, const GuestQuestion& question, bool& asked) {
  if (asked && !ImGui::IsPopupOpen(question.id)) ImGui::OpenPopup(question.id);
  SheetInMiddle();
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, kit.Px(radius::kSheet));
  ImGui::PushStyleColor(ImGuiCol_PopupBg, Colors().paper);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {kit.Px(kSheetPadding), kit.Px(kSheetPadding)});
  const bool open = ImGui::BeginPopupModal(
      question.id, nullptr,
      ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoMove);
  ImGui::PopStyleColor();
  ImGui::PopStyleVar(2);
  if (!open) return false;
  const float width = std::min(kit.Px(560), ImGui::GetIO().DisplaySize.x - kit.Px(2 * kSheetPadding + 20));
  WrappedText(kit, Face::kTitle, Colors().ink, question.title, width);
  WrappedText(kit, Face::kBody, Colors().soft_ink, question.text, width);
  Gap(kit, 28);
  const GuestChoice choices[] = {
      {"keep", Tr("No, keep it")},
      {"erase", question.yes, {.kind = ButtonKind::kDanger, .icon = icon::kTrash}}};
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const char* const answer = DrawChoices(kit, choices, {at.x, at.y, width, 0});
  const bool yes = answer == choices[1].id;
  if (answer || !asked) {
    asked = false;
    ImGui::CloseCurrentPopup();
  }
  ImGui::EndPopup();
  return yes;
}

}  // namespace kith::ui
