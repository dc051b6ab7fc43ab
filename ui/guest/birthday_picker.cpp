// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <chrono>
#include <optional>
#include <string>

#include <imgui.h>

#include "core/language.h"
#include "flow/day_names.h"
#include "flow/guest/guest_text.h"
#include "ui/guest/guest_parts.h"
#include "ui/icons.h"
#include "ui/widgets/button.h"
#include "ui/widgets/text.h"

namespace kith::ui {
namespace {

constexpr float kCell = 66;  ///< height, in units
constexpr int kMonthsARow = 4;
constexpr int kDaysARow = 7;
constexpr float kBirthdayWidth = 640;

float PickerWidth(const Kit& kit) {
  return std::min(kit.Px(kBirthdayWidth), ImGui::GetIO().DisplaySize.x - kit.Px(100));
}

std::string Chosen(const GuestForm& form) {
  if (form.birth_month == 0 || form.birth_day == 0) return std::string(Tr("Choose day and month"));
  const std::chrono::month month(static_cast<unsigned>(form.birth_month));
  return flow::BirthdayName({month / form.birth_day, std::nullopt});
}

/// Gives the number that was pressed; 0: none.
int DrawCells(Kit& kit, const std::vector<std::string>& labels, const char* id, int a_row, int chosen) {
  const float gap = kit.Px(8);
  const float width = (PickerWidth(kit) - gap * static_cast<float>(a_row - 1)) / static_cast<float>(a_row);
  int pressed = 0;
  for (int i = 0; i < static_cast<int>(labels.size()); ++i) {
    if (i % a_row != 0) ImGui::SameLine(0, gap);
    const std::string item = id + std::to_string(i + 1);
    if (Button(kit, item.c_str(), labels[static_cast<std::size_t>(i)],
               {.kind = i + 1 == chosen ? ButtonKind::kPrimary : ButtonKind::kSecondary,
                .width = width,
                .height = kCell}))
      pressed = i + 1;
  }
  return pressed;
}

/// Whether the choice is done.
bool DrawChoice(Kit& kit, GuestForm& form) {
  if (form.birth_month == 0) {
    Text(kit, Face::kTitle, Colors().ink, Tr("Which month?"));
    form.birth_month = DrawCells(kit, flow::MonthNames(), "month-", kMonthsARow, 0);
    return false;
  }
  Text(kit, Face::kTitle, Colors().ink, flow::MonthName(static_cast<unsigned>(form.birth_month)));
  std::vector<std::string> days;
  for (int day = 1; day <= flow::DaysOfMonth(form.birth_month); ++day)
    days.push_back(std::to_string(day));
  form.birth_day = DrawCells(kit, days, "day-", kDaysARow, 0);
  return form.birth_day != 0;
}

}  // namespace

void DrawBirthdayPicker(const GuestView& view, float width) {
  Kit& kit = view.kit;
  GuestForm& form = view.form;
  if (Button(kit, "birthday", Chosen(form),
             {.icon = icon::kBirthday, .width = width, .height = kGuestButton})) {
    form.birth_month = form.birth_day = 0;
    ImGui::OpenPopup("birthday-picker");
  }
  SheetInMiddle();
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, kit.Px(radius::kSheet));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {kit.Px(32), kit.Px(28)});
  const bool open = ImGui::BeginPopupModal(
      "birthday-picker", nullptr,
      ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoMove);
  ImGui::PopStyleVar(2);
  if (!open) return;
  bool close = DrawChoice(kit, form);
  Gap(kit, 16);
  if (Button(kit, "no-birthday", Tr("I'd rather not say"),
             {.kind = ButtonKind::kQuiet, .width = PickerWidth(kit), .height = kCell})) {
    form.birth_month = form.birth_day = 0;
    close = true;
  }
  if (close) ImGui::CloseCurrentPopup();
  ImGui::EndPopup();
}

}  // namespace kith::ui
