// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/ids.h"
#include "core/time.h"

namespace kith {

/// What guests read and are asked at an event, in the host's words. Empty: in Kith's own.
struct GuestWords {
  std::string question;             ///< "What do you like to talk about?"
  std::vector<std::string> topics;  ///< answers to tick; free text is always possible
  std::string keep_in_touch;        ///< of the first consent: the host may keep the details and write
  std::string introduce;            ///< of the second: the host may introduce them to other guests
  std::string privacy;              ///< what becomes of the details; one or two sentences

  friend bool operator==(const GuestWords&, const GuestWords&) = default;
};

/// The meetup at which contacts are captured.
struct Event {
  EventId id;
  std::string name;  ///< unique, compared without case and accents
  std::string place;
  std::optional<Instant> begin;
  std::optional<Instant> end;
  GuestWords words = {};
  std::string plan = {};  ///< of following up, by its name; empty: as the configuration says

  friend bool operator==(const Event&, const Event&) = default;
};

/// The event that captures belong to, as a person chose it.
struct EventChoice {
  bool made = false;           ///< false: nobody chose yet
  std::optional<Event> event;  ///< nullopt: none

  friend bool operator==(const EventChoice&, const EventChoice&) = default;
};

}  // namespace kith
