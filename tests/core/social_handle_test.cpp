// SPDX-License-Identifier: Apache-2.0
#include "core/social_handle.h"

#include <gtest/gtest.h>

namespace kith {
namespace {

std::string ParsedHandle(std::string_view text) {
  const auto handle = ParseSocialHandle(text);
  return handle ? handle->ToString() : "";
}

std::string UrlOf(std::string_view text) {
  const auto handle = ParseSocialHandle(text);
  return handle ? handle->Url() : "none";
}

TEST(SocialHandle, ReadsServiceAndHandle) {
  EXPECT_EQ(ParsedHandle("Instagram: ada_example"), "Instagram: ada_example");
  EXPECT_EQ(ParsedHandle("Insta @ada_example"), "Instagram: ada_example");
  EXPECT_EQ(ParsedHandle("Twitter: @ada"), "X: ada");
  EXPECT_EQ(ParsedHandle("X @ada"), "X: ada");
  EXPECT_EQ(ParsedHandle("WeChat ID: ada-example"), "WeChat: ada-example");
  EXPECT_EQ(ParsedHandle("微信: ada_example"), "WeChat: ada_example");
  EXPECT_EQ(ParsedHandle("Telegram: @ada_example"), "Telegram: ada_example");
  EXPECT_EQ(ParsedHandle("@ada@social.example.org"), "Mastodon: ada@social.example.org");
  EXPECT_EQ(ParsedHandle("Mastodon: @ada@social.example.org"), "Mastodon: ada@social.example.org");
  EXPECT_EQ(ParsedHandle("LinkedIn: linkedin.com/in/ada-example"), "LinkedIn: ada-example");
}

TEST(SocialHandle, ReadsAddressesOfProfiles) {
  EXPECT_EQ(ParsedHandle("https://www.linkedin.com/in/ada-example/"), "LinkedIn: ada-example");
  EXPECT_EQ(ParsedHandle("de.linkedin.com/in/ada-example"), "LinkedIn: ada-example");
  EXPECT_EQ(ParsedHandle("github.com/ada-example?tab=repositories"), "GitHub: ada-example");
  EXPECT_EQ(ParsedHandle("twitter.com/ada"), "X: ada");
  EXPECT_EQ(ParsedHandle("t.me/ada_example"), "Telegram: ada_example");
}

TEST(SocialHandle, LeavesWhatIsNoProfile) {
  for (const std::string_view text :
       {"", "@", "ada@example.com", "line@example.com", "www.example.com", "github.com",
        "github.com/features", "www.linkedin.com/company/example", "Skype: +1 202 555 0101", "Web: example",
        "Telegram: 2025550101", "Instagram: two words", "LinkedIn: www.example.org", "Ada Example: Engineer",
        "@ada"})
    EXPECT_EQ(ParsedHandle(text), "") << text;
}

TEST(SocialHandle, KnowsThePage) {
  EXPECT_EQ(UrlOf("LinkedIn: ada-example"), "https://www.linkedin.com/in/ada-example");
  EXPECT_EQ(UrlOf("X: ada"), "https://x.com/ada");
  EXPECT_EQ(UrlOf("YouTube: @ada"), "https://www.youtube.com/@ada");
  EXPECT_EQ(UrlOf("@ada@social.example.org"), "https://social.example.org/@ada");
  EXPECT_EQ(UrlOf("WeChat: ada_example"), "");
}

TEST(SocialHandle, ListsThoseOfAContactOnce) {
  ContactDetails details;
  details.handles = {"GitHub: ada-example", "not one", "WeChat: ada_example"};
  details.urls = {"www.example.com", "https://github.com/Ada-Example", "t.me/ada_example"};
  const std::vector<SocialHandle> handles = SocialHandlesOf(details);
  ASSERT_EQ(handles.size(), 3U);
  EXPECT_EQ(handles[0], (SocialHandle{"GitHub", "ada-example"}));
  EXPECT_EQ(handles[1], (SocialHandle{"WeChat", "ada_example"}));
  EXPECT_EQ(handles[2], (SocialHandle{"Telegram", "ada_example"}));
}

}  // namespace
}  // namespace kith
