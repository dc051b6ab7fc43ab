// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "core/geometry.h"
#include "core/image.h"

namespace kith::capture {

/// The back of a card that is being turned over, where its front was: about there, of its size and shape.
/// Backs often hold a sign and nothing else, which FindCards takes for anything but a card; here that it was
/// a card a moment ago stands for it. Costs what FindCards does. Pure.
std::optional<Quad> FindBack(const Image& frame, const Quad& front);

}  // namespace kith::capture
