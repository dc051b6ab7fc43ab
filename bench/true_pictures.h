// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/geometry.h"
#include "core/image.h"

/// What the measuring programs share: pictures with a truth.json beside them, and times.
namespace kith::bench {

struct TruePicture {
  std::filesystem::path file;
  nlohmann::json truth;         ///< its object in truth.json, as cardpress writes it
  std::optional<Quad> corners;  ///< of the card; unset where the picture is the card
};

/// The pictures that the truth.json of a folder knows; what the truth says to skip is left out. Throws
/// std::runtime_error if there is no such file.
std::vector<TruePicture> PicturesIn(const std::filesystem::path& folder);

/// The card of the picture, upright, cut out at its true corners, so that no finder has a part in it. Throws
/// std::runtime_error if the file isn't a picture.
Image TrueCard(const TruePicture& picture);

/// Processor time of the calling thread: other programs on the machine don't count.
double ProcessorMilliseconds();

/// 0 of nothing.
double Quantile(std::vector<double> values, double share);

}  // namespace kith::bench
