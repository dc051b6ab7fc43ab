// SPDX-License-Identifier: Apache-2.0
#include "parse/handles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith::parse {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> Found(std::string_view text) {
  std::vector<std::string> values;
  for (const WebMatch& match : FindHandles(text))
    values.push_back(match.value);
  return values;
}

TEST(FindHandles, TakesThemWithTheirService) {
  EXPECT_THAT(Found("Instagram: ada_example"), ElementsAre("Instagram: ada_example"));
  EXPECT_THAT(Found("IG:ada_example"), ElementsAre("Instagram: ada_example"));
  EXPECT_THAT(Found("WeChat ID : ada-example"), ElementsAre("WeChat: ada-example"));
  EXPECT_THAT(Found("X @ada | Telegram @ada_example"), ElementsAre("X: ada", "Telegram: ada_example"));
  EXPECT_THAT(Found("Instagram ada_example"), ElementsAre("Instagram: ada_example"));
  EXPECT_THAT(Found("@ada@social.example.org"), ElementsAre("Mastodon: ada@social.example.org"));
  EXPECT_THAT(Found("Skype: ada.example, Tel. 202 555 0101"), ElementsAre("Skype: ada.example"));
}

TEST(FindHandles, LeavesWhatMayBeSomethingElse) {
  for (const std::string_view text :
       {"@ada", "ada@example.com", "Facebook Germany", "Direct line: 202 555 0101",
        "LinkedIn: linkedin.com/in/ada", "github.com/ada", "WhatsApp: +1 202 555 0101", "Signal processing",
        "Web: www.example.com"})
    EXPECT_THAT(Found(text), IsEmpty()) << text;
}

TEST(FindHandles, TellsWhereTheyStand) {
  const auto found = FindHandles("Chess, Telegram: @ada_example.");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].span, (Span{7, 29}));
}

}  // namespace
}  // namespace kith::parse
