// SPDX-License-Identifier: Apache-2.0
#include "exchange/vcard/reader.h"

#include <utility>

#include "core/language.h"
#include "core/text.h"
#include "exchange/contact_text.h"
#include "exchange/vcard/content_lines.h"
#include "exchange/vcard/fields.h"

namespace kith::exchange {
namespace {

bool IsMark(const ContentLine& line, std::string_view name) {
  return line.name == name && LowerCase(NormalizeText(line.value)) == "vcard";
}

bool IsBase64(const ContentLine& line) {
  return line.Says("ENCODING", "BASE64") || line.Says("ENCODING", "B");
}

bool IsKnownVersion(std::string_view version) {
  return version == "2.1" || version == "3.0" || version == "4.0";
}

/// Puts lines together to cards.
class CardCollector {
 public:
  CardCollector(const VcardReading& reading, const std::function<void(Vcard)>& take,
                const std::function<void(RefusedVcard)>& refuse)
      : reading_(reading), take_(take), refuse_(refuse) {}

  void Add(ContentLine line) {
    if (IsMark(line, "BEGIN")) return Begin(line);
    if (depth_ == 0) return Outside(line);
    if (IsMark(line, "END")) return End();
    if (depth_ > 1) return;  // the card of an agent, of whom nothing is kept
    if (GoesOnWithPicture(line)) return;
    Check(line);
    awaits_agent_ = line.name == "AGENT" && line.value.empty();
    if (trouble_.empty()) lines_.push_back(std::move(line));
  }

  void Finish() {
    if (depth_ > 0) Refuse(begun_on_, Tr("The card doesn't end: END:VCARD is missing."));
  }

  bool saw_a_card() const { return begun_on_ > 0; }

 private:
  void Begin(const ContentLine& line) {
    if (depth_ > 0 && (awaits_agent_ || depth_ > 1)) {
      awaits_agent_ = false;
      if (++depth_ > reading_.most_depth) trouble_ = Tr("Too many cards within cards.");
      return;
    }
    Finish();
    depth_ = 1;
    begun_on_ = line.number;
    junk_told_ = false;
    bytes_ = 0;
    trouble_.clear();
    lines_.clear();
  }

  void End() {
    if (--depth_ > 0) return;
    if (!trouble_.empty()) return Refuse(begun_on_, trouble_);
    Vcard card = VcardOf(lines_, reading_.region);
    card.line = begun_on_;
    lines_.clear();
    if (!IsWorthKeeping(card.contact.details))
      return Refuse(begun_on_, Tr("There is no name, company, number or e-mail address in it."));
    take_(std::move(card));
  }

  /// Some phones fold pictures without the space that makes it a fold.
  bool GoesOnWithPicture(const ContentLine& line) {
    if (!line.name.empty() || lines_.empty() || !IsBase64(lines_.back())) return false;
    if ((bytes_ += line.raw.size()) > reading_.most_card_bytes) return false;
    lines_.back().value += line.raw;
    lines_.back().raw += line.raw;
    return true;
  }

  void Check(const ContentLine& line) {
    bytes_ += line.raw.size();
    if (!trouble_.empty()) return;
    if (line.too_long) {
      trouble_ = Filled(Tr("Line {0} is longer than Kith reads."), {std::to_string(line.number)});
    } else if (bytes_ > reading_.most_card_bytes) {
      trouble_ = Tr("The card is larger than Kith reads.");
    } else if (static_cast<int>(lines_.size()) >= reading_.most_lines) {
      trouble_ = Tr("The card has more lines than Kith reads.");
    } else if (line.name.empty()) {
      trouble_ = Filled(Tr("Line {0} isn't a property of a vCard."), {std::to_string(line.number)});
    } else if (line.name == "VERSION" && !IsKnownVersion(NormalizeText(line.value))) {
      trouble_ = Filled(Tr("Its version is {0}; Kith reads 2.1, 3.0 and 4.0."),
                        {NormalizeText(line.value).substr(0, 20)});
    }
    if (!trouble_.empty()) lines_.clear();
  }

  void Outside(const ContentLine& line) {
    if (junk_told_ || NormalizeText(line.raw).empty()) return;
    junk_told_ = true;
    Refuse(line.number, Tr("This isn't part of a vCard."));
  }

  void Refuse(int line, std::string_view reason) {
    depth_ = 0;
    lines_.clear();
    refuse_({line, std::string(reason)});
  }

  const VcardReading& reading_;
  const std::function<void(Vcard)>& take_;
  const std::function<void(RefusedVcard)>& refuse_;
  std::vector<ContentLine> lines_;
  std::string trouble_;  ///< why the card is refused when it ends; empty: it isn't
  std::size_t bytes_ = 0;
  int depth_ = 0;
  int begun_on_ = 0;
  bool awaits_agent_ = false;
  bool junk_told_ = false;
};

}  // namespace

Result<void> ReadVcards(std::istream& in, const VcardReading& reading, const std::function<void(Vcard)>& take,
                        const std::function<void(RefusedVcard)>& refuse) {
  ContentLineReader lines(in, reading.most_line_bytes);
  CardCollector cards(reading, take, refuse);
  while (std::optional<ContentLine> line = lines.Next())
    cards.Add(*std::move(line));
  cards.Finish();
  if (cards.saw_a_card()) return {};
  return Error{ErrorCode::kUnreadable, std::string(Tr("There is no vCard in it: BEGIN:VCARD is missing."))};
}

}  // namespace kith::exchange
