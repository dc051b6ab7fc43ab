// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/true_corners.h"

#include <cstddef>

#include <nlohmann/json.hpp>

namespace kith::tools {
namespace {

Quad CornersOf(const nlohmann::json& card) {
  Quad quad;
  for (std::size_t i = 0; i < quad.size(); ++i)
    quad[i] = {card.at("corners").at(i).at(0), card.at("corners").at(i).at(1)};
  return quad;
}

}  // namespace

std::vector<Quad> TrueCorners(const nlohmann::json& truth) {
  if (!truth.contains("cards")) return {CornersOf(truth)};
  std::vector<Quad> cards;
  for (const auto& card : truth.at("cards"))
    cards.push_back(CornersOf(card));
  return cards;
}

}  // namespace kith::tools
