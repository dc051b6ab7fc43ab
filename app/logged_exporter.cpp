// SPDX-License-Identifier: Apache-2.0
#include "app/logged_exporter.h"

#include <filesystem>
#include <string>
#include <utility>

namespace kith::app {

Result<void> RecordExport(RetentionStore& retention, const Clock& clock, ExportFormat format,
                          const std::filesystem::path& path, std::vector<ContactId> contacts) {
  std::error_code error;
  const std::filesystem::path whole = std::filesystem::absolute(path, error);
  return retention.RecordExport({clock.Now(), std::string(ExportFormatName(format)),
                                 error ? path.string() : whole.string(), std::move(contacts)});
}

Result<ExportReport> LoggedExporter::Export(const ExportRequest& request) {
  Result<ExportReport> report = exporter_.Export(request);
  if (!report) return report;
  const auto recorded = RecordExport(retention_, clock_, request.format, report->path, report->contacts);
  if (!recorded) return recorded.error();
  return report;
}

}  // namespace kith::app
