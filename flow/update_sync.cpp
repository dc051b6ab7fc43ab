// SPDX-License-Identifier: Apache-2.0
#include "flow/updater.h"

namespace kith::flow {

void Updater::On(const SyncLoaded& action) {
  if (state_.lock.locked) return;
  state_.sync.loaded = true;
  state_.sync.places = action.places;
}

void Updater::On(const StartSync& action) {
  SyncScreenState& sync = state_.sync;
  if (state_.lock.locked || sync.job || !sync.loaded || sync.asks_for_login()) return;
  sync.job = std::make_shared<LongJob>();
  sync.ticket = state_.next_ticket++;
  sync.results.clear();
  sync.error.reset();
  Run(effect::RunSync{sync.ticket, action.may_delete_many, sync.job});
}

void Updater::On(const StopSync&) {
  if (!state_.lock.locked) EndSync();
}

void Updater::EndSync() {
  for (const auto& job : {state_.sync.job, state_.sync.connect.job}) {
    if (job) job->stop.request_stop();
  }
}

void Updater::On(const SyncDone& action) {
  SyncScreenState& sync = state_.sync;
  LoadDueList();
  if (action.ticket != sync.ticket) return;
  sync.job.reset();
  sync.results = action.results;
  Run(effect::LoadSync{});
}

void Updater::On(const SyncFailed& action) {
  SyncScreenState& sync = state_.sync;
  if (action.ticket != sync.ticket) return;
  sync.job.reset();
  if (action.error.code != ErrorCode::kCancelled) sync.error = action.error;
}

}  // namespace kith::flow
