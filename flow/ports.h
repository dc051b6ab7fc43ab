// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

#include "core/capture_store.h"
#include "core/clock.h"
#include "core/contact_file.h"
#include "core/contact_history.h"
#include "core/contact_import.h"
#include "core/contact_store.h"
#include "core/daily_backup.h"
#include "core/draft.h"
#include "core/duplicates.h"
#include "core/event_figures.h"
#include "core/exporter.h"
#include "core/following_store.h"
#include "core/guest_records.h"
#include "core/host_card.h"
#include "core/image.h"
#include "core/mail_desk.h"
#include "core/picture_importer.h"
#include "core/pin_check.h"
#include "core/readiness.h"
#include "core/reading.h"
#include "core/result.h"
#include "core/retention.h"
#include "core/sync_desk.h"
#include "flow/host_settings.h"
#include "followup/book.h"

namespace kith::flow {

/// Words to fields: parse::ParseCard with the options of the configuration bound to it. Must be pure.
using CardParser = std::function<Draft(const Reading&)>;
/// What follows from meeting somebody: followup::FollowUpsFor with the plan and calendar of the configuration
/// bound to it. Must be pure. `event` is empty if they were met at none.
using FollowUpPlanner = std::function<std::vector<FollowUp>(
    const Contact& contact, const followup::EventDays& event, followup::DayLoad& load, Instant now)>;

/// What the clocks on the wall show at that moment, since midnight. Must be pure.
using WallClock = std::function<std::chrono::minutes(Instant)>;

/// Everything that a job may touch. One set a worker thread: stores and reader aren't shared.
struct Ports {
  CaptureStore& captures;
  ReadingQueue& readings;
  ContactStore& contacts;
  FollowUpStore& follow_ups;
  FollowingStore& following;
  EventStore& events;
  EventStatistics& statistics;
  ReadinessCheck& readiness;
  SyncDesk& sync;
  SettingsDesk& settings;
  Chime& chime;
  ContactHistory& history;
  DuplicateFinder& duplicates;
  RetentionStore& retention;
  GuestRecords& guests;
  DailyBackup& daily_backup;
  PinCheck& pin;
  TextReader& reader;
  const ImageCodec& codec;
  Exporter& exporter;
  ContactFiles& contact_files;
  ContactImport& contact_import;
  MailDesk& mail;
  HostCards& host_cards;
  PictureImporter& importer;
  const Clock& clock;
  CardParser parse;
  FollowUpPlanner plan;
  WallClock time_of_day;
  followup::Rules rules = {};
};

/// Owns the adapters behind one set of Ports.
class Workbench {
 public:
  virtual ~Workbench() = default;
  virtual Ports& ports() = 0;
  /// Whether the configuration has changed since it was made: another one takes its place before the next
  /// job.
  virtual bool IsOutdated() const { return false; }
};

/// Called once on each worker thread; the workbench dies on the same thread.
using WorkbenchFactory = std::function<Result<std::unique_ptr<Workbench>>()>;

}  // namespace kith::flow
