// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/command_options.h"
#include "app/config.h"

namespace kith::app {

// One function a command: prints to stdout what was asked for, to stderr what went wrong, and returns the
// exit status (command_line.h).

int RunScan(const ScanOptions& options, const Config& config);
int RunBatch(const BatchOptions& options, const Config& config);
int RunContacts(const ContactsOptions& options, const Config& config);
int RunDue(const DueOptions& options, const Config& config);
int RunExport(const ExportOptions& options, const Config& config);
int RunDoctor(const Config& config);
int RunKiosk(const KioskOptions& options, const Config& config);

}  // namespace kith::app
