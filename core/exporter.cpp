// SPDX-License-Identifier: Apache-2.0
#include "core/exporter.h"

#include "core/enum_names.h"

namespace kith {
namespace {

constexpr EnumNames<ExportFormat, 13> kFormats = {{{ExportFormat::kContactsVcard, "vcard"},
                                                   {ExportFormat::kContactsCsv, "csv"},
                                                   {ExportFormat::kGoogleCsv, "google"},
                                                   {ExportFormat::kOutlookCsv, "outlook"},
                                                   {ExportFormat::kHubspotCsv, "hubspot"},
                                                   {ExportFormat::kSalesforceCsv, "salesforce"},
                                                   {ExportFormat::kFollowUpsIcalendar, "ics"},
                                                   {ExportFormat::kFollowUpsCsv, "followups-csv"},
                                                   {ExportFormat::kTasksIcalendar, "todo"},
                                                   {ExportFormat::kContactsVcard4, "vcard4"},
                                                   {ExportFormat::kDrafts, "drafts"},
                                                   {ExportFormat::kPage, "page"},
                                                   {ExportFormat::kMarkdown, "markdown"}}};

}  // namespace

std::string_view ExportFormatName(ExportFormat format) {
  return NameOf(kFormats, format);
}

bool HasContacts(ExportFormat format) {
  return format != ExportFormat::kFollowUpsIcalendar && format != ExportFormat::kFollowUpsCsv &&
         format != ExportFormat::kTasksIcalendar;
}

bool IsVcard(ExportFormat format) {
  return format == ExportFormat::kContactsVcard || format == ExportFormat::kContactsVcard4;
}

std::optional<ExportFormat> ParseExportFormat(std::string_view name) {
  return ValueOf(kFormats, name);
}

}  // namespace kith
