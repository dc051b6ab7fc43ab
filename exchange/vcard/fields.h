// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "exchange/vcard/content_lines.h"
#include "exchange/vcard/reader.h"

namespace kith::exchange {

/// The properties of one card as a contact. Lines that say nothing of it are left in `others`.
Vcard VcardOf(const std::vector<ContentLine>& lines, const std::string& region);

}  // namespace kith::exchange
