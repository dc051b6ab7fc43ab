// SPDX-License-Identifier: Apache-2.0
#include "storage/likeness.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/language.h"
#include "storage/edit_distance.h"
#include "storage/nicknames.h"

namespace kith::storage {
namespace {

/// The sum of logarithms of odds at which the score is kLikelyDuplicate.
constexpr double kLikelyWeight = 4.0;

struct Evidence {
  double weight = 0;
  Likeness likeness;

  void Add(double by, std::string reason = {}) {
    weight += by;
    if (!reason.empty()) likeness.reasons.push_back(std::move(reason));
  }
};

bool Shares(const std::vector<std::string>& words, const std::vector<std::string>& others) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return std::find(others.begin(), others.end(), word) != others.end();
  });
}

/// One slip of the pen or of reading, in a word long enough to survive it.
bool IsNear(const std::string& a, const std::string& b) {
  return a != b && std::min(a.size(), b.size()) >= 4 && IsOneEditApart(a, b);
}

enum class Parts { kUnknown, kSame, kShort, kNear, kInitial, kShared, kOther };

Parts CompareGiven(const Traits& one, const Traits& other) {
  if (one.given.empty() || other.given.empty()) return Parts::kUnknown;
  const std::string& a = one.given.front();
  const std::string& b = other.given.front();
  if (a == b) return Parts::kSame;
  if (FullGivenName(a) == FullGivenName(b)) return Parts::kShort;
  if (a.size() == 1 || b.size() == 1) return a[0] == b[0] ? Parts::kInitial : Parts::kOther;
  if (IsNear(a, b)) return Parts::kNear;
  return Shares(one.given, other.given) ? Parts::kShared : Parts::kOther;
}

Parts CompareFamily(const Traits& one, const Traits& other) {
  if (one.family.empty() || other.family.empty()) return Parts::kUnknown;
  if (one.family == other.family) return Parts::kSame;
  if (Shares(one.family, other.family)) return Parts::kShared;
  if (one.family.size() == 1 && other.family.size() == 1 && IsNear(one.family[0], other.family[0]))
    return Parts::kNear;
  return Parts::kOther;
}

bool IsTransposed(const Traits& one, const Traits& other) {
  return !one.given.empty() && !one.family.empty() && one.given == other.family && one.family == other.given;
}

void WeighGivenOfSameFamily(Parts given, Evidence& evidence) {
  switch (given) {
    case Parts::kSame:
      return evidence.Add(3.0, TrLater("same name"));
    case Parts::kShort:
      return evidence.Add(2.6, TrLater("same family name, short form of the given name"));
    case Parts::kNear:
      return evidence.Add(2.2, TrLater("almost the same name"));
    case Parts::kInitial:
      return evidence.Add(1.8, TrLater("same family name and initial"));
    case Parts::kShared:
      return evidence.Add(1.8, TrLater("same family name, one given name in common"));
    case Parts::kUnknown:
      return evidence.Add(0.5, TrLater("same family name"));
    case Parts::kOther:
      return evidence.Add(-4.5);
  }
}

void WeighName(const Traits& one, const Traits& other, Evidence& evidence) {
  if (IsTransposed(one, other)) return evidence.Add(2.8, TrLater("same name, parts exchanged"));
  const Parts given = CompareGiven(one, other);
  const Parts family = CompareFamily(one, other);
  if (family == Parts::kSame) return WeighGivenOfSameFamily(given, evidence);
  const bool same_given = given == Parts::kSame || given == Parts::kShort;
  if (family == Parts::kShared && same_given)
    return evidence.Add(2.4, TrLater("same given name, part of the family name in common"));
  if (family == Parts::kNear && same_given) return evidence.Add(2.2, TrLater("almost the same name"));
  if (family == Parts::kUnknown || (given == Parts::kUnknown && family != Parts::kOther)) return;
  if (same_given) return evidence.Add(0.5, TrLater("same given name"));
  evidence.Add(-5.0);
}

