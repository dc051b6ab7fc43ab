// SPDX-License-Identifier: Apache-2.0
#include "exchange/dav/sync_service.h"

namespace kith::exchange::dav {

Result<ServiceReport> SyncService(Http& http, Service service, const std::string& address,
                                  const std::string& name, Records& records, SyncStore& store,
                                  const SyncOptions& options, const std::stop_token& stop) {
  const Result<WebAddress> given = ParseWebAddress(address);
  if (!given) return given.error();
  Server server(http, stop);
  const Result<Place> place = FindPlace(server, *given, service, name, !options.is_dry_run);
  if (!place) return place.error();
  ServiceReport report{*place};
  if (place->is_absent) {
    const Result<std::vector<LocalRecord>> all = records.List();
    if (!all) return all.error();
    for (const LocalRecord& record : *all) {
      if (record.is_settled) continue;
      const Result<KnownText> known = records.Know(record.text, true);
      report.sync.events.push_back({SyncEvent::Kind::kCreatedThere, known ? known->name : std::string()});
    }
    return report;
  }
  Collection collection(server, place->address, service);
  report.sync = Synchronise(collection, records, store, options);
  return report;
}

}  // namespace kith::exchange::dav
