// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <string_view>

#include <imgui.h>
#include <imgui_stdlib.h>

#include "ui/due_parts.h"
#include "ui/icons.h"
#include "ui/palette.h"
#include "ui/rare_letters.h"
#include "ui/widgets/button.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/text.h"
#include "ui/widgets/text_field.h"

namespace kith::ui {
namespace {

constexpr float kFooterHeight = 64;

/// Dear ImGui 1.86 doesn't break lines in an input. A break that it would make is written as a space and a
/// newline, as mail does (RFC 3676, format=flowed), and goes again with Flowed.
std::string Broken(Kit& kit, std::string_view text, float width) {
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

void FillForm(Kit& kit, const flow::MessageSheet& sheet, DueForm& form) {
  if (sheet.loading || form.message_for == sheet.key) return;
  form.message_for = sheet.key;
  form.subject = sheet.subject;
  const float padding = kit.Px(2 * 14 + 20);  // of the input, and its scroll bar
  form.body = Broken(kit, sheet.body, ImGui::GetContentRegionAvail().x - padding);
}

void DrawBody(Kit& kit, std::string& body) {
  kit.fonts.Want(body);
  ImGui::PushFont(kit.fonts.Get(Face::kBody));
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {kit.Px(14), kit.Px(12)});
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, kit.Px(1));
  ImGui::PushStyleColor(ImGuiCol_Border, kInputLine);
  std::string edited = body;
  const ImVec2 room = ImGui::GetContentRegionAvail();
  ImGui::InputTextMultiline("##body", &edited, {room.x, room.y - kit.Px(kFooterHeight)});
  body = WithRareLetters(edited, body);
  ImGui::PopStyleColor();
  ImGui::PopStyleVar(2);
  ImGui::PopFont();
}

}  // namespace

void DrawMessageSheet(Kit& kit, const flow::MessageSheet& sheet, DueForm& form, flow::Actions& actions) {
  BeginPanel(kit, "message", {.padding = 20});
  FillForm(kit, sheet, form);
  Text(kit, Face::kHeading, kInk, "A few words");
  Text(kit, Face::kSmall, kSoftInk, "Make them yours. Kith sends nothing.");
  Gap(kit, 12);
  if (sheet.loading) {
    Text(kit, Face::kBody, kSoftInk, "One moment\u2026");
    EndPanel();
    return;
  }
  if (!sheet.to.empty())
    CutText(kit, Face::kSmall, kSoftInk, "To " + sheet.to, ImGui::GetContentRegionAvail().x);
  TextField(kit, "##subject", form.subject);
  DrawBody(kit, form.body);
  if (Button(kit, "copy", "Copy", {.kind = ButtonKind::kPrimary, .icon = icon::kCopy}))
    ImGui::SetClipboardText(Flowed(form.body).c_str());
  ImGui::SameLine(0, kit.Px(10));
  if (Button(kit, "close", "Close", {.kind = ButtonKind::kQuiet})) actions.push_back(flow::CloseMessage{});
  EndPanel();
}

}  // namespace kith::ui
