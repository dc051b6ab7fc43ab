// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/command_options.h"
#include "app/config.h"
#include "app/following_options.h"
#include "app/sync_options.h"
#include "core/result.h"

namespace kith::app {

// One function a command: prints to stdout what was asked for and returns the exit status (command_line.h),
// or the error that ended it. What went wrong on the way with one picture of many is told on stderr.

Result<int> RunScan(const ScanOptions& options, const Config& config);
Result<int> RunBatch(const BatchOptions& options, const Config& config);
Result<int> RunContacts(const ContactsOptions& options, const Config& config);
Result<int> RunDue(const DueOptions& options, const Config& config);
Result<int> RunDone(const ItemOptions& options, const Config& config);
Result<int> RunSkip(const ItemOptions& options, const Config& config);
Result<int> RunSnooze(const ItemOptions& options, const Config& config);
Result<int> RunUndo(const Config& config);
Result<int> RunMessage(const ItemOptions& options, const Config& config);
Result<int> RunLog(const LogOptions& options, const Config& config);
Result<int> RunPromise(const PromiseOptions& options, const Config& config);
Result<int> RunKnow(const KnowOptions& options, const Config& config);
Result<int> RunPlan(const PlanOptions& options, const Config& config);
Result<int> RunNext(const NextOptions& options, const Config& config);
Result<int> RunIntroduce(const IntroduceOptions& options, const Config& config);
Result<int> RunRemind(const RemindOptions& options, const Config& config);
Result<int> RunExport(const ExportOptions& options, const Config& config);
Result<int> RunSync(const SyncCommandOptions& options, const Config& config);
Result<int> RunDoctor(const Config& config);
Result<int> RunKiosk(const KioskOptions& options, const Config& config);

}  // namespace kith::app
