// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include <imgui.h>

#include "core/language.h"
#include "flow/present.h"
#include "ui/export_parts.h"
#include "ui/icons.h"
#include "ui/palette.h"
#include "ui/screens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/text.h"
#include "ui/widgets/text_field.h"

namespace kith::ui {
namespace {

constexpr float kExportChoiceHeight = 74;   // two lines below the title
constexpr float kNarrowExportHeight = 104;  // the title may have two lines, too
constexpr int kColumns = 3;
constexpr float kTooNarrowForTiles = 800;  ///< for them, in units; two fit

const char* IconOf(ExportFormat format) {
  switch (format) {
    case ExportFormat::kContactsVcard:
      return icon::kCard;
    case ExportFormat::kFollowUpsIcalendar:
      return icon::kCalendar;
    case ExportFormat::kDrafts:
      return icon::kEnvelope;
    case ExportFormat::kPage:
    case ExportFormat::kMarkdown:
      return icon::kCheck;
    default:
      return icon::kTable;
  }
}

void DrawChoice(Kit& kit, const flow::ExportChoice& choice, const ImVec2& size, ExportForm& form) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 end = {at.x + size.x, at.y + size.y};
  const bool chosen = form.format == choice.format;
  ImGui::PushID(std::string(ExportFormatName(choice.format)).c_str());
  if (ImGui::InvisibleButton("choice", size)) {
    if (!chosen) form.path.reset();
    form.format = choice.format;
  }
  const bool lit = ImGui::IsItemHovered() || ImGui::IsItemFocused();
  ImGui::PopID();
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->AddRectFilled(at, end,
                      chosen ? Colors().accent_tint
                      : lit  ? Colors().shade
                             : Colors().sheet,
                      kit.Px(14));
  draw->AddRect(at, end, chosen ? Colors().accent : Colors().line, kit.Px(radius::kCard), 0,
                kit.Px(chosen ? 2 : 1));
  const ImVec2 after = ImGui::GetCursorScreenPos();
  ImGui::SetCursorScreenPos({at.x + kit.Px(14), at.y + kit.Px(15)});
  Avatar(kit, IconOf(choice.format), 44, chosen ? Colors().sheet : Colors().accent_tint);
  const float left = at.x + kit.Px(70);
  ImGui::SetCursorScreenPos({left, at.y + kit.Px(7)});
  const bool narrow = size.y > kit.Px(kExportChoiceHeight);
  (narrow ? WrappedText : CutText)(kit, Face::kStrong, Colors().ink, Tr(choice.title),
                                   end.x - left - kit.Px(10));
  ImGui::SetCursorScreenPos({left, std::max(at.y + kit.Px(32), ImGui::GetItemRectMax().y + kit.Px(2))});
  WrappedText(kit, Face::kSmall, Colors().soft_ink, Tr(choice.text), end.x - left - kit.Px(10));
  ImGui::SetCursorScreenPos(after);
}

void DrawChoices(Kit& kit, ExportForm& form) {
  const float gap = kit.Px(8);
  const float room = ImGui::GetContentRegionAvail().x;
  const int columns = room < kit.Px(kTooNarrowForTiles) ? kColumns - 1 : kColumns;
  const float width = (room - static_cast<float>(columns - 1) * gap) / static_cast<float>(columns);
  const ImVec2 origin = ImGui::GetCursorPos();
  const float height = kit.Px(columns < kColumns ? kNarrowExportHeight : kExportChoiceHeight);
  const float row_height = height + gap;
  ImVec2 at = origin;
  int column = 0;
  for (const flow::ExportChoice& choice : flow::ExportChoices()) {
    if (column == columns) {
      at = {origin.x, at.y + row_height};
      column = 0;
    }
    ImGui::SetCursorPos(at);
    DrawChoice(kit, choice, {width, height}, form);
    at.x += width + gap;
    ++column;
  }
  ImGui::SetCursorPos({origin.x, at.y + row_height});
}

void DrawResult(Kit& kit, const flow::ExportState& exporting) {
  if (!exporting.report) return;
  Gap(kit, space::kBody);
  const GrowingPanel panel(kit, Colors().accent_tint, 0, 18);
  WrappedText(kit, Face::kBody, Colors().accent_dark,
              std::string(icon::kCheck) + "  " + flow::ReportText(*exporting.report, exporting.format),
              panel.inner_width());
}

std::string SuggestedPath(const std::filesystem::path& folder, ExportFormat format, bool one_file_each) {
  std::filesystem::path file = folder / flow::ChoiceOf(format).file_name;
  if (one_file_each) file = file.replace_extension() / "";
  return file.string();
}

void DrawTarget(Kit& kit, const flow::ExportState& exporting, const flow::Settings& settings,
                ExportForm& form, flow::Actions& actions) {
  const GrowingPanel panel(kit, Colors().sheet, Colors().line, 24);
  Text(kit, Face::kSmall, Colors().soft_ink, Tr("Write it to"));
  const bool is_vcard = IsVcard(form.format);
  const bool one_file_each = is_vcard && form.one_file_each;
  std::string path = form.path.value_or(SuggestedPath(settings.export_folder, form.format, one_file_each));
  const float button_width = kit.Px(190);
  const float input_width = panel.inner_width() - button_width - kit.Px(12);
  if (TextField(kit, "##path", path, {.width = input_width}).changed) form.path = path;
  ImGui::SameLine(0, kit.Px(12));
  if (Button(kit, "write", exporting.running ? Tr("Writing\u2026") : Tr("Export"),
             {.kind = ButtonKind::kPrimary,
              .icon = icon::kDownload,
              .width = button_width,
              .height = 44,
              .enabled = !exporting.running})) {
    const ExportFormat format = is_vcard && form.newer_vcard ? ExportFormat::kContactsVcard4 : form.format;
    actions.push_back(flow::StartExport{format, path, form.only_this_event, one_file_each, form.pictures});
  }
  if (is_vcard) {
    Gap(kit, space::kBody);
    DrawVcardChoices(kit, form);
  }
  if (settings.event) {
    Gap(kit, space::kBody);
    const float padding = LinePadding(kit, 5);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {padding, padding});
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, kit.Px(1));
    ImGui::PushStyleColor(ImGuiCol_Border, Colors().input_line);
    ImGui::Checkbox((Filled(Tr("Only people met at {0}"), {settings.event->name}) + "###only-event").c_str(),
                    &form.only_this_event);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
  }
}

}  // namespace

void DrawExport(Kit& kit, const flow::AppState& state, ExportForm& form, flow::Actions& actions) {
  WrappedText(kit, Face::kTitle, Colors().ink, Tr("Take it with you"));
  Gap(kit, 10);
  DrawExchangeTabs(kit, flow::Screen::kExport, actions);
  Gap(kit, 14);
  BeginScroll(kit, "export-choices");
  DrawChoices(kit, form);
  Gap(kit, space::kSmall);
  DrawTarget(kit, state.exporting, state.settings, form, actions);
  DrawResult(kit, state.exporting);
  EndScroll(kit);
}

}  // namespace kith::ui
