// SPDX-License-Identifier: Apache-2.0
#include "storage/suggesting.h"

#include <optional>

#include "core/contact_changes.h"
#include "storage/contact_fields.h"
#include "storage/contact_rows.h"
#include "storage/revisions.h"

namespace kith::storage {
namespace {

/// Whether a person gave the field the value that stands there.
bool IsTyped(Database& database, std::int64_t row, const ContactChange& change) {
  if (change.before.empty()) return false;
  std::optional<Actor> author;
  database.Each(
      "SELECT actor FROM contact_changes WHERE contact = ? AND field IN (?, 'created')"
      " ORDER BY row DESC LIMIT 1",
      {row, change.field}, [&](const Row& last) { author = ParseActor(last.Text(0)); });
  return !author || IsPerson(*author);
}

/// False if the same suggestion waits already.
bool Hold(Database& database, std::int64_t row, const ContactChange& change, const std::string& value,
          Actor actor) {
  if (database.Exists("SELECT 1 FROM suggestions WHERE contact = ? AND field = ? AND value = ?",
                      {row, change.field, value}))
    return false;
  database.Run(
      "INSERT OR REPLACE INTO suggestions(contact, field, value, suggested, actor, at) VALUES(?, ?, ?, ?, ?, "
      "?)",
      {row, change.field, value, change.after, ActorName(actor), change.when});
  return true;
}

}  // namespace

Result<SuggestOutcome> SuggestChanges(Database& database, std::int64_t row, const Contact& suggested,
                                      Actor actor, Instant now) {
  const Contact kept = LoadContact(database, row);
  Contact changed = kept;
  SuggestOutcome outcome;
  for (const ContactChange& change : ChangesBetween(kept, suggested, now)) {
    if (change.after.empty()) continue;
    const std::string value = FieldValue(suggested, change.field);
    if (IsTyped(database, row, change)) {
      outcome.anything_new |= Hold(database, row, change, value, actor);
      outcome.held.push_back({change.field, change.before, change.after, actor, now});
    } else if (auto set = SetField(changed, change.field, value); !set) {
      return set.error();
    }
  }
  outcome.anything_new |= WriteContact(database, row, kept, changed, {actor, now}).has_value();
  return outcome;
}

}  // namespace kith::storage
