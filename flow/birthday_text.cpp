// SPDX-License-Identifier: Apache-2.0
#include "flow/birthday_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <vector>

#include "core/contact_changes.h"
#include "core/text.h"
#include "flow/day_names.h"

namespace kith::flow {
namespace {

/// Where a day without its year is written with the month first (Unicode CLDR 42, the pattern "Md").
constexpr std::array<std::string_view, 19> kMonthFirst = {"US", "CA", "PH", "PR", "GU", "VI", "AS",
                                                          "MP", "MH", "UM", "CN", "JP", "KR", "KP",
                                                          "TW", "MN", "HU", "LT", "ZA"};
constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};
constexpr std::size_t kShortestMonth = 3;
constexpr int kFirstYear = 1000;

struct Parts {
  std::vector<int> numbers;
  int month = 0;  ///< that was written out; 0: none
  bool sound = true;
};

/// "14th" is 14.
bool IsOrdinal(const std::string& word) {
  return word == "st" || word == "nd" || word == "rd" || word == "th";
}

/// In English or in the person's language; 0: it isn't one.
int MonthOf(const std::string& word) {
  for (unsigned month = 1; month <= kMonths.size() && word.size() >= kShortestMonth; ++month) {
    if (kMonths[month - 1].starts_with(word) || LowerCase(MonthName(month)).starts_with(word))
      return static_cast<int>(month);
  }
  return 0;
}

void TakeWord(const std::string& word, Parts& parts) {
  if (word == "of" || (IsOrdinal(word) && !parts.numbers.empty())) return;
  const int month = MonthOf(word);
  parts.sound = parts.sound && month != 0 && parts.month == 0;
  parts.month = month;
}

Parts PartsOf(std::string_view text) {
  Parts parts;
  std::string run;
  const auto end_run = [&] {
    if (run.empty()) return;
    if (std::isdigit(static_cast<unsigned char>(run[0])) == 0) {
      TakeWord(run, parts);
    } else if (run.size() <= 4) {
      parts.numbers.push_back(std::stoi(run));
    } else {
      parts.sound = false;
    }
    run.clear();
  };
  const auto kind = [](char c) {
    const auto u = static_cast<unsigned char>(c);
    return std::isdigit(u) != 0 ? 1 : std::isalpha(u) != 0 || u >= 0x80 ? 2 : 0;
  };
  for (const char c : text) {
    if (!run.empty() && kind(c) != kind(run[0])) end_run();
    if (kind(c) != 0) run += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  end_run();
  return parts;
}

std::optional<Birthday> Made(int year, int month, int day) {
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  const std::string month_and_day = two(month) + "-" + two(day);
  return ParseBirthday(year == 0 ? "--" + month_and_day : std::to_string(year) + "-" + month_and_day);
}

}  // namespace

std::optional<Birthday> ReadBirthday(std::string_view text, std::string_view region) {
  Parts parts = PartsOf(text);
  std::vector<int>& numbers = parts.numbers;
  if (!parts.sound) return std::nullopt;
  int year = 0;
  bool year_first = text.starts_with("--");
  if (const auto at = std::ranges::find_if(numbers, [](int n) { return n >= kFirstYear; });
      at != numbers.end()) {
    year_first = parts.month == 0 && at == numbers.begin();
    year = *at;
    numbers.erase(at);
  }
  if (parts.month != 0) return numbers.size() == 1 ? Made(year, parts.month, numbers[0]) : std::nullopt;
  if (numbers.size() != 2) return std::nullopt;
  const bool surely_month_first = year_first || numbers[1] > 12;
  const bool surely_day_first = numbers[0] > 12;
  const bool month_first = surely_month_first ||
                           (!surely_day_first && std::ranges::find(kMonthFirst, region) != kMonthFirst.end());
  return month_first ? Made(year, numbers[0], numbers[1]) : Made(year, numbers[1], numbers[0]);
}

}  // namespace kith::flow
