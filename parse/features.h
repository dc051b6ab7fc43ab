// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/geometry.h"
#include "parse/signs.h"
#include "parse/words.h"

namespace kith::parse {

/// A line of text that is no phone number, e-mail address or URL: what is left to be told apart.
struct Piece {
  std::string text;
  std::vector<Token> tokens;
  Box box;
  double height = 0;      ///< type size in pixels
  double confidence = 0;  ///< mean of its words
  double agreement = 0;   ///< share of the passes that read the same letters
  std::size_t group = 0;  ///< index of its line
};

/// What the rest of the card tells about every line.
struct CardContext {
  int width = 0;
  int height = 0;
  double usual_height = 1;          ///< median type size of the card
  std::vector<std::string> locals;  ///< local parts of the e-mail addresses, folded parts joined by '.'
  std::vector<std::string> domain_labels;  ///< "example" of example.com; no mail providers
};

// What speaks for and against a line being each kind, by itself.
Signs NameSigns(const Piece& piece, const CardContext& context);
Signs OrganizationSigns(const Piece& piece, const CardContext& context);
Signs TitleSigns(const Piece& piece, const CardContext& context);
Signs DepartmentSigns(const Piece& piece);
Signs AddressSigns(const Piece& piece);

/// How much a line looks like each kind: the scores of those signs, about -5 to +6, 0 neutral.
struct Evidence {
  double name = 0;
  double organization = 0;
  double title = 0;
  double department = 0;
  double address = 0;
};

Evidence EvidenceOf(const Piece& piece, const CardContext& context);

}  // namespace kith::parse
