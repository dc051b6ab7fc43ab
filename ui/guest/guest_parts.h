// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

#include "flow/action.h"
#include "flow/state.h"
#include "ui/guest/guest_form.h"
#include "ui/kit.h"
#include "ui/palette.h"
#include "ui/widgets/button.h"
#include "ui/widgets/picture.h"

/// The screens of a guest's walk, one a file, and what they share. Each draws into the current window, which
/// is as large as the screen.
namespace kith::ui {

inline constexpr float kGuestMargin = 40;  ///< in units
inline constexpr float kGuestButton = 76;  ///< their height, in units
inline constexpr float kGuestTopRow = 92;  ///< where the content begins below the way in for the host

struct GuestView {
  Kit& kit;
  const flow::AppState& state;
  GuestForm& form;
  flow::Actions& actions;
};

void DrawGuestWelcome(const GuestView& view);
void DrawGuestLive(const GuestView& view);
void DrawGuestGotIt(const GuestView& view);
void DrawGuestCheck(const GuestView& view);
void DrawGuestWishes(const GuestView& view);
void DrawGuestThanks(const GuestView& view);
void DrawGuestReceipt(const GuestView& view);

/// A hand that holds a card up to a camera, over and over; `seconds` of the film.
void DrawHandWithCard(Kit& kit, const Area& area, double seconds);
/// Day and month, by touch.
void DrawBirthdayPicker(const GuestView& view, float width);

/// Whether the screen stands upright.
bool IsPortrait();
/// The page without its margins; it scrolls with the page.
Area GuestRoom(const Kit& kit);
/// Draws what stands above a page and gives the room below it: that of the screen, but at least
/// `least_height` units, as the page scrolls. An empty text takes no room.
Area GuestPage(Kit& kit, std::string_view title, std::string_view text, float least_height);
/// Lines of text around the middle of the area, from `y` on; gives where they end. The text may be long.
float LinesInMiddle(Kit& kit, Face face, Color color, std::string_view text, const Area& area, float y);
/// How high they are, in pixels.
float HeightOfLines(Kit& kit, Face face, std::string_view text, float width);
/// The camera's picture with the card outlined, or why there is none. Gives where the picture is.
Area DrawLivePicture(const GuestView& view, const Area& area);
/// What a guest can go on with, at the end of a page or a sheet; the last one is what most people want.
struct GuestChoice {
  const char* id;
  std::string_view label;
  ButtonOptions look = {};  ///< without sizes
};
/// Beside each other, the last one at the right, or below each other, the last one on top, where they are too
/// wide for that.
float HeightOfChoices(Kit& kit, std::span<const GuestChoice> choices, float width);
/// Gives the id of the one that was pressed; nullptr: none. Of the area its top left and its width count.
const char* DrawChoices(Kit& kit, std::span<const GuestChoice> choices, const Area& area);
/// At the bottom of the room, which becomes smaller.
const char* DrawChoicesBelow(Kit& kit, std::span<const GuestChoice> choices, Area& room);

/// Gives the next window a size of at most the screen, in its middle; then it scrolls.
void SheetInMiddle();
/// A question over the screen; `erase` and `keep` are ids. Nothing while `asked` is false.
struct GuestQuestion {
  const char* id;
  std::string_view title;
  std::string_view text;
  std::string_view yes;
};
/// Whether the person said yes; either answer ends the question.
bool AskGuest(Kit& kit, const GuestQuestion& question, bool& asked);

}  // namespace kith::ui
