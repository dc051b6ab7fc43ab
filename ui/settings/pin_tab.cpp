// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include <imgui.h>

#include "core/language.h"
#include "flow/present.h"
#include "ui/icons.h"
#include "ui/palette.h"
#include "ui/settings/settings_parts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/text.h"

namespace kith::ui {
namespace {

constexpr float kPinFieldsWidth = 420;

void Forget(SettingsForm& form) {
  form.old_pin.clear();
  form.new_pin.clear();
  form.new_pin_again.clear();
  form.removes_pin = false;
}

std::string_view Standing(const flow::SettingsOffer& offer) {
  if (!offer.has_pin) return Tr("There is no PIN: whoever stands before the kiosk sees everything.");
  if (offer.for_guests) return Tr("There is a PIN: guests see nothing but their own card.");
  return Tr("There is a PIN. Kith asks for it when it is started as a kiosk: kith kiosk");
}

void DrawProblem(const SettingsView& view) {
  const flow::LockState& lock = view.state.lock;
  const std::string& problem = view.screen().pin.problem;
  if (!problem.empty()) WrappedText(view.kit, Face::kBody, Colors().brick, problem);
  if (lock.retry_at && *lock.retry_at > view.state.now) {
    WrappedText(view.kit, Face::kBody, Colors().brick, flow::TryAgainText(*lock.retry_at - view.state.now));
  }
}

bool IsPausing(const SettingsView& view) {
  return view.state.lock.retry_at && *view.state.lock.retry_at > view.state.now;
}

void DrawChange(const SettingsView& view, bool has_pin) {
  Kit& kit = view.kit;
  SettingsForm& form = view.form;
  bool submitted = false;
  if (has_pin) submitted |= LabelledField(kit, "##old-pin", Tr("The PIN now"), form.old_pin, {}, true);
  submitted |= LabelledField(kit, "##new-pin", Tr("The new one, 4 to 12 digits"), form.new_pin, {}, true);
  submitted |= LabelledField(kit, "##new-pin-again", Tr("Once more"), form.new_pin_again, {}, true);
  Gap(kit, space::kSmall);
  const bool filled = !form.new_pin.empty() && (!has_pin || !form.old_pin.empty());
  const bool enabled = filled && !view.screen().pin.busy && !IsPausing(view);
  const bool pressed = Button(kit, "set-pin", has_pin ? Tr("Change the PIN") : Tr("Set the PIN"),
                              {.kind = ButtonKind::kPrimary, .icon = icon::kLock, .enabled = enabled});
  if ((pressed || submitted) && enabled)
    view.actions.push_back(flow::ChangePin{form.old_pin, form.new_pin, form.new_pin_again});
  if (!has_pin) return;
  ImGui::SameLine(0, kit.Px(space::kBody));
  if (Button(kit, "remove-pin", Tr("Remove it\u2026"), {.kind = ButtonKind::kDanger})) {
    Forget(form);
    form.removes_pin = true;
  }
}

/// Asks for the PIN, so that nobody else removes it in passing.
void DrawRemoval(const SettingsView& view) {
  Kit& kit = view.kit;
  SettingsForm& form = view.form;
  WrappedText(kit, Face::kStrong, Colors().ink, Tr("Without a PIN everybody sees everything. Remove it?"));
  Gap(kit, space::kSmall);
  const bool submitted = LabelledField(kit, "##old-pin", Tr("The PIN now"), form.old_pin, {}, true);
  Gap(kit, space::kSmall);
  const bool enabled = !form.old_pin.empty() && !view.screen().pin.busy && !IsPausing(view);
  const bool pressed = Button(kit, "sure-remove-pin", Tr("Remove the PIN"),
                              {.kind = ButtonKind::kDanger, .icon = icon::kTrash, .enabled = enabled});
  if ((pressed || submitted) && enabled) view.actions.push_back(flow::RemovePin{form.old_pin});
  ImGui::SameLine(0, kit.Px(space::kBody));
  if (Button(kit, "keep-pin", Tr("Cancel"))) Forget(form);
}

}  // namespace

void DrawPinTab(const SettingsView& view) {
  Kit& kit = view.kit;
  SettingsForm& form = view.form;
  if (form.pin_changed != view.screen().pin.changed) {
    Forget(form);
    form.pin_changed = view.screen().pin.changed;
  }
  BeginPanel(kit, "pin", {.padding = 28});
  BeginScroll(kit, "pin-settings");
  const bool has_pin = view.offer().has_pin;
  WrappedText(kit, Face::kHeading, Colors().ink, Standing(view.offer()));
  Gap(kit, space::kPart);
  const float width = std::min(kit.Px(kPinFieldsWidth), ImGui::GetContentRegionAvail().x);
  ImGui::BeginChild("pin-fields", {width, 0}, false);
  if (form.removes_pin && has_pin) {
    DrawRemoval(view);
  } else {
    DrawChange(view, has_pin);
  }
  Gap(kit, space::kSmall);
  DrawProblem(view);
  SettingNote(kit,
              Tr("Kith keeps no PIN, only what proves it. If you forget it: kith pin --remove on the command "
                 "line of this machine."));
  ImGui::EndChild();
  EndScroll(kit);
  EndPanel();
}

}  // namespace kith::ui
