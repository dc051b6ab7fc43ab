// SPDX-License-Identifier: Apache-2.0
#include "core/time.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace kith {
namespace {

/// The number that `width` digits at `position` spell; nullopt if they aren't all digits.
std::optional<int> Digits(std::string_view text, std::size_t position, std::size_t width) {
  const std::string_view part = text.substr(position, width);
  int value = 0;
  const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
  if (error != std::errc() || end != part.data() + part.size() || part.size() != width || part[0] == '-') {
    return std::nullopt;
  }
  return value;
}

}  // namespace

std::optional<Day> ParseDay(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = Digits(text, 0, 4);
  const auto month = Digits(text, 5, 2);
  const auto day = Digits(text, 8, 2);
  if (!year || !month || !day) return std::nullopt;
  const Day result{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                   std::chrono::day(static_cast<unsigned>(*day))};
  return result.ok() ? std::optional(result) : std::nullopt;
}

std::string FormatDay(Day day) {
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return buffer.data();
}

std::optional<Instant> ParseInstant(std::string_view text) {
  if (text.size() != 24 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != '.' ||
      text[23] != 'Z') {
    return std::nullopt;
  }
  const auto day = ParseDay(text.substr(0, 10));
  const auto hours = Digits(text, 11, 2);
  const auto minutes = Digits(text, 14, 2);
  const auto seconds = Digits(text, 17, 2);
  const auto milliseconds = Digits(text, 20, 3);
  if (!day || !hours || !minutes || !seconds || !milliseconds) return std::nullopt;
  if (*hours > 23 || *minutes > 59 || *seconds > 59) return std::nullopt;
  return std::chrono::sys_days(*day) + std::chrono::hours(*hours) + std::chrono::minutes(*minutes) +
         std::chrono::seconds(*seconds) + std::chrono::milliseconds(*milliseconds);
}

std::string FormatInstant(Instant instant) {
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::hh_mm_ss time(instant - day);
  std::array<char, 48> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "T%02d:%02d:%02d.%03dZ", static_cast<int>(time.hours().count()),
                static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()),
                static_cast<int>(time.subseconds().count()));
  return FormatDay(Day(day)) + buffer.data();
}

Day AddDays(Day day, int days) {
  return Day(std::chrono::sys_days(day) + std::chrono::days(days));
}

}  // namespace kith
