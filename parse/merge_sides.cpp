// SPDX-License-Identifier: Apache-2.0
#include "parse/merge_sides.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/text.h"
#include "core/url.h"

namespace kith::parse {
namespace {

constexpr double kUnknown = 0.5;  // confidence of a name that no field tells of

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
    AddIfNone(FieldKind::kTitle, to.titles, from.titles);
    AddIfNone(FieldKind::kAddress, to.addresses, from.addresses);
    AddNew(FieldKind::kEmail, to.emails, from.emails, LowerCase);
    AddNew(FieldKind::kUrl, to.urls, from.urls, UrlKey);
    AddNew(FieldKind::kHandle, to.handles, from.handles, LowerCase);
    AddNew(FieldKind::kOtherName, to.other_names, from.other_names, FoldToAlnum);
    AddPhones();
    for (const ReadLine& line : back_.lines)
      front_.lines.push_back({line.text});
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
    if (name.empty() || on_front.empty() || IsLatin(name) == IsLatin(on_front)) return;
    front_.details.other_names.push_back(name);
    const auto field = std::ranges::find(back_.fields, FieldKind::kName, &Field::kind);
    const double confidence = field == back_.fields.end() ? kUnknown : field->confidence;
    front_.fields.push_back({FieldKind::kOtherName, name, confidence, {}});
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
};

}  // namespace

Draft MergeSides(Draft front, const Draft& back) {
  Merger(front, back).Merge();
  return front;
}

}  // namespace kith::parse
