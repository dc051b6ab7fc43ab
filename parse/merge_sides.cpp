// SPDX-License-Identifier: Apache-2.0
#include "parse/merge_sides.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/text.h"

namespace kith::parse {
namespace {

/// "https://www.Example.org/" and "example.org" are the same place.
std::string SamePlace(std::string url) {
  url = LowerCase(url);
  for (const std::string_view prefix : {"https://", "http://", "www."}) {
    if (url.starts_with(prefix)) url.erase(0, prefix.size());
  }
  while (url.ends_with('/'))
    url.pop_back();
  return url;
}

constexpr double kFromName = 0.8;  // of a note that repeats a name

/// Whether most letters are Latin.
bool IsLatin(const std::string& text) {
  constexpr char32_t kEndOfLatin = 0x250;
  const std::u32string letters = DecodeUtf8(text);
  const auto latin = std::ranges::count_if(letters, [](char32_t c) { return c < kEndOfLatin; });
  return 2 * latin > static_cast<std::ptrdiff_t>(letters.size());
}

class Merger {
 public:
  Merger(Draft& front, const Draft& back) : front_(front), back_(back) {}

  void Merge() {
    ContactDetails& to = front_.details;
    const ContactDetails& from = back_.details;
    if (to.name.full.empty() && !from.name.full.empty()) {
      to.name = from.name;
      AddField(FieldKind::kName, from.name.full);
    }
    AddOtherScript(from.name.full, to.name.full);
    AddIfMissing(FieldKind::kOrganization, to.organization, from.organization);
    AddIfMissing(FieldKind::kDepartment, to.department, from.department);
    AddIfMissing(FieldKind::kNote, to.notes, from.notes);
    for (const std::string& name : other_script_)
      AddNote("Also written: " + name);
    AddIfNone(FieldKind::kTitle, to.titles, from.titles);
    AddIfNone(FieldKind::kAddress, to.addresses, from.addresses);
    AddNew(FieldKind::kEmail, to.emails, from.emails, LowerCase);
    AddNew(FieldKind::kUrl, to.urls, from.urls, SamePlace);
    AddPhones();
    front_.lines.insert(front_.lines.end(), back_.lines.begin(), back_.lines.end());
  }

 private:
  void AddField(FieldKind kind, const std::string& value) {
    const auto field = std::ranges::find_if(
        back_.fields, [&](const Field& f) { return f.kind == kind && f.value == value; });
    if (field == back_.fields.end()) return;
    front_.fields.push_back(*field);
    front_.fields.back().box = {};
  }

  /// A back in another script says the same person's name once more.
  void AddOtherScript(const std::string& name, const std::string& on_front) {
    if (!name.empty() && !on_front.empty() && IsLatin(name) != IsLatin(on_front))
      other_script_.push_back(name);
  }

  void AddNote(const std::string& note) {
    std::string& notes = front_.details.notes;
    notes += (notes.empty() ? "" : "\n") + note;
    front_.fields.push_back({FieldKind::kNote, note, kFromName, {}});
  }

  void AddIfMissing(FieldKind kind, std::string& to, const std::string& from) {
    if (!to.empty() || from.empty()) return;
    to = from;
    AddField(kind, from);
  }

  void AddIfNone(FieldKind kind, std::vector<std::string>& to, const std::vector<std::string>& from) {
    if (!to.empty()) return;
    to = from;
    for (const std::string& value : from)
      AddField(kind, value);
  }

  template <typename Key>
  void AddNew(FieldKind kind, std::vector<std::string>& to, const std::vector<std::string>& from, Key key) {
    for (const std::string& value : from) {
      const bool known =
          std::ranges::any_of(to, [&](const std::string& other) { return key(other) == key(value); });
      if (known) continue;
      to.push_back(value);
      AddField(kind, value);
    }
  }

  void AddPhones() {
    for (const Phone& phone : back_.details.phones) {
      const bool known = std::ranges::any_of(front_.details.phones, [&](const Phone& other) {
        return other.number == phone.number && other.extension == phone.extension;
      });
      if (known) continue;
      front_.details.phones.push_back(phone);
      AddField(FieldKind::kPhone, phone.number);
    }
  }

  Draft& front_;
  const Draft& back_;
  std::vector<std::string> other_script_;
};

}  // namespace

Draft MergeSides(Draft front, const Draft& back) {
  Merger(front, back).Merge();
  return front;
}

}  // namespace kith::parse
