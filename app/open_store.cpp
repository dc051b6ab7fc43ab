// SPDX-License-Identifier: Apache-2.0
#include "app/open_store.h"

#include <utility>

namespace kith::app {

Result<std::unique_ptr<OpenedStore>> OpenStore(const Config& config) {
  auto clock = followup::SystemClock::InZone(config.time_zone);
  if (!clock) return clock.error();
  auto opened = std::make_unique<OpenedStore>();
  opened->clock = std::make_unique<followup::SystemClock>(*clock);
  auto store = storage::Store::Open(config.data_folder / "kith.db", *opened->clock);
  if (!store) return store.error();
  opened->store = std::move(*store);
  return opened;
}

HostCardStore HostCardOf(const Config& config, const Clock& clock) {
  return {config.data_folder / "host.vcf", config.region, clock};
}

storage::PinFile HostPin(const Config& config) {
  return storage::PinFile(config.data_folder / "pin");
}

Result<std::optional<EventId>> FindEvent(EventStore& events, const std::string& name) {
  if (name.empty()) return std::optional<EventId>();
  const Result<std::optional<Event>> event = events.Find(name);
  if (!event) return event.error();
  if (!*event) {
    return Error{ErrorCode::kNotFound, "There is no event named \"" + name + "\". Check the spelling."};
  }
  return std::optional<EventId>((*event)->id);
}

}  // namespace kith::app
