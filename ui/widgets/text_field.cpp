// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/text_field.h"

#include <algorithm>
#include <cstring>

#include <imgui.h>
#include <imgui_stdlib.h>

#include "ui/palette.h"
#include "ui/rare_letters.h"
#include "ui/widgets/text.h"

namespace kith::ui {
namespace {

void DrawFrameLine(const Kit& kit) {
  const bool active = ImGui::IsItemActive() || ImGui::IsItemFocused();
  ImGui::GetWindowDrawList()->AddRect(ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
                                      active ? Colors().accent : Colors().input_line, kit.Px(radius::kInput),
                                      0, kit.Px(active ? 2 : 1));
}

void DrawIconInside(Kit& kit, const char* icon) {
  const ImVec2 min = ImGui::GetItemRectMin();
  const ImFont* font = kit.fonts.Get(Face::kBody);
  const float y = (min.y + ImGui::GetItemRectMax().y - font->FontSize) / 2;
  ImGui::GetWindowDrawList()->AddText(font, font->FontSize, {min.x + kit.Px(16), y}, Colors().soft_ink, icon);
}

}  // namespace

float LinePadding(const Kit& kit, float units, Face face) {
  return std::max(kit.Px(units), (kit.touch - LineHeight(kit, face)) / 2);
}

TextFieldResult TextField(Kit& kit, const char* id, std::string& text, const TextFieldOptions& options) {
  kit.fonts.Want(text);
  kit.fonts.Want(options.hint);
  std::string edited = text;
  ImGuiInputTextFlags flags = ImGuiInputTextFlags_None;
  if (options.secret) flags |= ImGuiInputTextFlags_Password;
  const Face face = options.large ? Face::kHeading : Face::kBody;
  ImGui::PushFont(kit.fonts.Get(face));
  const float left = options.icon ? kit.Px(44) : kit.Px(14);
  const float padding = LinePadding(kit, options.large ? 20 : 12, face);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {left, padding});
  ImGui::SetNextItemWidth(options.width > 0 ? options.width : ImGui::GetContentRegionAvail().x);
  ImGui::InputTextWithHint(id, std::string(options.hint).c_str(), &edited, flags);
  ImGui::PopStyleVar();
  ImGui::PopFont();
  DrawFrameLine(kit);
  if (options.icon) DrawIconInside(kit, options.icon);

  TextFieldResult result;
  result.focused = ImGui::IsItemActivated();
  result.submitted =
      ImGui::IsItemDeactivated() && (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter), false) ||
                                     ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_KeyPadEnter), false));
  edited.resize(std::strlen(edited.c_str()));  // ImGui shortens a text without telling the string
  edited = WithRareLetters(edited, text);
  result.changed = edited != text;
  text = std::move(edited);
  return result;
}

}  // namespace kith::ui
