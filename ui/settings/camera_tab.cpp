// SPDX-License-Identifier: Apache-2.0
// Which camera, and its picture beside it.
#include <string>

#include <imgui.h>

#include "core/language.h"
#include "flow/present_settings.h"
#include "ui/icons.h"
#include "ui/palette.h"
#include "ui/settings/settings_parts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/text.h"
#include "ui/widgets/text_field.h"

namespace kith::ui {
namespace {

constexpr float kCameraRowHeight = 64;
constexpr float kTooNarrowForColumns = 720;  ///< for two columns, in units

struct SourceRow {
  const char* id;
  const char* icon;
  std::string title;
  std::string about;
  std::string source;
};

void DrawSource(const SettingsView& view, const SourceRow& row, bool enabled) {
  Kit& kit = view.kit;
  const bool chosen = view.kept().camera.source == row.source;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 size = {ImGui::GetContentRegionAvail().x, kit.Px(kCameraRowHeight)};
  if (ImGui::InvisibleButton(row.id, size) && enabled && !chosen)
    Want(view, [&](flow::HostSettings& wanted) { wanted.camera.source = row.source; });
  const bool lit = enabled && (ImGui::IsItemHovered() || ImGui::IsItemFocused());
  if (chosen || lit) {
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + size.x, at.y + size.y},
                                              chosen ? Colors().accent_tint : Colors().shade,
                                              kit.Px(radius::kButton));
  }
  const ImVec2 after = ImGui::GetCursorScreenPos();
  ImGui::SetCursorScreenPos({at.x + kit.Px(14), at.y + kit.Px(19)});
  Text(kit, Face::kHeading, chosen ? Colors().accent : Colors().soft_ink,
       chosen ? static_cast<const char*>(icon::kCheck) : row.icon);
  const float left = at.x + kit.Px(54);
  const float width = at.x + size.x - left - kit.Px(10);
  ImGui::SetCursorScreenPos({left, at.y + kit.Px(10)});
  CutText(kit, Face::kStrong, Colors().ink, row.title, width);
  ImGui::SetCursorScreenPos({left, at.y + kit.Px(35)});
  CutText(kit, Face::kSmall, Colors().soft_ink, row.about, width);
  ImGui::SetCursorScreenPos(after);
}

std::string AboutAutomatic(const flow::SettingsOffer& offer) {
  if (offer.cameras.empty()) return std::string(Tr("There is no webcam, so it is the demo."));
  return Filled(Tr("Now: {0}"), {offer.cameras.front().name});
}

void DrawDevices(const SettingsView& view, bool enabled) {
  const flow::SettingsOffer& offer = view.offer();
  DrawSource(
      view,
      {"source-automatic", icon::kCamera, std::string(Tr("The first webcam")), AboutAutomatic(offer), ""},
      enabled);
  for (const flow::CameraChoice& camera : offer.cameras) {
    const std::string about =
        camera.allowed
            ? camera.device
            : Filled(Tr("{0}: you aren't allowed to use it. Add your user to the group \u201cvideo\u201d, "
                        "and log in again."),
                     {camera.device});
    ImGui::PushID(camera.device.c_str());
    DrawSource(view, {"source-device", icon::kCamera, camera.name, about, camera.device},
               enabled && camera.allowed);
    ImGui::PopID();
  }
  DrawSource(view,
             {"source-demo", icon::kCard, std::string(Tr("Demo")),
              std::string(Tr("Cards of people who don't exist, to try things out.")), "demo"},
             enabled);
}

