// SPDX-License-Identifier: Apache-2.0
#include "core/result.h"

#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace kith {
namespace {

const Error kMissing{ErrorCode::kNotFound, "There is no card image \"a.jpg\".", "errno 2"};

TEST(Result, HoldsAValue) {
  const Result<std::string> result = std::string("Ada");
  ASSERT_TRUE(result);
  EXPECT_TRUE(result.has_value());
  EXPECT_EQ(*result, "Ada");
  EXPECT_EQ(result->size(), 3U);
  EXPECT_EQ(result.value_or("nobody"), "Ada");
}

TEST(Result, HoldsTheErrorThatPreventedIt) {
  const Result<std::string> result = kMissing;
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error(), kMissing);
  EXPECT_EQ(result.value_or("nobody"), "nobody");
}

TEST(Result, GivesItsValueAway) {
  Result<std::unique_ptr<int>> result = std::make_unique<int>(7);
  const std::unique_ptr<int> taken = std::move(result).value();
  EXPECT_EQ(*taken, 7);
}

TEST(Result, GivesAValueThatOutlivesItInALoop) {
  const auto names = []() -> Result<std::vector<std::string>> {
    return std::vector{2, std::string(99, 'x')};
  };
  std::size_t letters = 0;
  for (const std::string& name : names().value())
    letters += name.size();
  EXPECT_EQ(letters, 198U);
}

TEST(Result, LetsItsValueBeChanged) {
  Result<std::string> result = std::string("Ada");
  result->append(" Example");
  EXPECT_EQ(*result, "Ada Example");
}

TEST(Result, OfFalseIsAValue) {
  const Result<bool> no = false;
  ASSERT_TRUE(no);
  EXPECT_FALSE(*no);
}

TEST(Result, OfNothingIsDoneOrAnError) {
  const Result<void> done;
  EXPECT_TRUE(done);
  const Result<void> failed = kMissing;
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().code, ErrorCode::kNotFound);
}

#ifndef NDEBUG
TEST(ResultDeathTest, AssertsWhenTheSideThatIsNotThereIsRead) {
  const Result<int> failed = kMissing;
  EXPECT_DEATH((void)failed.value(), "has_value");
  const Result<int> fine = 1;
  EXPECT_DEATH((void)fine.error(), "has_value");
}
#endif

}  // namespace
}  // namespace kith
