// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "core/contact.h"
#include "core/result.h"
#include "core/time.h"
#include "exchange/contact_text.h"
#include "followup/due.h"

namespace kith::exchange {

/// One calendar (RFC 5545) with an all-day VEVENT for each item, which every calendar program takes (many
/// ignore VTODO, and files with both fail). UTF-8, CRLF. `stamp` goes into DTSTAMP and
/// LAST-MODIFIED: the store doesn't keep when a follow-up was changed last.
///
/// - UID is the follow-up's id ("birthday-" or "check-in-" and the contact's id for what isn't stored):
/// importing again changes the
///   entries instead of doubling them.
/// - DESCRIPTION has what one needs to get in touch, and how they met.
/// - Entries don't block the day (TRANSPARENT); the alarm is at nine in the morning, not at midnight.
/// - A check-in that repeats is one entry without RRULE: the next one counts from the day that this one is
/// done,
///   which a calendar can't know.
/// - Birthdays repeat every year, from the year of birth, or from 1972 if that isn't known. Those of 29
/// February
///   are on the last day of February: a plain yearly rule would skip three years of four.
///
/// kInternal if libical finds fault with what it was given.
Result<std::string> WriteCalendar(std::span<const followup::DueItem> items, std::span<const Contact> contacts,
                                  const EventNames& event_names, Instant stamp);

/// SEQUENCE of an entry written at that moment: days since 2020. It never falls, so a later file counts as
/// newer.
int SequenceOf(Instant stamp);

/// What one needs to get in touch, and how they met: the DESCRIPTION of a calendar's entries.
std::string CalendarDescription(const Contact& contact, const EventNames& event_names);

}  // namespace kith::exchange
