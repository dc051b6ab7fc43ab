// SPDX-License-Identifier: Apache-2.0
#include "app/sync_session.h"

#include <algorithm>
#include <cstdlib>

#include "app/credentials.h"
#include "core/language.h"
#include "exchange/dav/contact_records.h"
#include "exchange/dav/task_records.h"
#include "storage/files.h"

namespace kith::app {
namespace {

namespace dav = exchange::dav;

std::string FromEnvironment(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? std::string() : value;
}

Result<dav::Login> LoginFor(const std::string& server, const Config& config) {
  const std::string password = FromEnvironment("KITH_SYNC_PASSWORD");
  if (!password.empty()) {
    const std::string user = FromEnvironment("KITH_SYNC_USER");
    return dav::Login{user.empty() ? config.sync.user : user, password};
  }
  const auto kept = Credentials(config.data_folder).Load(server);
  if (!kept) return kept.error();
  if (*kept) return **kept;
  return Error{ErrorCode::kNotAllowed,
               Filled(Tr("There is no user and password for {0}. Give them: kith sync --login"), {server})};
}

Result<void> RecordExport(OpenedStore& opened, const SyncOutcome& outcome) {
  ExportRecord record;
  record.when = opened.clock->Now();
  record.format = "carddav";
  record.path = outcome.report->place.address.Text();
  for (const dav::SyncEvent& event : outcome.report->sync.events) {
    if (event.kind == dav::SyncEvent::Kind::kCreatedThere && event.id)
      record.contacts.emplace_back(*event.id);
  }
  if (record.contacts.empty()) return {};
  return opened.store->retention().RecordExport(record);
}

class CountingHttp final : public dav::Http {
 public:
  CountingHttp(dav::Http& http, std::atomic<int>* answers) : http_(http), answers_(answers) {}

  std::vector<Result<dav::HttpAnswer>> SendAll(std::span<const dav::HttpRequest> requests,
                                               const std::stop_token& stop) override {
    auto answered = http_.SendAll(requests, stop);
    if (answers_) *answers_ += static_cast<int>(answered.size());
    return answered;
  }

 private:
  dav::Http& http_;
  std::atomic<int>* answers_;
};

Result<dav::ServiceReport> SyncOne(dav::Service service, const std::string& address, const Config& config,
                                   OpenedStore& opened, const dav::SyncOptions& options,
                                   const std::stop_token& stop, std::atomic<int>* answers) {
  const Result<std::string> server = dav::ServerOf(address);
  if (!server) return server.error();
  const Result<dav::ConnectionRules> rules = RulesFor(*server, config.sync);
  if (!rules) return rules.error();
  const Result<dav::Login> login = LoginFor(*server, config);
  if (!login) return login.error();
  const auto curl = dav::MakeCurlHttp(*login, *rules);
  CountingHttp http(*curl, answers);
  storage::Store& store = *opened.store;
  if (service == dav::Service::kContacts) {
    dav::ContactRecords records(
        {store.contacts(), store.history(), store.extras(), store.events(), store.sync()}, config.region);
    return dav::SyncService(http, service, address, NameOfOurs(service), records, store.sync(), options,
                            stop);
  }
  dav::TaskRecords records(
      {store.contacts(), store.follow_ups(), store.following(), store.events(), *opened.clock},
      config.following.rules);
  return dav::SyncService(http, service, address, NameOfOurs(service), records, store.sync(), options, stop);
}

}  // namespace

const char* NameOfOurs(dav::Service service) {
  return service == dav::Service::kContacts ? "Kith" : "Kith follow-ups";
}

Result<dav::ConnectionRules> RulesFor(const std::string& server, const SyncConfig& config) {
  dav::ConnectionRules rules;
  rules.servers = {server};
  for (const std::string& address : config.also_servers) {
    const Result<std::string> also = dav::ServerOf(address);
    if (!also) return also.error();
    rules.servers.push_back(*also);
  }
  rules.ca_file = config.ca_file;
  rules.allow_unencrypted = config.insecure_http;
  return rules;
}

Result<std::vector<SyncOutcome>> RunSyncSession(const Config& config, OpenedStore& opened,
                                                const dav::SyncOptions& options, const std::stop_token& stop,
                                                std::atomic<int>* answers) {
  const std::filesystem::path folder = config.data_folder / "sync";
  if (auto made = storage::EnsurePrivateFolder(folder); !made) return made.error();
  const Result<storage::FolderLock> alone = storage::FolderLock::Take(folder);
  if (!alone) return alone.error();
  std::vector<SyncOutcome> outcomes;
  for (const dav::Service service : {dav::Service::kContacts, dav::Service::kTasks}) {
    const std::string& address =
        service == dav::Service::kContacts ? config.sync.carddav : config.sync.caldav;
    if (address.empty()) continue;
    outcomes.push_back({service, address, SyncOne(service, address, config, opened, options, stop, answers)});
    if (options.is_dry_run) continue;
    const SyncRun run = RunOf(outcomes.back(), opened.clock->Now());
    if (auto logged = opened.store->sync_log().Record(run); !logged) return logged.error();
    if (service != dav::Service::kContacts || !outcomes.back().report) continue;
    if (auto recorded = RecordExport(opened, outcomes.back()); !recorded) return recorded.error();
  }
  return outcomes;
}

SyncRun RunOf(const SyncOutcome& outcome, Instant now) {
  using EventKind = dav::SyncEvent::Kind;
  SyncRun run{
      .kind = outcome.service == dav::Service::kContacts ? SyncedKind::kContacts : SyncedKind::kFollowUps,
      .at = now};
  if (!outcome.report) {
    run.problem = outcome.report.error().message;
    return run;
  }
  const dav::SyncReport& report = outcome.report->sync;
  run.here = static_cast<int>(report.Count(EventKind::kTakenHere) + report.Count(EventKind::kChangedHere) +
                              report.Count(EventKind::kRemovedHere));
  run.there =
      static_cast<int>(report.Count(EventKind::kCreatedThere) + report.Count(EventKind::kChangedThere) +
                       report.Count(EventKind::kDeletedThere));
  if (report.trouble) run.problem = report.trouble->message;
  return run;
}

Result<void> CheckLogins(const Config& config) {
  const Result<std::vector<std::string>> servers = SyncServers(config.sync);
  if (!servers) return servers.error();
  for (const std::string& server : *servers) {
    if (const auto login = LoginFor(server, config); !login) return login.error();
  }
  return {};
}

Result<std::vector<std::string>> SyncServers(const SyncConfig& config) {
  std::vector<std::string> servers;
  for (const std::string& address : {config.carddav, config.caldav}) {
    if (address.empty()) continue;
    const Result<std::string> server = dav::ServerOf(address);
    if (!server) return server.error();
    if (std::ranges::find(servers, *server) == servers.end()) servers.push_back(*server);
  }
  if (servers.empty()) {
    return Error{
        ErrorCode::kInvalidInput,
        std::string(
            Tr("No server is set. Name one with --carddav or --caldav, or under [sync] in kith.toml."))};
  }
  return servers;
}

}  // namespace kith::app
