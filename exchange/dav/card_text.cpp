// SPDX-License-Identifier: Apache-2.0
#include "exchange/dav/card_text.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <optional>
#include <sstream>
#include <utility>

#include "core/text.h"
#include "exchange/content_lines.h"
#include "exchange/dav/card_fields.h"
#include "exchange/vcard.h"
#include "exchange/vcard_fields.h"

namespace kith::exchange::dav {
namespace {

using Lines = std::vector<ContentLine>;
using Names = std::vector<std::string_view>;

constexpr std::string_view kOurProgram = "-//Kith//Kith//EN";
constexpr std::size_t kMostLineBytes = 75;

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

bool Is(const ContentLine& line, const Names& names) {
  return std::ranges::find(names, line.name) != names.end();
}

void AppendFolded(std::string& out, std::string_view line) {
  std::size_t room = kMostLineBytes;
  while (line.size() > room) {
    std::size_t cut = room;
    while (cut > 1 && (static_cast<unsigned char>(line[cut]) & 0xC0U) == 0x80U)
      --cut;
    out.append(line.substr(0, cut)).append("\r\n ");
    line.remove_prefix(cut);
    room = kMostLineBytes - 1;
  }
  out.append(line).append("\r\n");
}

std::string TextOf(const Lines& lines) {
  std::string text;
  for (const ContentLine& line : lines)
    AppendFolded(text, line.raw);
  return text;
}

/// The lines as those of a card that Kith made.
Lines AsOurs(Lines lines) {
  std::erase_if(lines, [](const ContentLine& line) { return line.name == "PRODID"; });
  const auto begin = std::ranges::find(lines, "BEGIN", &ContentLine::name);
  lines.insert(begin == lines.end() ? lines.begin() : begin + 1,
               LineOf("PRODID:" + std::string(kOurProgram)));
  return lines;
}

/// What Kith says in the notes of cards that others made.
void ReadNotes(Vcard& card) {
  std::string rest;
  for (const std::string& line : SplitText(card.contact.details.notes, "\n")) {
    static constexpr std::string_view kInterests = "Likes to talk about: ";
    static constexpr std::string_view kMetAt = "Met at ";
    static constexpr std::string_view kMetOn = "Met on ";
    const std::size_t day_at = line.size() >= 10 ? line.size() - 10 : 0;
    const std::optional<Day> day = ParseDay(std::string_view(line).substr(day_at));
    if (line.starts_with(kInterests)) {
      for (std::string& interest : SplitText(line.substr(kInterests.size()), ","))
        card.contact.interests.push_back(std::move(interest));
    } else if (line.starts_with(kMetOn) && day && day_at == kMetOn.size()) {
      card.contact.met_on = day;
    } else if (line.starts_with(kMetAt)) {
      card.contact.met_on = day;
      const std::size_t end = day ? line.rfind(" on ") : line.size();
      card.event = line.substr(kMetAt.size(), end - kMetAt.size());
    } else {
      rest += (rest.empty() ? "" : "\n") + line;
    }
  }
  card.contact.details.notes = rest;
}

/// What some lines of a card say.
Vcard ViewOf(const Lines& lines, const std::string& region, bool is_kiths) {
  Lines inner;
  for (const ContentLine& line : is_kiths ? AsOurs(lines) : lines) {
    if (line.name != "BEGIN" && line.name != "END") inner.push_back(line);
  }
  Vcard card = VcardOf(inner, region);
  if (!is_kiths) ReadNotes(card);
  return card;
}

bool IsOfPerson(const Lines& lines) {
  return std::ranges::none_of(lines, [](const ContentLine& line) {
    return (line.name == "KIND" || line.name == "X-ADDRESSBOOKSERVER-KIND") &&
           LowerCase(NormalizeText(line.value)) == "group";
  });
}

/// The parts of a value between unescaped semicolons, as they are written.
std::vector<std::string> RawParts(std::string_view value) {
  std::vector<std::string> parts(1);
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] == '\\' && i + 1 < value.size()) {
      parts.back() += value[i++];
    } else if (value[i] == ';') {
      parts.emplace_back();
      continue;
    }
    parts.back() += value[i];
  }
  return parts;
}

/// A list of a card as it is compared: as texts.
using Values = std::function<std::vector<std::string>(const Vcard& card)>;

