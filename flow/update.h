// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "flow/action.h"
#include "flow/effect.h"
#include "flow/state.h"

namespace kith::flow {

/// The state at the start of the program.
AppState InitialState(Settings settings, Instant now, Day today);

/// What has to be done first: captures that a crash interrupted, cards waiting for a person, what is due.
std::vector<Effect> StartEffects(const AppState& state);

/// The only thing that changes the state. Pure: no clock, no input, no output; of what it
/// shares with a job that takes long it only asks that to stop. What isn't allowed at this
/// moment (a screen behind the PIN, saving twice, an empty contact) is refused without any effect; where a
/// person should know why, by a notice.
std::vector<Effect> Update(AppState& state, const Action& action);

/// Whether the camera's picture is on the screen, and cards are looked for in it.
bool WantsCamera(const AppState& state);

/// Whether the camera's picture is on the screen, but nothing is looked for in it.
bool WantsPreview(const AppState& state);

/// Whether the camera looks for the back of the card that is being reviewed, and for nothing else: it was
/// held there a moment ago, and people turn it over when they see it on the screen.
bool WantsBack(const AppState& state);

/// Whether a captured card is on its way to the disk, which takes some milliseconds.
bool IsStoringCard(const AppState& state);

/// When the next Tick would change something that is shown; nullopt: nothing is timed.
std::optional<Instant> NextDeadline(const AppState& state);

/// So long "Got it" is there at least.
inline constexpr std::chrono::milliseconds kGotItShown{1600};

/// How long a guest may be idle at a kiosk: the warning comes first, then the card is left to the host.
inline constexpr std::chrono::seconds kIdleWarning{45};
inline constexpr std::chrono::seconds kReadingWarning{25};  ///< where there is nothing to do but to read
inline constexpr std::chrono::seconds kTimeToReact{20};     ///< WCAG 2.2, success criterion 2.2.1
/// Seconds until the visit of an idle guest ends; nullopt: no warning is due.
std::optional<int> SecondsUntilReset(const AppState& state);

}  // namespace kith::flow
