// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "exchange/people_list.h"

namespace kith::exchange {

/// The list as Markdown (CommonMark, with the task lists of GitHub): events are headings, what is to be done
/// has boxes to tick. Every text shows as it is, whatever signs are in it.
std::string WritePeopleMarkdown(std::span<const ListedEvent> events, Day today);

/// Text that Markdown shows as it is, on one line.
std::string MarkdownText(std::string_view text);

}  // namespace kith::exchange
