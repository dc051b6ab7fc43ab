// SPDX-License-Identifier: Apache-2.0
#include "flow/day_names.h"

#include <array>
#include <optional>

#include "core/language.h"
#include "core/text.h"

namespace kith::flow {
namespace {

constexpr std::array kMonths = {TrLater("January"), TrLater("February"), TrLater("March"),
                                TrLater("April"),   TrLater("May"),      TrLater("June"),
                                TrLater("July"),    TrLater("August"),   TrLater("September"),
                                TrLater("October"), TrLater("November"), TrLater("December")};
constexpr std::array kWeekdays = {TrLater("Sunday"),    TrLater("Monday"),   TrLater("Tuesday"),
                                  TrLater("Wednesday"), TrLater("Thursday"), TrLater("Friday"),
                                  TrLater("Saturday")};
constexpr std::array kOnWeekdays = {TrLater("on Sunday"),    TrLater("on Monday"),   TrLater("on Tuesday"),
                                    TrLater("on Wednesday"), TrLater("on Thursday"), TrLater("on Friday"),
                                    TrLater("on Saturday")};

std::string MonthDay(std::chrono::month_day day, std::optional<std::chrono::year> year) {
  const std::string number = std::to_string(static_cast<unsigned>(day.day()));
  const std::string_view month = MonthName(static_cast<unsigned>(day.month()));
  // Translators: "14 March", and with the year.
  return year ? Filled(Tr("{0} {1} {2}"), {number, month, std::to_string(static_cast<int>(*year))})
              : Filled(Tr("{0} {1}"), {number, month});
}

std::string DateName(Day day, Day today) {
  const bool this_year = day.year() == today.year();
  return MonthDay(day.month() / day.day(), this_year ? std::nullopt : std::optional(day.year()));
}

/// "today", "tomorrow" and "yesterday": the same wherever they stand.
std::optional<std::string> NearDay(Day day, Day today) {
  if (day == today) return std::string(Tr("today"));
  if (day == AddDays(today, 1)) return std::string(Tr("tomorrow"));
  if (day == AddDays(today, -1)) return std::string(Tr("yesterday"));
  return std::nullopt;
}

/// 0 is Sunday; nullopt if it isn't one of the coming six days.
std::optional<unsigned> ComingWeekday(Day day, Day today) {
  const std::chrono::sys_days then(day), now(today);
  if (then <= now || then >= now + std::chrono::days(7)) return std::nullopt;
  return std::chrono::weekday(then).c_encoding();
}

}  // namespace

std::string DayName(Day day, Day today) {
  if (const auto near = NearDay(day, today)) return *near;
  if (const auto weekday = ComingWeekday(day, today)) return std::string(Tr(kOnWeekdays[*weekday]));
  return DateName(day, today);
}

std::string OnDay(Day day, Day today) {
  if (NearDay(day, today) || ComingWeekday(day, today)) return DayName(day, today);
  // Translators: {0} is a date, "3 December".
  return Filled(Tr("on {0}"), {DateName(day, today)});
}

std::string PlainDay(Day day, Day today) {
  if (const auto near = NearDay(day, today)) return *near;
  if (const auto weekday = ComingWeekday(day, today)) return std::string(Tr(kWeekdays[*weekday]));
  return DateName(day, today);
}

std::string_view MonthName(unsigned month) {
  return Tr(kMonths[month - 1]);
}

std::string BirthdayName(const Birthday& birthday) {
  return MonthDay(birthday.day, birthday.year);
}

std::string Joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) {
    if (!part.empty()) text += (text.empty() ? "" : ", ") + part;
  }
  return text;
}

std::string Capitalized(const std::string& text) {
  std::u32string letters = DecodeUtf8(text);
  if (letters.empty()) return text;
  return UpperCase(EncodeUtf8(letters.substr(0, 1))) + EncodeUtf8(letters.substr(1));
}

}  // namespace kith::flow
