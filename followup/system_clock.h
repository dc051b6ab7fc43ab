// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/clock.h"
#include "core/result.h"

namespace date {
class time_zone;
}

namespace kith::followup {

/// The machine's clock, and the days of one time zone. Safe to call from every thread, as long as nobody
/// changes the environment.
class SystemClock : public Clock {
 public:
  /// `zone` is a name of the IANA time zone database ("Europe/Berlin"). Empty: the system's zone as the C
  /// library knows it, that is TZ if it is set, else /etc/localtime, else UTC.
  /// kInvalidInput if the database has no such zone; kUnavailable if the machine has no database.
  static Result<SystemClock> InZone(const std::string& zone);

  Instant Now() const override;
  Day Today() const override;

  Day DayAt(Instant instant) const override;

  /// Since midnight, as the clocks on the wall show it.
  std::chrono::minutes TimeOfDay(Instant instant) const;

 private:
  explicit SystemClock(const date::time_zone* zone) : zone_(zone) {}

  const date::time_zone* zone_;  ///< lives as long as the program; nullptr: the system's
};

}  // namespace kith::followup
