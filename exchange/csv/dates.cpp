// SPDX-License-Identifier: Apache-2.0
#include "exchange/csv/dates.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <vector>

#include "core/text.h"

namespace kith::exchange {
namespace {

constexpr unsigned kMonths = 12;

/// Month names without accents: English, German, French, Spanish, Italian, Portuguese, Dutch.
constexpr std::array<std::string_view, kMonths> kNames = {
    "january januar janvier enero gennaio janeiro januari",
    "february februar fevrier febrero febbraio fevereiro februari",
    "march marz maerz mars marzo marco maart mrz",
    "april avril abril aprile avr abr",
    "may mai mayo maggio maio mei",
    "june juni juin junio giugno junho",
    "july juli juillet julio luglio julho",
    "august aout agosto augustus",
    "september septembre septiembre settembre setembro",
    "october oktober octobre octubre ottobre outubro",
    "november novembre noviembre novembro",
    "december dezember decembre diciembre dicembre dezembro"};

/// 1 to 12; 0 for other words. Names may be cut down to three letters where only one month begins so.
unsigned MonthOf(std::string_view word) {
  if (word.size() < 3) return 0;
  unsigned found = 0;
  for (unsigned i = 0; i < kMonths; ++i) {
    const std::vector<std::string> names = SplitText(kNames[i], " ");
    const bool is_one = std::any_of(names.begin(), names.end(),
                                    [&](const std::string& name) { return name.starts_with(word); });
    if (!is_one) continue;
    if (found != 0) return 0;  // "jui" is June and July, "mar" only March
    found = i + 1;
  }
  return found;
}

struct Part {
  int number = -1;
  std::size_t digits = 0;
  unsigned month = 0;  ///< of a word
  char before = '\0';  ///< the character before it, but for spaces
};

/// Numbers and month names; nullopt if there is anything else than small words and marks.
std::optional<std::vector<Part>> PartsOf(const std::string& text) {
  std::vector<Part> parts;
  for (std::size_t i = 0; i < text.size();) {
    const auto is = [&](int (*kind)(int), std::size_t at) {
      return at < text.size() && kind(static_cast<unsigned char>(text[at])) != 0;
    };
    const std::size_t begin = i;
    const std::size_t mark = begin == 0 ? std::string::npos : text.find_last_not_of(' ', begin - 1);
    const char before = mark == std::string::npos ? '\0' : text[mark];
    if (is(std::isdigit, i)) {
      while (is(std::isdigit, i))
        ++i;
      if (i - begin > 8) return std::nullopt;
      parts.push_back({std::stoi(text.substr(begin, i - begin)), i - begin, 0, before});
    } else if (is(std::isalpha, i)) {
      while (is(std::isalpha, i))
        ++i;
      const std::string word = text.substr(begin, i - begin);
      const unsigned month = MonthOf(word);
      static constexpr std::array kSmall = {"st",  "nd",  "rd",   "th",  "de", "of",
                                            "den", "der", "nian", "yue", "ri"};
      if (month != 0) {
        parts.push_back({-1, 0, month, before});
      } else if (std::find(kSmall.begin(), kSmall.end(), word) == kSmall.end()) {
        return std::nullopt;
      }
    } else {
      ++i;
    }
    if (parts.size() > 3) return std::nullopt;
  }
  return parts;
}

/// Without a time of day behind.
std::string WithoutTime(std::string text) {
  const std::size_t colon = text.find(':');
  std::size_t end = text.size();
  if (colon != std::string::npos) {
    const std::size_t space = text.find_last_of(" t", colon);
    if (space != std::string::npos) end = space;
  }
  text.resize(end);
  return text;
}

ReadDay DayFrom(std::optional<int> year, int month, int day) {
  using std::chrono::year_month_day;
  if (month < 1 || month > 12 || day < 1 || day > 31) return {};
  const std::chrono::month_day month_day(std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day)));
  if (!month_day.ok()) return {};
  Birthday birthday{month_day, std::nullopt};
  if (year && *year != 1604) {
    const std::chrono::year full(*year);
    if (*year < 1000 || *year > 3000 || !year_month_day(full, month_day.month(), month_day.day()).ok())
      return {};
    birthday.year = full;
  }
  return {DateKind::kDay, birthday};
}

int FullYear(const Part& part) {
  if (part.digits != 2) return part.number;
  return part.number <= 29 ? 2000 + part.number : 1900 + part.number;
}

