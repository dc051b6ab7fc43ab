// SPDX-License-Identifier: Apache-2.0
#include "app/recovery.h"

#include <optional>
#include <string>

#include "followup/system_clock.h"
#include "storage/recovery.h"
#include "ui/recovery.h"

namespace kith::app {
namespace {

std::string Counted(int count, const char* one, const char* many) {
  return std::to_string(count) + ' ' + (count == 1 ? one : many);
}

std::string OfferText(const std::optional<storage::Backup>& backup) {
  if (!backup)
    return "There is no good backup. Kith can begin anew with everything that can still be read. The damaged "
           "file is kept.";
  return "The newest good backup is of " + FormatInstant(backup->made).substr(0, 16) +
         " UTC. Kith can put it in place and add what can still be read of the damaged file, which is kept.";
}

std::string DoneText(const storage::Replacement& replaced, bool had_backup) {
  const storage::SalvageReport& saved = replaced.salvaged;
  std::string text = had_backup ? "The backup is in place. Added from the damaged file: " : "Read from it: ";
  text += Counted(saved.contacts, "contact", "contacts") + ", " +
          Counted(saved.changed_contacts, "newer state of a contact", "newer states of contacts") + ", " +
          Counted(saved.captures, "card", "cards") + ", " +
          Counted(saved.follow_ups, "follow-up", "follow-ups") + ". ";
  if (saved.unreadable > 0) text += Counted(saved.unreadable, "row", "rows") + " couldn't be read whole. ";
  return text + "The damaged file is kept as " + replaced.kept_aside.string() + ".";
}

}  // namespace

bool OfferRecovery(ui::Window& window, const Config& config) {
  const std::filesystem::path database = config.data_folder / "kith.db";
  const std::optional<storage::Backup> backup = storage::NewestGoodBackup(database);
  const auto bring_back = [&]() -> Result<std::string> {
    const auto clock = followup::SystemClock::InZone(config.time_zone);
    if (!clock) return clock.error();
    const auto file = backup ? std::optional(backup->file) : std::nullopt;
    const auto replaced = storage::ReplaceDamaged(database, file, *clock);
    if (!replaced) return replaced.error();
    return DoneText(*replaced, backup.has_value());
  };
  return ui::RunRecovery(window, "\"" + database.string() + "\" can't be read whole any more.",
                         OfferText(backup), bring_back);
}

}  // namespace kith::app
