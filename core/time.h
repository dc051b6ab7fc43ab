// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace kith {

/// A moment in UTC. Everything that is stored with a time is stored with this one.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// A calendar day in the host's time zone: what follow-ups are due on.
using Day = std::chrono::year_month_day;

/// "2026-11-23"; nullopt if it isn't a day of the Gregorian calendar.
std::optional<Day> ParseDay(std::string_view text);
std::string FormatDay(Day day);

/// RFC 3339 in UTC with milliseconds: "2026-11-23T18:05:00.000Z".
std::optional<Instant> ParseInstant(std::string_view text);
std::string FormatInstant(Instant instant);

/// `day` moved by a number of days, which may be negative.
Day AddDays(Day day, int days);

}  // namespace kith
