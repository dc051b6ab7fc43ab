// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/contact_file.h"

namespace kith::exchange {

/// Lines that Kith's exports put behind the notes since their table has no column for them ("Phone (fax): …",
/// "Met at …", see exchange/csv/presets.h) go back to where they came from; gives what is left of the notes.
/// `region` as in ParsePhoneNumber.
std::string TakeBackNotes(const std::string& notes, const std::string& region, FoundContact& found);

/// A number as a cell has it, with an extension behind it maybe.
Phone PhoneOfCell(const std::string& text, PhoneType type, const std::string& region);

}  // namespace kith::exchange
