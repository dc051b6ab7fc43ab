// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/contact.h"
#include "core/follow_up.h"
#include "core/time.h"
#include "followup/calendar.h"

namespace kith::followup {

/// Something that the host said they would do.
struct Promise {
  std::string words;  ///< as they stand in the note: "send the link by Friday"
  FollowUpKind kind = FollowUpKind::kPromise;
  std::optional<Day> by = {};  ///< nullopt: no day was named

  friend bool operator==(const Promise&, const Promise&) = default;
};

/// What a note promises, sentence by sentence: those that begin with something to do ("send the link", "I'll
/// bring the book", "promised to call", "Link schicken", "schicke ihr das Buch bis Freitag"), in English and
/// German. What others will do ("she sends me …") isn't ours. `noted_on` is what "Friday" counts from.
std::vector<Promise> FindPromises(std::string_view note, Day noted_on);

/// The day that a text names: "by Friday", "tomorrow", "next week", "in two weeks", "until 3 May",
/// "2026-12-01", "am 3.12.", "bis morgen", "nächste Woche". A weekday is the next one after `from`; a day
/// without a year the next one. nullopt: none.
std::optional<Day> FindDay(std::string_view text, Day from);

/// What a person wrote as a promise, whatever its words. Without `by` the day is what FindDay finds in them.
FollowUp PromisedFollowUp(const std::string& words, const std::optional<Day>& by, const Contact& contact,
                          const Calendar& calendar, Day today, Instant now);

/// A promise as a follow-up with its words; one without a day is due two days later. A day that the
/// calendar skips becomes the last one before it that it doesn't skip, if that isn't past.
FollowUp FollowUpOf(const Promise& promise, const Contact& contact, const Calendar& calendar, Day today,
                    Instant now);

}  // namespace kith::followup