void WeighGeneration(const Traits& one, const Traits& other, Evidence& evidence) {
  if (one.generation != other.generation)
    evidence.Add(one.generation.empty() || other.generation.empty() ? -1.5 : -5.0);
}

/// The mailbox of a company rather than of a person.
bool IsShared(const std::string& email) {
  static constexpr std::array kBoxes = {"info",  "office", "contact", "sales", "mail",   "hello",
                                        "admin", "team",   "kontakt", "post",  "support"};
  const std::string box = email.substr(0, email.find('@'));
  return std::find(kBoxes.begin(), kBoxes.end(), box) != kBoxes.end();
}

std::string DomainOf(const std::string& email) {
  return email.substr(email.find('@') + 1);
}

void WeighEmails(const Traits& one, const Traits& other, Evidence& evidence) {
  bool same_box = false;
  bool neighbours = false;
  for (const std::string& a : one.emails) {
    for (const std::string& b : other.emails) {
      if (a == b && !IsShared(a)) return evidence.Add(4.0, TrLater("same e-mail"));
      same_box = same_box || a == b;
      // A letter in the place of another is a misread one; a letter or digit more is how namesakes are told
      // apart.
      const bool misread = a.size() == b.size() && IsOneEditApart(a, b);
      neighbours = neighbours || (!misread && !IsShared(a) && !IsShared(b) && DomainOf(a) == DomainOf(b));
    }
  }
  if (same_box) return evidence.Add(0.5, TrLater("same e-mail of the company"));
  if (neighbours) evidence.Add(-1.5);  // one company gives one person one address
}

void WeighNumbers(const Traits& one, const Traits& other, Evidence& evidence) {
  double best = 0;
  std::string reason;
  bool mobiles = false;
  for (const Traits::Number& a : one.numbers) {
    for (const Traits::Number& b : other.numbers) {
      mobiles = mobiles || (a.type == PhoneType::kMobile && b.type == PhoneType::kMobile);
      if (a.digits != b.digits) continue;
      const bool mobile = a.type == PhoneType::kMobile || b.type == PhoneType::kMobile;
      const bool fax = a.type == PhoneType::kFax || b.type == PhoneType::kFax;
      const bool same_extension = !a.extension.empty() && a.extension == b.extension;
      const double weight = mobile ? 3.5 : same_extension ? 3.0 : fax ? 0.5 : 1.6;
      if (weight <= best) continue;
      best = weight;
      reason = mobile           ? TrLater("same mobile")
               : same_extension ? TrLater("same number and extension")
               : fax            ? TrLater("same fax")
                                : TrLater("same number");
    }
  }
  if (best > 0) return evidence.Add(best, reason);
  if (mobiles) evidence.Add(-0.7);
}

void WeighBirthday(const Traits& one, const Traits& other, Evidence& evidence) {
  if (!one.birthday || !other.birthday) return;
  const bool same_year =
      !one.birthday->year || !other.birthday->year || one.birthday->year == other.birthday->year;
  if (one.birthday->day == other.birthday->day && same_year)
    return evidence.Add(3.0, TrLater("same birthday"));
  evidence.Add(-5.0);
}

}  // namespace

Likeness Compare(const Traits& one, const Traits& other) {
  Evidence evidence;
  WeighName(one, other, evidence);
  WeighGeneration(one, other, evidence);
  WeighEmails(one, other, evidence);
  WeighNumbers(one, other, evidence);
  WeighBirthday(one, other, evidence);
  if (Shares(one.profiles, other.profiles)) evidence.Add(3.5, TrLater("same page on the web"));
  if (!one.organization.empty() && one.organization == other.organization)
    evidence.Add(1.2, TrLater("same organization"));
  if (Shares(one.addresses, other.addresses)) evidence.Add(0.7, TrLater("same address"));
  const double offset = kLikelyWeight - std::log(kLikelyDuplicate / (1 - kLikelyDuplicate));
  evidence.likeness.score = 1 / (1 + std::exp(offset - evidence.weight));
  return evidence.likeness;
}

}  // namespace kith::storage
