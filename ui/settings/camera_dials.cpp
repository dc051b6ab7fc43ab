// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <cmath>
#include <optional>
#include <string>

#include <imgui.h>

#include "core/language.h"
#include "flow/present_settings.h"
#include "ui/palette.h"
#include "ui/settings/settings_parts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/text.h"
#include "ui/widgets/text_field.h"

namespace kith::ui {
namespace {

using flow::CameraDial;
using flow::CameraWish;

std::string NumberText(double value) {
  std::string text = std::to_string(std::round(value * 100) / 100);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

/// A number from 0; nullopt for anything else.
std::optional<double> NumberOf(const std::string& text) {
  double value = 0;
  const auto [end, bad] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (bad != std::errc() || end != text.data() + text.size() || !(value >= 0)) return std::nullopt;
  return value;
}

void DrawSizes(const SettingsView& view, const flow::CameraChoice& camera) {
  Kit& kit = view.kit;
  const bool size_by_flag = flow::IsSetByFlag(view.offer(), flow::FlagSetting::kCameraSize);
  const bool fps_by_flag = flow::IsSetByFlag(view.offer(), flow::FlagSetting::kCameraFps);
  Gap(kit, space::kPart);
  SettingTitle(kit, Tr("Size of the picture"));
  if (size_by_flag) SetByFlagNote(kit, "--camera-size");
  if (fps_by_flag) SetByFlagNote(kit, "--camera-fps");
  ChoiceButtons buttons(kit);
  for (const flow::CameraModeChoice& mode : flow::SizesOf(camera)) {
    const std::string id = "size-" + std::to_string(mode.width) + "x" + std::to_string(mode.height);
    const bool chosen = flow::IsAskedFor(view.kept().camera, mode);
    if (!buttons.Choice(id.c_str(), flow::SizeText(mode), chosen, !size_by_flag) || chosen) continue;
    Want(view, [&](flow::HostSettings& wanted) {
      wanted.camera.width = mode.width;
      wanted.camera.height = mode.height;
      wanted.camera.format = mode.format;
      if (mode.fps >= 1 && !fps_by_flag) wanted.camera.fps = mode.fps;
    });
  }
  SettingNote(
      kit, Tr("Cards are read best from a large picture; 12 a second or more show when a hand holds still."));
}

struct Dial {
  const char* id;  ///< of its items begins so
  std::string_view title;
  std::string_view unit;
  CameraDial CameraWish::*setting;
  std::string SettingsForm::*typed;
  std::optional<flow::DialRange> range;
};

void SetDial(const SettingsView& view, const Dial& dial, CameraDial to) {
  if (view.kept().camera.*dial.setting == to) return;
  Want(view, [&](flow::HostSettings& wanted) { wanted.camera.*dial.setting = to; });
}

void DrawFixed(const SettingsView& view, const Dial& dial) {
  Kit& kit = view.kit;
  const CameraDial now = view.kept().camera.*dial.setting;
  std::string& typed = view.form.*dial.typed;
  const std::string field = std::string("##") + dial.id;
  const bool submitted = TextField(kit, field.c_str(), typed,
                                   {.hint = now.mode == CameraDial::Mode::kFixed ? NumberText(now.value) : "",
                                    .width = kit.Px(120)})
                             .submitted;
  ImGui::SameLine(0, kit.Px(space::kSmall));
  const std::optional<double> value = NumberOf(typed);
  const std::string id = std::string(dial.id) + "-set";
  const bool pressed = Button(kit, id.c_str(), Tr("Set"), {.height = 44, .enabled = value.has_value()});
  if ((pressed || submitted) && value) {
    SetDial(view, dial, {CameraDial::Mode::kFixed, *value});
    typed.clear();
  }
  if (!dial.range) return;
  SettingNote(kit, Filled(dial.unit, {NumberText(dial.range->least), NumberText(dial.range->most)}));
}

void DrawDial(const SettingsView& view, const Dial& dial) {
  if (!dial.range) return;
  Kit& kit = view.kit;
  using Mode = CameraDial::Mode;
  const CameraDial now = view.kept().camera.*dial.setting;
  Gap(kit, space::kPart);
  SettingTitle(kit, dial.title);
  ChoiceButtons buttons(kit);
  const auto choice = [&](const char* which, std::string_view label, Mode mode, double value) {
    const std::string id = std::string(dial.id) + which;
    if (buttons.Choice(id.c_str(), label, now.mode == mode)) SetDial(view, dial, {mode, value});
  };
  choice("-as-it-is", Tr("As it is"), Mode::kAsItIs, 0);
  choice("-automatic", Tr("Automatic"), Mode::kAutomatic, 0);
  const double middle = std::round((dial.range->least + dial.range->most) / 2);
  choice("-fixed", now.mode == Mode::kFixed ? NumberText(now.value) : std::string(Tr("Fixed")), Mode::kFixed,
         now.mode == Mode::kFixed ? now.value : middle);
  if (now.mode == Mode::kFixed) DrawFixed(view, dial);
}

}  // namespace

void DrawCameraDials(const SettingsView& view) {
  const flow::CameraChoice* const camera = flow::CameraOf(view.offer(), view.kept().camera.source);
  if (camera == nullptr) {
    Gap(view.kit, space::kPart);
    return SettingNote(view.kit,
                       Tr("Size, exposure and focus can be set here for webcams. Streams give what they "
                          "give: set them in the camera."));
  }
  if (!camera->modes.empty()) DrawSizes(view, *camera);
  DrawDial(view, {"exposure", Tr("Exposure"),
                  Tr("From {0} to {1} milliseconds; a short one freezes a hand that moves."),
                  &CameraWish::exposure_ms, &SettingsForm::exposure, camera->exposure_ms});
  DrawDial(view, {"focus", Tr("Focus"), Tr("From {0}, far away, to {1}, near."), &CameraWish::focus,
                  &SettingsForm::focus, camera->focus});
}

}  // namespace kith::ui
