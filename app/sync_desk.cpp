// SPDX-License-Identifier: Apache-2.0
#include "app/sync_desk.h"

#include <optional>
#include <utility>

#include "app/sync_connection.h"
#include "app/sync_session.h"
#include "core/language.h"

namespace kith::app {
namespace {

namespace dav = exchange::dav;
using Kind = dav::SyncEvent::Kind;

/// Only what a person should know of: the rest is counted.
std::optional<std::string> NoteOf(const dav::SyncEvent& event) {
  switch (event.kind) {
    case Kind::kContested:
      return Filled(
          Tr("Both ends changed it. What stands here stays; the other value waits as a suggestion: {0}"),
          {event.detail});
    case Kind::kUnreadable:
      return Filled(Tr("What the server has can't be read, and stays as it is: {0}"), {event.detail});
    case Kind::kRefused:
      return Filled(Tr("The server refused it: {0}"), {event.detail});
    case Kind::kRemovedHere:
      return std::string(Tr("Deleted on the server, so put aside here; it can be had back for 30 days."));
    default:
      return std::nullopt;
  }
}

SyncResult ResultOf(const SyncOutcome& outcome, Instant now) {
  SyncResult result{.run = RunOf(outcome, now)};
  if (!outcome.report) return result;
  const dav::SyncReport& report = outcome.report->sync;
  result.held_back = static_cast<int>(report.Count(Kind::kHeldBack));
  for (const dav::SyncEvent& event : report.events) {
    if (auto note = NoteOf(event)) result.notes.push_back({event.name, *std::move(note)});
  }
  return result;
}

}  // namespace

ConfiguredSync::ConfiguredSync(std::shared_ptr<RunningConfig> running, OpenedStore& opened)
    : running_(std::move(running)), opened_(opened) {}

Result<SyncPlaces> ConfiguredSync::Places() {
  const Config config = running_->Now();
  SyncPlaces places{
      .contacts = config.sync.carddav, .follow_ups = config.sync.caldav, .user = config.sync.user};
  if (places.empty()) return places;
  if (const auto login = CheckLogins(config); !login) {
    places.needs_login = login.error().code == ErrorCode::kNotAllowed;
    if (!places.needs_login) places.problem = login.error().message;
  }
  Result<std::vector<SyncRun>> last = opened_.store->sync_log().Last();
  if (!last) return last.error();
  places.last = *std::move(last);
  return places;
}

Result<FoundPlaces> ConfiguredSync::LookAt(const SyncLogin& login, const std::stop_token& stop) {
  return LookAtServer(running_->Now().sync, login, stop);
}

Result<void> ConfiguredSync::Connect(const SyncLogin& login, const ChosenPlaces& chosen,
                                     const std::stop_token& stop) {
  return ConnectServer(*running_, login, chosen, stop);
}

Result<void> ConfiguredSync::Disconnect() {
  if (auto disconnected = DisconnectServer(*running_); !disconnected) return disconnected;
  return opened_.store->sync_log().Forget();
}

Result<std::vector<SyncResult>> ConfiguredSync::Run(bool may_delete_many, std::atomic<int>& answers,
                                                    const std::stop_token& stop) {
  const auto outcomes = RunSyncSession(running_->Now(), opened_,
                                       {dav::Direction::kBothWays, false, may_delete_many}, stop, &answers);
  if (!outcomes) return outcomes.error();
  std::vector<SyncResult> results;
  for (const SyncOutcome& outcome : *outcomes)
    results.push_back(ResultOf(outcome, opened_.clock->Now()));
  return results;
}

}  // namespace kith::app