class Patch {
 public:
  Patch(const std::string& text, const Vcard& target, std::string region, bool is_kiths)
      : text_(text), lines_(LinesOf(text)), target_(target), region_(std::move(region)), is_kiths_(is_kiths) {
    fresh_ = LinesOf(WriteVcards({&target, 1}));
  }

  std::string Run() {
    Whole({"FN", "N"}, [](const Vcard& card) {
      return std::vector{card.contact.details.name.full, card.contact.details.name.given,
                         card.contact.details.name.family};
    });
    Whole({"ORG"}, [](const Vcard& card) {
      return std::vector{card.contact.details.organization, card.contact.details.department};
    });
    Whole({"BDAY"}, BirthdayOf);
    Whole({"NOTE"}, NotesOf);
    if (is_kiths_) Whole({"CATEGORIES"}, [](const Vcard& card) { return std::vector{card.event}; });
    List({"TEL"}, [](const Vcard& card) {
      std::vector<std::string> phones;
      for (const Phone& phone : card.contact.details.phones)
        phones.push_back(PhoneKey(phone) + ' ' + std::string(PhoneTypeName(phone.type)));
      return phones;
    });
    for (const ListField& field : ListFields()) {
      Names names = field.properties;
      // In a card that others made that is what friends call somebody.
      if (!is_kiths_) std::erase(names, "NICKNAME");
      if (!names.empty()) {
        List(names, [&field](const Vcard& card) {
          std::vector<std::string> keys;
          for (const std::string& value : ListOf(card, field))
            keys.push_back(field.key(value));
          return keys;
        });
      }
    }
    if (changed_) Replace({"REV"});
    return changed_ ? TextOf(lines_) : text_;
  }

 private:
  static std::vector<std::string> BirthdayOf(const Vcard& card) {
    if (!card.contact.birthday) return {};
    const Birthday& birthday = *card.contact.birthday;
    return {std::to_string(birthday.year ? static_cast<int>(*birthday.year) : 0),
            std::to_string(static_cast<unsigned>(birthday.day.month())),
            std::to_string(static_cast<unsigned>(birthday.day.day()))};
  }

  /// All that stands in the notes.
  static std::vector<std::string> NotesOf(const Vcard& card) {
    std::vector<std::string> all = card.contact.interests;
    all.push_back(card.contact.details.notes);
    all.push_back(card.event);
    if (card.contact.met_on) all.push_back(FormatDay(*card.contact.met_on));
    return all;
  }

  Vcard View() const { return ViewOf(lines_, region_, is_kiths_); }
  std::vector<std::string> Here(const Values& values) const { return values(View()); }

  /// Properties that say one thing together.
  void Whole(const Names& names, const Values& values) {
    if (Here(values) == values(target_)) return;
    Replace(names);
  }

  /// Properties each of which says one thing.
  void List(const Names& names, const Values& values) {
    const std::vector<std::string> wanted = values(target_);
    const std::vector<std::string> present = Here(values);
    if (present == wanted) return;
    const Lines before = lines_;
    const auto among = [](const std::vector<std::string>& list, const std::string& value) {
      return std::ranges::find(list, value) != list.end();
    };
    const auto says = [&](const ContentLine& line, const auto& condition) {
      const std::vector<std::string> said = values(ViewOf({line}, region_, is_kiths_));
      return !said.empty() && std::ranges::all_of(said, condition);
    };
    Drop([&](const ContentLine& line) {
      return Is(line, names) && says(line, [&](const std::string& value) {
               return among(present, value) && !among(wanted, value);
             });
    });
    for (const ContentLine& line : fresh_) {
      if (Is(line, names) && says(line, [&](const std::string& value) {
            return among(wanted, value) && !among(present, value);
          }))
        Insert(line, names);
    }
    Order(names, wanted, values);
    changed_ = true;
    if (Here(values) != wanted) {
      lines_ = before;
      Replace(names);
    }
  }