/// A stream, a film, a picture or a folder of them.
void DrawAddress(const SettingsView& view, bool enabled) {
  Kit& kit = view.kit;
  const std::string& source = view.kept().camera.source;
  const bool is_typed = flow::IsTypedSource(view.offer(), source);
  std::string address = view.form.address.value_or(is_typed ? source : "");
  Text(kit, Face::kSmall, Colors().soft_ink, Tr("A stream, a film, or a folder of pictures"));
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() - kit.Px(5));
  if (!enabled) ImGui::BeginDisabled();
  const float button = kit.Px(110);
  const float width = ImGui::GetContentRegionAvail().x - button - kit.Px(10);
  const TextFieldResult field =
      TextField(kit, "##address", address, {.hint = "http://192.0.2.7:8080/video", .width = width});
  if (field.changed) view.form.address = address;
  ImGui::SameLine(0, kit.Px(10));
  const bool is_new = !address.empty() && address != source;
  const bool use =
      Button(kit, "use-address", Tr("Use"), {.width = button, .height = 44, .enabled = enabled && is_new});
  if (!enabled) ImGui::EndDisabled();
  if ((use || field.submitted) && enabled && is_new) {
    Want(view, [&](flow::HostSettings& wanted) { wanted.camera.source = address; });
    view.form.address.reset();
  }
}

void DrawSources(const SettingsView& view) {
  Kit& kit = view.kit;
  const bool enabled = !flow::IsSetByFlag(view.offer(), flow::FlagSetting::kCamera);
  const float top = ImGui::GetCursorPosY();
  const std::string_view title = Tr("What Kith looks through");
  SettingTitle(kit, title);
  const float width = ButtonWidth(kit, Tr("Look again"), icon::kSearch);
  const float left = ImGui::GetContentRegionMax().x - width;
  if (left > TextWidth(kit, Face::kStrong, title)) {
    ImGui::SameLine();
    ImGui::SetCursorPos({left, top - kit.Px(10)});
  }
  if (Button(kit, "look-for-cameras", Tr("Look again"),
             {.kind = ButtonKind::kQuiet, .icon = icon::kSearch, .width = width, .height = 44}))
    view.actions.emplace_back(flow::LookForChoices{});
  if (!enabled) SetByFlagNote(kit, "--camera");
  DrawDevices(view, enabled);
  Gap(kit, space::kSmall);
  DrawAddress(view, enabled);
}

void DrawMirrors(const SettingsView& view) {
  Kit& kit = view.kit;
  const bool enabled = !flow::IsSetByFlag(view.offer(), flow::FlagSetting::kMirror);
  if (Tick(kit, "mirror", Tr("Show it as a mirror does"), view.kept().mirror_preview, enabled))
    Want(view, [](flow::HostSettings& wanted) { wanted.mirror_preview = !wanted.mirror_preview; });
  if (!enabled) SetByFlagNote(kit, "--mirror");
  if (Tick(kit, "unmirror", Tr("Put a mirrored picture right"), view.kept().camera.unmirror))
    Want(view, [](flow::HostSettings& wanted) { wanted.camera.unmirror = !wanted.camera.unmirror; });
  SettingNote(kit,
              Tr("The first one only changes what is shown. The second is for cameras that show letters the "
                 "wrong way round, as selfie cameras of phones do."));
}

void DrawAll(const SettingsView& view) {
  DrawSources(view);
  Gap(view.kit, space::kPart);
  DrawMirrors(view);
  DrawCameraDials(view);
}

}  // namespace

void DrawCameraTab(const SettingsView& view) {
  Kit& kit = view.kit;
  const ImVec2 room = ImGui::GetContentRegionAvail();
  if (room.x < kit.Px(kTooNarrowForColumns)) {
    BeginScroll(kit, "camera-settings");
    DrawCameraPreview(view);
    Gap(kit, space::kPart);
    DrawAll(view);
    return EndScroll(kit);
  }
  const float gap = kit.Px(20);
  const float left = (room.x - gap) * 0.46F;
  BeginPanel(kit, "camera-sources", {.width = left, .padding = 22});
  BeginScroll(kit, "camera-settings");
  DrawAll(view);
  EndScroll(kit);
  EndPanel();
  ImGui::SameLine(0, gap);
  BeginPanel(kit, "camera-preview", {.padding = 16});
  DrawCameraPreview(view);
  EndPanel();
}

}  // namespace kith::ui
