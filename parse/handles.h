// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "parse/web.h"

namespace kith::parse {

/// Handles on social services that a line tells with their service: "IG: ada_example", "WeChat ID
/// ada-example",
/// "@ada@social.example.org". Values are those of SocialHandle::ToString. Addresses of profiles are URLs, and
/// "@ada" alone may be anywhere: both are left.
std::vector<WebMatch> FindHandles(std::string_view text);

}  // namespace kith::parse
