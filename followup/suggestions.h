// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/ids.h"
#include "followup/book.h"

namespace kith::followup {

/// Two people who should know each other, and why.
struct Suggestion {
  std::array<ContactId, 2> contacts{};  ///< the smaller id first
  double score = 0;                     ///< only for ranking
  std::vector<std::string> reasons;     ///< the strongest first: "Ada looks for a drummer, Ben offers it"

  friend bool operator==(const Suggestion&, const Suggestion&) = default;
};

struct SuggestionOptions {
  std::optional<EventId> event = {};  ///< only people met there
  int most = 50;
  int most_a_person = 3;  ///< nobody is in more, so that one busy person doesn't crowd out the rest
};

/// The best pairs, best first. Never two of one organization, a pair that was introduced, asked or declined,
/// or somebody who was let go.
///
/// Every interest, thing looked for or offered, place and language is a term; what few people share counts
/// more (inverse document frequency, Spärck Jones 1972). What one looks for and the other offers counts most.
/// Pairs come from an inverted index, and of a term that very many share everybody is put beside a bounded
/// number of others, so that time grows with the number of people and not with its square.
std::vector<Suggestion> SuggestIntroductions(const Book& book, const People& people,
                                             const SuggestionOptions& options = {});

/// The reasons as one text: "Ada looks for a drummer, Ben offers it; both like sailing".
std::string ReasonText(const Suggestion& suggestion);

}  // namespace kith::followup
