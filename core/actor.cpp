// SPDX-License-Identifier: Apache-2.0
#include "core/actor.h"

#include "core/enum_names.h"

namespace kith {
namespace {

constexpr EnumNames<Actor, 5> kActorNames = {{{Actor::kGuest, "guest"},
                                              {Actor::kHost, "host"},
                                              {Actor::kReader, "reader"},
                                              {Actor::kImport, "import"},
                                              {Actor::kHub, "hub"}}};

}  // namespace

std::string_view ActorName(Actor actor) {
  return NameOf(kActorNames, actor);
}

std::optional<Actor> ParseActor(std::string_view name) {
  return ValueOf(kActorNames, name);
}

}  // namespace kith
