// SPDX-License-Identifier: Apache-2.0
#include <stop_token>
#include <utility>

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

Action Performer::Do(const effect::TryLogin& effect) {
  const std::stop_callback stop(stop_, [&] { effect.job->stop.request_stop(); });
  Result<FoundPlaces> found = ports_.sync.LookAt(effect.login, effect.job->stop.get_token());
  if (!found) return ServerNotConnected{effect.ticket, found.error()};
  return LoginTried{effect.ticket, *std::move(found)};
}

Action Performer::Do(const effect::ConnectServer& effect) {
  const std::stop_callback stop(stop_, [&] { effect.job->stop.request_stop(); });
  const Result<void> connected =
      ports_.sync.Connect(effect.login, effect.chosen, effect.job->stop.get_token());
  if (!connected) return ServerNotConnected{effect.ticket, connected.error()};
  return ServerConnected{effect.ticket};
}

Action Performer::Do(const effect::DisconnectServer&) {
  const Result<void> disconnected = ports_.sync.Disconnect();
  if (!disconnected) return ServerNotDisconnected{disconnected.error()};
  return ServerDisconnected{};
}

}  // namespace kith::flow