/// "12 June 1984", "June 12, 1984", "12 Jun".
ReadDay FromWords(const std::vector<Part>& parts) {
  int month = 0;
  std::vector<Part> numbers;
  for (const Part& part : parts) {
    if (part.month != 0) {
      if (month != 0) return {};
      month = static_cast<int>(part.month);
    } else {
      numbers.push_back(part);
    }
  }
  if (numbers.size() == 1) return DayFrom(std::nullopt, month, numbers[0].number);
  if (numbers.size() != 2) return {};
  if (numbers[0].digits == 4) std::swap(numbers[0], numbers[1]);
  return DayFrom(FullYear(numbers[1]), month, numbers[0].number);
}

/// "a/b/year" and "a/b", in an order that has to be found.
ReadDay FromOrdered(const Part& a, const Part& b, std::optional<int> year, bool dots, DateOrder order) {
  const ReadDay day_first = DayFrom(year, b.number, a.number);
  const ReadDay month_first = DayFrom(year, a.number, b.number);
  if (dots || day_first == month_first) return day_first;
  if (month_first.kind != DateKind::kDay) return day_first;
  if (day_first.kind != DateKind::kDay) return month_first;
  if (order == DateOrder::kDayFirst) return day_first;
  if (order == DateOrder::kMonthFirst) return month_first;
  return {DateKind::kAmbiguous, {}};
}

ReadDay FromEightDigits(int number) {
  return DayFrom(number / 10000, number / 100 % 100, number % 100);
}

bool IsNoDay(const std::vector<Part>& parts) {
  const bool zeros =
      std::all_of(parts.begin(), parts.end(), [](const Part& part) { return part.number == 0; });
  const bool outlooks =
      std::any_of(parts.begin(), parts.end(), [](const Part& p) { return p.number == 4501; });
  return parts.empty() || zeros || outlooks;
}

ReadDay FromNumbers(const std::vector<Part>& parts, bool without_year, DateOrder order) {
  if (parts.size() == 1 && parts[0].digits == 8) return FromEightDigits(parts[0].number);
  if (without_year && parts.size() == 1 && parts[0].digits == 4)
    return DayFrom(std::nullopt, parts[0].number / 100, parts[0].number % 100);
  if (without_year && parts.size() == 2) return DayFrom(std::nullopt, parts[0].number, parts[1].number);
  const bool dots = parts.size() > 1 && parts[1].before == '.';
  if (parts.size() == 2 && parts[0].digits <= 2 && parts[1].digits <= 2)
    return FromOrdered(parts[0], parts[1], std::nullopt, dots, order);
  if (parts.size() != 3) return {};
  if (parts[0].digits == 4) return DayFrom(parts[0].number, parts[1].number, parts[2].number);
  if (parts[2].digits != 4 && parts[2].digits != 2) return {};
  return FromOrdered(parts[0], parts[1], FullYear(parts[2]), dots, order);
}

}  // namespace

void DateColumn::Add(std::string_view cell) {
  // "a/b/year" or "a-b-year"; seen without more ado, since it sees every cell of a long table.
  constexpr std::size_t kMostDigits = 2;
  int numbers[2] = {0, 0};
  for (int& number : numbers) {
    std::size_t digits = 0;
    for (; digits <= kMostDigits && digits < cell.size() && cell[digits] >= '0' && cell[digits] <= '9';
         ++digits)
      number = number * 10 + (cell[digits] - '0');
    if (digits == 0 || digits > kMostDigits || digits == cell.size()) return;
    if (cell[digits] != '/' && cell[digits] != '-') return;
    cell.remove_prefix(digits + 1);
  }
  day_first_ += numbers[0] > 12 ? 1 : 0;
  month_first_ += numbers[1] > 12 ? 1 : 0;
}

DateOrder DateColumn::order() const {
  if (day_first_ > 0 && month_first_ == 0) return DateOrder::kDayFirst;
  if (month_first_ > 0 && day_first_ == 0) return DateOrder::kMonthFirst;
  return DateOrder::kUnknown;
}

ReadDay ReadDayCell(std::string_view cell, DateOrder order) {
  if (cell.size() > 60) return {};
  std::string text = WithoutTime(FoldText(cell));
  bool without_year = false;
  for (const std::string_view none : {"--", "xxxx-"}) {
    if (!text.starts_with(none)) continue;
    without_year = true;
    text.erase(0, none.size());
  }
  if (text.find_first_not_of(" ") == std::string::npos) return {DateKind::kNone, {}};
  const auto parts = PartsOf(text);
  if (!parts) return {};
  const bool words =
      std::any_of(parts->begin(), parts->end(), [](const Part& part) { return part.month != 0; });
  if (words) return FromWords(*parts);
  if (IsNoDay(*parts)) return {parts->empty() ? DateKind::kOther : DateKind::kNone, {}};
  return FromNumbers(*parts, without_year, order);
}

}  // namespace kith::exchange
