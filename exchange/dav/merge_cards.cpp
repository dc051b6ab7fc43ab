// SPDX-License-Identifier: Apache-2.0
#include "exchange/dav/merge_cards.h"

#include <algorithm>
#include <utility>

#include "core/text.h"
#include "exchange/contact_text.h"
#include "exchange/dav/card_fields.h"

namespace kith::exchange::dav {
namespace {

template <typename T>
struct ListRules {
  std::string (*key)(const T&);
  bool (*same)(const T&, const T&);      ///< of two with the same key
  void (*update)(T& to, const T& from);  ///< of two with the same key
};

template <typename T>
const T* Find(const std::vector<T>& list, const std::string& key, const ListRules<T>& rules) {
  for (const T& value : list) {
    if (rules.key(value) == key) return &value;
  }
  return nullptr;
}

template <typename T>
bool SameLists(const std::vector<T>& a, const std::vector<T>& b, const ListRules<T>& rules) {
  return std::ranges::equal(a, b, [&](const T& one, const T& other) {
    return rules.key(one) == rules.key(other) && rules.same(one, other);
  });
}

/// Does to `list` what was done between `before` and `after`, but for values that the other end, between
/// `others_before` and `others_after`, changed, too.
template <typename T>
void ApplyChanges(std::vector<T>& list, const std::vector<T>& before, const std::vector<T>& after,
                  const std::vector<T>& others_before, const std::vector<T>& others_after,
                  const ListRules<T>& rules) {
  const auto changed_by_other = [&](const std::string& key) {
    const T* const was = Find(others_before, key, rules);
    const T* const is = Find(others_after, key, rules);
    return is != nullptr && (was == nullptr || !rules.same(*was, *is));
  };
  for (const T& value : before) {
    const std::string key = rules.key(value);
    if (Find(after, key, rules) == nullptr && !changed_by_other(key))
      std::erase_if(list, [&](const T& one) { return rules.key(one) == key; });
  }
  for (const T& value : after) {
    const std::string key = rules.key(value);
    const T* const was = Find(before, key, rules);
    const auto there = std::ranges::find(list, key, rules.key);
    if (was == nullptr || !rules.same(*was, value)) {
      if (there == list.end()) {
        list.push_back(value);
      } else if (!changed_by_other(key)) {
        rules.update(*there, value);
      }
    }
  }
}

/// Those that `like` has in its order, then the others.
template <typename T>
void Order(std::vector<T>& list, const std::vector<T>& like, const ListRules<T>& rules) {
  const auto rank = [&](const T& value) {
    return std::ranges::find(like, rules.key(value), rules.key) - like.begin();
  };
  std::ranges::stable_sort(list, {}, rank);
}

class Merge {
 public:
  Merge(const CardsToMerge& cards, const std::function<bool(std::string_view)>& is_typed)
      : cards_(cards), is_typed_(is_typed) {
    merged_.here = cards.local;
    merged_.there = cards.remote;
  }

  MergedCards Run() {
    Value(
        "name", [](auto& card) -> auto& { return card.contact.details.name; });
    Value(
        "organization", [](auto& card) -> auto& { return card.contact.details.organization; });
    Value(
        "department", [](auto& card) -> auto& { return card.contact.details.department; });
    Value(
        "birthday", [](auto& card) -> auto& { return card.contact.birthday; });
    Value(
        "met on", [](auto& card) -> auto& { return card.contact.met_on; });
    Value(
        "event", [](auto& card) -> auto& { return card.event; });
    Notes();
    static const ListRules<Phone> phones = {PhoneKey,
                                            [](const Phone& a, const Phone& b) { return a.type == b.type; },
                                            [](Phone& to, const Phone& from) { to.type = from.type; }};
    List<Phone>(
        [](auto& card) -> auto& { return card.contact.details.phones; }, phones);
    for (const ListField& field : ListFields()) {
      const ListRules<std::string> rules = {field.key, SameTexts(field), Assign};
      List<std::string>(
          [&field](auto& card) -> auto& { return ListOf(card, field); }, rules);
    }
    Suggest();
    return std::move(merged_);
  }

 private:
  static void Assign(std::string& to, const std::string& from) { to = from; }

