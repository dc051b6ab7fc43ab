// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"
#include "core/exporter.h"
#include "core/retention.h"

namespace kith::app {

/// Keeps in the store which contacts went where.
Result<void> RecordExport(RetentionStore& retention, const Clock& clock, ExportFormat format,
                          const std::filesystem::path& path, std::vector<ContactId> contacts);

/// Exports, and keeps in the store which contacts went where: whoever is erased later may be in those files.
/// All three must live as long as this.
class LoggedExporter : public Exporter {
 public:
  LoggedExporter(Exporter& exporter, RetentionStore& retention, const Clock& clock)
      : exporter_(exporter), retention_(retention), clock_(clock) {}

  /// An export that couldn't be recorded is an error, although the file is there: nobody would know of it.
  Result<ExportReport> Export(const ExportRequest& request) override;

 private:
  Exporter& exporter_;
  RetentionStore& retention_;
  const Clock& clock_;
};

}  // namespace kith::app
