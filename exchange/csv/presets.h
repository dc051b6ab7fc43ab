// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>
#include <string>

#include "core/contact.h"
#include "exchange/contact_text.h"
#include "exchange/contact_writer.h"

/// Contacts in the columns that other programs import without asking. A program has room for so many phone
/// numbers of a kind; what finds none is a line of the notes ("Phone (fax): +1 415 555 0125"), as are
/// interests and where and when somebody was met, so nothing is lost but what docs/exchange.md says. Cells
/// are guarded as in exchange/csv/csv.h; days are ISO 8601, and a birthday without a year is in the notes.
namespace kith::exchange {

/// Google Contacts, with its present header; numbered groups are repeated as often as needed. The name of the
/// event becomes a label.
std::unique_ptr<ContactWriter> MakeGoogleCsvWriter(const EventNames& event_names);
std::string WriteGoogleCsv(std::span<const Contact> contacts, const EventNames& event_names);

/// The 61 columns of Outlook.com and the new Outlook; the classic Outlook takes them by their names.
std::unique_ptr<ContactWriter> MakeOutlookCsvWriter(const EventNames& event_names);
std::string WriteOutlookCsv(std::span<const Contact> contacts, const EventNames& event_names);

/// HubSpot's properties of a contact. It has no column for notes: they are left out, and whatever would go
/// there.
std::unique_ptr<ContactWriter> MakeHubspotCsvWriter(const EventNames& event_names);
std::string WriteHubspotCsv(std::span<const Contact> contacts, const EventNames& event_names);

/// The labels of Salesforce's import wizard. A contact without a family name has what stands for it in a list
/// as its last name, which Salesforce wants.
std::unique_ptr<ContactWriter> MakeSalesforceCsvWriter(const EventNames& event_names);
std::string WriteSalesforceCsv(std::span<const Contact> contacts, const EventNames& event_names);

}  // namespace kith::exchange
