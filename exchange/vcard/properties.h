// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/contact_extras.h"
#include "core/image.h"
#include "exchange/vcard/content_lines.h"
#include "exchange/vcard/vcard.h"

/// Properties that a Contact has no place for, to and from the lines of either version. In between they have
/// one form: bytes are a data: address, as in 4.0, and a wedding day is called ANNIVERSARY.
namespace kith::exchange {

/// Of any line: without quoted-printable and character sets, types as TYPE=.
VcardProperty PropertyOf(const ContentLine& line);

/// Empty for a property that the version hasn't got, and for a name that is none.
std::string PropertyLine(const VcardProperty& property, VcardVersion version);

VcardProperty PropertyOfPicture(const EncodedImage& picture);

}  // namespace kith::exchange
