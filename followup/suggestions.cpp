// SPDX-License-Identifier: Apache-2.0
#include "followup/suggestions.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "core/language.h"
#include "core/text.h"

namespace kith::followup {
namespace {

enum class Aspect { kSeeks, kInterest, kPlace, kLanguage, kEvent };

constexpr double WeightOf(Aspect aspect) {
  switch (aspect) {
    case Aspect::kSeeks:
      return 4;
    case Aspect::kInterest:
      return 2;
    case Aspect::kPlace:
      return 0.7;
    case Aspect::kLanguage:
    case Aspect::kEvent:
      return 0.3;
  }
  return 0;
}

/// Only these make a pair; to live in one town is a reason, but none by itself.
constexpr bool MakesPairs(Aspect aspect) {
  return aspect == Aspect::kSeeks || aspect == Aspect::kInterest;
}

/// How many others somebody is put beside for one term.
constexpr std::size_t kNeighbours = 10;

using Index = std::uint32_t;

/// Who has a term. Of kSeeks: who looks for it; `offering` who offers it.
struct Posting {
  std::string shown;
  std::vector<Index> people;
  std::vector<Index> offering;

  std::size_t size() const { return people.size() + offering.size(); }
};

/// A term of one person.
struct Term {
  Aspect aspect = Aspect::kInterest;
  Index posting = 0;
  bool offers = false;

  // clang-tidy 14 takes the 0 in the comparison that the compiler writes for a pointer.
  friend auto operator<=>(const Term&, const Term&) = default;  // NOLINT(modernize-use-nullptr)
};

struct Profile {
  const Person* person = nullptr;
  std::string name;
  std::string organization;
  std::vector<Term> terms;  ///< sorted
};

std::string Shown(const std::string& text) {
  return NormalizeText(text);
}

/// The parts of an address that may be a town or a country: without street and postal code.
std::vector<std::string> PlacesOf(const std::string& address) {
  std::vector<std::string> parts = SplitText(address, ",");
  if (parts.size() < 2) return {};
  parts.erase(parts.begin());
  for (std::string& part : parts) {
    std::string town;
    for (const std::string& word : SplitText(part, " ")) {
      if (word.find_first_of("0123456789") == std::string::npos) town += (town.empty() ? "" : " ") + word;
    }
    part = town;
  }
  return parts;
}

/// In English; the code for those that aren't listed.
std::string LanguageName(const std::string& code) {
  static const std::map<std::string, const char*> names = {
      {"ar", TrLater("Arabic")},    {"da", TrLater("Danish")},  {"de", TrLater("German")},
      {"en", TrLater("English")},   {"es", TrLater("Spanish")}, {"fi", TrLater("Finnish")},
      {"fr", TrLater("French")},    {"hi", TrLater("Hindi")},   {"it", TrLater("Italian")},
      {"ja", TrLater("Japanese")},  {"ko", TrLater("Korean")},  {"nl", TrLater("Dutch")},
      {"no", TrLater("Norwegian")}, {"pl", TrLater("Polish")},  {"pt", TrLater("Portuguese")},
      {"ru", TrLater("Russian")},   {"sv", TrLater("Swedish")}, {"tr", TrLater("Turkish")},
      {"uk", TrLater("Ukrainian")}, {"zh", TrLater("Chinese")}};
  const auto found = names.find(code);
  return found == names.end() ? code : std::string(Tr(found->second));
}

class Terms {
 public:
  void Add(Profile& profile, Index who, Aspect aspect, const std::string& text, bool offers = false) {
    std::string folded = FoldToAlnum(text);
    if (folded.empty()) return;
    const auto [known, is_new] =
        ids_.try_emplace({aspect, std::move(folded)}, static_cast<Index>(postings_.size()));
    if (is_new) {
      postings_.push_back({Shown(text), {}, {}});
      aspects_.push_back(aspect);
    }
    const Term term{aspect, known->second, offers};
    if (std::find(profile.terms.begin(), profile.terms.end(), term) != profile.terms.end()) return;
    profile.terms.push_back(term);
    Posting& posting = postings_[known->second];
    (offers ? posting.offering : posting.people).push_back(who);
  }

  const std::vector<Posting>& postings() const { return postings_; }
  Aspect aspect(std::size_t posting) const { return aspects_[posting]; }

  double Weight(const Term& term, std::size_t people) const {
    const auto share = static_cast<double>(people) / static_cast<double>(postings_[term.posting].size());
    return WeightOf(term.aspect) * std::log(1 + share);
  }

