// SPDX-License-Identifier: Apache-2.0
#include <set>
#include <utility>

#include "flow/performer.h"

namespace kith::flow {

Action Performer::Do(const effect::LoadFilterChoices&) {
  Result<std::vector<Event>> events = ports_.events.List();
  if (!events) return EffectFailed{events.error()};
  const Result<Following> following = ports_.following.Load();
  if (!following) return EffectFailed{following.error()};
  std::set<std::string> tags;
  for (const Relationship& relationship : following->relationships)
    tags.insert(relationship.tags.begin(), relationship.tags.end());
  return FilterChoicesLoaded{{*std::move(events), {tags.begin(), tags.end()}}};
}

Action Performer::Do(const effect::LoadKeeping&) {
  const Result<std::vector<Event>> events = ports_.events.List();
  if (!events) return EffectFailed{events.error()};
  KeepingLoaded loaded;
  for (const Event& event : *events) {
    Result<EventRetention> retention = ports_.retention.GetEventRetention(event.id);
    if (!retention) return EffectFailed{retention.error()};
    loaded.events.push_back({event, *std::move(retention)});
  }
  return loaded;
}

Action Performer::Do(const effect::SaveKeeping& effect) {
  const Result<void> kept = ports_.retention.SetEventRetention(effect.event, effect.retention);
  if (!kept) return KeepingNotSaved{kept.error()};
  return KeepingSaved{};
}

}  // namespace kith::flow
