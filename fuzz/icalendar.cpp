// SPDX-License-Identifier: Apache-2.0
// Any bytes as a calendar; each task of it is written over it.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "exchange/calendar/icalendar_reader.h"
#include "exchange/calendar/tasks.h"

namespace {

class StandingClock final : public kith::Clock {
 public:
  kith::Instant Now() const override { return {}; }
  kith::Day Today() const override { return DayAt({}); }
  kith::Day DayAt(kith::Instant instant) const override {
    return kith::Day(std::chrono::floor<std::chrono::days>(instant));
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kith;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const StandingClock clock;
  const Result<exchange::CalendarContents> contents = exchange::ReadCalendar(text, clock);
  if (!contents) return 0;
  for (const exchange::CalendarEntry& entry : contents->entries) {
    if (entry.form == exchange::CalendarForm::kTask) (void)exchange::WriteTask(entry, clock, text);
  }
  return 0;
}
