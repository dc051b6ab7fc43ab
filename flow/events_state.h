// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/event.h"
#include "core/readiness.h"
#include "core/result.h"

/// What the screen of events shows, and an event as text that a person edits.
namespace kith::flow {

struct KnownEvent {
  Event event;
  std::optional<Day> begin = {};  ///< days of the event, where the host is
  std::optional<Day> end = {};

  friend bool operator==(const KnownEvent&, const KnownEvent&) = default;
};

struct EventEdit {
  std::string name = {};
  std::string place = {};
  std::string begin = {};  ///< "2026-11-23"; empty: not known
  std::string end = {};
  std::string plan = {};
  std::string question = {};
  std::string topics = {};  ///< "Hiking, open data"
  std::string keep_in_touch = {};
  std::string introduce = {};
  std::string privacy = {};

  friend bool operator==(const EventEdit&, const EventEdit&) = default;
};

struct EventBar {
  std::string label;  ///< below it: "18"
  std::string tip;    ///< "Monday, 18 to 19 h: 12 cards"
  int count = 0;

  friend bool operator==(const EventBar&, const EventBar&) = default;
};

struct EventNumber {
  std::string value;  ///< "42", "97 %"
  std::string label;  ///< "people met"

  friend bool operator==(const EventNumber&, const EventNumber&) = default;
};

struct EventNumbers {
  std::string bars_title;
  std::vector<EventBar> bars;  ///< none: no card was captured
  std::vector<EventNumber> numbers;

  friend bool operator==(const EventNumbers&, const EventNumbers&) = default;
};

/// How the event was before it was changed last; a new one is taken back by erasing it.
struct EventUndo {
  KnownEvent before;
  bool was_new = false;
};

struct EventsState {
  bool loaded = false;
  std::vector<KnownEvent> events = {};  ///< newest first
  std::vector<std::string> plans = {};  ///< to choose from
  std::optional<EventId> selected = {};
  std::optional<EventNumbers> numbers = {};  ///< of `selected`, once they are there
  bool busy = false;
  int saved = 0;  ///< counts up when a change was kept: forms may close
  std::optional<EventUndo> undo = {};
};

/// Whether all is there before guests come.
struct ReadyState {
  bool checking = false;
  std::vector<ReadyFinding> findings = {};  ///< of the machine; empty: nobody looked yet
};

EventEdit EditOf(const KnownEvent& known);
/// `before` with what was edited; its days are new, its moments not yet. kInvalidInput without a name, for
/// what is no day, and for an end before the begin.
Result<KnownEvent> Edited(const EventEdit& edit, KnownEvent before);

}  // namespace kith::flow
