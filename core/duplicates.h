// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/actor.h"
#include "core/contact.h"
#include "core/ids.h"
#include "core/result.h"

namespace kith {

/// How alike two contacts are, and why.
struct Likeness {
  double score = 0;                  ///< 0 (strangers) to 1 (the same person beyond doubt)
  std::vector<std::string> reasons;  ///< for a person: "same mobile", "same family name"

  friend bool operator==(const Likeness&, const Likeness&) = default;
};

/// From this score on, a pair is offered to be merged.
inline constexpr double kLikelyDuplicate = 0.8;

/// Two contacts who may be one person.
struct DuplicatePair {
  ContactId first;  ///< the older one
  ContactId second;
  Likeness likeness;

  friend bool operator==(const DuplicatePair&, const DuplicatePair&) = default;
};

/// Adds to the lists of `kept` what those of `other` have more.
void JoinLists(Contact& kept, const Contact& other);

/// `kept` with every value of `other` that it hasn't got: lists are joined, `kept`'s values first; where only
/// one value can stand, `kept`'s stays and the other's goes to the notes ("Also: Example Ltd"). The earlier
/// day of meeting wins; id, creation and capture stay `kept`'s.
Contact MergedContact(const Contact& kept, const Contact& other);

/// Port: the same person kept twice. Nothing is merged unless somebody asks. One object a thread.
class DuplicateFinder {
 public:
  virtual ~DuplicateFinder() = default;
  /// Contacts of the store who may be the same person as `contact`, which needn't be in it: most alike first.
  virtual Result<std::vector<DuplicatePair>> FindLike(const Contact& contact) = 0;
  /// All pairs of the store, most alike first, without those that are told apart.
  virtual Result<std::vector<DuplicatePair>> FindAll(int limit) = 0;
  /// These are two people: the pair isn't found again.
  virtual Result<void> TellApart(ContactId first, ContactId second) = 0;
  /// Puts MergedContact of the two in the place of `kept`, moves the follow-ups of `other` to it, and hides
  /// `other`, whose cards become cards of `kept`. Gives the revision of `kept` that ContactHistory::Undo
  /// takes back.
  virtual Result<std::int64_t> Merge(ContactId kept, ContactId other, Actor actor) = 0;
  /// Every card of the contact: its own, then those of contacts merged into it.
  virtual Result<std::vector<CaptureId>> CardsOf(ContactId id) = 0;
};

}  // namespace kith
