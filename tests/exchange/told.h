// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/contact_file.h"

namespace kith::exchange::test {

/// All that is known of somebody but the id, a line each.
std::string Told(const FoundContact& found);

}  // namespace kith::exchange::test
