// SPDX-License-Identifier: Apache-2.0
#include "app/following_config.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <functional>
#include <sstream>
#include <utility>

#include <toml++/toml.h>

namespace kith::app {
namespace {

using followup::Circle;
using followup::MessageTemplate;
using followup::Plan;
using followup::PlanStep;
using followup::Rules;

/// What is wrong, and where; ends the reading. Caught in LoadFollowingConfig.
struct Wrong {
  std::string what;
  toml::source_region where;
};

using Use = std::function<void(const toml::node&)>;
struct FollowingKey {
  std::string_view name;
  Use use;
};

const toml::table& TableOf(const toml::node& node, std::string_view name) {
  if (const toml::table* table = node.as_table()) return *table;
  throw Wrong{"\"" + std::string(name) + "\" must be a table", node.source()};
}

/// Calls `use` with each table of [[name]].
void EachTable(const toml::table& root, std::string_view name,
               const std::function<void(const toml::table&)>& use) {
  const toml::node* node = root.get(name);
  if (node == nullptr) return;
  const toml::array* array = node->as_array();
  if (array == nullptr)
    throw Wrong{"\"" + std::string(name) + "\" is written [[" + std::string(name) + "]]", node->source()};
  for (const toml::node& one : *array)
    use(TableOf(one, name));
}

void ReadKeys(const toml::table& table, std::initializer_list<FollowingKey> keys) {
  for (const auto& [key, node] : table) {
    const std::string_view name = key.str();
    const auto known =
        std::find_if(keys.begin(), keys.end(), [&](const FollowingKey& one) { return one.name == name; });
    if (known == keys.end())
      throw Wrong{"there is no setting \"" + std::string(name) + "\" here", node.source()};
    known->use(node);
  }
}

std::string TextOf(const toml::node& node) {
  if (const auto text = node.value_exact<std::string>()) return *text;
  throw Wrong{"a text in quotes is wanted", node.source()};
}

Use Into(std::string& setting) {
  return [&setting](const toml::node& node) { setting = TextOf(node); };
}

Use Into(bool& setting) {
  return [&setting](const toml::node& node) {
    const auto value = node.value_exact<bool>();
    if (!value) throw Wrong{"true or false is wanted", node.source()};
    setting = *value;
  };
}

int NumberOf(const toml::node& node, int least, int most) {
  const auto value = node.value_exact<std::int64_t>();
  if (value && *value >= least && *value <= most) return static_cast<int>(*value);
  throw Wrong{"a whole number from " + std::to_string(least) + " to " + std::to_string(most) + " is wanted",
              node.source()};
}

Use Into(int& setting, int least, int most) {
  return [&setting, least, most](const toml::node& node) { setting = NumberOf(node, least, most); };
}

/// Each text of a list.
Use EachText(const std::function<void(const std::string&, const toml::node&)>& use) {
  return [use](const toml::node& node) {
    const toml::array* array = node.as_array();
    if (array == nullptr) throw Wrong{"a list of texts is wanted", node.source()};
    for (const toml::node& one : *array)
      use(TextOf(one), one);
  };
}

constexpr std::array<std::string_view, 7> kWeekdays = {"sunday",   "monday", "tuesday", "wednesday",
                                                       "thursday", "friday", "saturday"};
constexpr int kMostDays = 3650;

void AddHoliday(const std::string& text, const toml::node& node, followup::Calendar& calendar) {
  if (const std::optional<Day> day = ParseDay(text)) {
    calendar.holidays.push_back(*day);
  } else if (const std::optional<Day> of_leap_year = ParseDay("2000-" + text)) {
    calendar.yearly_holidays.push_back(of_leap_year->month() / of_leap_year->day());
  } else {
    throw Wrong{"a holiday is written like 2026-12-28, or 12-25 for every year", node.source()};
  }
}

void ReadCalendar(const toml::table& table, followup::Calendar& calendar) {
  ReadKeys(table, {{"skip", EachText([&](const std::string& text, const toml::node& node) {
                      const auto day = std::find(kWeekdays.begin(), kWeekdays.end(), text);
                      if (day == kWeekdays.end())
                        throw Wrong{"a weekday is written like \"saturday\"", node.source()};
                      calendar.skipped_weekdays.set(static_cast<std::size_t>(day - kWeekdays.begin()));
                    })},
                   {"holidays", EachText([&](const std::string& text, const toml::node& node) {
                      AddHoliday(text, node, calendar);
                    })},
                   {"per_day", Into(calendar.per_day, 1, 1000)}});
  if (calendar.skipped_weekdays.all()) throw Wrong{"one day of the week must stay", table.source()};
}

PlanStep ReadStep(const toml::table& table, int number) {
  PlanStep step;
  step.number = number;
  ReadKeys(table,
           {{"after_days", Into(step.after_days, 0, kMostDays)},
            {"text", Into(step.text)},
            {"number", Into(step.number, 1, 1000)},
            {"repeat_days", [&](const toml::node& node) { step.repeat_days = NumberOf(node, 1, kMostDays); }},
            {"kind",
             [&](const toml::node& node) {
               const auto kind = ParseFollowUpKind(TextOf(node));
               if (!kind) throw Wrong{"there is no such kind of follow-up", node.source()};
               step.kind = *kind;
             }},
            {"from", [&](const toml::node& node) {
               const std::string from = TextOf(node);
               if (from == "met") {
                 step.anchor = followup::Anchor::kMet;
               } else if (from == "event-end") {
                 step.anchor = followup::Anchor::kEventEnd;
               } else if (from == "last-contact") {
                 step.anchor = followup::Anchor::kLastContact;
               } else {
                 throw Wrong{"\"from\" is met, event-end or last-contact", node.source()};
               }
             }}});
  if (step.text.empty()) throw Wrong{"a step needs a text", table.source()};
  return step;
}

void ReadPlan(const toml::table& table, Rules& rules) {
  Plan plan;
  std::vector<std::string> events;
  ReadKeys(table,
           {{"name", Into(plan.name)},
            {"events", EachText([&](const std::string& name, const toml::node&) { events.push_back(name); })},
            {"step", [&](const toml::node&) {
               EachTable(table, "step", [&](const toml::table& step) {
                 plan.steps.push_back(ReadStep(step, static_cast<int>(plan.steps.size()) + 1));
               });
             }}});
  if (plan.name.empty()) throw Wrong{"a plan needs a name", table.source()};
  for (const std::string& event : events)
    rules.event_plans[event] = plan.name;
  std::erase_if(rules.plans, [&](const Plan& known) { return known.name == plan.name; });
  rules.plans.push_back(std::move(plan));
}

void ReadCircle(const toml::table& table, Rules& rules) {
  Circle circle;
  std::vector<std::string> tags;
  ReadKeys(table,
           {{"name", Into(circle.name)},
            {"wanted_days", Into(circle.wanted_days, 1, kMostDays)},
            {"latest_days", Into(circle.latest_days, 1, kMostDays)},
            {"tags", EachText([&](const std::string& tag, const toml::node&) { tags.push_back(tag); })}});
  if (circle.name.empty() || circle.wanted_days < 1 || circle.latest_days < circle.wanted_days)
    throw Wrong{"a circle needs a name, wanted_days, and latest_days that aren't fewer", table.source()};
  for (const std::string& tag : tags)
    rules.tag_circles[tag] = circle.name;
  std::erase_if(rules.circles, [&](const Circle& known) { return known.name == circle.name; });
  rules.circles.push_back(std::move(circle));
}

void ReadMessage(const toml::table& table, Rules& rules) {
  MessageTemplate message;
  ReadKeys(table, {{"kind",
                    [&](const toml::node& node) {
                      const auto kind = ParseFollowUpKind(TextOf(node));
                      if (!kind) throw Wrong{"there is no such kind of follow-up", node.source()};
                      message.kind = *kind;
                    }},
                   {"step", Into(message.step, 0, 3)},
                   {"language", Into(message.language)},
                   {"subject", Into(message.subject)},
                   {"body", Into(message.body)}});
  if (message.language.empty() || message.body.empty())
    throw Wrong{"a message needs a kind, a language and a body", table.source()};
  rules.messages.push_back(std::move(message));
}

void ReadRemind(const toml::table& table, RemindTimes& remind) {
  ReadKeys(table, {{"times",
                    [&](const toml::node& node) {
                      remind.times.clear();
                      EachText([&](const std::string& text, const toml::node& one) {
                        const auto time = ParseTimeOfDay(text);
                        if (!time) throw Wrong{"a time is written like \"18:30\"", one.source()};
                        remind.times.push_back(*time);
                      })(node);
                      std::sort(remind.times.begin(), remind.times.end());
                    }},
                   {"per_day", Into(remind.per_day, 0, 100)}});
}

void ReadAll(const toml::table& root, FollowingConfig& config) {
  Rules& rules = config.rules;
  if (const toml::node* node = root.get("calendar")) ReadCalendar(TableOf(*node, "calendar"), rules.calendar);
  EachTable(root, "plan", [&](const toml::table& table) { ReadPlan(table, rules); });
  EachTable(root, "circle", [&](const toml::table& table) { ReadCircle(table, rules); });
  EachTable(root, "message", [&](const toml::table& table) { ReadMessage(table, rules); });
  if (const toml::node* node = root.get("following")) {
    const toml::table& table = TableOf(*node, "following");
    ReadKeys(table, {{"plan", Into(rules.plan)},
                     {"language", Into(rules.language)},
                     {"host_name", Into(rules.host_name)},
                     {"birthday_lead_days", Into(rules.birthday_lead_days, 0, 60)},
                     {"anniversaries", Into(rules.anniversaries)}});
    if (rules.PlanNamed(rules.plan) == nullptr)
      throw Wrong{"there is no plan \"" + rules.plan + "\"", table.source()};
  }
  if (const toml::node* node = root.get("remind")) ReadRemind(TableOf(*node, "remind"), config.remind);
}

}  // namespace

bool IsFollowingKey(std::string_view key) {
  constexpr std::array<std::string_view, 6> kKeys = {"calendar", "following", "plan",
                                                     "circle",   "message",   "remind"};
  return std::find(kKeys.begin(), kKeys.end(), key) != kKeys.end();
}

Result<FollowingConfig> LoadFollowingConfig(const std::filesystem::path& file) {
  FollowingConfig config;
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) return config;
  const auto bad = [&](const std::string& what, const toml::source_region& where) {
    std::ostringstream message;
    message << "The configuration " << file.string() << " can't be used: " << what;
    if (where.begin) message << " (line " << where.begin.line << ")";
    message << ". Correct that line or remove it.";
    return Error{ErrorCode::kInvalidInput, message.str()};
  };
  try {
    ReadAll(toml::parse_file(file.string()), config);
  } catch (const toml::parse_error& error) {
    return bad(std::string(error.description()), error.source());
  } catch (const Wrong& wrong) {
    return bad(wrong.what, wrong.where);
  }
  return config;
}

std::optional<std::chrono::minutes> ParseTimeOfDay(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  int hours = 0;
  int minutes = 0;
  const char* const middle = text.data() + 2;
  const auto [hours_end, bad_hours] = std::from_chars(text.data(), middle, hours);
  const auto [end, bad_minutes] = std::from_chars(middle + 1, text.data() + text.size(), minutes);
  if (bad_hours != std::errc() || bad_minutes != std::errc() || hours_end != middle) return std::nullopt;
  if (end != text.data() + text.size() || hours < 0 || hours > 23 || minutes < 0 || minutes > 59)
    return std::nullopt;
  return std::chrono::hours(hours) + std::chrono::minutes(minutes);
}

}  // namespace kith::app
