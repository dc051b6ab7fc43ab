// SPDX-License-Identifier: Apache-2.0
#include "core/exporter.h"

#include "core/enum_names.h"

namespace kith {
namespace {

constexpr EnumNames<ExportFormat, 11> kFormats = {{{ExportFormat::kContactsVcard, "vcard"},
                                                   {ExportFormat::kContactsCsv, "csv"},
                                                   {ExportFormat::kGoogleCsv, "google"},
                                                   {ExportFormat::kOutlookCsv, "outlook"},
                                                   {ExportFormat::kHubspotCsv, "hubspot"},
                                                   {ExportFormat::kSalesforceCsv, "salesforce"},
                                                   {ExportFormat::kFollowUpsIcalendar, "ics"},
                                                   {ExportFormat::kFollowUpsCsv, "followups-csv"},
                                                   {ExportFormat::kDrafts, "drafts"},
                                                   {ExportFormat::kPage, "page"},
                                                   {ExportFormat::kMarkdown, "markdown"}}};

}  // namespace

std::string_view ExportFormatName(ExportFormat format) {
  return NameOf(kFormats, format);
}

bool HasContacts(ExportFormat format) {
  return format != ExportFormat::kFollowUpsIcalendar && format != ExportFormat::kFollowUpsCsv;
}

std::optional<ExportFormat> ParseExportFormat(std::string_view name) {
  return ValueOf(kFormats, name);
}

}  // namespace kith
