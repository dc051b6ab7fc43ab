// SPDX-License-Identifier: Apache-2.0
#include "core/contact_extras.h"

#include <gtest/gtest.h>

namespace kith {
namespace {

VcardProperty Label(const std::string& group, const std::string& value) {
  return {group, "X-ABLABEL", {}, value, ""};
}

VcardProperty Phone(const std::string& group, const std::string& number) {
  return {group, "TEL", {}, number, number};
}

std::vector<VcardProperty> Joined(std::vector<VcardProperty> kept, std::vector<VcardProperty> other) {
  ContactExtras extras{{}, std::move(kept)};
  JoinExtras(extras, {{}, std::move(other)});
  return extras.properties;
}

TEST(JoinExtras, AddsWhatIsMissing) {
  const VcardProperty one{"", "X-A", {}, "one", ""};
  const VcardProperty two{"", "X-A", {}, "two", ""};
  EXPECT_EQ(Joined({one}, {one, two}), (std::vector{one, two}));
}

TEST(JoinExtras, KeepsGroupsApartThatHaveOneName) {
  const std::vector<VcardProperty> joined =
      Joined({Phone("item1", "+1"), Label("item1", "Work")}, {Phone("item1", "+2"), Label("item1", "Work")});
  ASSERT_EQ(joined.size(), 4U);
  EXPECT_EQ(joined[2].group, joined[3].group);
  EXPECT_NE(joined[2].group, "item1");
}

TEST(JoinExtras, TakesNoGroupThatTheOtherUsesForSomethingElse) {
  const std::vector<VcardProperty> joined =
      Joined({Label("item1", "a")}, {Label("item1", "b"), Label("item2", "c")});
  EXPECT_EQ(joined, (std::vector{Label("item1", "a"), Label("item3", "b"), Label("item2", "c")}));
}

TEST(JoinExtras, OfTheSameAgainChangesNothing) {
  const std::vector<VcardProperty> kept = {Phone("item1", "+1"), Label("item1", "Work")};
  const std::vector<VcardProperty> other = {Phone("item1", "+2"), Label("item1", "Home"),
                                            Label("item2", "Office"), Phone("item2", "+1")};
  const std::vector<VcardProperty> once = Joined(kept, other);
  EXPECT_EQ(Joined(once, other), once);
  EXPECT_EQ(Joined(once, kept), once);
}

TEST(JoinExtras, KeepsEveryPictureOnce) {
  ContactExtras kept{{{{1}, "image/jpeg"}}, {}};
  JoinExtras(kept, {{{{1}, "image/jpeg"}, {{2}, "image/png"}}, {}});
  ASSERT_EQ(kept.pictures.size(), 2U);
  EXPECT_EQ(kept.pictures[1].media_type, "image/png");
}

TEST(LimitExtras, TakesTheLastAway) {
  ContactExtras extras;
  for (std::size_t i = 0; i <= kMostPictures; ++i)
    extras.pictures.push_back({{static_cast<std::uint8_t>(i)}, "image/jpeg"});
  for (int i = 0; i < 5; ++i)
    extras.properties.push_back({"", "X-A", {}, std::string(kMostPropertyBytes / 4, 'x'), ""});
  EXPECT_EQ(LimitExtras(extras), 3U) << "a picture, and what the names of properties leave no room for";
  EXPECT_EQ(extras.pictures.size(), kMostPictures);
  EXPECT_EQ(extras.properties.size(), 3U);
  EXPECT_EQ(LimitExtras(extras), 0U);
}

}  // namespace
}  // namespace kith
