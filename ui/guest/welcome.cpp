// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <imgui.h>

#include "core/language.h"
#include "flow/guest/guest_text.h"
#include "flow/present.h"
#include "ui/guest/guest_parts.h"
#include "ui/icons.h"
#include "ui/widgets/button.h"
#include "ui/widgets/text.h"

namespace kith::ui {
namespace {

constexpr double kStillAt = 2;    ///< of the film: the card was seen
constexpr float kLiveHint = 150;  ///< room for it below the picture
constexpr std::size_t kLongName = 34;

void DrawWords(const GuestView& view, const Area& area) {
  Kit& kit = view.kit;
  const std::optional<Event>& event = view.state.settings.event;
  ImGui::SetCursorScreenPos({area.x, area.y});
  ImGui::BeginChild("words", {area.width, area.height}, false,
                    ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
  const std::string name = event ? event->name : std::string(Tr("Welcome"));
  if (event) Text(kit, Face::kHeading, Colors().soft_ink, Tr("Welcome to"));
  WrappedText(kit, name.size() > kLongName ? Face::kTitle : Face::kDisplay, Colors().ink, name);
  Gap(kit, 26);
  WrappedText(kit, Face::kTitle, Colors().accent, Tr("Hold your card up to the camera"));
  WrappedText(kit, Face::kHeading, Colors().soft_ink,
              Tr("Check what was read, say what you like to talk about, and take your host's card home."));
  Gap(kit, 26);
  WrappedText(kit, Face::kBody, Colors().soft_ink, flow::WordsFor(event).privacy);
  ImGui::SetCursorPosY(area.height - kit.Px(kGuestButton));
  if (Button(kit, "receipt", Tr("or enter your receipt code"),
             {.icon = icon::kQrCode, .width = area.width, .height = kGuestButton}))
    view.actions.emplace_back(flow::OpenReceipt{});
  ImGui::EndChild();
}

}  // namespace

void DrawGuestWelcome(const GuestView& view) {
  const float gap = view.kit.Px(40);
  const Area room = GuestRoom(view.kit);
  const bool upright = IsPortrait();
  const Area words = upright ? Area{room.x, room.y, room.width, room.height * 0.36F}
                             : Area{room.x, room.y, room.width * 0.44F, room.height};
  const Area pictures =
      upright ? Area{room.x, room.y + words.height + gap, room.width, room.height - words.height - gap}
              : Area{room.x + words.width + gap, room.y, room.width - words.width - gap, room.height};
  DrawWords(view, words);
  const float film = pictures.height * 0.46F;
  DrawHandWithCard(view.kit, {pictures.x, pictures.y, pictures.width, film},
                   view.state.settings.look.animations ? ImGui::GetTime() : kStillAt);
  DrawLivePicture(view, {pictures.x, pictures.y + film, pictures.width, pictures.height - film});
}

void DrawGuestLive(const GuestView& view) {
  Kit& kit = view.kit;
  const Area room = GuestRoom(kit);
  const float hint_height = kit.Px(kLiveHint);
  const Area picture = DrawLivePicture(view, {room.x, room.y, room.width, room.height - hint_height});
  const float below = picture.y + picture.height;
  const Area words{room.x, below, room.width, room.y + room.height - below};
  const flow::ScanState& scan = view.state.scan;
  const bool storing = view.state.guest.visit.has_value();
  const std::string_view hint = storing             ? Tr("One moment…")
                                : scan.camera_error ? Tr("Please wait…")
                                                    : flow::HintText(scan.preview.hint);
  float y = below + kit.Px(26);
  y = LinesInMiddle(kit, Face::kDisplay, Colors().ink, hint, words, y);
  LinesInMiddle(kit, Face::kBody, Colors().soft_ink,
                Tr("Kith takes the picture by itself. There is nothing to press."), words, y + kit.Px(10));
}

}  // namespace kith::ui
