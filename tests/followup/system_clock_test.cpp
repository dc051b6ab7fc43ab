// SPDX-License-Identifier: Apache-2.0
#include "followup/system_clock.h"

#include <cstdlib>
#include <optional>
#include <string>

#include <gtest/gtest.h>

#include "followup/plan.h"

namespace kith::followup {
namespace {

using namespace std::chrono_literals;

constexpr Instant At(Day day, std::chrono::minutes time_utc) {
  return std::chrono::sys_days(day) + time_utc;
}

/// TZ for the length of a test.
class ScopedTimeZone {
 public:
  explicit ScopedTimeZone(const char* value) {
    if (const char* before = std::getenv("TZ")) before_ = before;
    setenv("TZ", value, 1);
  }
  ~ScopedTimeZone() {
    if (before_) {
      setenv("TZ", before_->c_str(), 1);
    } else {
      unsetenv("TZ");
    }
    tzset();
  }
  ScopedTimeZone(const ScopedTimeZone&) = delete;
  ScopedTimeZone& operator=(const ScopedTimeZone&) = delete;

 private:
  std::optional<std::string> before_;
};

TEST(SystemClock, CountsDaysInTheNamedZone) {
  const auto tokyo = SystemClock::InZone("Asia/Tokyo");
  const auto honolulu = SystemClock::InZone("Pacific/Honolulu");
  ASSERT_TRUE(tokyo);
  ASSERT_TRUE(honolulu);
  EXPECT_EQ(tokyo->DayAt(At(2026y / 11 / 23, 15h)), 2026y / 11 / 24);
  EXPECT_EQ(tokyo->DayAt(At(2026y / 11 / 23, 15h) - 1ms), 2026y / 11 / 23);
  EXPECT_EQ(honolulu->DayAt(At(2026y / 1 / 1, 9h + 59min)), 2025y / 12 / 31);
}

TEST(SystemClock, KnowsSummerTime) {
  const auto berlin = SystemClock::InZone("Europe/Berlin");
  ASSERT_TRUE(berlin);
  EXPECT_EQ(berlin->DayAt(At(2026y / 7 / 1, 22h)), 2026y / 7 / 2);
  EXPECT_EQ(berlin->DayAt(At(2026y / 12 / 1, 22h)), 2026y / 12 / 1);
}

TEST(SystemClock, ExplainsAnUnknownZone) {
  const auto clock = SystemClock::InZone("Europe/Atlantis");
  ASSERT_FALSE(clock);
  EXPECT_EQ(clock.error().code, ErrorCode::kInvalidInput);
  EXPECT_NE(clock.error().message.find("\"Europe/Atlantis\""), std::string::npos);
}

TEST(SystemClock, WithoutANameFollowsTheSystemsZone) {
  const ScopedTimeZone zone("Asia/Tokyo");
  const auto clock = SystemClock::InZone("");
  ASSERT_TRUE(clock);
  EXPECT_EQ(clock->DayAt(At(2026y / 11 / 23, 15h)), 2026y / 11 / 24);
  EXPECT_EQ(clock->DayAt(At(2026y / 11 / 23, 14h + 59min)), 2026y / 11 / 23);
}

TEST(SystemClock, TakesASystemZoneThatIsARuleInsteadOfAName) {
  const ScopedTimeZone zone("XYZ-5:30");  // POSIX: 5 h 30 min east of Greenwich
  const auto clock = SystemClock::InZone("");
  ASSERT_TRUE(clock);
  EXPECT_EQ(clock->DayAt(At(2026y / 11 / 23, 18h + 30min)), 2026y / 11 / 24);
  EXPECT_EQ(clock->DayAt(At(2026y / 11 / 23, 18h + 29min)), 2026y / 11 / 23);
}

TEST(SystemClock, KnowsDaysOfLongAgo) {
  const Day day = std::chrono::year(1081) / 1 / 6;
  const SystemClock clock = SystemClock::InZone("").value();
  EXPECT_EQ(clock.DayAt(std::chrono::sys_days(day) + std::chrono::hours(12)), day);
}

TEST(SystemClock, TodayIsTheDayOfNow) {
  const auto clock = SystemClock::InZone("Europe/Berlin");
  ASSERT_TRUE(clock);
  // Midnight may fall between two calls, so the day is asked between two readings of the clock.
  const Day before = clock->DayAt(clock->Now());
  const Day today = clock->Today();
  const Day after = clock->DayAt(clock->Now());
  EXPECT_TRUE(today == before || today == after);
  EXPECT_GE(today, 2026y / 1 / 1);
}

/// What is planned is a day of the calendar: neither the change to summer time nor another time zone moves
/// it.
TEST(TimeZones, MoveNoDay) {
  Contact contact;
  contact.id = MakeId<ContactId>({});
  for (const char* zone :
       {"Europe/Berlin", "America/New_York", "Asia/Tokyo", "Australia/Lord_Howe", "Pacific/Auckland"}) {
    const auto clock = SystemClock::InZone(zone);
    ASSERT_TRUE(clock) << zone;
    const Instant begin = std::chrono::sys_days(2026y / 1 / 1);
    Day before = clock->DayAt(begin);
    for (Instant at = begin; at < begin + std::chrono::days(731); at += 30min) {
      const Day day = clock->DayAt(at);
      if (day == before) continue;
      ASSERT_EQ(day, AddDays(before, 1)) << zone << ": no day is left out or comes twice";
      before = day;
      DayLoad load;
      const auto planned = FollowUpsFor(DefaultPlan(), contact, {.met = day}, {}, load, at);
      ASSERT_EQ(planned[0].due, AddDays(day, 1)) << zone;
      ASSERT_EQ(planned[1].due, AddDays(day, 7)) << zone;
      ASSERT_EQ(planned[2].due, AddDays(day, 90)) << zone;
    }
  }
}

TEST(TimeZones, TheTimeOfDayIsThatOnTheWall) {
  const auto berlin = SystemClock::InZone("Europe/Berlin");
  ASSERT_TRUE(berlin);
  const Instant night = std::chrono::sys_days(2026y / 3 / 29);
  EXPECT_EQ(berlin->TimeOfDay(night + 30min), 90min);
  EXPECT_EQ(berlin->TimeOfDay(night + 90min), 210min) << "summer time began at two";
  EXPECT_EQ(berlin->TimeOfDay(night + 22h), 0min);
}

}  // namespace
}  // namespace kith::followup
