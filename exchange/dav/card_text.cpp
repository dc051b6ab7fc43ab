// SPDX-License-Identifier: Apache-2.0
#include "exchange/dav/card_text.h"

#include <algorithm>
#include <optional>
#include <sstream>
#include <utility>

#include "core/language.h"
#include "core/text.h"
#include "exchange/dav/card_patch.h"
#include "exchange/vcard/fields.h"
#include "exchange/vcard/text.h"
#include "exchange/vcard/vcard.h"
#include "exchange/vcard/words.h"

namespace kith::exchange::dav {
namespace {

/// The lines as those of a card that Kith made.
Lines AsOurs(Lines lines) {
  std::erase_if(lines, [](const ContentLine& line) { return line.name == "PRODID"; });
  const auto begin = std::ranges::find(lines, "BEGIN", &ContentLine::name);
  lines.insert(begin == lines.end() ? lines.begin() : begin + 1, LineOf("PRODID:" + std::string(kProductId)));
  return lines;
}

/// One of the lines that Kith puts behind the notes for programs that have no other place for what they say.
/// Some of these drop the other place.
bool TakeNoteLine(const std::string& line, Vcard& card) {
  static constexpr std::string_view kInterests = "Likes to talk about: ";
  static constexpr std::string_view kMetAt = "Met at ";
  static constexpr std::string_view kMetOn = "Met on ";
  const std::size_t day_at = line.size() >= 10 ? line.size() - 10 : 0;
  const std::optional<Day> day = ParseDay(std::string_view(line).substr(day_at));
  if (line.starts_with(kInterests) && card.contact.interests.empty()) {
    card.contact.interests = SplitText(line.substr(kInterests.size()), ",");
    return true;
  }
  if (line.starts_with(kMetOn) && day && day_at == kMetOn.size() && !card.contact.met_on) {
    card.contact.met_on = day;
    return true;
  }
  if (!line.starts_with(kMetAt) || !card.event.empty()) return false;
  if (day && !card.contact.met_on) card.contact.met_on = day;
  const std::size_t end = day ? line.rfind(" on ") : line.size();
  card.event = line.substr(kMetAt.size(), end - kMetAt.size());
  return true;
}

/// Notes without what Kith put behind them, wherever it stands by now.
void CleanNotes(Vcard& card) {
  const std::vector<std::string> additions =
      SplitText(NoteAddition(card.contact.interests, card.event, card.contact.met_on), "\n");
  std::string& notes = card.contact.details.notes;
  std::string rest;
  bool is_first = true;
  std::istringstream in(notes);
  for (std::string line; std::getline(in, line);) {
    if (std::ranges::find(additions, line) != additions.end() || TakeNoteLine(line, card)) continue;
    if (!is_first) rest += '\n';
    rest += line;
    is_first = false;
  }
  notes = rest;
}

/// A contact of whom Kith knows notes alone, say: no reason to refuse it where it is known already.
bool IsWholeButBare(const Lines& lines) {
  const auto count = [&](std::string_view name) {
    return std::ranges::count(lines, name, &ContentLine::name);
  };
  const auto version = std::ranges::find(lines, "VERSION", &ContentLine::name);
  return count("BEGIN") == 1 && count("END") == 1 && lines.back().name == "END" && count("TEL") == 0 &&
         count("EMAIL") == 0 && version != lines.end() &&
         (version->value == "3.0" || version->value == "4.0");
}

bool IsOfPerson(const Lines& lines) {
  return std::ranges::none_of(lines, [](const ContentLine& line) {
    return (line.name == "KIND" || line.name == "X-ADDRESSBOOKSERVER-KIND") &&
           LowerCase(NormalizeText(line.value)) == "group";
  });
}

}  // namespace

Lines LinesOf(const std::string& text) {
  std::istringstream in(text);
  ContentLineReader reader(in, VcardReading().most_line_bytes);
  Lines lines;
  while (std::optional<ContentLine> line = reader.Next())
    lines.push_back(*std::move(line));
  return lines;
}

ContentLine LineOf(const std::string& raw) {
  return LinesOf(raw + "\r\n").front();
}

std::string TextOf(const Lines& lines) {
  std::string text;
  for (const ContentLine& line : lines)
    AppendFolded(text, {line.raw});
  return text;
}

Vcard ViewOf(const Lines& lines, const std::string& region, bool is_kiths) {
  Lines inner;
  for (const ContentLine& line : is_kiths ? AsOurs(lines) : lines) {
    if (line.name != "BEGIN" && line.name != "END") inner.push_back(line);
  }
  Vcard card = VcardOf(inner, region);
  CleanNotes(card);
  return card;
}

Result<ServerCard> ReadCard(const std::string& text, const std::string& region, bool is_kiths) {
  const Lines lines = LinesOf(text);
  if (!IsOfPerson(lines)) return Error{ErrorCode::kNotAllowed, std::string(Tr("It is a list of people."))};
  ServerCard read;
  read.is_kiths = is_kiths || std::ranges::any_of(lines, [](const ContentLine& line) {
                    return line.name == "PRODID" && line.value == kProductId;
                  });
  std::vector<Vcard> cards;
  std::string refused;
  std::istringstream in(TextOf(read.is_kiths ? AsOurs(lines) : lines));
  const Result<void> done = ReadVcards(
      in, {.region = region}, [&](Vcard card) { cards.push_back(std::move(card)); },
      [&](const RefusedVcard& reason) { refused = reason.reason; });
  if (!done) return done.error();
  if (!refused.empty() && read.is_kiths && IsWholeButBare(lines)) {
    read.card = ViewOf(lines, region, true);
    return read;
  }
  if (!refused.empty()) return Error{ErrorCode::kUnreadable, refused};
  if (cards.size() != 1) return Error{ErrorCode::kUnreadable, std::string(Tr("It isn't one card."))};
  read.card = std::move(cards.front());
  CleanNotes(read.card);
  return read;
}

std::string CardText(const Contact& contact, const EventNames& event_names) {
  Contact timeless = contact;
  timeless.created = timeless.updated = {};
  return WriteVcards({&timeless, 1}, event_names);
}

}  // namespace kith::exchange::dav
