// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/geometry.h"

namespace kith::tools {

/// Where the cards of a picture are, read back from its object in truth.json: of one card or of a list of any
/// number of them. Throws nlohmann::json::exception if there are no corners.
std::vector<Quad> TrueCorners(const nlohmann::json& truth);

}  // namespace kith::tools
