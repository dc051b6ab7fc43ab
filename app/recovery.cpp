// SPDX-License-Identifier: Apache-2.0
#include "app/recovery.h"

#include <optional>
#include <string>

#include "core/language.h"
#include "followup/system_clock.h"
#include "storage/recovery.h"
#include "ui/recovery.h"

namespace kith::app {
namespace {

std::string OfferText(const std::optional<storage::Backup>& backup) {
  if (!backup)
    return std::string(
        Tr("There is no good backup. Kith can begin anew with everything that can still be read. The damaged "
           "file is kept."));
  return Filled(Tr("The newest good backup is of {0} UTC. Kith can put it in place and add what can still be "
                   "read of the damaged file, which is kept."),
                {FormatInstant(backup->made).substr(0, 16)});
}

std::string DoneText(const storage::Replacement& replaced, bool had_backup) {
  const storage::SalvageReport& saved = replaced.salvaged;
  const std::string added =
      Counted("{0} contact", "{0} contacts", saved.contacts) + ", " +
      Counted("{0} newer state of a contact", "{0} newer states of contacts", saved.changed_contacts) + ", " +
      Counted("{0} card", "{0} cards", saved.captures) + ", " +
      Counted("{0} follow-up", "{0} follow-ups", saved.follow_ups);
  std::string text = Filled(had_backup ? Tr("The backup is in place. Added from the damaged file: {0}.")
                                       : Tr("Read from it: {0}."),
                            {added}) +
                     ' ';
  if (saved.unreadable > 0)
    text += Counted("{0} row couldn't be read whole.", "{0} rows couldn't be read whole.", saved.unreadable) +
            ' ';
  return text + Filled(Tr("The damaged file is kept as {0}."), {replaced.kept_aside.string()});
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
  return ui::RunRecovery(window, Filled(Tr("\"{0}\" can't be read whole any more."), {database.string()}),
                         OfferText(backup), bring_back);
}

}  // namespace kith::app
