// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include <imgui.h>

#include "core/language.h"
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

using flow::IntakeState;
using flow::IntakeStep;
using flow::IntakeTone;

constexpr float kImportRowHeight = 62;
constexpr float kComboWidth = 220;

void DrawError(Kit& kit, const Error& error) {
  Gap(kit, space::kBody);
  const GrowingPanel panel(kit, Colors().brick_tint, 0, 18);
  WrappedText(kit, Face::kBody, Colors().brick, std::string(icon::kWarning) + "  " + error.message,
              panel.inner_width());
}

void DrawChoice(Kit& kit, const IntakeState& intake, ImportForm& form, flow::Actions& actions) {
  {
    const GrowingPanel panel(kit, Colors().sheet, Colors().line, 24);
    WrappedText(
        kit, Face::kBody, Colors().soft_ink,
        Tr("A vCard file, or a table (CSV) from Google Contacts, Outlook, HubSpot, Salesforce, a "
           "registration "
           "form or any other program. Drop it into this window, or say where it is. Nothing is brought in "
           "before you have seen what becomes of it."),
        panel.inner_width());
    Gap(kit, space::kBody);
    const float button_width = kit.Px(150);
    const TextFieldResult typed = TextField(
        kit, "##file", form.path,
        {.hint = "/home/\u2026/contacts.csv", .width = panel.inner_width() - button_width - kit.Px(12)});
    ImGui::SameLine(0, kit.Px(12));
    const bool pressed =
        Button(kit, "open", Tr("Open"), {.kind = ButtonKind::kPrimary, .width = button_width, .height = 44});
    if (pressed || typed.submitted) actions.push_back(flow::OpenContactFile{form.path});
  }
  if (intake.error) DrawError(kit, *intake.error);
}

void DrawFieldCombo(Kit& kit, std::size_t index, const TableColumn& column, bool enabled,
                    flow::Actions& actions) {
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, kit.Px(1));
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {kit.Px(14), LinePadding(kit)});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {kit.Px(8), kit.Px(8)});
  ImGui::PushStyleColor(ImGuiCol_Border, Colors().input_line);
  ImGui::SetNextItemWidth(kit.Px(kComboWidth));
  ImGui::BeginDisabled(!enabled);
  const std::string chosen(flow::ColumnFieldText(column.field));
  if (ImGui::BeginCombo("##field", chosen.c_str(), ImGuiComboFlags_HeightLarge)) {
    for (const ColumnField field : ColumnFields()) {
      const std::string label(flow::ColumnFieldText(field));
      if (ImGui::Selectable(label.c_str(), field == column.field, 0, {0, std::max(kit.Px(30), kit.touch)}))
        actions.push_back(flow::ChooseColumn{index, field});
    }
    ImGui::EndCombo();
  }
  ImGui::EndDisabled();
  ImGui::PopStyleColor();
  ImGui::PopStyleVar(3);
}

void DrawColumn(Kit& kit, std::size_t index, const TableColumn& column, bool enabled,
                flow::Actions& actions) {
  ImGui::PushID(static_cast<int>(index));
  const ImVec2 at = ImGui::GetCursorPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float text_width = width - kit.Px(kComboWidth + 16);
  CutText(kit, Face::kStrong, column.filled > 0 ? Colors().ink : Colors().soft_ink, column.name, text_width);
  ImGui::SetCursorPos({at.x, at.y + kit.Px(24)});
  std::string example = column.example.empty() ? std::string(Tr("empty in every row")) : column.example;
  std::replace(example.begin(), example.end(), '\n', ' ');
  CutText(kit, Face::kSmall, Colors().soft_ink, example, text_width);
  ImGui::SetCursorPos({at.x + width - kit.Px(kComboWidth), at.y});
  DrawFieldCombo(kit, index, column, enabled, actions);
  ImGui::SetCursorPos({at.x, at.y + kit.Px(kImportRowHeight)});
  ImGui::PopID();
}