 private:
  std::map<std::pair<Aspect, std::string>, Index> ids_;
  std::vector<Posting> postings_;
  std::vector<Aspect> aspects_;
};

class Suggester {
 public:
  Suggester(const Book& book, const SuggestionOptions& options) : book_(book), options_(options) {
    for (const Introduction& introduction : book.following.introductions)
      known_.insert(introduction.contacts);
  }

  std::vector<Suggestion> Suggest(const People& people) {
    Gather(people);
    return Best(Score(Pairs()));
  }

 private:
  using Pair = std::uint64_t;

  struct Scored {
    double score = 0;
    Index one = 0;
    Index other = 0;
  };

  void Gather(const People& people) {
    for (const Person& person : people.all()) {
      if (person.let_go() || (options_.event && person.contact->event != options_.event)) continue;
      const auto who = static_cast<Index>(profiles_.size());
      profiles_.push_back(
          {&person, NameInText(*person.contact), FoldToAlnum(person.contact->details.organization), {}});
      AddTerms(profiles_.back(), who);
    }
    for (Profile& profile : profiles_)
      std::sort(profile.terms.begin(), profile.terms.end());
  }

  void AddTerms(Profile& profile, Index who) {
    const Contact& contact = *profile.person->contact;
    for (const std::string& interest : contact.interests)
      terms_.Add(profile, who, Aspect::kInterest, interest);
    for (const std::string& address : contact.details.addresses) {
      for (const std::string& place : PlacesOf(address))
        terms_.Add(profile, who, Aspect::kPlace, place);
    }
    if (contact.event && !options_.event) {
      const auto event = book_.events.find(*contact.event);
      if (event != book_.events.end()) terms_.Add(profile, who, Aspect::kEvent, event->second.name);
    }
    if (profile.person->relationship == nullptr) return;
    const Relationship& known = *profile.person->relationship;
    for (const std::string& sought : known.looks_for)
      terms_.Add(profile, who, Aspect::kSeeks, sought);
    for (const std::string& offered : known.offers)
      terms_.Add(profile, who, Aspect::kSeeks, offered, /*offers=*/true);
    for (const std::string& place : known.places)
      terms_.Add(profile, who, Aspect::kPlace, place);
    for (const std::string& language : known.languages)
      terms_.Add(profile, who, Aspect::kLanguage, language);
  }

  static Pair PairOf(Index one, Index other) {
    return Pair{std::min(one, other)} << 32 | std::max(one, other);
  }

  std::vector<Pair> Pairs() const {
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < terms_.postings().size(); ++i) {
      const Posting& posting = terms_.postings()[i];
      const Aspect aspect = terms_.aspect(i);
      if (!MakesPairs(aspect)) continue;
      if (aspect == Aspect::kSeeks) {
        Join(posting.people, posting.offering, pairs);
      } else {
        Neighbours(posting.people, pairs);
      }
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
  }

  static void Neighbours(const std::vector<Index>& people, std::vector<Pair>& pairs) {
    for (std::size_t i = 0; i < people.size(); ++i) {
      const std::size_t end = std::min(people.size(), i + 1 + kNeighbours);
      for (std::size_t j = i + 1; j < end; ++j)
        pairs.push_back(PairOf(people[i], people[j]));
    }
  }

  /// Everybody who looks for it beside some who offer it; others for each, so that all have their turn.
  static void Join(const std::vector<Index>& seeking, const std::vector<Index>& offering,
                   std::vector<Pair>& pairs) {
    if (offering.empty()) return;
    const std::size_t count = std::min(kNeighbours, offering.size());
    for (std::size_t i = 0; i < seeking.size(); ++i) {
      for (std::size_t k = 0; k < count; ++k) {
        const Index other = offering[(i * count + k) % offering.size()];
        if (other != seeking[i]) pairs.push_back(PairOf(seeking[i], other));
      }
    }
  }

  bool MayMeet(const Profile& one, const Profile& other) const {
    if (!one.organization.empty() && one.organization == other.organization) return false;
    if (known_.empty()) return true;
    std::array<ContactId, 2> ids = {one.person->contact->id, other.person->contact->id};
    if (ids[1] < ids[0]) std::swap(ids[0], ids[1]);
    return !known_.contains(ids);
  }

