// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/draft.h"
#include "core/reading.h"
#include "parse/card_parser.h"

namespace kith::parse {

/// A text that might have been a value, and what spoke for it and against it.
struct Hypothesis {
  FieldKind kind = FieldKind::kNote;
  std::string text;
  Box box;
  double score = 0;
  bool chosen = false;
  std::vector<std::pair<std::string, double>>
      reasons;  ///< name of the sign, what it adds; the weightiest first
};

/// One line of the card as each pass read it, the best reading first.
struct LineReadings {
  struct OfPass {
    std::string pass;
    std::string text;
    double confidence = 0;
  };
  Box box;
  std::vector<OfPass> readings;
};

/// A phone number, e-mail address or URL and what its confidence comes from.
struct ValueEvidence {
  FieldKind kind = FieldKind::kPhone;
  std::string value;
  Box box;
  double quality = 0;  ///< see ContactValue
  double support = 0;
  double confidence = 0;
  bool labelled = false;
  bool confirmed = false;
};

/// Why a draft is what it is: for reports of errors and for work on the parser.
struct Explanation {
  Draft draft;
  std::vector<std::string> regions;  ///< the countries that the card points to, the likeliest first
  std::vector<LineReadings> lines;
  std::vector<ValueEvidence> values;
  std::vector<Hypothesis> names;  ///< the best ones, best first, like the next
  std::vector<Hypothesis> organizations;
  std::vector<std::vector<Hypothesis>> others;  ///< of each other line, as every kind, the chosen name given
};

/// The draft is ParseCard's. Pure.
Explanation ExplainCard(const Reading& reading, const ParseOptions& options);

}  // namespace kith::parse