void DrawColumns(Kit& kit, const IntakeState& intake, ImportForm& form, flow::Actions& actions) {
  const ContactFile& file = *intake.file;
  const bool enabled = intake.step == IntakeStep::kReady || intake.step == IntakeStep::kTry;
  Text(kit, Face::kHeading, Colors().ink, Tr("What the columns are"));
  Gap(kit, space::kSmall);
  const auto empty = std::count_if(file.columns.begin(), file.columns.end(),
                                   [](const TableColumn& column) { return column.filled == 0; });
  BeginScroll(kit, "columns", 0, empty > 0 ? -kit.Px(48) : 0);
  for (std::size_t i = 0; i < file.columns.size(); ++i) {
    if (file.columns[i].filled > 0 || form.shows_all_columns)
      DrawColumn(kit, i, file.columns[i], enabled, actions);
  }
  EndScroll(kit);
  if (empty == 0) return;
  const std::string label = form.shows_all_columns
                                ? std::string(Tr("Hide empty columns"))
                                : Counted("Show {0} empty column", "Show {0} empty columns", empty);
  if (Button(kit, "all-columns", label, {.kind = ButtonKind::kQuiet, .height = 40}))
    form.shows_all_columns = !form.shows_all_columns;
}

Color InkOf(IntakeTone tone) {
  switch (tone) {
    case IntakeTone::kRefused:
      return Colors().brick;
    case IntakeTone::kAlike:
      return Colors().amber_ink;
    case IntakeTone::kNew:
    case IntakeTone::kChanged:
      return Colors().accent_dark;
    case IntakeTone::kSame:
      break;
  }
  return Colors().soft_ink;
}

std::string_view WordOf(IntakeTone tone) {
  switch (tone) {
    case IntakeTone::kRefused:
      return Tr("Refused");
    case IntakeTone::kAlike:
      return Tr("New, maybe twice");
    case IntakeTone::kNew:
      return Tr("New");
    case IntakeTone::kChanged:
      return Tr("Changed");
    case IntakeTone::kSame:
      break;
  }
  return Tr("The same");
}

/// Rows are of one height, so that of a long list only those are drawn that are seen.
void DrawRow(Kit& kit, const flow::IntakeRow& row) {
  const ImVec2 at = ImGui::GetCursorPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float left = kit.Px(150);
  CutText(kit, Face::kSmall, InkOf(row.tone), WordOf(row.tone), left - kit.Px(10));
  ImGui::SetCursorPos({at.x, at.y + kit.Px(24)});
  CutText(kit, Face::kSmall, Colors().soft_ink, row.place, left - kit.Px(10));
  ImGui::SetCursorPos({at.x + left, at.y});
  if (row.tone == IntakeTone::kRefused) {
    WrappedText(kit, Face::kSmall, Colors().ink, row.text, width - left);  // reasons have at most two lines
    ImGui::SetCursorPos({at.x, at.y + kit.Px(kImportRowHeight)});
    return;
  }
  CutText(kit, Face::kBody, Colors().ink, row.text, width - left);
  ImGui::SetCursorPos({at.x + left, at.y + kit.Px(24)});
  std::string more = row.more;
  std::replace(more.begin(), more.end(), '\n', ' ');
  CutText(kit, Face::kSmall, row.tone == IntakeTone::kAlike ? Colors().amber_ink : Colors().soft_ink, more,
          width - left);
  ImGui::SetCursorPos({at.x, at.y + kit.Px(kImportRowHeight)});
}

void DrawRows(Kit& kit, const IntakeState& intake) {
  BeginScroll(kit, "rows");
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(intake.rows.size()), kit.Px(kImportRowHeight));
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
      DrawRow(kit, intake.rows[static_cast<std::size_t>(i)]);
  }
  EndScroll(kit);
}

void DrawWork(Kit& kit, const IntakeState& intake, flow::Actions& actions) {
  const int done = intake.job ? intake.job->done.load() : 0;
  std::string text(intake.step == IntakeStep::kImport ? Tr("Bringing them in\u2026")
                   : intake.step == IntakeStep::kTry  ? Tr("Looking what would become of them\u2026")
                                                      : Tr("Looking at the file\u2026"));
  const auto rows = intake.file ? intake.file->rows : 0;
  if (done > 0) {
    text += "  ";
    text += rows > 0 ? Filled(Tr("{0} of {1}"), {std::to_string(done), std::to_string(rows)})
                     : std::to_string(done);
  }
  WrappedText(kit, Face::kBody, Colors().soft_ink, text);
  Gap(kit, space::kBody);
  if (Button(kit, "stop", Tr("Stop"), {.icon = icon::kTimes, .height = 44}))
    actions.push_back(flow::StopImport{});
}

