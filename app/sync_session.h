// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "app/config.h"
#include "app/open_store.h"
#include "core/result.h"
#include "core/sync_desk.h"
#include "exchange/dav/curl_http.h"
#include "exchange/dav/sync_service.h"

namespace kith::app {

/// What became of one service: contacts or follow-ups.
struct SyncOutcome {
  exchange::dav::Service service = exchange::dav::Service::kContacts;
  std::string address;  ///< as it was given
  Result<exchange::dav::ServiceReport> report;
};

/// Synchronises what the configuration has addresses for, contacts first. The login is the environment's
/// (KITH_SYNC_USER, KITH_SYNC_PASSWORD) or the one that is kept; kNotAllowed without one. One runs at a time
/// on a data folder, others wait. Contacts that go to the server are recorded as exported, and how it ended
/// in the SyncLog. `answers` counts those of the server.
Result<std::vector<SyncOutcome>> RunSyncSession(const Config& config, OpenedStore& opened,
                                                const exchange::dav::SyncOptions& options,
                                                const std::stop_token& stop,
                                                std::atomic<int>* answers = nullptr);

/// What the outcome was, in numbers and a sentence.
SyncRun RunOf(const SyncOutcome& outcome, Instant now);

/// What Kith calls collections of its own.
const char* NameOfOurs(exchange::dav::Service service);

/// For that server and those that the configuration trusts beside it.
Result<exchange::dav::ConnectionRules> RulesFor(const std::string& server, const SyncConfig& config);

/// kNotAllowed if a server that needs a login has none.
Result<void> CheckLogins(const Config& config);

/// The servers that need a login.
Result<std::vector<std::string>> SyncServers(const SyncConfig& config);

}  // namespace kith::app
