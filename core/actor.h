// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace kith {

/// Who made a change. What a person typed is overwritten by persons only.
enum class Actor {
  kGuest,   ///< the person on the card, at the kiosk
  kHost,    ///< the person who runs Kith
  kReader,  ///< a reading of a card image
  kImport,  ///< a file that came from elsewhere
  kHub,     ///< another kiosk, or a server that this one is synchronised with
};

constexpr bool IsPerson(Actor actor) {
  return actor == Actor::kGuest || actor == Actor::kHost;
}

/// "guest", "host", "reader", "import", "hub".
std::string_view ActorName(Actor actor);
std::optional<Actor> ParseActor(std::string_view name);

}  // namespace kith
