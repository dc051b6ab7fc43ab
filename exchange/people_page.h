// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/image.h"
#include "core/result.h"
#include "exchange/people_list.h"

namespace kith::exchange {

/// The picture of somebody's card; nullopt: there is none.
using PictureOf = std::function<std::optional<EncodedImage>(const Contact& contact)>;

/// Takes the next bytes; an error ends the writing.
using AddBytes = std::function<Result<void>(std::string_view bytes)>;

/// The list as one HTML page that needs nothing but itself (no network, no script; pictures are in it) and
/// prints black on white on A4 and Letter, nobody divided between two pages. Boxes can be ticked on paper and
/// on the screen. Given to `add` piece by piece: pictures of many people don't fit into memory. Whatever
/// stands on a card stays text.
Result<void> WritePeoplePage(std::span<const ListedEvent> events, Day today, const PictureOf& picture_of,
                             const AddBytes& add);

/// Text for HTML: valid UTF-8, no control characters but line breaks.
std::string HtmlText(std::string_view text);

}  // namespace kith::exchange
