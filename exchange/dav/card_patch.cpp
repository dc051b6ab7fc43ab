// SPDX-License-Identifier: Apache-2.0
#include "exchange/dav/card_patch.h"

#include <algorithm>
#include <functional>
#include <string_view>
#include <utility>

#include "exchange/contact_text.h"
#include "exchange/dav/card_fields.h"
#include "exchange/dav/card_text.h"
#include "exchange/vcard/text.h"
#include "exchange/vcard/vcard.h"
#include "exchange/vcard/words.h"

namespace kith::exchange::dav {
namespace {

using Names = std::vector<std::string_view>;

bool Is(const ContentLine& line, const Names& names) {
  return std::ranges::find(names, line.name) != names.end();
}

bool IsMade(const ContentLine& line, std::string_view word) {
  return line.Value(kKithParameter) == word;
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
    Contact contact = target.contact;
    contact.event.reset();
    EventNames names;
    if (!target.event.empty()) {
      contact.event = EventId(contact.id.bytes());  // stands for the name within this card only
      names[*contact.event] = target.event;
    }
    fresh_ = LinesOf(WriteVcards({&contact, 1}, names));
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
    Whole({"NOTE", "X-INTEREST", "INTEREST", kMetOnProperty, "CATEGORIES"}, NotesOf);
    List({"TEL"}, [](const Vcard& card) {
      std::vector<std::string> phones;
      for (const Phone& phone : card.contact.details.phones)
        phones.push_back(PhoneKey(phone) + ' ' + std::string(PhoneTypeName(phone.type)));
      return phones;
    });
    for (const ListField& field : ListFields()) {
      if (!field.properties.empty()) {
        List(field.properties, [&field](const Vcard& card) {
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

  /// All that stands in the notes, some of it elsewhere, too.
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
    if (Has(names, "ADR")) RemakeAddresses();
    if (Has(names, "URL")) Remake("X-SOCIALPROFILE", kOfUrl);
  }

  static bool Has(const Names& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
  }

  /// What Kith makes of other properties for other programs.
  void Remake(std::string_view name, std::string_view word) {
    Drop([&](const ContentLine& line) { return line.name == name && IsMade(line, word); });
    for (const ContentLine& line : fresh_) {
      if (line.name == name && IsMade(line, word)) Insert(line, {name});
    }
  }

  /// Each stands before the label that it was made of.
  void RemakeAddresses() {
    Drop([](const ContentLine& line) { return line.name == "ADR" && IsMade(line, kPrinted); });
    for (std::size_t i = 1; i < fresh_.size(); ++i) {
      if (fresh_[i].name != "LABEL") continue;
      const auto label = std::ranges::find(lines_, fresh_[i].raw, &ContentLine::raw);
      if (label != lines_.end()) lines_.insert(label, fresh_[i - 1]);
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
    KeepOtherCategories(names);
    Drop([&](const ContentLine& line) {
      return Is(line, names) && (line.name != "CATEGORIES" || IsMade(line, kEvent));
    });
    for (const ContentLine& line : fresh_) {
      if (!Is(line, names)) continue;
      Insert(line.name == "N" ? WithParts(line, more_of_name) : line, names);
    }
  }

  /// Other programs put theirs behind the event.
  void KeepOtherCategories(const Names& names) {
    if (!Has(names, "CATEGORIES")) return;
    for (ContentLine& line : lines_) {
      if (line.name != "CATEGORIES" || !IsMade(line, kEvent)) continue;
      std::vector<std::string> others = SplitValue(line.value, ',');
      others.erase(others.begin());
      std::string text;
      for (const std::string& other : others)
        text += (text.empty() ? "" : ",") + EscapedText(other);
      if (!text.empty()) line = LineOf("CATEGORIES:" + text);
    }
  }

  /// Other names, prefixes and suffixes stay what they were.
  static ContentLine WithParts(const ContentLine& name, const std::vector<std::string>& more) {
    std::vector<std::string> parts = RawParts(name.raw.substr(name.raw.find(':') + 1));
    for (std::size_t i = 2; i < more.size() && i < 5; ++i) {
      if (parts.size() <= i) parts.resize(i + 1);
      parts[i] = more[i];
    }
    std::string line = "N:";
    for (std::size_t i = 0; i < parts.size(); ++i)
      line += (i == 0 ? "" : ";") + parts[i];
    return LineOf(line);
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

std::string PatchCard(const std::string& text, const Vcard& target, const std::string& region,
                      bool is_kiths) {
  return Patch(text, target, region, is_kiths).Run();
}

}  // namespace kith::exchange::dav
