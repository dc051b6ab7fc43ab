// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "tools/cardpress/card_design.h"
#include "tools/cardpress/people.h"
#include "tools/cardpress/style.h"

namespace kith::tools {

/// Adds lines below others, `space` points further down.
void Append(Lines& to, const Lines& more, double space = 0);

/// Words the text of one card in one style, and keeps the truth of what it was asked to word: a layout takes
/// only the parts that it prints, each at most once.
class CardWriter {
 public:
  CardWriter(Rng& rng, const Identity& person, const Style& style);

  Lines Name();
  Lines Titles();  ///< titles and departments
  /// Name and titles one below the other.
  Lines NameAndTitles();
  Lines Organization();  ///< the legal name; nothing for people without a firm
  Lines Tagline();
  Lines Phones(bool aligned_right = false);
  Lines Online();  ///< e-mail and web addresses
  Lines WebOnly();
  Lines EmailOnly();
  Lines Address();
  Lines Extras();
  /// All ways to reach the person, one below the other.
  Lines Contact(bool aligned_right = false);
  /// The same on one or two long lines, values separated by a bar, a dot or a dash.
  Lines ContactInline();

  /// The brand in the wordmark's face; `ink` as the ground asks for.
  Lines Wordmark(double size, Ink ink, bool second = false);

  /// What a QR code on this card says: a vCard, a MECARD or the web address.
  std::string QrPayload();

  /// The same text in other colours, for text on a panel.
  void UseInks(Ink text, Ink muted, Ink accent);

  const CardTruth& truth() const { return truth_; }
  const Style& style() const { return style_; }
  const Identity& person() const { return person_; }
  Rng& rng() { return rng_; }

 private:
  struct Labelled {
    ValueRef value;
    std::string text;
    std::string label;
    bool icon = false;
    bool after = false;
  };

  Run Text(const std::string& text, ValueRef value = {}) const;
  Run Label(const Labelled& item, bool pad) const;
  Line ItemLine(const Labelled& item, bool pad) const;
  std::vector<Labelled> PhoneItems();
  std::vector<Labelled> EmailItems();
  std::vector<Labelled> UrlItems();
  std::string LabelFor(const FictionalPhone& phone);
  Labelled OnlineItem(ValueRef value, const std::string& text, const char* kind, const char* letter,
                      const char* icon, double share_labelled);
  Lines Broken(const std::string& text, ValueRef value, const Typeface& face, double size, Ink ink) const;
  Lines TitleAndDepartmentLines();
  void RecordPhone(const FictionalPhone& phone, bool labelled);

  Rng& rng_;
  const Identity& person_;
  Style style_;
  CardTruth truth_;
  bool label_emails_;
  bool label_urls_;
  bool icons_;
};

}  // namespace kith::tools
