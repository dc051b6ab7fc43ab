// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "core/contact.h"
#include "core/draft.h"

namespace kith::flow {

/// One value on the review screen, as a person reads and edits it.
struct ReviewRow {
  FieldKind kind = FieldKind::kNote;
  std::string text;                         ///< as shown and edited
  PhoneType phone_type = PhoneType::kWork;  ///< of kPhone only
  Phone phone;                              ///< of kPhone only: what `shown` stands for
  std::string shown;                        ///< `text` before a person touched it; empty for a row they added
  Box box;                                  ///< where it stands on the card; empty: nowhere
  bool doubtful = false;
  int position = kAddedByPerson;  ///< among the values of the draft, whose lists have the best one first

  static constexpr int kAddedByPerson = std::numeric_limits<int>::max();
  friend bool operator==(const ReviewRow&, const ReviewRow&) = default;
};

/// One row for each value of the draft, in the order of the screen: doubtful ones first, and among equals
/// those of FieldOrder. A draft without a name gets
/// an empty name row in front, as that is what a person misses first.
std::vector<ReviewRow> RowsOf(const Draft& draft);

/// What a form shows when a card was read again, with its back: `before` are the rows that it began with,
/// `now` the new ones. Nothing that a person changed is touched then, what is new comes below it; if they
/// changed nothing, the new rows take the place of the old.
std::vector<ReviewRow> WithNewRows(std::vector<ReviewRow> edited, const std::vector<ReviewRow>& before,
                                   const std::vector<ReviewRow>& now);

/// Whether a person can have several values of that kind.
bool MayRepeat(FieldKind kind);

/// The kinds in the order of the screen.
const std::vector<FieldKind>& FieldOrder();

/// What the rows say, empty ones left out. Values that weren't edited come back exactly as the draft had
/// them; an edited phone is normalised for `region`, an edited name split into its parts again. Lists keep
/// the order of the draft; what a person added comes last.
ContactDetails DetailsOf(const std::vector<ReviewRow>& rows, const ContactDetails& drafted,
                         std::string_view region);

/// What a row of that kind takes from a line of the card: the number, the e-mail address or the web address
/// in it, for any other kind all of it. "M +1 415 555 0123" -> "+1 415 555 0123".
std::string ValueInLine(FieldKind kind, std::string_view line);

/// "Good talks, hiking ,," -> {"Good talks", "hiking"}.
std::vector<std::string> InterestsOf(std::string_view text);

/// Whether there is anything by which the person could be found again.
bool IsWorthKeeping(const ContactDetails& details);

}  // namespace kith::flow
