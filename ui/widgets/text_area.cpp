// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/text_area.h"

#include <algorithm>

#include <imgui.h>
#include <imgui_stdlib.h>

#include "ui/palette.h"
#include "ui/rare_letters.h"
#include "ui/widgets/text.h"

namespace kith::ui {
namespace {

constexpr float kTextAreaPadding = 14;
constexpr float kScrollBar = 20;

}  // namespace

void TextArea(Kit& kit, const char* id, std::string& text, float width, float height) {
  kit.fonts.Want(text);
  ImGui::PushFont(kit.fonts.Get(Face::kBody));
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {kit.Px(kTextAreaPadding), kit.Px(12)});
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, kit.Px(1));
  ImGui::PushStyleColor(ImGuiCol_Border, Colors().input_line);
  std::string edited = text;
  ImGui::InputTextMultiline(id, &edited, {width, height});
  text = WithRareLetters(edited, text);
  ImGui::PopStyleColor();
  ImGui::PopStyleVar(2);
  ImGui::PopFont();
}

std::string BrokenForArea(Kit& kit, std::string_view text, float width) {
  width -= kit.Px(2 * kTextAreaPadding + kScrollBar);
  std::string result;
  std::string line;
  const auto add_word = [&](std::string_view word) {
    if (!line.empty() && TextWidth(kit, Face::kBody, line + std::string(word)) > width) {
      result += line + "\n";
      line.clear();
    }
    line += word;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \n", at), text.size() - 1);
    const bool ends_line = text[end] == '\n';
    add_word(text.substr(at, end - at + (ends_line ? 0 : 1)));
    if (ends_line) {
      result += line + "\n";
      line.clear();
    }
    at = end + 1;
  }
  return result + line;
}

std::string Flowed(std::string text) {
  for (std::size_t at = text.find(" \n"); at != std::string::npos; at = text.find(" \n", at))
    text.erase(at + 1, 1);
  return text;
}

}  // namespace kith::ui
