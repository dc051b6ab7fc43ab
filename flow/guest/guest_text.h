// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/event.h"
#include "core/time.h"
#include "flow/guest/guest_actions.h"
#include "flow/guest/visit.h"

/// What guests read. Pure.
namespace kith::flow {

/// The event's own words, Kith's where it has none; no topics if the event has none.
GuestWords WordsFor(const std::optional<Event>& event);

/// Everything that is kept, one value a line.
std::vector<KeptLine> KeptLines(const GuestRecord& record, Day today);

/// The months as they are called, from January.
std::vector<std::string> MonthNames();
/// Of a birthday whose year nobody knows: 29 for February.
int DaysOfMonth(int month);

}  // namespace kith::flow
