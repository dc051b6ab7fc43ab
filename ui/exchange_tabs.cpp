// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <imgui.h>

#include "core/language.h"
#include "ui/export_parts.h"
#include "ui/widgets/button.h"

namespace kith::ui {

void DrawExchangeTabs(Kit& kit, flow::Screen shown, flow::Actions& actions) {
  const auto tab = [&](const char* id, std::string_view label, flow::Screen screen) {
    const ButtonKind kind = shown == screen ? ButtonKind::kPrimary : ButtonKind::kQuiet;
    if (Button(kit, id, label, {.kind = kind, .height = 44}) && shown != screen)
      actions.push_back(flow::ShowScreen{screen});
  };
  tab("exports", Tr("Export"), flow::Screen::kExport);
  NextButton(kit, Tr("Import"));
  tab("imports", Tr("Import"), flow::Screen::kImport);
  NextButton(kit, Tr("Sync"));
  tab("syncs", Tr("Sync"), flow::Screen::kSync);
}

}  // namespace kith::ui
