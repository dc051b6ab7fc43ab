// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <limits>
#include <string>
#include <system_error>
#include <vector>

#include "app/batch_scan.h"
#include "app/command_line.h"
#include "app/commands.h"
#include "app/contact_text.h"
#include "app/paths.h"
#include "app/progress.h"
#include "exchange/atomic_file.h"
#include "exchange/calendar/icalendar.h"
#include "exchange/csv/lists.h"
#include "exchange/vcard/vcard.h"
#include "followup/plan.h"
#include "followup/system_clock.h"

namespace kith::app {
namespace {

/// As if the person had been met today and the card confirmed.
Contact ContactFrom(const Draft& draft, const Clock& clock) {
  Contact contact;
  contact.id = MakeId<ContactId>(clock.Now());
  contact.details = draft.details;
  contact.met_on = clock.Today();
  contact.created = contact.updated = clock.Now();
  return contact;
}

std::vector<followup::DueItem> PlannedFor(const std::vector<Contact>& contacts, const Clock& clock) {
  constexpr int kPlanDays = 366;
  const followup::Calendar kNoLimits{.per_day = std::numeric_limits<int>::max()};
  std::vector<FollowUp> follow_ups;
  followup::DayLoad load;
  for (const Contact& contact : contacts) {
    const auto planned = followup::FollowUpsFor(followup::DefaultPlan(), contact, {.met = clock.Today()},
                                                kNoLimits, load, clock.Now());
    follow_ups.insert(follow_ups.end(), planned.begin(), planned.end());
  }
  return followup::Upcoming(clock.Today(), kPlanDays, contacts, follow_ups);
}

Result<void> WriteLists(const std::filesystem::path& folder, const std::vector<Contact>& contacts,
                        const Clock& clock) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) {
    return Error{ErrorCode::kPermissionDenied,
                 "The folder " + folder.string() + " can't be made. Name another one with --output.",
                 error.message()};
  }
  const std::vector<followup::DueItem> items = PlannedFor(contacts, clock);
  const Result<std::string> calendar = exchange::WriteCalendar(items, contacts, {}, clock.Now());
  if (!calendar) return calendar.error();
  const std::vector<std::pair<const char*, std::string>> files = {
      {"contacts.vcf", exchange::WriteVcards(contacts, {})},
      {"contacts.csv", exchange::WriteContactsCsv(contacts, {})},
      {"follow-ups.ics", *calendar},
      {"follow-ups.csv", exchange::WriteFollowUpsCsv(items, contacts, {})},
  };
  for (const auto& [name, text] : files) {
    const Result<void> written = exchange::WriteFileAtomically(folder / name, text);
    if (!written) return written;
    std::cerr << "Wrote " + (folder / name).string() + "\n";
  }
  return {};
}

}  // namespace

Result<int> RunBatch(const BatchOptions& options, const Config& config) {
  const Result<followup::SystemClock> clock = followup::SystemClock::InZone(config.time_zone);
  if (!clock) return clock.error();
  const std::vector<ListedPicture> pictures = ListPictures(options.inputs);
  if (pictures.empty()) return NoPictures(options.inputs);

  std::vector<Contact> contacts;
  bool all_read = true;
  Progress progress(pictures.size());
  const Result<void> done = ScanPictures(
      pictures, {.jobs = options.jobs, .save = false}, config, [&](const PictureOutcome& outcome) {
        for (const ScanRecord& record : outcome.cards) {
          std::cout << record.source << '\n' << DraftToText(record.draft) << '\n' << std::flush;
          contacts.push_back(ContactFrom(record.draft, *clock));
        }
        if (outcome.error) PrintError(*outcome.error);
        all_read = all_read && !outcome.error;
        progress.Done(std::filesystem::path(outcome.picture).filename().string());
      });
  if (!done) return done.error();
  const Result<void> written = WriteLists(options.output, contacts, *clock);
  if (!written) return written.error();
  return all_read ? kSuccess : kFailure;
}

}  // namespace kith::app
