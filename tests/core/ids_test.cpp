// SPDX-License-Identifier: Apache-2.0
#include "core/ids.h"

#include <algorithm>
#include <set>
#include <thread>
#include <type_traits>
#include <vector>

#include <gtest/gtest.h>

namespace kith {
namespace {

/// Far in the future, so that the ids of other tests in this process are older.
Instant Future(int milliseconds) {
  return *ParseInstant("2999-01-01T00:00:00.000Z") + std::chrono::milliseconds(milliseconds);
}

std::uint64_t MillisecondOf(const UuidBytes& bytes) {
  std::uint64_t millisecond = 0;
  for (std::size_t i = 0; i < 6; ++i)
    millisecond = millisecond << 8 | bytes[i];
  return millisecond;
}

TEST(Uuid, IsWrittenInLowerCaseAndReadInBoth) {
  const std::string text = "0192f0c1-7a3e-7bb2-9d51-0a4f2c1b3e5d";
  const auto bytes = ParseUuid(text);
  ASSERT_TRUE(bytes);
  EXPECT_EQ((*bytes)[0], 0x01);
  EXPECT_EQ((*bytes)[15], 0x5D);
  EXPECT_EQ(FormatUuid(*bytes), text);
  EXPECT_EQ(ParseUuid("0192F0C1-7A3E-7BB2-9D51-0A4F2C1B3E5D"), bytes);
}

TEST(Uuid, IsReadInNoOtherForm) {
  for (const char* text : {"", "0192f0c17a3e7bb29d510a4f2c1b3e5d", "0192f0c1-7a3e-7bb2-9d51-0a4f2c1b3e5",
                           "0192f0c1-7a3e-7bb2-9d51-0a4f2c1b3e5d0", "{192f0c1-7a3e-7bb2-9d51-0a4f2c1b3e5}",
                           "0192f0c1 7a3e 7bb2 9d51 0a4f2c1b3e5d", "0192f0g1-7a3e-7bb2-9d51-0a4f2c1b3e5d",
                           "0192f0c17-a3e-7bb2-9d51-0a4f2c1b3e5d"}) {
    EXPECT_EQ(ParseUuid(text), std::nullopt) << text;
  }
}

TEST(Uuid, OfVersion7HasItsTimeVersionAndVariant) {
  const Instant now = Future(5000);
  const UuidBytes bytes = MakeUuidV7(now);
  EXPECT_EQ(MillisecondOf(bytes), static_cast<std::uint64_t>(now.time_since_epoch().count()));
  EXPECT_EQ(bytes[6] >> 4, 7);
  EXPECT_EQ(bytes[8] >> 6, 2);
}

TEST(Uuid, RisesWithinAMillisecondEvenWhenItsCounterRunsOver) {
  UuidBytes last = MakeUuidV7(Future(10000));
  for (int i = 0; i < 10000; ++i) {  // more than the 4096 of the counter
    const UuidBytes next = MakeUuidV7(Future(10000));
    ASSERT_LT(last, next) << i;
    last = next;
  }
}

TEST(Uuid, RisesWhenTheClockIsSetBack) {
  const UuidBytes before = MakeUuidV7(Future(20000));
  EXPECT_LT(before, MakeUuidV7(Future(19000)));
}

TEST(Uuid, SortsAsTextAsItSortsInBytes) {
  const UuidBytes first = MakeUuidV7(Future(30000));
  const UuidBytes second = MakeUuidV7(Future(30001));
  EXPECT_LT(FormatUuid(first), FormatUuid(second));
}

TEST(Uuid, IsUniqueAmongThreads) {
  constexpr std::size_t kEach = 500;
  std::vector<std::vector<UuidBytes>> made(4);
  {
    std::vector<std::jthread> threads;
    for (auto& mine : made) {
      threads.emplace_back([&mine] {
        for (std::size_t i = 0; i < kEach; ++i)
          mine.push_back(MakeUuidV7(Future(40000)));
      });
    }
  }
  std::set<UuidBytes> all;
  for (const auto& mine : made) {
    EXPECT_TRUE(std::is_sorted(mine.begin(), mine.end()));
    all.insert(mine.begin(), mine.end());
  }
  EXPECT_EQ(all.size(), made.size() * kEach);
}

TEST(Id, IsNilUntilItIsMade) {
  EXPECT_TRUE(ContactId().is_nil());
  EXPECT_EQ(ContactId().ToString(), "00000000-0000-0000-0000-000000000000");
  EXPECT_FALSE(MakeId<ContactId>(Future(50000)).is_nil());
}

TEST(Id, GoesToTextAndBack) {
  const auto id = MakeId<EventId>(Future(50001));
  EXPECT_EQ(EventId::Parse(id.ToString()), id);
  EXPECT_EQ(EventId::Parse("event"), std::nullopt);
}

TEST(Id, OfOneKindIsNotOfAnother) {
  static_assert(!std::is_convertible_v<ContactId, EventId>);
  static_assert(!std::is_constructible_v<ContactId, EventId>);
  static_assert(!std::equality_comparable_with<ContactId, EventId>);
}

}  // namespace
}  // namespace kith
