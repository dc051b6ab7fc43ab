// SPDX-License-Identifier: Apache-2.0
#include "followup/system_clock.h"

#include <ctime>
#include <optional>
#include <stdexcept>

#include <date/tz.h>

#include "core/language.h"

namespace kith::followup {
namespace {

Day DayInZone(const date::time_zone& zone, Instant instant) {
  const auto local_day = date::floor<date::days>(zone.to_local(instant));
  return Day(std::chrono::sys_days(std::chrono::days(local_day.time_since_epoch().count())));
}

/// nullopt where the C library has no such year.
std::optional<std::tm> InSystemZone(Instant instant) {
  // Not by system_clock, whose nanoseconds reach from 1677 to 2262 only.
  const auto seconds =
      static_cast<std::time_t>(std::chrono::floor<std::chrono::seconds>(instant).time_since_epoch().count());
  std::tm local{};
  if (localtime_r(&seconds, &local) == nullptr) return std::nullopt;
  return local;
}

Day DayInSystemZone(Instant instant) {
  const std::optional<std::tm> found = InSystemZone(instant);
  if (!found) return Day(std::chrono::floor<std::chrono::days>(instant));
  const std::tm& local = *found;
  return Day(std::chrono::year(local.tm_year + 1900),
             std::chrono::month(static_cast<unsigned>(local.tm_mon + 1)),
             std::chrono::day(static_cast<unsigned>(local.tm_mday)));
}

}  // namespace

Result<SystemClock> SystemClock::InZone(const std::string& zone) {
  if (zone.empty()) {
    tzset();  // localtime_r needn't do it (POSIX.1-2017)
    return SystemClock(nullptr);
  }
  try {
    date::get_tzdb();
  } catch (const std::exception& exception) {
    return Error{ErrorCode::kUnavailable,
                 std::string(Tr("The time zone database isn't installed. Install the package tzdata, or "
                                "leave the time zone empty.")),
                 exception.what()};
  }
  try {
    return SystemClock(date::locate_zone(zone));
  } catch (const std::exception& exception) {
    return Error{ErrorCode::kInvalidInput,
                 Filled(Tr("There is no time zone \"{0}\". Give a name such as \"Europe/Berlin\", or leave "
                           "it empty for the machine's own."),
                        {zone}),
                 exception.what()};
  }
}

Instant SystemClock::Now() const {
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

Day SystemClock::Today() const {
  return DayAt(Now());
}

Day SystemClock::DayAt(Instant instant) const {
  return zone_ != nullptr ? DayInZone(*zone_, instant) : DayInSystemZone(instant);
}

std::chrono::minutes SystemClock::TimeOfDay(Instant instant) const {
  using std::chrono::minutes;
  if (zone_ != nullptr) {
    const auto local = zone_->to_local(instant);
    return std::chrono::floor<minutes>(local - date::floor<date::days>(local));
  }
  const std::optional<std::tm> local = InSystemZone(instant);
  return local ? std::chrono::hours(local->tm_hour) + minutes(local->tm_min) : minutes(0);
}

}  // namespace kith::followup
