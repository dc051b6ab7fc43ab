// SPDX-License-Identifier: Apache-2.0
#include "core/exporter.h"

#include "core/enum_names.h"

namespace kith {
namespace {

constexpr EnumNames<ExportFormat, 4> kFormats = {{{ExportFormat::kContactsVcard, "vcard"},
                                                  {ExportFormat::kContactsCsv, "csv"},
                                                  {ExportFormat::kFollowUpsIcalendar, "ics"},
                                                  {ExportFormat::kFollowUpsCsv, "followups-csv"}}};

}  // namespace

std::string_view ExportFormatName(ExportFormat format) {
  return NameOf(kFormats, format);
}

std::optional<ExportFormat> ParseExportFormat(std::string_view name) {
  return ValueOf(kFormats, name);
}

}  // namespace kith
