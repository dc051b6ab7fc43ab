// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "core/contact.h"
#include "core/image.h"
#include "exchange/vcard/content_lines.h"

/// What single properties of a vCard say, in every form that programs write them.
namespace kith::exchange {

/// An extension stands behind a dialler's pause ("+1…,12") or as ";ext=" of a tel: address. Kith's own
/// numbers are left as they are.
Phone PhoneOf(const ContentLine& line, const std::string& region, bool is_kiths);

/// "1985-04-12", "19850412", "--04-12", "--0412", any of them with a time behind; Apple writes no year as
/// 1604.
std::optional<Birthday> BirthdayOf(const ContentLine& line);

/// "data:image/jpeg;base64,…" (4.0), or the bytes themselves with TYPE=JPEG (2.1, 3.0). A picture that
/// stands elsewhere is not fetched. What it is, its bytes say first.
std::optional<EncodedImage> PictureIn(const ContentLine& line);

/// The text of a URL property as a contact keeps it.
std::string UrlOf(const ContentLine& line, bool is_kiths);

}  // namespace kith::exchange
