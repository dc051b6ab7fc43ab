// SPDX-License-Identifier: Apache-2.0
#include "app/logged_exporter.h"

#include <filesystem>
#include <string>

namespace kith::app {

Result<ExportReport> LoggedExporter::Export(const ExportRequest& request) {
  Result<ExportReport> report = exporter_.Export(request);
  if (!report) return report;
  std::error_code error;
  const std::filesystem::path whole = std::filesystem::absolute(report->path, error);
  const auto recorded =
      retention_.RecordExport({clock_.Now(), std::string(ExportFormatName(request.format)),
                               error ? report->path.string() : whole.string(), report->contacts});
  if (!recorded) return recorded.error();
  return report;
}

}  // namespace kith::app
