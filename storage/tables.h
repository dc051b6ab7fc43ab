// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/capture_store.h"
#include "core/clock.h"
#include "core/contact_extras.h"
#include "core/contact_history.h"
#include "core/contact_import.h"
#include "core/contact_store.h"
#include "core/duplicates.h"
#include "core/event_figures.h"
#include "core/following_store.h"
#include "core/guest_records.h"
#include "core/retention.h"
#include "core/sync_desk.h"
#include "core/sync_store.h"

namespace kith::storage {

class Database;

// The ports on one connection. Database and clock must live as long as what is made here.
std::unique_ptr<CaptureStore> MakeCaptureTables(Database& database, const Clock& clock);
std::unique_ptr<ReadingQueue> MakeReadingJobs(Database& database);
std::unique_ptr<ContactStore> MakeContactTables(Database& database, const Clock& clock);
std::unique_ptr<ContactExtrasStore> MakeExtrasTables(Database& database, const Clock& clock);
std::unique_ptr<ContactHistory> MakeHistoryTables(Database& database, const Clock& clock);
std::unique_ptr<DuplicateFinder> MakeDuplicateTables(Database& database, const Clock& clock);
std::unique_ptr<ContactImport> MakeImportTables(Database& database, const Clock& clock);
std::unique_ptr<RetentionStore> MakeRetentionTables(Database& database, const Clock& clock);
std::unique_ptr<GuestRecords> MakeGuestTables(Database& database, const Clock& clock);
std::unique_ptr<FollowUpStore> MakeFollowUpTables(Database& database);
std::unique_ptr<FollowingStore> MakeFollowingTables(Database& database);
/// What is known of `other` becomes known of `kept`, too; what is known of both stays as `kept` has it.
void JoinRelationships(Database& database, std::int64_t kept, std::int64_t other);
std::unique_ptr<SyncStore> MakeSyncTables(Database& database, const Clock& clock);
std::unique_ptr<SyncLog> MakeSyncLog(Database& database);
std::unique_ptr<EventStatistics> MakeEventFigures(Database& database);
std::unique_ptr<EventStore> MakeEventTables(Database& database, const Clock& clock);

/// The owner of a job that waits to be done once more, because what it is about changed while it ran: whoever
/// ran it doesn't end it.
inline constexpr std::string_view kWaitsAgain = "again";

// What several tables need, within a transaction and a Guard of the caller:

/// DuplicateFinder::FindLike.
std::vector<DuplicatePair> FindContactsLike(Database& database, const Contact& contact);

enum class Kept {
  kContact,
  kRemovedContact,
  kMergedContact,
  kCapture,
  kCardImage,
  kBackOfCard,
  kEvent,
  kFollowUp,
  kChange,
  kSuggestion
};

/// kNotFound: that isn't in the store any more.
Error NotThere(Kept what);

/// kNotFound if there is an id and no event of that id.
Result<void> CheckEvent(Database& database, const std::optional<EventId>& event);

/// kNotFound without the contact, kNotAllowed if one of them is there already.
Result<void> InsertFollowUps(Database& database, std::span<const FollowUp> follow_ups);

/// nullopt if it isn't there.
std::optional<FollowUp> LoadFollowUp(Database& database, FollowUpId id);

/// Puts every value of it into its row, which is made if it isn't there. kNotFound without the contact.
Result<void> ReplaceFollowUp(Database& database, const FollowUp& follow_up);

/// After something was erased: what the log still holds of it goes, too. If another connection reads at this
/// moment, the log goes with the next erasing, or when the last connection closes.
void ForgetLog(Database& database);

}  // namespace kith::storage
