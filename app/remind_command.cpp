// SPDX-License-Identifier: Apache-2.0
#include <csignal>
#include <ctime>
#include <fstream>
#include <iostream>

#include "app/command_line.h"
#include "app/commands.h"
#include "app/contact_text.h"
#include "app/desktop_notification.h"
#include "app/following_book.h"
#include "exchange/atomic_file.h"
#include "followup/reminders.h"
#include "followup/system_clock.h"

namespace kith::app {
namespace {

using followup::Reminded;

/// How often the daemon looks at the clock: after a sleep or a change of the clock it is at most so late.
constexpr std::chrono::seconds kLook{30};

std::filesystem::path StateFile(const Config& config) {
  return config.data_folder / "reminded";
}

/// A file that isn't there or makes no sense is a day on which nothing was shown.
Reminded LoadReminded(const Config& config) {
  std::ifstream in(StateFile(config));
  std::string day;
  Reminded reminded;
  if (!(in >> day >> reminded.times_passed >> reminded.shown)) return {};
  reminded.day = ParseDay(day).value_or(Day());
  return reminded;
}

Result<void> KeepReminded(const Config& config, const Reminded& reminded) {
  return exchange::WriteFileAtomically(StateFile(config), FormatDay(reminded.day) + " " +
                                                              std::to_string(reminded.times_passed) + " " +
                                                              std::to_string(reminded.shown) + "\n");
}

std::string Joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines)
    text += (text.empty() ? "" : "\n") + line;
  return text;
}

/// Looks once, and shows what one of the host's times asks for.
Result<void> Remind(const Config& config, const followup::SystemClock& clock) {
  const Instant now = clock.Now();
  const Day today = clock.DayAt(now);
  const RemindTimes& wanted = config.following.remind;
  const Reminded before = LoadReminded(config);
  const auto decide = [&](bool anything_due) {
    return followup::DecideReminder(before, wanted.times, wanted.per_day, today, clock.TimeOfDay(now),
                                    anything_due);
  };
  if (!decide(true).show) return {};  // the store isn't opened for nothing
  const auto opened = OpenBook(config);
  if (!opened) return opened.error();
  const std::vector<followup::QueueItem> due = followup::BuildQueue(
      opened->book, followup::People(opened->book), config.following.rules, today, /*days_ahead=*/0);
  const followup::ReminderDecision decision = decide(!due.empty());
  if (decision.show) {
    const followup::ReminderText text = followup::TextOfReminder(due);
    if (auto shown = ShowNotification(text.title, Joined(text.lines)); !shown) return shown;
  }
  return KeepReminded(config, decision.after);
}

/// Waits for a signal that ends the program; false: the time is up.
bool WaitForEnd(const sigset_t& signals, std::chrono::seconds time) {
  const timespec wait{.tv_sec = static_cast<std::time_t>(time.count()), .tv_nsec = 0};
  return sigtimedwait(&signals, nullptr, &wait) > 0;
}

}  // namespace

Result<int> RunRemind(const RemindOptions& options, const Config& config) {
  const auto clock = followup::SystemClock::InZone(config.time_zone);
  if (!clock) return clock.error();
  if (options.once) {
    const auto reminded = Remind(config, *clock);
    return reminded ? Result<int>(kSuccess) : reminded.error();
  }
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  sigprocmask(SIG_BLOCK, &signals, nullptr);
  std::string told;  // the same trouble is told once, not every half minute
  do {
    const auto reminded = Remind(config, *clock);
    if (!reminded && reminded.error().message != told) PrintError(reminded.error());
    told = reminded ? std::string() : reminded.error().message;
  } while (!WaitForEnd(signals, kLook));
  return kSuccess;
}

}  // namespace kith::app
