// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
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
constexpr float kWelcomeLeastHeight = 300;
constexpr float kLeastPictures = 420;  ///< in portrait
constexpr std::size_t kLongName = 34;

/// Gives where they end.
float DrawWelcomeWords(const GuestView& view, const Area& area) {
  Kit& kit = view.kit;
  const std::optional<Event>& event = view.state.settings.event;
  ImGui::SetCursorScreenPos({area.x, area.y});
  ImGui::BeginGroup();
  const std::string name = event ? event->name : std::string(Tr("Welcome"));
  if (event) Text(kit, Face::kHeading, Colors().soft_ink, Tr("Welcome to"));
  WrappedText(kit, name.size() > kLongName ? Face::kTitle : Face::kDisplay, Colors().ink, name, area.width);
  Gap(kit, 26);
  WrappedText(kit, Face::kTitle, Colors().accent, Tr("Hold your card up to the camera"), area.width);
  WrappedText(kit, Face::kHeading, Colors().soft_ink,
              Tr("Check what was read, say what you like to talk about, and take your host's card home."),
              area.width);
  Gap(kit, 26);
  WrappedText(kit, Face::kBody, Colors().soft_ink, flow::WordsFor(event).privacy, area.width);
  ImGui::EndGroup();
  return ImGui::GetItemRectMax().y;
}

void DrawReceiptButton(const GuestView& view, const Area& area) {
  ImGui::SetCursorScreenPos({area.x, area.y});
  if (Button(view.kit, "receipt", Tr("or enter your receipt code"),
             {.icon = icon::kQrCode, .width = area.width, .height = kGuestButton}))
    view.actions.emplace_back(flow::OpenReceipt{});
}

/// What to do, as a film, above what the camera sees.
void DrawPictures(const GuestView& view, const Area& area) {
  const float film = area.height * (IsPortrait() ? 0.42F : 0.46F);
  DrawHandWithCard(view.kit, {area.x, area.y, area.width, film},
                   view.state.settings.look.animations ? ImGui::GetTime() : kStillAt);
  DrawLivePicture(view, {area.x, area.y + film, area.width, area.height - film});
}

}  // namespace

void DrawGuestWelcome(const GuestView& view) {
  Kit& kit = view.kit;
  const float gap = kit.Px(40);
  const bool upright = IsPortrait();
  const Area room = GuestPage(kit, {}, {}, kWelcomeLeastHeight);
  const float column = upright ? room.width : room.width * 0.44F;
  const float words_end = DrawWelcomeWords(view, {room.x, room.y, column, 0}) + gap / 2;
  const float button = kit.High(kGuestButton);
  const float least = upright ? words_end + kit.Px(kLeastPictures) + gap / 2 : words_end;
  const float button_top = std::max(room.y + room.height - button, least);
  DrawReceiptButton(view, {room.x, button_top, column, button});
  DrawPictures(view, upright ? Area{room.x, words_end, room.width, button_top - gap / 2 - words_end}
                             : Area{room.x + column + gap, room.y, room.width - column - gap,
                                    button_top + button - room.y});
}

void DrawGuestLive(const GuestView& view) {
  Kit& kit = view.kit;
  const Area room = GuestPage(kit, {}, {}, kWelcomeLeastHeight);
  const flow::ScanState& scan = view.state.scan;
  const bool storing = view.state.guest.visit.has_value();
  const std::string_view hint = storing             ? Tr("One moment…")
                                : scan.camera_error ? Tr("Please wait…")
                                                    : flow::HintText(scan.preview.hint);
  const std::string_view text = Tr("Kith takes the picture by itself. There is nothing to press.");
  const float lines = HeightOfLines(kit, Face::kDisplay, hint, room.width) +
                      HeightOfLines(kit, Face::kBody, text, room.width);
  const float hint_height = std::max(kit.Px(kLiveHint), lines + kit.Px(40));
  const Area picture = DrawLivePicture(view, {room.x, room.y, room.width, room.height - hint_height});
  float y = picture.y + picture.height + kit.Px(26);
  y = LinesInMiddle(kit, Face::kDisplay, Colors().ink, hint, room, y);
  LinesInMiddle(kit, Face::kBody, Colors().soft_ink, text, room, y + kit.Px(10));
}

}  // namespace kith::ui
