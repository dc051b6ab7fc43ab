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
  kTasksIcalendar,
  kContactsVcard4,  ///< 4.0; the other one is 3.0, which more programs read
  kDrafts,          ///< a folder of mails, one a person
  kPage,            ///< people with what to do for them, to be printed
  kMarkdown,        ///< the same as text
};

struct ExportRequest {
  ExportFormat format = ExportFormat::kContactsVcard;
  /// For vCards a folder gets one file a person: a path that ends with "/", or that is one already. Programs
  /// like the classic Outlook read only the first card of a file.
  std::filesystem::path path;
  std::optional<EventId> event = {};   ///< only contacts met there
  std::optional<Day> due_before = {};  ///< follow-ups due before that day; else all that are open
  bool pictures = true;                ///< of the people, in vCards
};

struct ExportReport {
  std::filesystem::path path;
  int count = 0;                           ///< contacts or follow-ups written
  std::vector<ContactId> contacts = {};    ///< who is in the file, each once
  std::vector<std::string> left_out = {};  ///< "Ben Sample: no e-mail address"
};

/// Port: writes lists for other tools. The file, or a new folder, is whole or not there; what stood there
/// before is replaced only by a whole one. Into a folder that was there vCards go one by one, each whole;
/// that of kDrafts must be new or empty. One object a thread.
class Exporter {
 public:
  virtual ~Exporter() = default;
  virtual Result<ExportReport> Export(const ExportRequest& request) = 0;
};

/// "vcard", "csv", "google", "outlook", "hubspot", "salesforce", "ics", "followups-csv", "todo", "vcard4",
/// "drafts", "page", "markdown": the command line's names.
std::string_view ExportFormatName(ExportFormat format);
/// What is counted is contacts; else follow-ups.
bool HasContacts(ExportFormat format);
bool IsVcard(ExportFormat format);
std::optional<ExportFormat> ParseExportFormat(std::string_view name);

}  // namespace kith
