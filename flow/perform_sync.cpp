// SPDX-License-Identifier: Apache-2.0
#include <functional>

#include "flow/performer.h"

namespace kith::flow {

Action Performer::Do(const effect::LoadSync&) {
  const Result<SyncPlaces> places = ports_.sync.Places();
  if (!places) return EffectFailed{places.error()};
  return SyncLoaded{*places};
}

Action Performer::Do(const effect::RunSync& effect) {
  // The program's end stops it, too.
  const std::stop_callback stop(stop_, [&] { effect.job->stop.request_stop(); });
  const auto results =
      ports_.sync.Run(effect.may_delete_many, effect.job->done, effect.job->stop.get_token());
  if (!results) return SyncFailed{effect.ticket, results.error()};
  return SyncDone{effect.ticket, *results};
}

}  // namespace kith::flow
