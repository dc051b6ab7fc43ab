// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/ids.h"
#include "core/result.h"
#include "core/time.h"

namespace kith {

enum class ExportFormat {
  kContactsVcard,
  kContactsCsv,
  kGoogleCsv,
  kOutlookCsv,
  kHubspotCsv,
  kSalesforceCsv,
  kFollowUpsIcalendar,
  kFollowUpsCsv,
  kDrafts,    ///< a folder of mails, one a person
  kPage,      ///< people with what to do for them, to be printed
  kMarkdown,  ///< the same as text
};

struct ExportRequest {
  ExportFormat format = ExportFormat::kContactsVcard;
  std::filesystem::path path;
  std::optional<EventId> event = {};   ///< only contacts met there
  std::optional<Day> due_before = {};  ///< follow-ups due before that day; else all that are open
};

struct ExportReport {
  std::filesystem::path path;
  int count = 0;                           ///< contacts or follow-ups written
  std::vector<ContactId> contacts = {};    ///< who is in the file, each once
  std::vector<std::string> left_out = {};  ///< "Ben Sample: no e-mail address"
};

/// Port: writes lists for other tools. The file is whole or not there; what stood there before is replaced
/// only by a whole one. So is the folder of kDrafts, which must be new or empty. One object a thread.
class Exporter {
 public:
  virtual ~Exporter() = default;
  virtual Result<ExportReport> Export(const ExportRequest& request) = 0;
};

/// "vcard", "csv", "google", "outlook", "hubspot", "salesforce", "ics", "followups-csv", "drafts", "page",
/// "markdown": the command line's names.
std::string_view ExportFormatName(ExportFormat format);
/// What is counted is contacts; else follow-ups.
bool HasContacts(ExportFormat format);
std::optional<ExportFormat> ParseExportFormat(std::string_view name);

}  // namespace kith
