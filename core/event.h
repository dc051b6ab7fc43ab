// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "core/ids.h"
#include "core/time.h"

namespace kith {

/// The meetup at which contacts are captured.
struct Event {
  EventId id;
  std::string name;  ///< unique, compared without case and accents
  std::string place;
  std::optional<Instant> begin;
  std::optional<Instant> end;

  friend bool operator==(const Event&, const Event&) = default;
};

}  // namespace kith
