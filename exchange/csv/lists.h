// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>
#include <string>

#include "core/contact.h"
#include "exchange/contact_text.h"
#include "exchange/contact_writer.h"
#include "followup/due.h"

/// Lists for spreadsheets: what stands in which column. How a cell is written is in exchange/csv/csv.h.
namespace kith::exchange {

/// One row a contact. Columns: Given name, Family name, Name, Organization, Department, Title 1, Phone 1,
/// Phone 1 type, E-mail 1, URL 1, Address 1, Birthday, Notes, Interests, Event, Met on, Kith id (by which a
/// changed row is known when the file is imported again). Numbered ones are repeated as often as the contact
/// with the most needs them, and stand there once if nobody has any. Days are ISO 8601; a birthday without a
/// year is "XXXX-06-12" (ISO 8601-2), which no spreadsheet turns into some other day.
std::unique_ptr<ContactWriter> MakeContactsCsvWriter(const EventNames& event_names);
std::string WriteContactsCsv(std::span<const Contact> contacts, const EventNames& event_names);

/// One row a thing to do, in the order given. Columns: Due, Kind, What, Name, Organization, Phone, E-mail,
/// Event, Done. Done is empty, to be filled in by whoever works through the list.
std::string WriteFollowUpsCsv(std::span<const followup::DueItem> items, std::span<const Contact> contacts,
                              const EventNames& event_names);

}  // namespace kith::exchange
