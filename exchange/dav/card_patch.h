// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "exchange/vcard/content_lines.h"
#include "exchange/vcard/reader.h"

/// The lines of a server's vCard. For card_text.cpp and card_patch.cpp.
namespace kith::exchange::dav {

using Lines = std::vector<ContentLine>;

Lines LinesOf(const std::string& text);
/// Of one unfolded line.
ContentLine LineOf(const std::string& raw);
std::string TextOf(const Lines& lines);

/// What some lines of a card say.
Vcard ViewOf(const Lines& lines, const std::string& region, bool is_kiths);

}  // namespace kith::exchange::dav