  /// Those of the lines that say something of `wanted`, in its order, in the places that they have together.
  void Order(const Names& names, const std::vector<std::string>& wanted, const Values& values) {
    std::vector<std::size_t> places;
    std::vector<std::pair<std::size_t, ContentLine>> ranked;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!Is(lines_[i], names)) continue;
      const std::vector<std::string> said = values(ViewOf({lines_[i]}, region_, is_kiths_));
      const auto found = said.empty() ? wanted.end() : std::ranges::find(wanted, said.front());
      if (found == wanted.end()) continue;
      places.push_back(i);
      ranked.emplace_back(static_cast<std::size_t>(found - wanted.begin()), lines_[i]);
    }
    std::ranges::stable_sort(ranked, {}, &std::pair<std::size_t, ContentLine>::first);
    for (std::size_t i = 0; i < places.size(); ++i)
      lines_[places[i]] = ranked[i].second;
  }

  /// With the labels that Apple groups with them.
  void Drop(const std::function<bool(const ContentLine&)>& goes) {
    std::vector<std::string> groups;
    for (const ContentLine& line : lines_) {
      if (goes(line) && !line.group.empty()) groups.push_back(line.group);
    }
    std::erase_if(lines_, [&](const ContentLine& line) {
      return goes(line) ||
             (line.name.starts_with("X-AB") && std::ranges::find(groups, line.group) != groups.end());
    });
  }

  /// Behind the last of its kind.
  void Insert(const ContentLine& line, const Names& names) {
    auto place = std::ranges::find(lines_, "END", &ContentLine::name);
    for (auto it = lines_.begin(); it != lines_.end(); ++it) {
      if (Is(*it, names)) place = it + 1;
    }
    lines_.insert(place, line);
  }

  void Replace(const Names& names) {
    changed_ = true;
    std::vector<std::string> more_of_name;
    for (const ContentLine& line : lines_) {
      if (line.name == "N" && Is(line, names))
        more_of_name = RawParts(line.raw.substr(line.raw.find(':') + 1));
    }
    Drop([&](const ContentLine& line) { return Is(line, names); });
    for (const ContentLine& line : fresh_) {
      if (!Is(line, names)) continue;
      Insert(line.name == "N" ? WithParts(line, more_of_name) : line, names);
    }
  }

  /// Other names, prefixes and suffixes stay what they were.
  static ContentLine WithParts(const ContentLine& name, const std::vector<std::string>& more) {
    std::vector<std::string> parts = RawParts(name.raw.substr(name.raw.find(':') + 1));
    for (std::size_t i = 2; i < more.size() && i < 5; ++i) {
      if (parts.size() <= i) parts.resize(i + 1);
      parts[i] = more[i];
    }
    return LineOf("N:" + Join(parts, ";"));
  }

  const std::string& text_;
  Lines lines_;
  Lines fresh_;
  const Vcard& target_;
  std::string region_;
  bool is_kiths_;
  bool changed_ = false;
};

}  // namespace

Result<ServerCard> ReadCard(const std::string& text, const std::string& region, bool is_kiths) {
  Lines lines = LinesOf(text);
  if (!IsOfPerson(lines)) return Error{ErrorCode::kNotAllowed, "It is a list of people."};
  ServerCard read;
  read.is_kiths = is_kiths || std::ranges::any_of(lines, [](const ContentLine& line) {
                    return line.name == "PRODID" && line.value == kOurProgram;
                  });
  std::vector<Vcard> cards;
  std::string refused;
  std::istringstream in(TextOf(read.is_kiths ? AsOurs(std::move(lines)) : std::move(lines)));
  const Result<void> done = ReadVcards(
      in, {.region = region}, [&](Vcard card) { cards.push_back(std::move(card)); },
      [&](const RefusedVcard& reason) { refused = reason.reason; });
  if (!done) return done.error();
  if (!refused.empty()) return Error{ErrorCode::kUnreadable, refused};
  if (cards.size() != 1) return Error{ErrorCode::kUnreadable, "It isn't one card."};
  read.card = std::move(cards.front());
  if (!read.is_kiths) ReadNotes(read.card);
  return read;
}

std::string CardText(const Contact& contact, const EventNames& event_names) {
  Contact timeless = contact;
  timeless.created = timeless.updated = {};
  return WriteVcards({&timeless, 1}, event_names);
}

std::string PatchCard(const std::string& text, const Vcard& target, const std::string& region,
                      bool is_kiths) {
  return Patch(text, target, region, is_kiths).Run();
}

}  // namespace kith::exchange::dav
