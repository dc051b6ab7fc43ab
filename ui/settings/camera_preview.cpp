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
#include "ui/widgets/picture.h"
#include "ui/widgets/text.h"

namespace kith::ui {
namespace {

constexpr double kUsualShape = 9.0 / 16.0;

void DrawPictureOrNone(const SettingsView& view) {
  Kit& kit = view.kit;
  const flow::ScanState& scan = view.state.scan;
  const Image& frame = scan.preview.frame;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const double shape = frame.empty() ? kUsualShape : static_cast<double>(frame.height()) / frame.width();
  const float height = std::min(width * static_cast<float>(shape), width * 0.75F);
  const Area area{at.x, at.y, width, height};
  ImGui::GetWindowDrawList()->AddRectFilled({area.x, area.y}, {area.x + width, area.y + height},
                                            frame.empty() ? Colors().shade : Colors().night,
                                            kit.Px(radius::kButton));
  ImGui::Dummy({width, height});
  if (!frame.empty()) {
    const Area picture = FitInto(area, frame.width(), frame.height());
    (view.kept().mirror_preview ? DrawMirrored : DrawPicture)(
        kit, frame, picture, picture.width < width ? 0 : radius::kButton, PictureKind::kMoving);
    return;
  }
  const ImVec2 after = ImGui::GetCursorScreenPos();
  ImGui::SetCursorScreenPos({at.x, at.y + height / 2 - kit.Px(30)});
  CenteredText(kit, Face::kDisplay, Colors().soft_ink, icon::kCamera);
  ImGui::SetCursorScreenPos(after);
}

void DrawProblem(const SettingsView& view, const Error& error) {
  Kit& kit = view.kit;
  WrappedText(kit, Face::kStrong, Colors().brick, flow::CameraProblemTitle(error));
  WrappedText(kit, Face::kBody, Colors().ink, error.message);
  WrappedText(kit, Face::kSmall, Colors().soft_ink, Tr("Kith keeps trying\u2026"));
  const std::optional<flow::CameraWish>& working = view.screen().working_camera;
  if (!working || *working == view.kept().camera) return;
  Gap(kit, space::kSmall);
  if (Button(kit, "old-camera", Tr("Back to the one that worked"),
             {.kind = ButtonKind::kPrimary, .icon = icon::kUndo, .height = 44}))
    Want(view, [&](flow::HostSettings& wanted) { wanted.camera = *working; });
}

}  // namespace

void DrawCameraPreview(const SettingsView& view) {
  Kit& kit = view.kit;
  const flow::ScanState& scan = view.state.scan;
  DrawPictureOrNone(view);
  Gap(kit, space::kSmall);
  if (scan.camera_error) return DrawProblem(view, *scan.camera_error);
  if (scan.camera.empty()) {
    return WrappedText(kit, Face::kBody, Colors().soft_ink, Tr("Connecting\u2026"));
  }
  const Image& frame = scan.preview.frame;
  const std::string size =
      frame.empty()
          ? std::string()
          : Filled(Tr("{0} \u00d7 {1}"), {std::to_string(frame.width()), std::to_string(frame.height())});
  WrappedText(kit, Face::kStrong, Colors().ink, scan.camera);
  if (!size.empty()) WrappedText(kit, Face::kSmall, Colors().soft_ink, size);
  SettingNote(kit, scan.camera_finished ? Tr("That was the last picture")
                                        : Tr("This is what Kith sees. No card is taken on this screen."));
}

}  // namespace kith::ui
