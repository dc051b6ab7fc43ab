// SPDX-License-Identifier: Apache-2.0
#include "core/social_handle.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/email_address.h"
#include "core/text.h"
#include "core/url.h"

namespace kith {
namespace {

/// A service, its pages, and what else is printed for its name, folded.
struct Service {
  std::string_view name;
  std::string_view host;    ///< of profile pages; empty: none
  std::string_view before;  ///< of the handle in their path
  std::string_view labels;  ///< each between spaces
};

constexpr std::array kServices = std::to_array<Service>({
    {"LinkedIn", "linkedin.com", "/in/", " linkedin linkedln "},
    {"X", "x.com", "/", " x twitter "},
    {"GitHub", "github.com", "/", " github "},
    {"Instagram", "instagram.com", "/", " instagram insta ig "},
    {"Facebook", "facebook.com", "/", " facebook fb "},
    {"WeChat", "", "", " wechat weixin wechatid "},
    {"Telegram", "t.me", "/", " telegram tg "},
    {"Bluesky", "bsky.app", "/profile/", " bluesky bsky "},
    {"Mastodon", "", "", " mastodon fediverse "},
    {"YouTube", "youtube.com", "/@", " youtube "},
    {"TikTok", "tiktok.com", "/@", " tiktok "},
    {"Threads", "threads.net", "/@", " threads "},
    {"GitLab", "gitlab.com", "/", " gitlab "},
    {"XING", "xing.com", "/profile/", " xing "},
    {"LINE", "", "", " line lineid "},
    {"Skype", "", "", " skype "},
    {"Discord", "", "", " discord "},
    {"Signal", "", "", " signal "},
});

/// Pages of services that are no profiles.
bool IsPage(std::string_view path) {
  constexpr auto kPages = std::to_array<std::string_view>(
      {"about", "company", "explore", "features", "groups", "home",   "i",      "intent", "joinchat", "login",
       "p",     "pages",   "pulse",   "reel",     "s",      "school", "search", "share",  "watch",    "www"});
  return std::ranges::find(kPages, path) != kPages.end();
}

bool IsAlnum(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool IsLetter(char c) {
  return IsAlnum(c) && !(c >= '0' && c <= '9');
}

/// Two to 60 letters, digits, dots, dashes and lines, a letter or line among them.
bool IsHandle(std::string_view text) {
  constexpr std::size_t kShortest = 2;
  constexpr std::size_t kLongest = 60;
  const auto allowed = [](char c) { return IsAlnum(c) || c == '.' || c == '_' || c == '-'; };
  return text.size() >= kShortest && text.size() <= kLongest && std::ranges::all_of(text, allowed) &&
         (std::ranges::any_of(text, IsLetter) || text.find('_') != std::string_view::npos) &&
         text.back() != '.' && text.front() != '.' && text.front() != '-';
}

/// "@ada@social.example.org" without its first sign.
bool IsFediverseHandle(std::string_view text) {
  const std::size_t at = text.find('@');
  return at != std::string_view::npos && IsHandle(text.substr(0, at)) && ParseUrl(text.substr(at + 1)) &&
         text.substr(at + 1).find('/') == std::string_view::npos;
}

/// Quicker than parsing, and true of few texts.
bool NamesHostOfService(std::string_view text) {
  const std::string lower = LowerCase(text);
  return lower.find("twitter.com") != std::string::npos ||
         std::ranges::any_of(kServices, [&](const Service& service) {
           return !service.host.empty() && lower.find(service.host) != std::string::npos;
         });
}

std::optional<SocialHandle> HandleOfUrl(std::string_view text) {
  if (!NamesHostOfService(text)) return std::nullopt;
  const auto url = ParseUrl(text);
  if (!url) return std::nullopt;
  std::string host = url->host == "twitter.com" || url->host == "www.twitter.com" ? "x.com" : url->host;
  for (const Service& service : kServices) {
    const bool same =
        !service.host.empty() && (host == service.host || host.ends_with("." + std::string(service.host)));
    if (!same || !url->path.starts_with(service.before)) continue;
    std::string handle = url->path.substr(service.before.size());
    handle = handle.substr(0, handle.find_first_of("?#"));
    while (handle.ends_with('/'))
      handle.pop_back();
    if (!IsHandle(handle) || IsPage(LowerCase(handle))) return std::nullopt;
    return SocialHandle{std::string(service.name), handle};
  }
  return std::nullopt;
}

}  // namespace

std::string SocialHandle::Url() const {
  const std::size_t at = handle.find('@');
  if (service == "Mastodon" && at != std::string::npos)
    return "https://" + handle.substr(at + 1) + "/@" + handle.substr(0, at);
  for (const Service& known : kServices) {
    if (known.name != service || known.host.empty()) continue;
    const bool bare = known.host == "t.me" || known.host == "x.com" || known.host == "bsky.app" ||
                      known.host == "github.com" || known.host == "gitlab.com";
    return "https://" + std::string(bare ? "" : "www.") + std::string(known.host) +
           std::string(known.before) + handle;
  }
  return {};
}

std::optional<std::string> SocialServiceOf(std::string_view label) {
  if (label.find("微信") != std::string_view::npos) return "WeChat";
  const std::string folded = FoldToAlnum(label);
  if (folded.empty()) return std::nullopt;
  const std::string between_spaces = " " + folded + " ";
  for (const Service& service : kServices) {
    if (service.labels.find(between_spaces) != std::string_view::npos) return std::string(service.name);
  }
  return std::nullopt;
}

std::optional<SocialHandle> ParseSocialHandle(std::string_view text) {
  const std::string clean = NormalizeText(text);
  if (ParseEmailAddress(clean)) return std::nullopt;  // "line@example.com"
  if (clean.starts_with('@') && IsFediverseHandle(clean.substr(1)))
    return SocialHandle{"Mastodon", clean.substr(1)};
  if (auto of_url = HandleOfUrl(clean)) return of_url;
  const std::size_t end = clean.find_first_of(":@");
  if (end == std::string::npos) return std::nullopt;
  const auto service = SocialServiceOf(clean.substr(0, end));
  if (!service) return std::nullopt;
  const std::size_t begin = clean.find_first_not_of(":@ ", end);
  if (begin == std::string::npos) return std::nullopt;
  const std::string handle = clean.substr(begin);
  if (auto of_url = HandleOfUrl(handle); of_url && of_url->service == *service) return of_url;
  if (LowerCase(handle).starts_with("www.")) return std::nullopt;
  const bool possible = IsHandle(handle) || (*service == "Mastodon" && IsFediverseHandle(handle));
  return possible ? std::optional(SocialHandle{*service, handle}) : std::nullopt;
}

std::vector<SocialHandle> SocialHandlesOf(const ContactDetails& details) {
  std::vector<SocialHandle> handles;
  for (const auto* const list : {&details.handles, &details.urls}) {
    for (const std::string& text : *list) {
      const auto handle = ParseSocialHandle(text);
      const auto same = [&](const SocialHandle& other) {
        return other.service == handle->service && LowerCase(other.handle) == LowerCase(handle->handle);
      };
      if (handle && std::ranges::none_of(handles, same)) handles.push_back(*handle);
    }
  }
  return handles;
}

}  // namespace kith
