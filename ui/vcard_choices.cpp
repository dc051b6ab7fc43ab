// SPDX-License-Identifier: Apache-2.0
#include <imgui.h>

#include "core/language.h"
#include "ui/export_parts.h"
#include "ui/palette.h"
#include "ui/widgets/button.h"
#include "ui/widgets/text.h"
#include "ui/widgets/text_field.h"

namespace kith::ui {
namespace {

/// As Dear ImGui wants it: the text, and what names the item whatever the language.
constexpr float kPanelPadding = 24;  ///< of the panel that it is drawn in

std::string Labelled(std::string_view text, const char* id) {
  return std::string(text) + "###" + id;
}

/// What a choice means, behind it, or below it where there is no room.
void Explain(Kit& kit, std::string_view text) {
  const float end = ImGui::GetItemRectMax().x + kit.Px(10) + TextWidth(kit, Face::kSmall, text);
  const float edge = ImGui::GetWindowPos().x + ImGui::GetContentRegionMax().x - kit.Px(kPanelPadding);
  if (end > edge)
    return WrappedText(kit, Face::kSmall, Colors().soft_ink, text, edge - ImGui::GetCursorScreenPos().x);
  ImGui::SameLine(0, kit.Px(10));
  ImGui::AlignTextToFramePadding();
  Text(kit, Face::kSmall, Colors().soft_ink, text);
}

}  // namespace

void DrawVcardChoices(Kit& kit, ExportForm& form) {
  const float padding = LinePadding(kit, 5);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {padding, padding});
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, kit.Px(1));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {kit.Px(8), kit.Px(8)});
  ImGui::PushStyleColor(ImGuiCol_Border, Colors().input_line);
  const auto as_files = [&](const std::string& label, bool one_each) {
    if (!ImGui::RadioButton(label.c_str(), form.one_file_each == one_each)) return;
    if (form.one_file_each != one_each) form.path.reset();
    form.one_file_each = one_each;
  };
  as_files(Labelled(Tr("One file with everybody"), "one-file"), false);
  const std::string_view each = Tr("A folder with one file for each person");
  NextItem(
      ImGui::GetFrameHeight() + TextWidth(kit, Face::kBody, each) + kit.Px(space::kSmall + kPanelPadding),
      kit.Px(28));
  as_files(Labelled(each, "one-file-each"), true);
  Explain(kit, Tr("Outlook on a computer reads only the first person of a file."));
  ImGui::Checkbox(Labelled(Tr("With pictures of the people"), "pictures").c_str(), &form.pictures);
  Explain(kit, Tr("Without them the file is much smaller."));
  ImGui::Checkbox(Labelled(Tr("In the newer form, vCard 4.0"), "version-4").c_str(), &form.newer_vcard);
  Explain(kit, Tr("Only if the other program asks for it: phones read the usual one better."));
  ImGui::PopStyleColor();
  ImGui::PopStyleVar(3);
}

}  // namespace kith::ui
