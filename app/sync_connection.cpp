// SPDX-License-Identifier: Apache-2.0
#include "app/sync_connection.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "app/config_edit.h"
#include "app/credentials.h"
#include "app/sync_session.h"
#include "exchange/dav/discovery.h"

namespace kith::app {
namespace {

namespace dav = exchange::dav;

void AddOnce(std::vector<std::string>& all, const std::string& one) {
  if (std::ranges::find(all, one) == all.end()) all.push_back(one);
}

/// Notes which servers requests were meant for that don't get the login.
class LeadsNoted final : public dav::Http {
 public:
  LeadsNoted(const dav::Login& login, const dav::ConnectionRules& rules)
      : http_(dav::MakeCurlHttp(login, rules)), servers_(rules.servers) {}

  std::vector<Result<dav::HttpAnswer>> SendAll(std::span<const dav::HttpRequest> requests,
                                               const std::stop_token& stop) override {
    for (const dav::HttpRequest& request : requests) {
      const Result<std::string> server = dav::ServerOf(request.url);
      if (server && std::ranges::find(servers_, *server) == servers_.end()) AddOnce(leads_to_, *server);
    }
    return http_->SendAll(requests, stop);
  }
  const std::vector<std::string>& leads_to() const { return leads_to_; }

 private:
  std::unique_ptr<dav::Http> http_;
  std::vector<std::string> servers_;
  std::vector<std::string> leads_to_;
};

struct Looked {
  Result<std::vector<dav::Place>> places;
  std::vector<std::string> leads_to;  ///< why there are none
};

/// One kind at one address.
Looked Look(dav::Service service, const std::string& address, const SyncConfig& config,
            const SyncLogin& login, const std::stop_token& stop) {
  const Result<dav::WebAddress> given = dav::ParseWebAddress(address);
  if (!given) return {given.error(), {}};
  Result<dav::ConnectionRules> rules = RulesFor(dav::ServerOf(address).value(), config);
  if (!rules) return {rules.error(), {}};
  rules->servers.insert(rules->servers.end(), login.also_servers.begin(), login.also_servers.end());
  LeadsNoted http({login.user, login.password}, *rules);
  dav::Server server(http, stop);
  auto places = dav::ListPlaces(server, *given, service, NameOfOurs(service));
  return {std::move(places), http.leads_to()};
}

std::vector<FoundPlace> FoundOf(const std::vector<dav::Place>& places) {
  std::vector<FoundPlace> found;
  for (const dav::Place& place : places)
    found.push_back({place.address.Text(), place.name, place.is_absent});
  return found;
}

/// Whether the other kind may be there all the same. A login that was refused isn't tried again: servers
/// count.
bool MayHaveTheOther(const Error& error, dav::Service service) {
  if (error.code == ErrorCode::kPermissionDenied) return service == dav::Service::kTasks;
  return error.code == ErrorCode::kNotFound;
}

/// Where it is then.
Result<std::string> Made(dav::Service service, const FoundPlace& place, const SyncConfig& config,
                         const SyncLogin& login, const std::stop_token& stop) {
  if (!place.is_absent) return place.address;
  const Result<dav::WebAddress> address = dav::ParseWebAddress(place.address);
  if (!address) return address.error();
  const Result<dav::ConnectionRules> rules = RulesFor(dav::ServerOf(place.address).value(), config);
  if (!rules) return rules.error();
  const auto http = dav::MakeCurlHttp({login.user, login.password}, *rules);
  dav::Server server(*http, stop);
  const Result<dav::Place> made = dav::MakePlace(server, {*address, place.name, false, true}, service);
  if (!made) return made.error();
  return made->address.Text();
}

std::vector<TomlChange> ChangesOf(const SyncConfig& before, const SyncConfig& after) {
  std::vector<TomlChange> changes;
  const auto note = [&](const char* key, const std::string& was, const std::string& is) {
    if (was != is) changes.push_back({"sync", key, TomlText(is)});
  };
  note("carddav", before.carddav, after.carddav);
  note("caldav", before.caldav, after.caldav);
  note("user", before.user, after.user);
  return changes;
}

/// In the file, and in force.
Result<void> Keep(RunningConfig& running, const SyncConfig& sync) {
  const MutexLock lock(running.file_mutex());
  Config config = running.Now();
  if (auto written = ChangeConfig(config.file, ChangesOf(config.sync, sync)); !written) return written;
  config.sync = sync;
  running.Set(std::move(config));
  return {};
}

}  // namespace

Result<FoundPlaces> LookAtServer(const SyncConfig& config, const SyncLogin& login,
                                 const std::stop_token& stop) {
  FoundPlaces found;
  std::optional<Error> error;
  for (const dav::Service service : {dav::Service::kContacts, dav::Service::kTasks}) {
    const bool contacts = service == dav::Service::kContacts;
    const std::string& set = contacts ? config.carddav : config.caldav;
    const std::string& address = login.address.empty() ? set : login.address;
    if (address.empty()) continue;
    const auto [places, leads_to] = Look(service, address, config, login, stop);
    for (const std::string& lead : leads_to)
      AddOnce(found.leads_to, lead);
    if (places) {
      (contacts ? found.contacts : found.follow_ups) = FoundOf(*places);
    } else if (leads_to.empty()) {
      if (!MayHaveTheOther(places.error(), service)) return places.error();
      if (!error) error = places.error();
    }
  }
  const bool has_none = found.contacts.empty() && found.follow_ups.empty() && found.leads_to.empty();
  if (error && has_none) return *error;
  return found;
}

Result<void> ConnectServer(RunningConfig& running, const SyncLogin& login, const ChosenPlaces& chosen,
                           const std::stop_token& stop) {
  const Config config = running.Now();
  SyncConfig sync = config.sync;
  sync.user = login.user;
  const auto set_up = [&](dav::Service service, const std::optional<FoundPlace>& place,
                          std::string& address) -> Result<void> {
    address.clear();
    if (!place) return {};
    Result<std::string> made = Made(service, *place, config.sync, login, stop);
    if (!made) return made.error();
    address = *std::move(made);
    return {};
  };
  if (auto set = set_up(dav::Service::kContacts, chosen.contacts, sync.carddav); !set) return set;
  if (auto set = set_up(dav::Service::kTasks, chosen.follow_ups, sync.caldav); !set) return set;
  const Result<std::vector<std::string>> servers = SyncServers(sync);
  if (!servers) return servers.error();
  if (auto kept = Keep(running, sync); !kept) return kept;
  const Credentials credentials(config.data_folder);
  for (const std::string& server : *servers) {
    const auto kept = credentials.Save(server, {login.user, login.password});
    if (kept) continue;
    static_cast<void>(Keep(running, config.sync));  // what is said is why the login wasn't kept
    return kept.error();
  }
  return {};
}

Result<void> DisconnectServer(RunningConfig& running) {
  const Config config = running.Now();
  const Result<std::vector<std::string>> servers = SyncServers(config.sync);
  if (!servers) return servers.error();
  for (const std::string& server : *servers) {
    if (auto removed = Credentials(config.data_folder).Remove(server); !removed) return removed;
  }
  SyncConfig none = config.sync;
  none.carddav.clear();
  none.caldav.clear();
  none.user.clear();
  return Keep(running, none);
}

}  // namespace kith::app