  /// Calls `use(term of one, term of other)` for each that brings the two together.
  template <typename Use>
  static void EachShared(const Profile& one, const Profile& other, Use use) {
    auto a = one.terms.begin();
    auto b = other.terms.begin();
    const auto key = [](const Term& term) { return std::tuple(term.aspect, term.posting); };
    while (a != one.terms.end() && b != other.terms.end()) {
      if (key(*a) < key(*b)) {
        ++a;
      } else if (key(*b) < key(*a)) {
        ++b;
      } else {
        const auto end_a = std::find_if(a, one.terms.end(), [&](const Term& t) { return key(t) != key(*a); });
        const auto end_b =
            std::find_if(b, other.terms.end(), [&](const Term& t) { return key(t) != key(*b); });
        for (auto i = a; i != end_a; ++i) {
          for (auto j = b; j != end_b; ++j) {
            if (i->aspect != Aspect::kSeeks || i->offers != j->offers) use(*i, *j);
          }
        }
        a = end_a;
        b = end_b;
      }
    }
  }

  std::vector<Scored> Score(const std::vector<Pair>& pairs) const {
    std::vector<Scored> scored;
    scored.reserve(pairs.size());
    for (const Pair pair : pairs) {
      const auto one = static_cast<Index>(pair >> 32);
      const auto other = static_cast<Index>(pair);
      if (!MayMeet(profiles_[one], profiles_[other])) continue;
      double score = 0;
      EachShared(profiles_[one], profiles_[other],
                 [&](const Term& term, const Term&) { score += terms_.Weight(term, profiles_.size()); });
      scored.push_back({score, one, other});
    }
    return scored;
  }

  std::vector<Suggestion> Best(std::vector<Scored> scored) const {
    std::sort(scored.begin(), scored.end(), [](const Scored& a, const Scored& b) {
      return std::tuple(-a.score, a.one, a.other) < std::tuple(-b.score, b.one, b.other);
    });
    std::vector<int> taken(profiles_.size());
    std::vector<Suggestion> best;
    for (const Scored& pair : scored) {
      if (static_cast<int>(best.size()) >= options_.most) break;
      if (std::max(taken[pair.one], taken[pair.other]) >= options_.most_a_person) continue;
      ++taken[pair.one];
      ++taken[pair.other];
      best.push_back(Explained(pair));
    }
    return best;
  }

  Suggestion Explained(const Scored& pair) const {
    const Profile& one = profiles_[pair.one];
    const Profile& other = profiles_[pair.other];
    std::vector<std::pair<double, std::string>> reasons;
    EachShared(one, other, [&](const Term& term, const Term&) {
      reasons.emplace_back(-terms_.Weight(term, profiles_.size()), Reason(term, one.name, other.name));
    });
    std::sort(reasons.begin(), reasons.end());
    Suggestion suggestion{
        .contacts = {one.person->contact->id, other.person->contact->id}, .score = pair.score, .reasons = {}};
    if (suggestion.contacts[1] < suggestion.contacts[0])
      std::swap(suggestion.contacts[0], suggestion.contacts[1]);
    for (auto& [weight, reason] : reasons)
      suggestion.reasons.push_back(std::move(reason));
    return suggestion;
  }

  /// `term` is of the one whose name is `one`.
  std::string Reason(const Term& term, const std::string& one, const std::string& other) const {
    const std::string& what = terms_.postings()[term.posting].shown;
    switch (term.aspect) {
      case Aspect::kSeeks:
        return Filled(Tr("{0} looks for {1}, and {2} offers it"),
                      {term.offers ? other : one, what, term.offers ? one : other});
      case Aspect::kInterest:
        return Filled(Tr("both like to talk about {0}"), {what});
      case Aspect::kPlace:
        return Filled(Tr("both are at home in {0}"), {what});
      case Aspect::kLanguage:
        return Filled(Tr("both speak {0}"), {LanguageName(what)});
      case Aspect::kEvent:
        return Filled(Tr("both were at {0}"), {what});
    }
    return {};
  }

  const Book& book_;
  const SuggestionOptions& options_;
  std::set<std::array<ContactId, 2>> known_;
  std::vector<Profile> profiles_;
  Terms terms_;
};

}  // namespace

std::vector<Suggestion> SuggestIntroductions(const Book& book, const People& people,
                                             const SuggestionOptions& options) {
  return Suggester(book, options).Suggest(people);
}

std::string ReasonText(const Suggestion& suggestion) {
  std::string text;
  for (const std::string& reason : suggestion.reasons)
    text += (text.empty() ? "" : "; ") + reason;
  return text;
}

}  // namespace kith::followup
