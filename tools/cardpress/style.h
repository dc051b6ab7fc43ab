// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "tools/cardpress/card_design.h"
#include "tools/cardpress/random.h"

namespace kith::tools {

/// How a card tells a phone from a fax.
enum class LabelForm {
  kWords,    ///< "Phone: 415 …"
  kLetters,  ///< "T 415 …"
  kIcons,    ///< a drawn telephone
  kNone,
  kAfter,  ///< "415 … (fax)"
};

enum class LetterCase { kAsWritten, kUpper, kSmallCaps, kLower };

/// The look that all the text of one card shares.
struct Style {
  Typeface heading;  ///< the name
  Typeface body;
  Typeface wordmark;  ///< the organization's logo
  Ink background = kWhite;
  Ink text;
  Ink muted;   ///< labels, departments
  Ink accent;  ///< rules, panels, sometimes the name
  Ink panel;   ///< a second ground; text on it is `on_panel`
  Ink on_panel;
  double name_size = 11;  ///< points, as are the others
  double title_size = 7.5;
  double body_size = 7.5;
  LetterCase name_case = LetterCase::kAsWritten;
  LetterCase title_case = LetterCase::kAsWritten;
  bool name_in_accent = false;
  bool title_italic = false;
  LabelForm labels = LabelForm::kWords;
  std::string label_end;  ///< ":", ".", "" …
  bool label_bold = false;
  bool label_in_accent = false;
  bool label_column = false;  ///< labels have a common width
};

enum class Ground { kLight, kDark, kColoured };

Style MakeStyle(Rng& rng, Ground ground);

/// The families that designs ask for, with the Debian package of each.
struct WantedFont {
  std::string family;
  std::string package;
};
const std::vector<WantedFont>& WantedFonts();

/// Those of WantedFonts that this machine doesn't have. Without them the pictures would differ from machine
/// to machine and say nothing about it.
std::vector<WantedFont> MissingFonts();

/// Whether a family has every letter of a text, so that none comes from another face.
bool HasLettersOf(const std::string& family, const std::string& text);

}  // namespace kith::tools