  /// How mail and web addresses are written says nothing, and other programs write them as they like.
  static auto SameTexts(const ListField& field) -> bool (*)(const std::string&, const std::string&) {
    if (field.name == "emails" || field.name == "urls" || field.name == "addresses")
      return [](const std::string&, const std::string&) { return true; };
    return [](const std::string& a, const std::string& b) { return a == b; };
  }

  template <typename Get>
  void Value(std::string_view field, Get get) {
    const bool changed_here = get(cards_.seen) != get(cards_.ours);
    const bool changed_there = get(cards_.remote) != get(cards_.theirs);
    if (!changed_there && changed_here) get(merged_.there) = get(cards_.seen);
    if (!changed_there || get(cards_.remote) == get(cards_.seen)) return;
    if (!changed_here) {
      get(merged_.here) = get(cards_.remote);
      return;
    }
    using Held = std::remove_cvref_t<decltype(get(cards_.seen))>;
    const bool is_empty_here = get(cards_.seen) == Held();
    const bool is_empty_there = get(cards_.remote) == Held();
    if (!is_empty_here && (is_empty_there || is_typed_(field))) {
      get(merged_.there) = get(cards_.seen);
      if (!is_empty_there) merged_.contested.emplace_back(field);
    } else {
      get(merged_.here) = get(cards_.remote);
    }
  }

  void Notes() {
    const auto notes = [](auto& card) -> auto& {
      return card.contact.details.notes;
    };
    const bool changed_here = notes(cards_.seen) != notes(cards_.ours);
    const bool changed_there = notes(cards_.remote) != notes(cards_.theirs);
    if (!changed_here && changed_there) notes(merged_.here) = notes(cards_.remote);
    if (changed_here && !changed_there) notes(merged_.there) = notes(cards_.seen);
    if (!changed_here || !changed_there || notes(cards_.remote) == notes(cards_.seen)) return;
    static const ListRules<std::string> lines = {[](const std::string& line) { return line; },
                                                 [](const std::string&, const std::string&) { return true; },
                                                 Assign};
    const auto split = [&](const Vcard& card) { return SplitText(notes(card), "\n"); };
    std::vector<std::string> joined = split(cards_.seen);
    ApplyChanges(joined, split(cards_.theirs), split(cards_.remote), split(cards_.ours), split(cards_.seen),
                 lines);
    notes(merged_.here) = notes(merged_.there) = Join(joined, "\n");
  }

  template <typename T, typename Get>
  void List(Get get, const ListRules<T>& rules) {
    const auto& seen = get(cards_.seen);
    const auto& ours = get(cards_.ours);
    const auto& remote = get(cards_.remote);
    const auto& theirs = get(cards_.theirs);
    const bool changed_here = !SameLists(seen, ours, rules);
    const bool changed_there = !SameLists(remote, theirs, rules);
    if (!changed_here && !changed_there) return;
    ApplyChanges(get(merged_.here), theirs, remote, ours, seen, rules);
    ApplyChanges(get(merged_.there), ours, seen, theirs, remote, rules);
    const auto& like = changed_here ? seen : remote;
    Order(get(merged_.here), like, rules);
    Order(get(merged_.there), like, rules);
  }

  void Suggest() {
    merged_.suggested = merged_.here;
    for (const std::string& field : merged_.contested) {
      Contact& suggested = merged_.suggested.contact;
      const Contact& remote = cards_.remote.contact;
      if (field == "name") suggested.details.name = remote.details.name;
      if (field == "organization") suggested.details.organization = remote.details.organization;
      if (field == "department") suggested.details.department = remote.details.department;
      if (field == "birthday") suggested.birthday = remote.birthday;
      if (field == "met on") suggested.met_on = remote.met_on;
      if (field == "event") merged_.suggested.event = cards_.remote.event;
    }
  }

  const CardsToMerge& cards_;
  const std::function<bool(std::string_view)>& is_typed_;
  MergedCards merged_;
};

}  // namespace

MergedCards MergeCards(const CardsToMerge& cards,
                       const std::function<bool(std::string_view field)>& is_typed) {
  return Merge(cards, is_typed).Run();
}

}  // namespace kith::exchange::dav
