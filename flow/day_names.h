// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/contact.h"
#include "core/time.h"

/// Days and lists as sentences want them, in the person's language.
namespace kith::flow {

/// By itself: "today", "tomorrow", "yesterday", "on Friday" (the coming six days), "3 December", "3 December
/// 2027".
std::string DayName(Day day, Day today);
/// When something is: "today", "on Friday", "on 3 December".
std::string OnDay(Day day, Day today);
/// Behind "until" and "since": "today", "Friday", "3 December".
std::string PlainDay(Day day, Day today);
/// `month` from 1.
std::string_view MonthName(unsigned month);
/// "14 March", "14 March 1990".
std::string BirthdayName(const Birthday& birthday);

/// "Ada, Ben, Cyd". Empty ones are left out.
std::string Joined(const std::vector<std::string>& parts);
/// With a large first letter.
std::string Capitalized(const std::string& text);

}  // namespace kith::flow
