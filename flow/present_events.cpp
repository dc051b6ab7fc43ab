// SPDX-License-Identifier: Apache-2.0
#include "flow/present_events.h"

#include <algorithm>

#include "core/language.h"
#include "core/text.h"
#include "flow/present.h"

namespace kith::flow {
namespace {

constexpr int kHoursAtMost = 36;
constexpr std::size_t kDaysAtMost = 31;

std::string Number(int count) {
  return std::to_string(count);
}

std::string Cards(int count) {
  return Filled(Tr("{0} card", "{0} cards", count), {Number(count)});
}

int HoursSince(Day begin, const LocalHour& hour) {
  const auto days = std::chrono::sys_days(hour.day) - std::chrono::sys_days(begin);
  return static_cast<int>(days.count()) * 24 + hour.hour;
}

std::vector<EventBar> ByHour(std::span<const LocalHour> hours, Day today) {
  std::vector<EventBar> bars;
  const Day begin = hours.front().day;
  int next = HoursSince(begin, hours.front());
  for (const LocalHour& hour : hours) {
    for (; next <= HoursSince(begin, hour); ++next) {
      const Day day = AddDays(begin, next / 24);
      const int clock = next % 24;
      const int count = next == HoursSince(begin, hour) ? hour.count : 0;
      bars.push_back({Number(clock),
                      Filled(Tr("{0}, {1} to {2} h: {3}"),
                             {DayName(day, today), Number(clock), Number(clock + 1), Cards(count)}),
                      count});
    }
  }
  return bars;
}

std::vector<EventBar> ByDay(std::span<const LocalHour> hours, Day today) {
  std::vector<EventBar> bars;
  std::optional<Day> last;
  for (const LocalHour& hour : hours) {
    if (last != hour.day)
      bars.push_back({Number(static_cast<int>(static_cast<unsigned>(hour.day.day()))), {}, 0});
    last = hour.day;
    bars.back().count += hour.count;
    bars.back().tip = Filled(Tr("{0}: {1}"), {DayName(hour.day, today), Cards(bars.back().count)});
  }
  if (bars.size() > kDaysAtMost) bars.erase(bars.begin(), bars.end() - kDaysAtMost);
  return bars;
}

std::string Share(int part, int whole) {
  if (whole == 0) return "\u2013";
  return Filled(Tr("{0} %"), {Number(static_cast<int>((100LL * part + whole / 2) / whole))});
}

std::optional<Day> ReadDay(const std::string& text, std::optional<Error>& wrong) {
  const std::string day = NormalizeText(text);
  if (day.empty()) return std::nullopt;
  const std::optional<Day> read = ParseDay(day);
  if (!read) {
    wrong =
        Error{ErrorCode::kInvalidInput,
              Filled(Tr("\u201c{0}\u201d is no day. Write it like 2026-11-23, or leave it empty."), {day})};
  }
  return read;
}

ReadyFinding CameraLine(const ScanState& scan) {
  if (scan.camera_error) {
    return {ReadyTopic::kCamera, ReadyGrade::kProblem, std::string(CameraProblemTitle(*scan.camera_error)),
            scan.camera_error->message};
  }
  if (scan.preview.frame.empty()) {
    return {ReadyTopic::kCamera, ReadyGrade::kProblem, std::string(Tr("The camera gives no picture yet")),
            std::string(Tr("Wait a moment. If none comes, plug it in again."))};
  }
  return {ReadyTopic::kCamera,
          ReadyGrade::kGood,
          Filled(Tr("The camera gives pictures: {0}"), {scan.camera}),
          {}};
}

ReadyFinding EventLine(const AppState& state) {
  if (!state.settings.event) {
    return {ReadyTopic::kEvent, ReadyGrade::kProblem, std::string(Tr("No event is chosen for today")),
            std::string(Tr("Choose or make one, so that you know later where you met."))};
  }
  const Event& event = *state.settings.event;
  if (!event.end) {
    return {ReadyTopic::kEvent, ReadyGrade::kNote, Filled(Tr("{0} has no end date"), {event.name}),
            std::string(Tr("Some follow-ups count from it. Fill it in."))};
  }
  if (*event.end + std::chrono::hours(24) < state.now) {
    return {ReadyTopic::kEvent, ReadyGrade::kProblem, Filled(Tr("{0} is over"), {event.name}),
            std::string(Tr("Choose today's event, or give this one its right dates."))};
  }
  return {ReadyTopic::kEvent, ReadyGrade::kGood, Filled(Tr("Cards belong to {0}"), {event.name}), {}};
}

}  // namespace

EventEdit EditOf(const KnownEvent& known) {
  const Event& event = known.event;
  std::string topics;
  for (const std::string& topic : event.words.topics)
    topics += (topics.empty() ? "" : ", ") + topic;
  return {.name = event.name,
          .place = event.place,
          .begin = known.begin ? FormatDay(*known.begin) : "",
          .end = known.end ? FormatDay(*known.end) : "",
          .plan = event.plan,
          .question = event.words.question,
          .topics = topics,
          .keep_in_touch = event.words.keep_in_touch,
          .introduce = event.words.introduce,
          .privacy = event.words.privacy};
}

Result<KnownEvent> Edited(const EventEdit& edit, KnownEvent before) {
  std::optional<Error> wrong;
  before.event.name = NormalizeText(edit.name);
  if (before.event.name.empty())
    return Error{ErrorCode::kInvalidInput, std::string(Tr("An event needs a name."))};
  before.event.place = NormalizeText(edit.place);
  before.begin = ReadDay(edit.begin, wrong);
  before.end = ReadDay(edit.end, wrong);
  if (wrong) return *wrong;
  if (before.begin && before.end && *before.end < *before.begin)
    return Error{ErrorCode::kInvalidInput, std::string(Tr("An event can't end before it begins."))};
  before.event.plan = edit.plan;
  before.event.words = {.question = NormalizeText(edit.question),
                        .topics = SplitText(edit.topics, ",;\n"),
                        .keep_in_touch = NormalizeText(edit.keep_in_touch),
                        .introduce = NormalizeText(edit.introduce),
                        .privacy = NormalizeText(edit.privacy)};
  return before;
}

std::string EventAbout(const KnownEvent& known, Day today) {
  std::string about = known.event.place;
  const std::optional<Day> begin = known.begin ? known.begin : known.end;
  if (!begin) return about;
  std::string when = DayName(*begin, today);
  if (known.end && *known.end != *begin) when = Filled(Tr("{0} to {1}"), {when, DayName(*known.end, today)});
  return about.empty() ? when : about + "  \u2022  " + when;
}

EventNumbers NumbersOf(const EventFigures& figures, std::span<const LocalHour> hours, Day today) {
  EventNumbers numbers;
  if (!hours.empty()) {
    const int span = HoursSince(hours.front().day, hours.back()) - hours.front().hour;
    const bool by_hour = span < kHoursAtMost;
    numbers.bars_title = by_hour ? Tr("Cards by the hour") : Tr("Cards by the day");
    numbers.bars = by_hour ? ByHour(hours, today) : ByDay(hours, today);
  }
  const int follow_ups = figures.follow_ups_done + figures.follow_ups_open;
  numbers.numbers = {{Number(figures.people), std::string(Tr("person met", "people met", figures.people))},
                     {Share(figures.sure, figures.fields), std::string(Tr("read without doubt"))},
                     {Share(figures.corrected, figures.fields), std::string(Tr("corrected by a person"))},
                     {Filled(Tr("{0} of {1}"), {Number(figures.follow_ups_done), Number(follow_ups)}),
                      std::string(Tr("follow-ups done"))},
                     {Number(figures.introductions),
                      std::string(Tr("introduction made", "introductions made", figures.introductions))}};
  return numbers;
}

std::vector<ReadyFinding> ReadyLines(const AppState& state) {
  std::vector<ReadyFinding> lines = {CameraLine(state.scan), EventLine(state)};
  lines.insert(lines.end(), state.ready.findings.begin(), state.ready.findings.end());
  std::ranges::stable_sort(lines, std::ranges::greater(), &ReadyFinding::grade);
  return lines;
}

std::string ReadySummary(std::span<const ReadyFinding> lines) {
  const auto open =
      std::ranges::count_if(lines, [](const ReadyFinding& line) { return line.grade != ReadyGrade::kGood; });
  if (open == 0) return std::string(Tr("All is ready."));
  return Filled(Tr("{0} thing to look at.", "{0} things to look at.", open), {std::to_string(open)});
}

}  // namespace kith::flow
