// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/image.h"
#include "parse/explain.h"

namespace kith::app {

/// A card and why it was read as it was.
struct ExplainedCard {
  std::string source;
  EncodedImage card;  ///< the picture that the boxes are places on
  int width = 0;
  int height = 0;
  parse::Explanation explanation;
};

/// A web page that needs nothing but itself: each card with the boxes of its fields, every hypothesis, and
/// the reasons. What was read is escaped: a card can't put markup into it.
std::string ExplanationPage(const std::vector<ExplainedCard>& cards);

}  // namespace kith::app