void DrawDecision(Kit& kit, const IntakeState& intake, flow::Actions& actions) {
  const bool done = intake.step == IntakeStep::kDone;
  Text(kit, Face::kHeading, Colors().ink, done ? Tr("Brought in") : Tr("What would become of them"));
  Gap(kit, space::kHair);
  WrappedText(kit, Face::kBody, done ? Colors().accent_dark : Colors().ink,
              (done ? std::string(icon::kCheck) + "  " : std::string()) + intake.outcome + ".");
  Gap(kit, space::kHair);
  WrappedText(
      kit, Face::kSmall, Colors().soft_ink,
      done ? Tr("It can't be taken back as a whole: a new contact can be erased, and every change undone in "
                "the "
                "contact's History.")
           : Tr("Nobody loses a value: lists grow, and where you wrote something yourself the other value "
                "waits "
                "as a suggestion. Likely duplicates come in as contacts of their own, to be merged there."));
  Gap(kit, space::kBody);
  if (done) {
    if (Button(kit, "another", Tr("Another file"), {.height = 44})) actions.push_back(flow::LeaveImport{});
    return;
  }
  const std::string label = intake.to_import == 0 ? std::string(Tr("Nothing to import"))
                                                  : Counted("Import {0} contact", "Import {0} contacts",
                                                            static_cast<long>(intake.to_import));
  if (Button(kit, "import", label,
             {.kind = ButtonKind::kPrimary,
              .icon = icon::kUpload,
              .height = 44,
              .enabled = intake.to_import > 0}))
    actions.push_back(flow::ImportContacts{});
}

void DrawReport(Kit& kit, const IntakeState& intake, flow::Actions& actions) {
  if (intake.working()) {
    DrawWork(kit, intake, actions);
    return;
  }
  DrawDecision(kit, intake, actions);
  if (intake.error) DrawError(kit, *intake.error);
  Gap(kit, space::kBody);
  Rule(kit);
  Gap(kit, space::kBody);
  DrawRows(kit, intake);
}

void DrawFileLine(Kit& kit, const IntakeState& intake, flow::Actions& actions) {
  std::string text = intake.path.filename().string();
  if (intake.file && intake.file->kind == ContactFileKind::kTable) {
    const ContactFile& file = *intake.file;
    const std::string program =
        file.program.empty() ? std::string(Tr("a table that Kith doesn't know")) : file.program;
    const std::string rows = Counted("{0} row", "{0} rows", static_cast<long>(file.rows));
    text += "  \u00b7  " + program + "  \u00b7  " + rows + "  \u00b7  " + file.charset;
  } else if (intake.file) {
    text += "  \u00b7  vCard";
  }
  const float button_width = kit.Px(150);
  CutText(kit, Face::kBody, Colors().soft_ink, text,
          ImGui::GetContentRegionAvail().x - button_width - kit.Px(16));
  ImGui::SameLine(ImGui::GetContentRegionMax().x - button_width);
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() - kit.Px(10));
  const bool may_leave = intake.step != IntakeStep::kImport && intake.step != IntakeStep::kDone;
  if (!may_leave) {
    ImGui::Dummy({button_width, kit.Px(40)});
  } else if (Button(kit, "leave", Tr("Another file"),
                    {.kind = ButtonKind::kQuiet, .width = button_width, .height = 40})) {
    actions.push_back(flow::LeaveImport{});
  }
}

}  // namespace

void DrawImport(Kit& kit, const IntakeState& intake, ImportForm& form, flow::Actions& actions) {
  WrappedText(kit, Face::kTitle, Colors().ink, Tr("Bring contacts in"));
  Gap(kit, 10);
  DrawExchangeTabs(kit, flow::Screen::kImport, actions);
  Gap(kit, 14);
  if (intake.step == IntakeStep::kChoose) return DrawChoice(kit, intake, form, actions);
  DrawFileLine(kit, intake, actions);
  Gap(kit, space::kSmall);
  const bool table = intake.file && intake.file->kind == ContactFileKind::kTable;
  const float width = ImGui::GetContentRegionAvail().x;
  if (table) {
    const FirstPart mapping = BeginParts(kit, width * 0.48F, 0.5F);
    BeginPanel(kit, "mapping", {.width = mapping.width, .height = mapping.height});
    DrawColumns(kit, intake, form, actions);
    EndPanel();
    NextPart(kit, mapping);
  }
  BeginPanel(kit, "report");
  DrawReport(kit, intake, actions);
  EndPanel();
}

}  // namespace kith::ui
