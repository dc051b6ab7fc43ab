// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/contact.h"

namespace kith {

/// A person's or firm's name on a social service.
struct SocialHandle {
  std::string service;  ///< as it is written: "LinkedIn", "WeChat"
  std::string handle;   ///< without "@" before it; of Mastodon with its host: "ada@social.example.org"

  /// As contacts keep it and people read it: "LinkedIn: ada-example".
  std::string ToString() const { return service + ": " + handle; }
  /// "https://www.linkedin.com/in/ada-example"; empty for services without pages that anybody can open.
  std::string Url() const;

  friend bool operator==(const SocialHandle&, const SocialHandle&) = default;
};

/// The service that a word stands for: its name, or what is printed for it ("Insta", "Twitter", "微信").
std::optional<std::string> SocialServiceOf(std::string_view label);

/// "Instagram: ada", "X @ada", "@ada@social.example.org", or the address of a profile ("t.me/ada"); nullopt
/// for other text, for pages of these services that aren't profiles, and for what can't be a handle.
std::optional<SocialHandle> ParseSocialHandle(std::string_view text);

/// Those that the contact has as handles or as web addresses, each once.
std::vector<SocialHandle> SocialHandlesOf(const ContactDetails& details);

}  // namespace kith
