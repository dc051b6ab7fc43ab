// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "flow/performer.h"

namespace kith::flow {

Action Performer::Do(const effect::LoadHostCard&) {
  Result<HostCard> card = ports_.host_cards.Load();
  if (!card) return EffectFailed{card.error()};
  return HostCardLoaded{*std::move(card)};
}

Action Performer::Do(const effect::MakeHostCode& effect) {
  Result<HostCode> code = ports_.host_cards.CodeOf(effect.card, effect.event);
  if (!code) return HostCodeNotMade{effect.ticket, code.error()};
  return HostCodeMade{effect.ticket, *std::move(code)};
}

Action Performer::Do(const effect::KeepHostCard& effect) {
  Result<HostCard> kept = ports_.host_cards.Keep(effect.card);
  if (!kept) return HostCardFailed{kept.error()};
  return HostCardKept{*std::move(kept)};
}

Action Performer::Do(const effect::WriteHostCard& effect) {
  Result<std::filesystem::path> path =
      ports_.host_cards.Write(effect.card, effect.event, effect.kind, effect.folder);
  if (!path) return HostCardFailed{path.error()};
  return HostCardWritten{*std::move(path)};
}

}  // namespace kith::flow
