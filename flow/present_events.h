// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/event_figures.h"
#include "flow/state.h"

/// What is shown of events. Pure.
namespace kith::flow {

/// Captures of an hour where the host is.
struct LocalHour {
  Day day{};
  int hour = 0;
  int count = 0;
};

/// "Town Hall, 23 November"; may be empty.
std::string EventAbout(const KnownEvent& known, Day today);

/// `hours` in order. Up to a day and a half is shown by the hour, more by the day.
EventNumbers NumbersOf(const EventFigures& figures, std::span<const LocalHour> hours, Day today);

/// All of what must be right, the worst first: the machine's findings, and what the state knows by itself.
std::vector<ReadyFinding> ReadyLines(const AppState& state);
/// "All is ready.", "2 things to look at."
std::string ReadySummary(std::span<const ReadyFinding> lines);

}  // namespace kith::flow
